import { applyChange, type CellEdit, type Change } from '../../document/change.ts';
import { type Entries, settled } from '../../document/settled.ts';
import { emptyInput, reachingTo } from '../../document/typing.ts';
import { isUndecided } from '../../document/undecided.ts';
import { createLayout } from '../../engine/layout.ts';
import { readPeriod } from '../../io/csv/header.ts';
import { FIRST_PERIOD_COLUMN, VALUE_COLUMN } from '../../model/address.ts';
import type { Line } from '../../model/line.ts';
import { type Periods, stepOf } from '../../model/periods.ts';
import type { Text } from '../../model/text.ts';
import { isUnit, type Unit } from '../../model/units.ts';
import { unitFromText } from '../../units/named.ts';
import type { Workspace } from '../document/workspace.ts';
import { EMPTY_ROWS } from '../sheet/cursor.ts';
import type { Gesture } from './gesture.ts';

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
  let outside = FIRST_PERIOD_COLUMN + periods.last - periods.first;
  const columns = Array.from({ length: width }, (_, i): number => {
    const period = isHead ? dated[i] : undefined;
    if (period !== undefined)
      return period < periods.first || period > periods.last ? ++outside : FIRST_PERIOD_COLUMN + period - periods.first;
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
 * A gesture with lines where there are none yet, and with kinds where lines have none, for what comes into them. The
 * gesture itself where there is nothing to prepare.
 */
export function withRows(
  workspace: Workspace,
  gesture: Gesture,
  { rows, hasNames }: Coming,
  lastColumn: number,
): Gesture {
  const { model, document } = workspace;
  const open = [...rows.keys()].filter((row) => {
    const line = model().lines[row];
    return line
      ? isUndecided(document(), line)
      : [...Array(lastColumn + 1).keys()].some((i) => rows.get(row)?.(i).trim());
  });
  if (open.length === 0) return gesture;
  const lines = reachingTo(model().lines, Math.max(...open));
  for (const row of open) {
    const [line, coming] = [lines[row], rows.get(row)];
    if (line && coming) lines[row] = prepared(line, coming, lastColumn, hasNames);
  }
  return { ...gesture, layout: createLayout(lines, model().periods, workspace.scenarioNames()) };
}

/** The change that edits come to, with the lines that were prepared for them. */
export function changeOfEdits(
  workspace: Workspace,
  { layout }: Pick<Gesture, 'layout'>,
  edits: readonly CellEdit[],
  entries?: Entries,
): Change {
  const sheet = workspace.openModel;
  const { lines } = layout;
  if (lines === sheet.model.lines) return settled(sheet, edits, entries);
  const change = settled({ ...sheet, model: { ...sheet.model, lines } }, edits, entries);
  if (change.kind !== 'cells') return change;
  return { kind: 'structure', parts: { lines, scenarios: applyChange(sheet.document, change).document.scenarios } };
}
