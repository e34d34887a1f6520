import { type CellEdit, type Change, editedSteps } from '../../document/change.ts';
import { type Entries, settledSteps } from '../../document/settled.ts';
import { emptyInput, reachingTo } from '../../document/typing.ts';
import { isUndecided } from '../../document/undecided.ts';
import { createLayout } from '../../engine/layout.ts';
import { readPeriod } from '../../io/reading/periodCells.ts';
import { FIRST_PERIOD_COLUMN, slotColumn, VALUE_COLUMN } from '../../model/address.ts';
import type { Line } from '../../model/line.ts';
import { isOneOf, type Periods, stepOf } from '../../model/periods.ts';
import type { Text } from '../../model/text.ts';
import { isUnit, type Unit } from '../../model/units.ts';
import { unitFromText } from '../../units/named.ts';
import type { Workspace } from '../document/workspace.ts';
import { EMPTY_ROWS } from '../sheet/cursor.ts';
import type { Gesture } from './gesture.ts';
import { atOnce, type Steps } from './slices.ts';

/** What comes into a row: the texts of its places, by column. */
export type Row = (column: number) => string;

const both = (text: string): Text => ({ en: text, zh: text });

/** A number as a table writes it: with its sign, thousands, decimals, percent. */
const NUMBER = /^[-+\u2212(]?[¥$€£]?\s*[\d.,\s]*\d[\d.,\s]*\s*[%％]?\)?$/;
const isValue = (text: string): boolean => NUMBER.test(text.trim()) || /^\s*[=＝]/.test(text);
const isPercent = (text: string): boolean => /[%％]\)?\s*$/.test(text);

/**
 * A pasted block whose first column holds names, as rows of the sheet: name, unit, scalar, periods. Where its second
 * column holds numbers it has none for units: one column of numbers is of scalars, several are of periods. A first row of
 * periods says of which; what belongs to none of the sheet stands behind its last column.
 */
export function asLines(
  rows: readonly (readonly string[])[],
  width: number,
  periods: Periods,
): readonly (readonly string[])[] {
  const [head = []] = rows;
  const step = stepOf(periods);
  const dated = head.map((text) => {
    const named = readPeriod(text);
    return named?.step === step ? named.period : undefined;
  });
  const known = dated.filter((period) => period !== undefined);
  const isHead =
    rows.length > 1 && known.length > 0 && head.every((text, i) => dated[i] !== undefined || !isValue(text));
  const body = isHead ? rows.slice(1) : rows;
  const hasUnits = width > 1 && !body.some((row) => isValue(row[1] ?? ''));
  let outside = slotColumn(periods.last, periods);
  const columns = Array.from({ length: width }, (_, i): number => {
    const period = isHead ? dated[i] : undefined;
    if (period !== undefined) return isOneOf(period, periods) ? slotColumn(period, periods) : ++outside;
    if (hasUnits || i === 0) return i;
    return isHead || width === 2 ? VALUE_COLUMN : FIRST_PERIOD_COLUMN + i - 1;
  });
  return body.map((row) => {
    const placed: string[] = [];
    for (const [i, text] of row.entries()) placed[columns[i] ?? i] = text;
    return Array.from(placed, (text) => text ?? '');
  });
}

/** A line that holds nothing yet, or is not there, with the name and unit that come and the kind that the values ask for. */
function prepared(line: Line, row: Row, lastColumn: number, hasNames: boolean): Line {
  const values = Array.from({ length: lastColumn - VALUE_COLUMN + 1 }, (_, i) => row(VALUE_COLUMN + i));
  const filled = values.filter((text) => text.trim() !== '');
  const [name, written] = hasNames ? [row(0).replace(/\s+/g, ' ').trim(), row(1).trim()] : ['', ''];
  const isGiven = written !== '' && isUnit(written);
  const isShare = filled.length > 0 && filled.every(isPercent);
  const unit: Unit | undefined = isGiven ? unitFromText(written) : isShare ? 'percent' : undefined;
  // What is too long for a unit stays with the name.
  const label = isUnit(written) ? name : `${name} (${written})`;
  const named = name === '' && line.label.en !== '' ? line : { ...line, label: both(label.slice(0, 200)) };
  if (filled.length === 0 && unit === undefined) return named;
  return emptyInput(
    named,
    values.slice(1).some((text) => text.trim() !== ''),
    unit,
  );
}

/** Lines that a document may have. */
const MOST_LINES = 20_000;

/**
 * The first row in which a paste makes no lines: numbers alone go into the empty rows that one sees, and no further. What
 * lands there or below is told as what is lost.
 */
export const endOfNew = (workspace: Workspace, hasNames: boolean): number =>
  hasNames ? MOST_LINES : Math.min(MOST_LINES, workspace.model().lines.length + EMPTY_ROWS);

/** Rows that something comes into, by their place; `hasNames`: their names and units come too. */
export interface Coming {
  readonly rows: ReadonlyMap<number, Row>;
  readonly hasNames: boolean;
}

/**
 * A gesture with lines where there are none yet, and with kinds where lines have none, for what comes into them, in steps
 * of a row. The gesture itself where there is nothing to prepare.
 */
export function* rowsSteps(
  workspace: Workspace,
  gesture: Gesture,
  { rows, hasNames }: Coming,
  lastColumn: number,
): Steps<Gesture> {
  const { model, document } = workspace;
  const open: number[] = [];
  for (const [at, row] of rows) {
    const line = model().lines[at];
    const isOpen = line
      ? isUndecided(document(), line)
      : [...Array(lastColumn + 1).keys()].some((i) => row(i).trim() !== '');
    if (isOpen) open.push(at);
    yield;
  }
  if (open.length === 0) return gesture;
  const lines = reachingTo(
    model().lines,
    open.reduce((most, at) => Math.max(most, at), 0),
  );
  for (const at of open) {
    const [line, coming] = [lines[at], rows.get(at)];
    if (line && coming) lines[at] = prepared(line, coming, lastColumn, hasNames);
    yield;
  }
  return { ...gesture, layout: createLayout(lines, model().periods, workspace.scenarioNames()) };
}

/** The same at once. */
export const withRows = (workspace: Workspace, gesture: Gesture, coming: Coming, lastColumn: number): Gesture =>
  atOnce(rowsSteps(workspace, gesture, coming, lastColumn));

/** The change that edits come to, with the lines that were prepared for them, in steps of an edit. */
export function* changeSteps(
  workspace: Workspace,
  { layout }: Pick<Gesture, 'layout'>,
  edits: readonly CellEdit[],
  entries?: Entries,
): Steps<Change> {
  const sheet = workspace.openModel;
  const { lines } = layout;
  if (lines === sheet.model.lines) return yield* settledSteps(sheet, edits, entries);
  const change = yield* settledSteps({ ...sheet, model: { ...sheet.model, lines } }, edits, entries);
  if (change.kind !== 'cells') return change;
  const { scenarios } = yield* editedSteps(sheet.document, change.edits);
  return { kind: 'structure', parts: { lines, scenarios } };
}

/** The same at once. */
export const changeOfEdits = (
  workspace: Workspace,
  gesture: Pick<Gesture, 'layout'>,
  edits: readonly CellEdit[],
  entries?: Entries,
): Change => atOnce(changeSteps(workspace, gesture, edits, entries));
