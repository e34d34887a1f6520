import { cellPeriods, hasCell } from '../model/coarse.ts';
import { type Content, isFormula, type Slot } from '../model/content.ts';
import { hasPeriods, type Input, isScalar, type Line, numberOf, type Series } from '../model/line.ts';
import { firstPeriod, type Model, type Overrides, type Periods } from '../model/model.ts';
import type { Unit } from '../model/units.ts';
import { canStand } from './boundary.ts';
import { type CellEdit, type Change, editedSteps } from './change.ts';
import { isFilledIn, ownContent } from './contents.ts';
import type { OpenModel } from './document.ts';
import { decimalsOf } from './entry.ts';
import { reachOf } from './lineFormula.ts';
import { lastNumber } from './lineIds.ts';
import { atOnce, type Steps } from './steps.ts';
import { emptyInput, reachingTo } from './typing.ts';
import { isOwnLine, isUndecided, NO_UNIT } from './undecided.ts';

/** Decimals shown of what is computed in a line without a unit, and the most that what is typed brings. */
const COMPUTED_DECIMALS = 2;
const MOST_DECIMALS = 6;

/** What is known of typed entries beside what they come to. */
export interface Entries {
  /** Cells of lines that hold nothing yet, to which formulas refer: it decides what these lines are to hold. */
  readonly pointed?: ReadonlyMap<string, Slot>;
  /** Units that entries bring to lines that have none. */
  readonly units?: ReadonlyMap<string, Unit>;
  /** Whether cells that are reset are to be empty, and not to hold what their line says. */
  readonly clears?: boolean;
}

/**
 * The change that edits come to in a sheet that is typed into. Edits of shipped lines are edits and nothing else. Those of
 * a person's own lines say what the lines are:
 *
 * - A line that holds nothing, or that is not there yet, becomes an input of one value by what is put into its scalar, and
 *   an input of one value a period by what is put into a period.
 * - What the base holds in it is its content. Where that is one formula for its scalar, or for all of its periods but those
 *   at the start that the formula reaches back to, or that are actual, the line itself takes the formula and becomes a
 *   result, or a series.
 * - A line whose own formula holds in no cell of the base any more lets go of it.
 */
export const settled = (sheet: OpenModel, edits: readonly CellEdit[], entries: Entries = {}): Change =>
  atOnce(settledSteps(sheet, edits, entries));

/** The same in steps, for edits that are many. */
export function* settledSteps(sheet: OpenModel, edits: readonly CellEdit[], entries: Entries = {}): Steps<Change> {
  const { document, model } = sheet;
  const base = document.scenarios[0]?.id;
  const rows = new Map(model.lines.map((line, row) => [line.id, row]));
  const last = lastNumber(model.lines);
  const rowOf = (id: string): number => rows.get(id) ?? model.lines.length + (numberOf(id) ?? 0) - last - 1;
  const byLine = new Map<string, CellEdit[]>();
  for (const edit of edits) {
    yield;
    const line = model.lines[rowOf(edit.line)];
    if (line && !isOwnLine(document, line)) continue;
    const mine = byLine.get(edit.line);
    if (mine) mine.push(edit);
    else byLine.set(edit.line, [edit]);
  }
  for (const [id, mine] of byLine) {
    yield;
    const line = model.lines[rowOf(id)];
    if (line && !isUndecided(document, line) && !concerns(line, mine)) byLine.delete(id);
  }
  const pointed = [...(entries.pointed ?? [])].filter(([id]) => !byLine.has(id));
  if (byLine.size === 0 && pointed.length === 0) return { kind: 'cells', edits };

  const lowest = Math.max(-1, ...[...byLine.keys()].map(rowOf));
  const lines = reachingTo(model.lines, lowest);
  let isOther = lines.length > model.lines.length;
  const put = (row: number, line: Line) => {
    if (lines[row] === line) return;
    lines[row] = line;
    isOther = true;
  };
  for (const [id, slot] of pointed) {
    const line = lines[rowOf(id)];
    if (line && isUndecided(document, line)) put(rowOf(id), emptyInput(line, slot !== 'value'));
  }
  const opened: CellEdit[] = [];
  const folded = new Set<CellEdit>();
  for (const [id, mine] of byLine) {
    yield;
    const row = rowOf(id);
    const line = lines[row] as Line;
    if (isUndecided(document, line)) {
      if (mine.some(({ content }) => content !== undefined)) put(row, decided(line, mine, entries.units?.get(id)));
    } else {
      const inBase = mine.filter(({ scenario }) => scenario === base);
      const held = document.scenarios[0]?.overrides[id] ?? {};
      const { line: open, contents } = letGo(
        line,
        { edits: inBase, held, clears: entries.clears ?? false },
        model.periods,
      );
      const typed =
        open === line
          ? retyped(line, { edits: inBase, held, clears: entries.clears ?? false }, model)
          : { line: open, folded: [] as CellEdit[] };
      for (const edit of typed.folded) {
        folded.add(edit);
        // What the base held in its place goes.
        if (held[edit.slot] !== undefined) opened.push({ ...edit, content: undefined });
      }
      put(row, finer(typed.line, mine));
      for (const [slot, content] of contents) opened.push({ scenario: base ?? '', line: id, slot, content });
    }
  }
  const fits = ({ line: id, slot }: CellEdit) => {
    const line = byLine.has(id) ? lines[rowOf(id)] : undefined;
    return !line || (slot === 'value' ? isScalar(line) : hasPeriods(line));
  };
  const left: CellEdit[] = [...opened];
  for (const edit of edits) {
    if (!folded.has(edit) && fits(edit)) left.push(edit);
    yield;
  }
  let { scenarios } = yield* editedSteps(document, left);
  const [first] = scenarios;
  const overrides: Record<string, Overrides[string]> = { ...first?.overrides };
  for (const id of byLine.keys()) {
    yield;
    const row = rowOf(id);
    const found = taken(lines[row] as Line, overrides[id] ?? {}, model);
    if (!found) continue;
    put(row, found.line);
    if (Object.keys(found.left).length > 0) overrides[id] = found.left;
    else delete overrides[id];
    if (first) scenarios = [{ ...first, overrides }, ...scenarios.slice(1)];
  }
  if (!isOther) return { kind: 'cells', edits };
  return { kind: 'structure', parts: { lines, ...(scenarios === document.scenarios ? {} : { scenarios }) } };
}

/** Whether edits of a line of a person's own may say anew what it is. */
function concerns(line: Line, edits: readonly CellEdit[]): boolean {
  if (line.kind === 'series' || line.kind === 'result') return line.formula !== '';
  return line.kind === 'input' && (edits.some(({ content }) => isFormula(content)) || finer(line, edits) !== line);
}

/** An input without a unit shows as many decimals as were typed in it. */
function finer(line: Line, edits: readonly CellEdit[]): Line {
  if (line.kind !== 'input' || line.unit !== NO_UNIT || line.decimals === undefined || !isFilledIn(line)) return line;
  const decimals = decimalsIn(edits.map(({ content }) => content));
  return decimals > line.decimals ? { ...line, decimals } : line;
}

/** What a line that held nothing is, by what is put into it first. */
function decided(line: Line, edits: readonly CellEdit[], brought: Unit | undefined): Input {
  const perPeriod = edits.some(({ slot, content }) => slot !== 'value' && content !== undefined);
  const hasUnit = line.kind !== 'heading' && line.unit !== NO_UNIT;
  const input = emptyInput(line, perPeriod, hasUnit ? undefined : brought);
  if (input.decimals !== undefined || input.unit !== NO_UNIT) return input;
  const contents = edits.map(({ content }) => content);
  return { ...input, decimals: contents.some(isFormula) ? COMPUTED_DECIMALS : decimalsIn(contents) };
}

/** As many decimals as the numbers have. */
function decimalsIn(contents: readonly (Content | undefined)[]): number {
  const each = contents.map((content) => (typeof content === 'number' ? decimalsOf(content, NO_UNIT) : 0));
  return Math.min(MOST_DECIMALS, Math.max(0, ...each));
}

/**
 * A line whose own formula no cell of the base has any more once it is edited, as an input that holds nothing; with what
 * its other cells have of it. The line itself where its formula still holds somewhere.
 */
function letGo(
  line: Line,
  { edits, held, clears }: { edits: readonly CellEdit[]; held: Overrides[string]; clears: boolean },
  periods: Periods,
): { readonly line: Line; readonly contents: readonly (readonly [Slot, Content])[] } {
  const stays = { line, contents: [] };
  if (edits.length === 0 || (line.kind !== 'series' && line.kind !== 'result') || line.formula === '') return stays;
  const edited = new Map(edits.map(({ slot, content }) => [slot, content]));
  const isOther = (slot: Slot) =>
    edited.has(slot) ? clears || edited.get(slot) !== undefined : held[slot] !== undefined;
  if (line.kind === 'result') return isOther('value') ? { line: emptyInput(line, false), contents: [] } : stays;
  const start = firstPeriod(line, periods);
  const from = line.first === undefined ? start : start + 1;
  const all = cellPeriods(line, periods);
  if (all.some((slot) => slot >= from && line.values?.[slot] === undefined && !isOther(slot))) return stays;
  const contents: (readonly [Slot, Content])[] = [];
  for (const slot of all) {
    const own = isOther(slot) || held[slot] !== undefined ? undefined : ownContent(line, slot, periods);
    if (own !== undefined) contents.push([slot, own]);
  }
  return { line: emptyInput(line, true), contents };
}

/** A line that takes the formula that the base holds in it; `left`: what the base still holds. Undefined where there is none. */
function taken(
  line: Line,
  slots: Overrides[string],
  { periods, observedUntil }: Axis,
): { readonly line: Line; readonly left: Overrides[string] } | undefined {
  if (line.kind !== 'input' || !isFilledIn(line) || line.figure || line.range) return undefined;
  const { kind: _, perPeriod, ...measured } = line;
  const computed = { ...measured, ...(line.unit === NO_UNIT ? { decimals: COMPUTED_DECIMALS } : {}) };
  if (!perPeriod) {
    const { value, ...left } = slots;
    return isFormula(value) ? { line: { kind: 'result', ...computed, formula: value.formula }, left } : undefined;
  }
  const cells = cellPeriods(line, periods);
  const [first = 0, second] = cells;
  const last = cells.at(-1) ?? first;
  const end = slots[last];
  if (!isFormula(end)) return undefined;
  const has = (slot: number) => {
    const content = slots[slot];
    return isFormula(content) && content.formula === end.formula;
  };
  let place = cells.length - 1;
  while (place > 0 && has(cells[place - 1] ?? 0)) place--;
  const start = cells[place] ?? last;
  // A formula that begins right behind the boundary goes on from what is typed as actual.
  const isForecast = start === cells.find((period) => period > observedUntil);
  if (place > 0 && !isForecast && place > Math.max(1, reachOf(end.formula, line, periods))) return undefined;
  // What is held in periods that went is kept, and comes back with them.
  const isOutside = ([slot]: readonly [string, unknown]) => !hasCell(line, Number(slot), periods);
  const outside = Object.entries(slots).filter(isOutside);
  const leading = Object.entries(slots).filter((entry) => !isOutside(entry) && Number(entry[0]) < start);
  const before = slots[first];
  if (start === second && isFormula(before))
    return {
      line: { kind: 'series', ...computed, first: before.formula, formula: end.formula },
      left: Object.fromEntries(outside),
    };
  // What it starts from is typed, and the line's own as well.
  const typed = leading.filter((entry): entry is [string, Typed] => isTyped(entry[1]));
  const hasAll = typed.length === place;
  const values = typed.length > 0 ? { values: Object.fromEntries(typed) } : {};
  const series: Series = { kind: 'series', ...computed, formula: end.formula, ...values, ...(hasAll ? {} : { start }) };
  return {
    line: series,
    left: Object.fromEntries([...outside, ...leading.filter(([, content]) => !isTyped(content))]),
  };
}

/** The periods of a model, and the last actual one. */
type Axis = Pick<Model, 'periods' | 'observedUntil'>;

type Typed = number | { readonly text: string };
const isTyped = (content: Content | undefined): content is Typed =>
  typeof content === 'number' || (typeof content === 'object' && 'text' in content);

/**
 * A series whose typed periods are typed over or emptied, or that takes what is typed up to the boundary, as actual.
 * `held`: what the base holds in it, which is reset first. `clears`: what its formula starts from may be emptied as well.
 * `folded`: the edits that it took.
 */
function retyped(
  line: Line,
  { edits, held, clears }: { edits: readonly CellEdit[]; held: Overrides[string]; clears: boolean },
  { periods, observedUntil }: Axis,
): { readonly line: Line; readonly folded: readonly CellEdit[] } {
  if (line.kind !== 'series' || line.formula === '') return { line, folded: [] };
  const values: Record<string, Typed> = { ...line.values };
  const from = canStand(line, values, periods);
  let { start } = line;
  const folded = edits.filter(({ slot, content }) => {
    if (slot === 'value' || (values[slot] === undefined && !(isTyped(content) && slot <= observedUntil))) return false;
    if (isTyped(content)) values[slot] = content;
    else if (content === undefined && held[slot] === undefined && (clears || slot >= from)) {
      delete values[slot];
      if (slot < from) start = Math.max(start ?? 0, slot + 1);
    } else return false;
    return true;
  });
  if (folded.length === 0) return { line, folded };
  const { values: _, ...rest } = line;
  const kept = Object.keys(values).length > 0 ? { values } : {};
  return { line: { ...rest, ...kept, ...(start === undefined ? {} : { start }) }, folded };
}
