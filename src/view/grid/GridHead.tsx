import { For, Show } from 'solid-js';
import { columnName, columnSlot } from '../../model/address.ts';
import { slotText } from '../../model/periods.ts';
import { useApp } from '../../state/app.ts';
import { lazyView } from '../lazyView.tsx';
import type { Columns } from './columns.ts';

const Separator = lazyView(() => import('./Separator.tsx'));

/** The headers of the columns; those of the years as they are drawn. */
export function GridHead(props: { columns: Columns }) {
  const { workspace, editor, t } = useApp();
  const year = (column: number) => columnSlot(column, workspace.model().periods) ?? 'value';
  return (
    <div class="grid-head" role="row" aria-rowindex={1}>
      <div class="gutter" aria-hidden="true" />
      <HeadCell class="col-label" column={0} text={t().sheet.label} columns={props.columns} />
      <HeadCell class="col-unit" column={1} text={t().sheet.unit} columns={props.columns} />
      <HeadCell class="col-value" column={2} text={t().sheet.value} columns={props.columns} />
      <For each={props.columns.drawn()}>
        {(column) => (
          <HeadCell
            class={`col-year${year(column) === workspace.model().observedUntil ? ' observed-end' : ''}`}
            column={column}
            text={slotText(editor.fold()?.year(column) ?? year(column))}
            columns={props.columns}
            left={props.columns.edges()[column]?.left}
          />
        )}
      </For>
    </div>
  );
}

/** A header with its column's letter, as formulas name it. `left`: where it stands, unless it follows the one before. */
function HeadCell(props: { class: string; column: number; text: string; columns: Columns; left?: number | undefined }) {
  const { editor, hasInteracted, isAnswered } = useApp();
  const current = () => editor.selection().active.column === props.column;
  return (
    <div
      class={props.class}
      classList={{ current: current() }}
      role="columnheader"
      aria-colindex={props.column + 1}
      aria-label={props.text}
      style={props.left === undefined ? {} : placed(props.left, props.columns.width(props.column))}
    >
      <span class="letter" aria-hidden="true">
        {editor.foldAt(props)?.letters(props.column) ?? columnName(props.column)}
      </span>
      <span class="head-text">{props.text}</span>
      <Show when={hasInteracted() && isAnswered()}>
        <Separator column={props.column} text={props.text} current={current()} columns={props.columns} />
      </Show>
    </div>
  );
}

const placed = (left: number, width: number) => ({ left: `${left}px`, width: `${width}px` });
