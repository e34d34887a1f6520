import type { Text } from '../../model/text.ts';
import { isMoneyText } from '../reading/units.ts';
import { both, type Draft, draftOf, joined, type Needs } from './draft.ts';
import { areaOf } from './grid.ts';
import { isUnitText, labelAndUnit, MONEY_HEAD, QUANTITY_HEAD, RATIO_HEAD, VALUE_HEAD } from './labels.ts';
import type { SheetBuild } from './sheetBuild.ts';
import type { LeftOut, Source } from './types.ts';
import type { View } from './view.ts';

/** Values that stand together outside of every table with time. */
export interface ScalarBlock {
  readonly top: number;
  readonly left: number;
  readonly drafts: readonly Draft[];
}

/** A list of records that formulas look through. */
export interface ListArea {
  readonly at: Source;
  readonly until: Source;
  readonly drafts: readonly Draft[];
}

interface Value {
  readonly row: number;
  readonly column: number;
  /** Where its row is named; -1 where it is not. */
  readonly named: number;
}

/** Rows of a list of records, of which nobody means each number as an assumption. */
const LEAST_RECORDS = 60;
/** Rows over which a range goes down, from which on they are told as a list. */
const LEAST_LISTED = 12;
/** Values of a list beyond which nobody could read its lines, and the engine not hold them. */
const MOST_VALUES = 5_000;
const NAME: Text = { en: 'name', zh: '名称' };
const TITLE: Text = { en: 'Title', zh: '标题' };

/** Makes lines of one value each of what no table with time has taken. */
export class Scalars {
  readonly blocks: ScalarBlock[] = [];
  readonly left: LeftOut[] = [];
  /** Areas that are lists of records, with the lines that came of them. */
  readonly lists: ListArea[] = [];
  readonly #rows = new Map<number, Value[]>();
  readonly #sheet: number;

  constructor(
    readonly view: View,
    readonly build: SheetBuild,
    readonly needs: Needs,
  ) {
    this.#sheet = build.grid.place;
    this.#collect();
    for (const segment of this.#segments()) this.#segment(segment);
  }

  #collect(): void {
    const add = (row: number, column: number) => {
      const named = this.#namedAt(row, column);
      this.#rows.set(row, [...(this.#rows.get(row) ?? []), { row, column, named }]);
    };
    for (const [row, columns] of this.build.grid.rows)
      for (const column of columns) if (!this.build.isUsed(row, column) && this.#isValue(row, column)) add(row, column);
    for (const [row, column] of this.needs.singles(this.#sheet))
      if (!this.build.grid.at(row, column) && !this.build.isUsed(row, column) && this.#namedAt(row, column) >= 0)
        add(row, column);
    for (const values of this.#rows.values()) values.sort((a, b) => a.column - b.column);
  }

  #isValue(row: number, column: number): boolean {
    if (this.view.isNumeric(row, column) || this.needs.single(this.#sheet, row, column)) return true;
    if (this.build.grid.at(row, column)?.formula === undefined) return false;
    // A text that a formula makes: beside a label it is a value, else a label itself.
    const isNamed = this.#namedAt(row, column) >= 0 && !this.#hasNumbersBehind(row, column);
    const isValue = isNamed || this.#isComposed(row, column);
    if (!isValue) this.build.use(row, column);
    return isValue;
  }

  /** A title that says what was chosen or computed, `="Case: "&B3`, alone in its row. */
  #isComposed(row: number, column: number): boolean {
    const formula = this.build.grid.at(row, column)?.formula ?? '';
    return (
      /[&(]/.test(formula) &&
      !this.view.positions(row).some((other) => other !== column && this.view.isNumeric(row, other))
    );
  }

  #hasNumbersBehind(row: number, column: number): boolean {
    return this.view.positions(row).some((other) => other > column && this.view.isNumeric(row, other));
  }

  /**
   * The column of the text that names a value: the nearest before it. Over a gap behind other numbers it names those, and
   * not a block that stands beside them.
   */
  #namedAt(row: number, column: number): number {
    let hasNumbers = false;
    let isOver = false;
    for (let at = column - 1; at >= 0; at--) {
      const text = this.view.text(row, at);
      if (text !== '' && (!this.needs.single(this.#sheet, row, at) || !this.#isTyped(row, at)))
        return this.#isBehindUnit(row, at) ? at - 1 : at;
      if (this.build.grid.at(row, at)) hasNumbers = true;
      else if (hasNumbers) isOver = true;
      if (isOver) return -1;
    }
    return -1;
  }

  /** Whether a text that formulas name is a choice that somebody typed, and no label: another text stands before it. */
  #isTyped(row: number, column: number): boolean {
    return this.view.positions(row).some((other) => other < column && this.view.text(row, other) !== '');
  }

  /** Whether a text is the unit of the label before it. */
  #isBehindUnit(row: number, column: number): boolean {
    return column > 0 && isUnitText(this.view.text(row, column)) && this.view.text(row, column - 1) !== '';
  }

  /** Rows that follow each other. */
  #segments(): Value[][][] {
    const segments: Value[][][] = [];
    let last = -2;
    for (const [row, values] of [...this.#rows].sort(([a], [b]) => a - b)) {
      if (row === last + 1) segments.at(-1)?.push(values);
      else segments.push([values]);
      last = row;
    }
    return segments;
  }

  #segment(rows: readonly (readonly Value[])[]): void {
    const kept =
      rows.length >= LEAST_RECORDS && rows.some((values) => values.length > 1) ? this.#withoutRecords(rows) : rows;
    if (kept.reduce((sum, { length }) => sum + length, 0) > MOST_VALUES) {
      this.#leave(kept.flat(), rows.length);
      return;
    }
    const isGoneOver = ({ row, column }: Value) => this.needs.vertical(this.#sheet, row, column);
    const listed: Draft[] = [];
    const groups = new Map<number, Value[]>();
    for (const values of kept)
      for (const value of values) groups.set(value.named, [...(groups.get(value.named) ?? []), value]);
    for (const values of groups.values()) {
      const isDown = values.some(isGoneOver);
      const columns = new Set(values.map(({ column }) => column));
      const sorted =
        isDown && columns.size > 1 ? [...values].sort((a, b) => a.column - b.column || a.row - b.row) : values;
      const isWide = (row: number) => values.filter((value) => value.row === row).length > 1;
      const drafts = sorted.map((value) => this.#draft(value, isWide(value.row)));
      for (const draft of drafts) this.build.place(draft);
      listed.push(...drafts);
      const top = Math.min(...values.map(({ row }) => row));
      this.blocks.push({ top, left: Math.min(...columns), drafts });
    }
    if (kept.filter((values) => values.some(isGoneOver)).length >= LEAST_LISTED)
      this.lists.push({ ...areaOf(this.#sheet, kept.flat()), drafts: listed });
  }

  /** A list of records without what no formula names; that is told. */
  #withoutRecords(rows: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
    const isNamed = ({ row, column }: Value) =>
      this.build.grid.at(row, column)?.formula !== undefined ||
      this.needs.single(this.#sheet, row, column) ||
      this.needs.covered(this.#sheet, row, column);
    const values = rows.flat();
    const left = values.filter((value) => !isNamed(value));
    if (left.length === 0) return rows;
    this.#leave(left, rows.length);
    return rows.map((row) => row.filter(isNamed)).filter((row) => row.length > 0);
  }

  #leave(values: readonly Value[], rows: number): void {
    const formulas = values.filter(({ row, column }) => this.build.grid.at(row, column)?.formula !== undefined).length;
    this.left.push({ ...areaOf(this.#sheet, values), why: 'list', said: `${rows}`, formulas });
  }

  #draft({ row, column, named }: Value, isWide: boolean): Draft {
    const isText = this.view.text(row, column) !== '' && this.build.grid.at(row, column)?.formula === undefined;
    const head = this.#headOf(row, column, isText);
    // Several texts side by side that formulas name are heads, each of which names itself.
    const isOneOfTexts = isText && this.#neededTexts(row) > 1;
    const name = named < 0 || isOneOfTexts ? '' : this.#rowLabel(row, named);
    const before = this.view.text(row, named + 1);
    let last = column;
    while (this.view.isNumeric(row, last + 1)) last++;
    const behind = this.view.text(row, last + 1);
    const unitText = named >= 0 && named + 1 < column && isUnitText(before) ? before : isUnitText(behind) ? behind : '';
    const note =
      behind !== unitText && behind.length > 3 && !this.needs.single(this.#sheet, row, last + 1) ? behind : '';
    const isOwn = unitText === '' || !isWide || this.#isUnitOf(row, column, head, unitText);
    const { label, unit } = labelAndUnit(name, isOwn ? unitText : '');
    const key = named < 0 ? this.#rowKey(row, column) : '';
    const own = key !== '' ? key : label === '' ? (isText ? this.view.text(row, column) : head) : label;
    const isTitle = own === '' && !isText && this.view.text(row, column) !== '';
    const isOwnName = isText && label === '' && key === '';
    const shown = isTitle
      ? TITLE
      : isOwnName
        ? joined(own, head || NAME)
        : isWide && (label !== '' || key !== '')
          ? joined(own, VALUE_HEAD.test(head) ? '' : head)
          : both(own);
    const [labelRow, labelColumn] = named < 0 ? [row, column] : [row, named];
    return draftOf({
      kind: 'scalar',
      from: { sheet: this.#sheet, row: labelRow, column: labelColumn },
      label: shown,
      unit,
      note,
      cells: new Map([['value', [row, column]]]),
    });
  }

  /**
   * Whether the unit of a row is that of one of its values. Beside a quantity, its price and what that comes to it is that of one
   * of them; of the cases of one value it is that of all.
   */
  #isUnitOf(row: number, column: number, head: string, unit: string): boolean {
    const heads = (this.#rows.get(row) ?? []).map((value) => this.#headOf(row, value.column));
    const isCounted = heads.some((one) => QUANTITY_HEAD.test(one));
    if (!isCounted && !heads.some((one) => RATIO_HEAD.test(one) || MONEY_HEAD.test(one))) return true;
    const isBeside = this.view.text(row, column + 1) === unit || this.view.text(row, column - 1) === unit;
    if (!isMoneyText(unit)) return isCounted ? QUANTITY_HEAD.test(head) : isBeside;
    return MONEY_HEAD.test(head) && !RATIO_HEAD.test(head) && (isBeside || !this.#isBehind(row, column, unit));
  }

  /** Whether a text stands behind a value of its row. */
  #isBehind(row: number, column: number, text: string): boolean {
    return this.view.positions(row).some((at) => at > column && this.view.text(row, at) === text);
  }

  #neededTexts(row: number): number {
    return this.view
      .positions(row)
      .filter((at) => this.view.text(row, at) !== '' && this.needs.single(this.#sheet, row, at)).length;
  }

  /** The number with which a row without a name begins, where others follow it. */
  #rowKey(row: number, column: number): string {
    let at = column;
    while (at > 0 && this.view.isNumeric(row, at - 1)) at--;
    if (at === column) return '';
    const head = this.#headOf(row, at);
    return [/^\d/.test(head) ? '' : head, this.build.shown(row, at)].filter((part) => part !== '').join(' ');
  }

  /** The texts up to the one that names a row, as far as they stand side by side. */
  #rowLabel(row: number, named: number): string {
    const parts: string[] = [];
    for (let at = named; at >= 0; at--) {
      const text = this.view.text(row, at) || (at === named ? '' : this.build.mergedText(row, at));
      if (text === '') break;
      parts.unshift(text);
    }
    return [...new Set(parts)].join(' – ');
  }

  /** The text over a column, over values without a gap of more than one row. */
  #headOf(row: number, column: number, isText = false): string {
    let gaps = 0;
    let top: number | undefined;
    for (let at = row - 1; at >= 0 && gaps < 2; at--) {
      const cell = this.build.grid.at(at, column);
      if (!cell) gaps++;
      else {
        const text = this.view.text(at, column);
        if (isText && text !== '' && this.needs.single(this.#sheet, at, column)) continue;
        if (text !== '' && (cell.formula === undefined || this.#isHead(at, column))) return text;
        gaps = 0;
        if (this.#isPeriodHead(at, column)) return String(this.view.value(at, column));
        top = at;
      }
    }
    return top === undefined || top === row ? '' : this.#numberHead(top, column);
  }

  /** A number over others heads them where its row is one of such heads: that of a table of two variables. */
  #numberHead(row: number, column: number): string {
    const cell = this.build.grid.at(row, column);
    const isFirst = this.build.grid.at(row, column - 1) === undefined;
    return isFirst || typeof cell?.value !== 'number' ? '' : this.build.shown(row, column);
  }

  /** Whether a period heads what stands below it: what is computed only beside its neighbour, else it is an amount like 1280. */
  #isPeriodHead(row: number, column: number): boolean {
    const [before, own, after] = [-1, 0, 1].map((by) => this.view.time(row, column + by));
    if (own?.kind !== 'period' || !this.#isHead(row, column)) return false;
    const isNext = (one: typeof before) => one?.kind === 'period' && Math.abs(one.at - own.at) === 1;
    return this.build.grid.at(row, column)?.formula === undefined || [before, after].some(isNext);
  }

  #isHead(row: number, column: number): boolean {
    return this.view.text(row - 1, column) === '' && this.view.positions(row).length > 1;
  }
}
