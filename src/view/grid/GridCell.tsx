import { createMemo, type JSX, Show } from 'solid-js';
import { FIRST_PERIOD_COLUMN, VALUE_COLUMN } from '../../model/address.ts';
import type { CellRef } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import { useApp } from '../../state/app.ts';
import { cellName, cellProblem, cellText, type Problem, problemSentence } from '../../state/cells.ts';
import type { Row } from '../../state/rows.ts';
import { CellInput } from './CellInput.tsx';

/** One place of the sheet. The one with the cursor holds the input to which keys go. */
export function GridCell(props: {
  class: string;
  role: 'gridcell' | 'rowheader';
  line: Line;
  index: number;
  column: number;
  row: Row | undefined;
  cursor: boolean;
  selected: boolean;
  title?: string;
  children?: JSX.Element;
}) {
  const app = useApp();
  const { workspace, editor } = app;
  /** The place in the row's values; below 0 for label and unit. */
  const slot = () => (props.column === VALUE_COLUMN ? 0 : props.column - FIRST_PERIOD_COLUMN + 1);
  const cell = createMemo((): CellRef | undefined => editor.cellAt({ line: props.index, column: props.column }));
  const text = createMemo(() =>
    props.column < VALUE_COLUMN || !cell() ? '' : cellText(app, props.line, props.row, slot()),
  );
  const overridden = createMemo(() => {
    const ref = cell();
    return !!ref && workspace.scenario.overrides[ref.line]?.[ref.slot] !== undefined;
  });
  const problem = createMemo((): Problem | undefined => {
    const ref = cell();
    return ref && cellProblem(workspace, ref, props.row);
  });
  const problemText = createMemo(() => {
    const found = problem();
    return found ? problemSentence(app, found, props.line) : undefined;
  });
  const classes = createMemo(() => ({
    overridden: overridden(),
    fault: problem() !== undefined && problem()?.kind !== 'range',
    doubt: problem()?.kind === 'range',
    text: props.row?.notes.get(slot())?.kind === 'text',
    selected: props.selected,
    cursor: props.cursor,
    void: props.column >= VALUE_COLUMN && !cell(),
  }));
  const label = () => {
    const ref = cell();
    const name = ref ? cellName(app, workspace, ref) : app.say(props.line.label);
    return [name, text(), problemText()].filter(Boolean).join(', ');
  };

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is rowheader or gridcell, and both support them.
    <div
      class={`cell ${props.class}`}
      classList={classes()}
      role={props.role}
      aria-colindex={props.column + 1}
      aria-selected={props.selected}
      aria-readonly={cell() ? undefined : 'true'}
      aria-invalid={classes().fault ? 'true' : undefined}
      title={problemText() ?? props.title}
    >
      {props.children ?? <span class="cell-text">{text()}</span>}
      <Show when={props.cursor}>
        <CellInput cell={cell()} label={label()} problem={problemText()} />
      </Show>
    </div>
  );
}
