import { createMemo, For } from 'solid-js';
import type { Row } from '../../engine/rowValues.ts';
import { whyNone } from '../../i18n/yearWords.ts';
import { hasPeriods, type Line } from '../../model/line.ts';
import { useApp } from '../../state/app.ts';
import { numberIn } from '../../state/insight/cells.ts';
import { rowByYear, yearText } from '../../state/insight/yearRows.ts';
import { cellId } from './CellEditor.tsx';
import type { Columns } from './columns.ts';
import { NO_ROOM, shorter } from './GridCell.tsx';
import './yearCells.css';

/** What a line holds by year, in the place of its periods. None of it can be typed: each leads to its periods. */
export default function YearCells(props: {
  index: number;
  columns: Columns;
  /** Undefined below the last line. */
  line: Line | undefined;
  row: Row | undefined;
  /** The column of the cursor; -1 where it is in another row. */
  cursor: number;
  isSelected: (column: number) => boolean;
}) {
  const app = useApp();
  const { workspace, editor, lang } = app;
  const line = () => (props.line && props.line.kind !== 'heading' && hasPeriods(props.line) ? props.line : undefined);
  const periods = createMemo(() => workspace.model().periods);
  const rolled = createMemo(() => {
    const found = line();
    return found && props.row && rowByYear(props.row, found, periods());
  });
  const shownIn = (column: number) => {
    const [found, row] = [line(), rolled()];
    const year = editor.fold()?.year(column);
    const at = row?.years.findIndex((one) => one.year === year) ?? -1;
    const one = row?.years[at];
    if (!found || !row || !one) return { text: '', state: 'void' };
    if (editor.formulas()) return { text: editor.textAt({ line: props.index, column }), state: 'long' };
    const whole = yearText(app, found, row, at + 1);
    const value = numberIn(row, at + 1);
    const isError = row.notes.get(at + 1)?.kind === 'error';
    if (value === undefined)
      return { text: whole, state: isError ? 'fault' : 'muted', title: whyNone(one, periods(), lang(), isError) };
    const fits = (text: string) => props.columns.fits(text, column);
    const short = workspace.isOwn(found) ? shorter(whole, value, found, lang(), fits) : whole;
    if (!fits(short)) return { text: NO_ROOM, state: '', title: whole, label: whole };
    return { text: short, state: '', title: short === whole ? undefined : whole };
  };
  return (
    <For each={props.columns.drawn()}>
      {(column) => {
        const shown = createMemo((): { text: string; state: string; title?: string | undefined; label?: string } =>
          shownIn(column),
        );
        const edges = () => props.columns.edges()[column];
        return (
          <div
            id={cellId(props.index, column)}
            class={`cell col-year by-year ${shown().state}`}
            classList={{ selected: props.isSelected(column), cursor: props.cursor === column }}
            role="gridcell"
            aria-colindex={column + 1}
            aria-selected={props.isSelected(column)}
            aria-readonly="true"
            aria-invalid={shown().state === 'fault' ? 'true' : undefined}
            aria-label={shown().label}
            title={shown().title}
            style={edges() ? { left: `${edges()?.left}px`, width: `${props.columns.width(column)}px` } : {}}
          >
            {shown().text}
          </div>
        );
      }}
    </For>
  );
}
