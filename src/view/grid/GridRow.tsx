import { createMemo, For, Show } from 'solid-js';
import { departing } from '../../document/contents.ts';
import { selectedColumns } from '../../document/selection.ts';
import type { Row } from '../../engine/rowValues.ts';
import { columnSlot, HEADER_ROWS, VALUE_COLUMN } from '../../model/address.ts';
import { useApp } from '../../state/app.ts';
import { lineMark } from '../../state/insight/cells.ts';
import { lineWarnings } from '../../state/insight/warnings.ts';
import { lazyView } from '../lazyView.tsx';
import { MarkSign } from '../MarkSign.tsx';
import { UncertainMark } from '../UncertainMark.tsx';
import type { Columns } from './columns.ts';
import { TextCell, ValueCell } from './GridCell.tsx';

const YearCells = lazyView(() => import('./YearCells.tsx'));

/** A row of the sheet with its number: a line with label, unit, scalar and periods, or an empty row to type into. */
export function GridRow(props: { index: number; top: number; height: number; columns: Columns }) {
  const app = useApp();
  const { workspace, editor } = app;
  const line = createMemo(() => workspace.model().lines[props.index]);
  const measured = () => {
    const found = line();
    return found && found.kind !== 'heading' ? found : undefined;
  };
  const label = () => app.say(line()?.label ?? '');
  const scenario = createMemo(() => workspace.scenarioId);
  const watched = createMemo(() => {
    const found = line();
    return found && found.kind !== 'heading' ? workspace.rows.watch(scenario(), found.id) : undefined;
  });
  // The values of before stay until the new ones come, so that changing the scenario blanks nothing.
  const held = createMemo<{ line: string | undefined; row: Row | undefined }>((before) => {
    const id = line()?.id;
    const isSame = before?.line === id && !workspace.rows.lacks(scenario());
    return { line: id, row: watched()?.() ?? (isSame ? before?.row : undefined) };
  });
  const row = createMemo(() => held().row);
  /** The overrides of this line in the scenario in view; the same object as long as none of them changes. */
  const overrides = createMemo(() => {
    const held = workspace.scenario.overrides[line()?.id ?? ''];
    return held && scenario() === workspace.base.id ? departing(line(), held) : held;
  });
  const reasons = createMemo(() => workspace.scenario.reasons?.[line()?.id ?? '']);
  const unit = () => editor.textAt({ line: props.index, column: 1 });
  /** Where the units of its formulas clash, and the smallest mend. */
  const clash = createMemo(() => {
    const told = app.unitChecks.ofLine(line()?.id ?? '');
    return told && [told.sentence, told.mend].filter(Boolean).join(' ');
  });
  const warnings = lineWarnings(app, () => line()?.id);

  /** The columns of this line that are selected, first and last of each stretch; undefined where none is. */
  const selected = createMemo(() => selectedColumns(editor.selection(), props.index), undefined, {
    equals: (a, b) => a === b || (a?.length === b?.length && !!a?.every((column, i) => column === b?.[i])),
  });
  const cursor = createMemo(() => {
    const { active } = editor.selection();
    return active.line === props.index ? active.column : -1;
  });
  const isSelected = (column: number): boolean => {
    const stretches = selected();
    if (!stretches) return false;
    for (let i = 0; i < stretches.length; i += 2)
      if (column >= (stretches[i] ?? 0) && column <= (stretches[i + 1] ?? -1)) return true;
    return false;
  };

  return (
    <div
      class="grid-row"
      classList={{ heading: line()?.kind === 'heading' }}
      role="row"
      aria-rowindex={props.index + HEADER_ROWS + 1}
      style={{ transform: `translateY(${props.top}px)`, height: `${props.height}px` }}
    >
      <div class="gutter" classList={{ current: cursor() >= 0 }} aria-hidden="true">
        {props.index + HEADER_ROWS + 1}
      </div>
      <TextCell
        class="col-label"
        role="rowheader"
        index={props.index}
        column={0}
        cursor={cursor() === 0}
        selected={isSelected(0)}
        readonly={false}
        title={label()}
      >
        <Show when={measured()}>{(found) => <MarkSign mark={lineMark(workspace, found())} />}</Show>
        <span class="label-text">{label()}</span>
        <UncertainMark line={line()?.id} />
        <Show when={warnings()[0]}>
          {(warning) => (
            <span
              class="line-warning"
              classList={{ error: warning().severity === 'error' }}
              title={app.say(warning().text)}
            >
              <span aria-hidden="true">!</span>
              <span class="visually-hidden">
                {app.t().warning.one}: {app.say(warning().text)}
              </span>
            </span>
          )}
        </Show>
      </TextCell>
      <TextCell
        class={clash() ? 'col-unit marked' : 'col-unit'}
        role="gridcell"
        index={props.index}
        column={1}
        cursor={cursor() === 1}
        selected={isSelected(1)}
        readonly={!editor.takesText({ line: props.index, column: 1 })}
        title={unit()}
      >
        <Show when={clash()} fallback={unit()}>
          {(told) => (
            <>
              <span class="label-text">{unit()}</span>
              <span class="line-warning" title={told()}>
                <span aria-hidden="true">!</span>
                <span class="visually-hidden">{told()}</span>
              </span>
            </>
          )}
        </Show>
      </TextCell>
      {valueCell(VALUE_COLUMN)}
      <Show when={editor.fold()} fallback={<For each={props.columns.drawn()}>{(column) => valueCell(column)}</For>}>
        <YearCells {...props} line={line()} row={row()} cursor={cursor()} isSelected={isSelected} />
      </Show>
    </div>
  );

  function valueCell(column: number) {
    return (
      <ValueCell
        class={column === VALUE_COLUMN ? 'col-value' : yearClass(column)}
        line={line()}
        index={props.index}
        column={column}
        columns={props.columns}
        row={row()}
        overrides={overrides()}
        reasons={reasons()}
        cursor={cursor() === column}
        selected={isSelected(column)}
      />
    );
  }
  function yearClass(column: number): string {
    const { periods, observedUntil } = workspace.model();
    return columnSlot(column, periods) === observedUntil ? 'col-year observed-end' : 'col-year';
  }
}
