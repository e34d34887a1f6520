import { a1, columnIndex, columnName, columnSlot, HEADER_ROWS, slotColumn } from '../model/address.ts';
import { childrenOf } from '../model/check.ts';
import { beginningOf, cellOf, coarseStep, hasCell } from '../model/coarse.ts';
import type { CellRef, Slot } from '../model/content.ts';
import { hasPeriods, isScalar, type Line, type MeasuredLine } from '../model/line.ts';
import { firstPeriod, leadsTo, type Periods, periodsAt, stepBetween } from '../model/model.ts';
import { type At, type CalendarPart, type FormulaPart, isMany, type Reference, tryParse } from '../model/notation.ts';
import {
  calendarNumber,
  isOneOf,
  periodsBeside,
  periodsOf,
  periodText,
  placeOf,
  type Step,
  stepOf,
} from '../model/periods.ts';
import { rollupOf } from '../model/rollup.ts';
import type { Text } from '../model/text.ts';
import { yearFormula } from '../model/yearFormula.ts';
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

/** Whether a line has content in a slot: a scalar in column C, the others in the periods, or in the last of each of their own. */
export const hasSlot = (line: Line, slot: Slot, periods: Periods): boolean =>
  slot === 'value' ? isScalar(line) : hasPeriods(line) && hasCell(line, slot, periods);

/** The cell at a 0-based column and line; undefined for labels, units, headings and what holds no value. */
export function cellAt(layout: Layout, scenario: string, column: number, lineIndex: number): CellRef | undefined {
  const line = layout.lines[lineIndex];
  const slot = columnSlot(column, layout.periods);
  return line && slot !== undefined && hasSlot(line, slot, layout.periods)
    ? { scenario, line: line.id, slot }
    : undefined;
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
        ? this.#period(ref.at, '', `$${HEADER_ROWS}`, undefined, inRange)
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
    // A line of longer periods takes what each of them rolls up to.
    const isRolled = lines.some((line) => this.#looksAt(line, ref.at) !== undefined);
    const placed = lines.map((line) => this.#line(line.id, ref, sheet, !isRolled));
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
    const step = inRange ? undefined : this.#looksAt(line, at);
    return step ? this.#rolled(line, at, sheet, step) : this.#period(at, sheet, `${row}`, line, inRange);
  }

  get #from(): Line | undefined {
    return this.layout.lines[this.layout.indexOf(this.cell.line) ?? -1];
  }

  /** The longer step by which the cell's line looks at another where it counts its periods; undefined where by that one's own. */
  #looksAt(line: Line, at: At): Step | undefined {
    if (!hasPeriods(line) || !['same', 'row', 'lag', 'years'].includes(at.kind)) return undefined;
    const step = stepBetween({ line, from: this.#from }, this.layout.periods);
    return step === coarseStep(line, this.layout.periods) ? undefined : step;
  }

  /** What a line's periods in a longer one roll up to. */
  #rolled(line: MeasuredLine, at: At, sheet: string, step: Step): string {
    const { periods } = this.layout;
    const here = this.cell.slot;
    const to = here === 'value' ? Number.NaN : leadsTo(at, here, periods, step);
    if (!isOneOf(to, periods)) return LOST;
    const begin = beginningOf(to, step, periods);
    const columns = periodsBeside(begin, to, periods)
      .filter((period) => hasCell(line, period, periods))
      .map((period) => slotColumn(period, periods));
    const { by } = rollupOf(line);
    const made = yearFormula(by, this.layout.indexOf(line.id) ?? 0, columns, sheet);
    return made === undefined ? LOST : by === 'compound' ? `(${made})` : made;
  }

  /**
   * Cells of a row, whose number may be fixed, of a line or of the header. The ends of a range count columns: what lies
   * between them is taken as it stands there.
   */
  #period(at: At, sheet: string, row: string, line: Line | undefined, inRange: boolean): string {
    const { periods } = this.layout;
    const fixedRow = row.startsWith('$') ? row : `$${row}`;
    const absolute = (period: number) =>
      isOneOf(period, periods) ? `${sheet}$${this.#column(period)}${fixedRow}` : LOST;
    const relative = (period: number) => (isOneOf(period, periods) ? `${sheet}${this.#column(period)}${row}` : LOST);
    const here = this.cell.slot;
    switch (at.kind) {
      case 'same':
      case 'row':
      case 'lag':
      case 'years':
      case 'end': {
        if (here === 'value') return LOST;
        if (inRange) return relative(leadsTo(at, here, periods));
        const [found] = this.#at(at, line);
        return found === undefined ? LOST : relative(found);
      }
      case 'upto':
        if (here === 'value') return LOST;
        return `${absolute(periods.first)}:${this.#column(cellOf(line, here, periods) ?? here)}${row}`;
      case 'first':
        return absolute(firstPeriod(line, periods));
      case 'last':
        return absolute(periods.last);
      case 'period': {
        const [found] = inRange && at.step === stepOf(periods) ? [at.period] : this.#at(at, line);
        return found === undefined ? LOST : absolute(found);
      }
      case 'within': {
        const found = this.#at(at, line);
        const [first, last] = [found[0], found.at(-1)];
        if (first === undefined || last === undefined) return LOST;
        return `${absolute(first)}:$${this.#column(last)}${fixedRow}`;
      }
      case 'all':
        return `${absolute(periods.first)}:$${this.#column(periods.last)}${fixedRow}`;
      case 'input': {
        const all = `${absolute(periods.first)}:$${this.#column(periods.last)}${fixedRow}`;
        const chosen = this.#chosen(at.id);
        if (!coarseStep(line, periods)) return `INDEX(${all},1,${chosen})`;
        const places = periodsOf(periods).map(
          (period) => placeOf(cellOf(line, period, periods) ?? period, periods) + 1,
        );
        return `INDEX(${all},1,INDEX({${places.join(',')}},1,${chosen}))`;
      }
    }
  }

  #at(at: At, line: Line | undefined): number[] {
    return periodsAt(at, this.cell.slot, this.layout.periods, { line, from: this.#from });
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
    const named = this.#at(at, undefined);
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
