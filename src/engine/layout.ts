import { a1, columnIndex, columnName, columnSlot, HEADER_ROWS, slotColumn } from '../model/address.ts';
import { childrenOf } from '../model/check.ts';
import type { CellRef, Slot } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import { firstPeriod, leadsTo, type Periods, periodsAt } from '../model/model.ts';
import { type At, type CalendarPart, type FormulaPart, isMany, type Reference, tryParse } from '../model/notation.ts';
import { calendarNumber, isOneOf, periodsOfYear, periodText, stepOf, yearOf } from '../model/periods.ts';
import type { Text } from '../model/text.ts';
import { goesByName, quoteSheet, sheetNames } from './sheets.ts';

/** Where lines, periods and scenarios stand in the workbook. */
export interface Layout {
  readonly lines: readonly Line[];
  readonly periods: Periods;
  readonly scenarioIds: readonly string[];
  readonly sheets: readonly string[];
  /** 0-based place of a line in the sheet; undefined for an unknown id. */
  readonly indexOf: (line: string) => number | undefined;
  /**
   * Whether scalars stand in formulas by their addresses even where they have a name. The engine takes twice as long to build
   * formulas with names: it looks for each among all that depend on the name.
   */
  readonly byAddress?: boolean;
}

export function createLayout(
  lines: readonly Line[],
  periods: Periods,
  scenarios: readonly { readonly id: string; readonly name: Text | string }[],
): Layout {
  const index = new Map(lines.map((line, i) => [line.id, i]));
  return {
    lines,
    periods,
    scenarioIds: scenarios.map(({ id }) => id),
    sheets: sheetNames(scenarios),
    indexOf: (line) => index.get(line),
  };
}

/** Whether a line has content in a slot: a scalar in column C, the others in the periods. */
export const hasSlot = (line: Line, slot: Slot): boolean => (slot === 'value' ? isScalar(line) : hasPeriods(line));

/** The cell at a 0-based column and line; undefined for labels, units, headings and what holds no value. */
export function cellAt(layout: Layout, scenario: string, column: number, lineIndex: number): CellRef | undefined {
  const line = layout.lines[lineIndex];
  const slot = columnSlot(column, layout.periods);
  return line && slot !== undefined && hasSlot(line, slot) ? { scenario, line: line.id, slot } : undefined;
}

/** The address in A1 of a cell, without its sheet; undefined where the line is unknown. */
export function addressOf(layout: Layout, cell: Pick<CellRef, 'line' | 'slot'>): string | undefined {
  const index = layout.indexOf(cell.line);
  return index === undefined ? undefined : a1(slotColumn(cell.slot, layout.periods), index);
}

export const sheetName = (layout: Layout, scenario: string): string | undefined =>
  layout.sheets[layout.scenarioIds.indexOf(scenario)];

/** What heads the columns: years as numbers, other periods as they are written. */
export const headPart = (periods: Periods): 'year' | 'period' => (stepOf(periods) === 'year' ? 'year' : 'period');

/** What heads the column of a period. */
export const headOf = (period: number, periods: Periods): number | string =>
  headPart(periods) === 'year' ? period : periodText(period, stepOf(periods));

/** A reference that the layout can't place: it becomes `#REF!`. */
const LOST = '#REF!';

/** Lays out references of one cell's formula. `names`: scalars by name where the sheet is its own, else by address. */
class Placer {
  constructor(
    readonly layout: Layout,
    readonly cell: CellRef,
    readonly byAddress: boolean,
  ) {}

  place(ref: Reference, inRange: boolean): string {
    if (ref.kind === 'lost') return LOST;
    // The header row is the same on all sheets.
    if (ref.kind === 'calendar')
      return ref.part === headPart(this.layout.periods) || ref.part === 'period'
        ? this.#period(ref.at, '', `$${HEADER_ROWS}`, this.layout.periods.first)
        : this.#calendar(ref.part, ref.at);
    const sheet = this.#sheet(ref.scenario);
    if (sheet === undefined) return LOST;
    if (ref.kind === 'line') return this.#line(ref.id, ref, sheet, inRange);
    const children = childrenOf(this.layout.lines, ref.id);
    if (!children || children.length === 0) return LOST;
    return this.#block(children, ref, sheet);
  }

  #sheet(scenario: string | undefined): string | undefined {
    if (scenario === undefined) return '';
    const name = sheetName(this.layout, scenario);
    return name === undefined ? undefined : `${quoteSheet(name)}!`;
  }

  /** Lines under a heading stand together, so that they are one range where all of them are in the same column. */
  #block(lines: readonly Line[], ref: Reference & { kind: 'children' }, sheet: string): string {
    const placed = lines.map((line) => this.#line(line.id, ref, sheet, true));
    const columns = placed.map((address) => ADDRESS.exec(address)?.[2]);
    const simple = columns.every((column) => column !== undefined && column === columns[0]);
    const last = placed.at(-1)?.replace(/^.*!/, '') ?? '';
    return simple ? (placed.length === 1 ? (placed[0] ?? LOST) : `${placed[0]}:${last}`) : placed.join(',');
  }

  #line(
    id: string,
    { at }: Exclude<Reference, { kind: 'calendar' | 'lost' }>,
    sheet: string,
    inRange: boolean,
  ): string {
    const index = this.layout.indexOf(id);
    const line = index === undefined ? undefined : this.layout.lines[index];
    if (index === undefined || !line || line.kind === 'heading') return LOST;
    const row = index + HEADER_ROWS + 1;
    if (isScalar(line)) {
      if (at.kind === 'row') return `${sheet}${inRange ? 'C' : '$C'}${row}`;
      if (at.kind !== 'same') return LOST;
      return sheet === '' && !inRange && !this.byAddress && goesByName(id)
        ? id
        : `${sheet}${inRange ? 'C' : '$C$'}${row}`;
    }
    return this.#period(at, sheet, `${row}`, firstPeriod(line, this.layout.periods));
  }

  /** Cells of a row, whose number may be fixed; `begin`: the year in which it begins. */
  #period(at: At, sheet: string, row: string, begin: number): string {
    const { periods } = this.layout;
    const { first, last } = periods;
    const fixedRow = row.startsWith('$') ? row : `$${row}`;
    const absolute = (year: number) => (isOneOf(year, periods) ? `${sheet}$${this.#column(year)}${fixedRow}` : LOST);
    const relative = (year: number) => (isOneOf(year, periods) ? `${sheet}${this.#column(year)}${row}` : LOST);
    const here = this.cell.slot;
    const all = `${absolute(first)}:$${this.#column(last)}${fixedRow}`;
    switch (at.kind) {
      case 'same':
      case 'row':
      case 'lag':
      case 'years':
        return here === 'value' ? LOST : relative(leadsTo(at, here, periods));
      case 'upto':
        return here === 'value' ? LOST : `${absolute(first)}:${this.#column(here)}${row}`;
      case 'first':
        return absolute(begin);
      case 'last':
        return absolute(last);
      case 'period':
        return at.step === stepOf(periods) ? absolute(at.period) : LOST;
      case 'ofYear': {
        const year = here === 'value' ? undefined : periodsOfYear(yearOf(here, periods), periods);
        return year ? `${absolute(year.first)}:$${this.#column(year.last)}${fixedRow}` : LOST;
      }
      case 'all':
        return all;
      case 'input':
        return `INDEX(${all},1,${this.#chosen(at.id)})`;
    }
  }

  /** The place, from 1, of the period that a scalar holds: its year, or as the period is written. */
  #chosen(id: string): string {
    const held = this.#line(id, { kind: 'line', id, at: { kind: 'same' } }, '', false);
    const { first, last } = this.layout.periods;
    const head = (period: number) => `$${this.#column(period)}$${HEADER_ROWS}`;
    const isYears = headPart(this.layout.periods) === 'year' && !this.layout.periods.list;
    return isYears ? `${held}-${head(first)}+1` : `MATCH(${held},${head(first)}:${head(last)},0)`;
  }

  /** The number of a part of the calendar, or one for each of several columns. */
  #calendar(part: Exclude<CalendarPart, 'period'>, at: At): string {
    const { periods } = this.layout;
    const named = periodsAt(at, this.cell.slot, periods);
    const numbers = named.map((period) => calendarNumber(part, period, periods));
    if (at.kind === 'input') {
      const all = numbers.join(',');
      return numbers.includes(undefined) ? LOST : `INDEX({${all}},1,${this.#chosen(at.id)})`;
    }
    if (numbers.length === 0 || numbers.includes(undefined)) return LOST;
    return isMany(at) ? `{${numbers.join(',')}}` : `${numbers[0]}`;
  }

  #column(year: number): string {
    return columnName(slotColumn(year, this.layout.periods));
  }
}

/** An address with its sheet, its column and its row. */
const ADDRESS = /^([^!]+!)?(\$?[A-Z]+)(\$?\d+)$/;

const bare = (part: string): string => part.replace('$', '');

/**
 * The corners of a range, from its first column and row to its last. The other way round HyperFormula takes it too, but
 * can't build it beside a name.
 */
function inOrder(from: string, to: string): readonly [string, string] {
  const [a, b] = [ADDRESS.exec(from), ADDRESS.exec(to)];
  if (!a || !b) return [from, to];
  const [, sheet = '', ...first] = a as unknown as [string, string | undefined, string, string];
  const [, own = '', ...second] = b as unknown as [string, string | undefined, string, string];
  const isRight = first[0] === second[0] || columnIndex(bare(first[0])) <= columnIndex(bare(second[0]));
  const isDown = Number(bare(first[1])) <= Number(bare(second[1]));
  const [left, right] = isRight ? [first[0], second[0]] : [second[0], first[0]];
  const [top, bottom] = isDown ? [first[1], second[1]] : [second[1], first[1]];
  return [`${sheet}${left}${top}`, `${own}${right}${bottom}`];
}

/** Whether a part is an end of a range. */
export const touchesColon = (parts: readonly FormulaPart[], i: number): boolean => {
  const before = parts[i - 1];
  const after = parts[i + 1];
  return (
    (before !== undefined && 'text' in before && /:\s*$/.test(before.text)) ||
    (after !== undefined && 'text' in after && /^\s*:/.test(after.text))
  );
};

/** Whether a function asks where its argument stands: a name would be no place. */
const isAskedWhere = (parts: readonly FormulaPart[], i: number): boolean => {
  const before = parts[i - 1];
  return (
    before !== undefined &&
    'text' in before &&
    /\b(?:ROW|COLUMN|OFFSET|ISREF|FORMULATEXT|SHEET)\s*\(\s*$/i.test(before.text)
  );
};

/**
 * A formula as it stands in the workbook: line ids become names and addresses of the cell's own sheet.
 * What does not follow the notation passes through as it is, and is an error of its cell.
 * `shown`: addresses that belong to no line appear as they were typed, and not as the error that they are.
 */
export function layOut(layout: Layout, formula: string, cell: CellRef, shown = false): string {
  const parts = tryParse(formula);
  if (!parts) return formula;
  const placer = new Placer(layout, cell, !shown && layout.byAddress === true);
  const texts = parts.map((part, i) => {
    if ('text' in part) return part.text;
    if (shown && part.ref.kind === 'lost') return part.ref.address;
    const placed = placer.place(part.ref, touchesColon(parts, i) || isAskedWhere(parts, i));
    return shown && placed === LOST ? part.source : placed;
  });
  for (let i = 1; !shown && i < texts.length - 1; i++) {
    const [from, between, to] = texts.slice(i - 1, i + 2) as [string, string, string];
    if (between.trim() !== ':') continue;
    // With a colon after it the error could not be read, and would be taken for a fault of the whole formula.
    if (from === LOST || to === LOST) texts.splice(--i, 3, LOST);
    else [texts[i - 1], texts[i + 1]] = inOrder(from, to) as [string, string];
  }
  return texts.join('');
}
