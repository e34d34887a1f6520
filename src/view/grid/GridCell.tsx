import { createMemo, type JSX } from 'solid-js';
import type { Row } from '../../engine/rowValues.ts';
import { scaledNumber } from '../../i18n/compact.ts';
import { formatCell } from '../../i18n/format.ts';
import { FIRST_PERIOD_COLUMN, VALUE_COLUMN } from '../../model/address.ts';
import type { Line } from '../../model/line.ts';
import type { Overrides } from '../../model/model.ts';
import type { Lang } from '../../model/text.ts';
import { isScaled, unitSpec } from '../../model/units.ts';
import { useApp } from '../../state/app.ts';
import { cellProblem, cellText, numberIn, problemSentence } from '../../state/insight/cells.ts';
import { cellId } from './CellEditor.tsx';
import type { Columns } from './columns.ts';

/** Stands where a number has no room: a part of it would be another number. */
export const NO_ROOM = '###';

/** A cell shows the first of its lines. */
const firstLine = (text: string): string => {
  const end = text.search(/\r?\n/);
  return end < 0 ? text : `${text.slice(0, end)}…`;
};

interface Shown {
  readonly text: string;
  /** The number that has no room in its column. */
  readonly hidden: string | undefined;
  readonly state: string;
  /** What is wrong with the cell, in a sentence, that it is edited and why, and what of it is not shown. */
  readonly title: string | undefined;
}
const sameShown = (a: Shown, b: Shown): boolean =>
  a.text === b.text && a.hidden === b.hidden && a.state === b.state && a.title === b.title;
const NOTHING: Shown = { text: '', hidden: undefined, state: 'void', title: undefined };
/** Nothing, where something can be typed. */
const EMPTY: Shown = { ...NOTHING, state: '' };
/** Within a longer period, whose value stands where it ends. */
const BETWEEN: Shown = { ...NOTHING, state: 'between' };

/**
 * A number with as many of its decimals as have room, or in few letters: decimals of a person's own lines are as many as
 * they came with.
 */
export function shorter(text: string, value: number, line: Line, lang: Lang, fits: (text: string) => boolean): string {
  if (fits(text) || line.kind === 'heading') return text;
  const digits = /\.(\d+)\D*$/.exec(text)?.[1] ?? '';
  for (let decimals = digits.length - 1; decimals >= 0; decimals--) {
    const short = formatCell(value, line.unit, lang, decimals);
    if (fits(short)) return short;
  }
  // Above a million a few digits with their power say more than none.
  const { form, grouping } = unitSpec(line.unit);
  const hasNone = Math.abs(value) < 1e6 || isScaled(line.unit) || form !== 'plain' || !grouping;
  return hasNone ? text : scaledNumber(value, lang);
}

/** A place of the sheet that can hold a value: column C and the periods. */
export function ValueCell(props: {
  class: string;
  /** Undefined below the last line. */
  line: Line | undefined;
  index: number;
  column: number;
  columns: Columns;
  row: Row | undefined;
  overrides: Overrides[string] | undefined;
  /** Why cells of the line are overridden, by slot. */
  reasons: Readonly<Record<string, string>> | undefined;
  cursor: boolean;
  selected: boolean;
}) {
  const app = useApp();
  const { workspace, editor } = app;
  /** That a cell is edited, which its colour says to the eye alone. */
  const edited = (reason: string | undefined) => [app.t().marks.edited, reason].filter(Boolean).join('\n');
  /** The place in the row's values. */
  const place = () => (props.column === VALUE_COLUMN ? 0 : props.column - FIRST_PERIOD_COLUMN + 1);
  const cell = createMemo(() => editor.cellAt({ line: props.index, column: props.column }));
  const inColumn = (text: string) => props.columns.fits(text, props.column);
  const shown = createMemo(
    (): Shown => {
      const ref = cell();
      if (!ref || !props.line) {
        const entry = editor.entryCellAt({ line: props.index, column: props.column });
        return entry
          ? props.line?.id === entry.line && editor.valueAt({ line: props.index, column: props.column })
            ? BETWEEN
            : EMPTY
          : NOTHING;
      }
      const problem = cellProblem(workspace, ref, props.row);
      const text = editor.formulas()
        ? editor.source(ref)
        : cellText(app, props.line, props.row, place(), props.overrides?.[ref.slot]);
      const value = editor.formulas() ? undefined : numberIn(props.row, place());
      const isNumber = value !== undefined;
      const short =
        isNumber && workspace.isOwn(props.line) ? shorter(text, value, props.line, app.lang(), inColumn) : text;
      const fits = inColumn(short);
      const states = [
        props.overrides?.[ref.slot] === undefined ? '' : 'overridden',
        problem ? (problem.kind === 'range' ? 'doubt' : 'fault') : '',
        props.row?.notes.get(place())?.kind === 'text' ? 'text' : '',
        fits || isNumber ? '' : 'long',
      ];
      const first = firstLine(short);
      const title = [
        problem && problemSentence(app, problem, props.line),
        props.overrides?.[ref.slot] === undefined ? undefined : edited(props.reasons?.[ref.slot]),
        first === text && (fits || !isNumber) ? undefined : text,
      ];
      return {
        text: fits || !isNumber ? first : NO_ROOM,
        hidden: fits || !isNumber ? undefined : text,
        state: states.filter(Boolean).join(' '),
        title: title.filter(Boolean).join('\n') || undefined,
      };
    },
    undefined,
    { equals: sameShown },
  );
  /** What is set on the cell itself, of which a number that changes changes nothing. */
  const look = createMemo(
    () => {
      const { hidden, state, title } = shown();
      return { text: '', hidden, state, title };
    },
    undefined,
    { equals: sameShown },
  );
  /** Where a year's column stands; the columns before it follow one another. */
  const edges = () => (props.column === VALUE_COLUMN ? undefined : props.columns.edges()[props.column]);
  return (
    <div
      id={cellId(props.index, props.column)}
      class={`cell ${props.class} ${look().state}${props.selected ? ' selected' : ''}${props.cursor ? ' cursor' : ''}`}
      role="gridcell"
      aria-colindex={props.column + 1}
      aria-selected={props.selected}
      aria-readonly={look().state === 'void' ? 'true' : undefined}
      aria-invalid={look().state.includes('fault') ? 'true' : undefined}
      aria-label={look().hidden}
      title={look().title}
      style={edges() ? { left: `${edges()?.left}px`, width: `${props.columns.width(props.column)}px` } : {}}
    >
      {shown().text}
    </div>
  );
}

/** The name or the unit of a line, which hold no value; below the last line, where one can be typed. */
export function TextCell(props: {
  class: string;
  role: 'gridcell' | 'rowheader';
  index: number;
  column: number;
  cursor: boolean;
  selected: boolean;
  readonly: boolean;
  title?: string;
  children: JSX.Element;
}) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is rowheader or gridcell, and both support them.
    <div
      id={cellId(props.index, props.column)}
      class={`cell ${props.class}${props.selected ? ' selected' : ''}${props.cursor ? ' cursor' : ''}`}
      role={props.role}
      aria-colindex={props.column + 1}
      aria-selected={props.selected}
      aria-readonly={props.readonly ? 'true' : undefined}
      title={props.title}
    >
      {props.children}
    </div>
  );
}
