import { PER_YEAR, type Step } from '../../model/periods.ts';
import { type Axis, readAxis } from '../reading/axis.ts';
import { isFarYear } from '../reading/farYears.ts';
import { isNothing } from '../reading/looks.ts';
import { flagColumns } from './flagColumns.ts';
import { isFlagged, isFlagHead } from './flags.ts';
import { isNumber, isSubannual, isWholeYear, namedRole, namedRoles, type Role } from './header.ts';
import { factsOfColumn, keyColumns } from './keys.ts';
import { type Parts, stepOfParts, type Within } from './parts.ts';
import type { Shape } from './shape.ts';
import { uncertainColumns } from './uncertain.ts';
import { looksLikeUnit } from './unitsRow.ts';

export interface Layout {
  readonly roles: readonly Role[];
  readonly shape: Shape;
  /** The periods of the header, or of the column of them. */
  readonly axis?: Axis;
}

/** What is known before columns are looked at. */
export interface Given {
  /** 0-based among the records; -1 for none. */
  readonly header: number;
  readonly from: number;
  readonly until?: number;
  /** Columns of other tables. */
  readonly outside?: (column: number) => boolean;
  /** What a person said that columns hold, by their places. */
  readonly roles?: Readonly<Record<number, Role>>;
  /** The period that the first cell means where it only counts. */
  readonly start?: number | undefined;
}

type Rows = readonly (readonly string[])[];

const YEAR = /(?:19|20)\d{2}/;
/** The year that stands above a table, from which what only counts may begin. */
function yearAbove(records: Rows): number | undefined {
  for (const cells of records) {
    const found = cells.map((cell) => YEAR.exec(cell)?.[0]).find((year) => year !== undefined);
    if (found) return Number(found);
  }
  return undefined;
}

const isValue = (cell: string): boolean =>
  isNumber(cell) || isNothing(cell) || isFlagged(cell) || /^\s*[=＝]/.test(cell);

/** Columns whose cells are periods: the share of them, at least. */
const MOSTLY = 0.7;

/** Whether cells name their periods whole, and not as parts of a year or counted. */
const saysAll = ({ reading }: Axis): boolean => reading.as === 'period' || reading.as === 'day';
const isOfYears = (axis: Axis): boolean => saysAll(axis) && axis.step === 'year';

/** What tells rows apart for a reader: a unit alone does not. */
const NAMING: readonly Role[] = ['id', 'label', 'scenario', 'variable', 'region', 'model'];
const SAYS_CODE = /\b(?:code|id|flags?)\b|_flags?$|代码|编码|标注/i;

/** Finds what the columns of a table hold. */
class Finder {
  readonly #head: readonly string[];
  readonly #rows: Rows;
  readonly #width: number;
  readonly #roles: Role[];
  readonly #axis: Axis | undefined;
  readonly #hints: { start?: number | undefined; year?: number | undefined };

  constructor(
    readonly records: Rows,
    readonly given: Given,
  ) {
    const { header, from, until, start } = given;
    this.#head = records[header] ?? [];
    this.#rows = records.slice(Math.max(header + 1, from), until).filter((cells) => cells.some((cell) => cell !== ''));
    this.#width = records.reduce((most, cells) => Math.max(most, cells.length), 0);
    this.#hints = { start, year: yearAbove(records.slice(from, Math.max(header, from))) };
    const above = records[header - 1];
    const hints = { ...this.#hints, ...(above && header > from ? { above } : {}) };
    const heads = this.#head.map((cell, i) => (given.outside?.(i) ? '' : cell));
    this.#axis = header < 0 ? undefined : readAxis(heads, hints);
    const named = header < 0 ? [] : namedRoles(heads, hints);
    const chosen = Object.values(given.roles ?? {});
    this.#roles = Array.from({ length: this.#width }, (_, i): Role => {
      const said = given.outside?.(i) ? 'none' : given.roles?.[i];
      if (said !== undefined) return said;
      const found = named[i] ?? 'none';
      // What a person gave to another column is not found here as well.
      return found !== 'value' && chosen.includes(found) ? 'none' : found;
    });
  }

  find(): Layout {
    const units = looksLikeUnit(this.#rows[0], this.#head, this.#roles);
    const rows = units ? this.#rows.slice(1) : this.#rows;
    const { from, until } = this.given;
    const shape = { from, ...(until === undefined ? {} : { until }), units };
    const time = this.#timeColumn(rows);
    this.#joinSubannual(rows);
    if (time === undefined) {
      this.#drop('time');
      this.#uncertain(rows);
      this.#label(rows);
      return { roles: this.#roles, shape: this.#withFlags(shape, rows), ...(this.#axis ? { axis: this.#axis } : {}) };
    }
    const { column, axis } = time;
    const parts = axis.step === 'year' && this.#axis?.reading.as === 'part' ? this.#parts(this.#axis) : undefined;
    for (const [i, role] of this.#roles.entries())
      if (typeof role === 'number') this.#roles[i] = parts ? 'value' : 'none';
    const within = parts || !isOfYears(axis) ? undefined : this.#within(rows, column);
    for (const [i, role] of this.#roles.entries()) if (role === 'time') this.#roles[i] = 'none';
    for (const i of within ? [column, within.column] : [column]) this.#roles[i] = 'time';
    if (!parts) this.#values(rows, Math.max(column, within?.column ?? 0));
    this.#keys(rows, within ? [column, within.column] : [column]);
    const down = { reading: axis.reading, ...(parts ? { parts } : {}), ...(within ? { within } : {}) };
    return { roles: this.#roles, shape: this.#withFlags({ ...shape, down }, rows), axis };
  }

  /** With the columns of flags. */
  #withFlags(shape: Shape, rows: Rows): Shape {
    const flags = flagColumns(rows, this.#head, this.#roles, (column) => this.#isFixed(column));
    return Object.keys(flags).length > 0 ? { ...shape, flags } : shape;
  }

  /** Whether what a column holds is known already. */
  #isFixed(column: number): boolean {
    return this.given.roles?.[column] !== undefined || (this.given.outside?.(column) ?? false);
  }

  #drop(role: Role): void {
    for (const [i, one] of this.#roles.entries()) if (one === role && !this.#isFixed(i)) this.#roles[i] = 'none';
  }

  /** The column whose cells are the periods of the rows: the one that a person chose, or found where no header has any. */
  #timeColumn(rows: Rows): { column: number; axis: Axis } | undefined {
    const read = (column: number) => readAxis(rows.map((cells) => cells[column] ?? '').filter(Boolean), this.#hints);
    const chosen = this.#among(['time']).filter((column) => this.#isSaid(column));
    const said = chosen.flatMap((column) => {
      const axis = read(column);
      return axis ? [{ column, axis }] : [];
    });
    // Parts of a year that a person chose are those of the years beside them.
    const arePartsAlone = chosen.every((column) => this.#stepOfParts(rows, column) !== undefined);
    const found = arePartsAlone && !said.some(({ axis }) => saysAll(axis)) ? this.#timeColumns(rows, read) : [];
    const all = chosen.length === 0 ? found : [...found.filter(({ axis }) => isOfYears(axis)), ...said];
    const whole = all.filter(({ axis }) => saysAll(axis));
    const first = whole[0] ?? all[0];
    // Beside a year its months may be written out: then they say it all.
    const finer = first?.axis.step === 'year' ? whole.find(({ axis }) => axis.step !== 'year') : undefined;
    return finer ?? first;
  }

  /** The columns whose cells are periods: the first of them, and all others that are called so. */
  #timeColumns(
    rows: Rows,
    read: (column: number) => Axis | undefined,
  ): readonly { readonly column: number; readonly axis: Axis }[] {
    const isAcross = this.#axis !== undefined && this.#roles.some((role) => typeof role === 'number');
    if (isAcross && this.#axis?.reading.as !== 'part') return [];
    const found: { column: number; axis: Axis }[] = [];
    const isNamed = (column: number) =>
      this.#roles[column] === 'time' || namedRole(this.#head[column] ?? '') === 'time';
    // What is called so goes before what only looks so: a day of the last update.
    const all = [...this.#roles.entries()].sort((a, b) => Number(isNamed(b[0])) - Number(isNamed(a[0])) || a[0] - b[0]);
    for (const [column, role] of all) {
      if (this.#isFixed(column)) continue;
      if (role !== 'time' && (isAcross || role !== 'none')) continue;
      if (found.length > 0 && !isNamed(column)) continue;
      const cells = rows.map((one) => one[column] ?? '').filter((cell) => cell.trim() !== '');
      const axis = isNamed(column) || this.#mayBeTime(cells, column, rows) ? read(column) : undefined;
      if (!axis) continue;
      // Years that lie too far back are told, row by row.
      const far = isNamed(column) ? cells.filter(isFarYear).length : 0;
      const known = axis.periods.filter((period) => period !== undefined).length + axis.others.length + far;
      if (known >= cells.length * MOSTLY && known > 0) found.push({ column, axis });
    }
    return found;
  }

  /** The column that says of which part of its year each row is: of several the one of the shortest parts. */
  #within(rows: Rows, time: number): Within | undefined {
    const found = this.#roles.flatMap((role, column): Within[] => {
      const isFree = (role === 'none' || role === 'time') && !this.#isFixed(column);
      const step = column !== time && (isFree || this.#isSaid(column)) ? this.#stepOfParts(rows, column) : undefined;
      return step ? [{ column, step }] : [];
    });
    return found.sort((a, b) => PER_YEAR[b.step] - PER_YEAR[a.step])[0];
  }

  /** The step of whose parts nearly all cells of a column are. */
  #stepOfParts(rows: Rows, column: number): Step | undefined {
    const cells = rows.map((one) => one[column] ?? '').filter((cell) => cell.trim() !== '');
    if (cells.length === 0 || cells.length < rows.length * MOSTLY) return undefined;
    return stepOfParts(this.#head[column] ?? '', cells, this.#isSaid(column));
  }

  /** Whether a person says that a column holds periods. */
  #isSaid(column: number): boolean {
    return this.given.roles?.[column] === 'time';
  }

  /** Whether a column without a name for it may hold periods: of plain years only the first one, where each stands once. */
  #mayBeTime(cells: readonly string[], column: number, rows: Rows): boolean {
    if (cells.length < 2) return false;
    if (!cells.every(isNumber)) return readAxis(cells.slice(0, 2)) !== undefined && !cells.slice(0, 2).some(isNumber);
    const before = this.#roles.findIndex((_, i) => factsOfColumn(rows, i, isValue).filled > 0);
    return column === before && (readAxis(cells)?.isOrdered ?? false);
  }

  /** Which part of a year each column holds, where years go down. */
  #parts(axis: Axis): Parts {
    const places = axis.periods.flatMap((period, i) => (period === undefined ? [] : [[i, period] as const]));
    const begin = (places[0]?.[1] ?? 0) - (axis.reading.start?.count ?? 1) + 1;
    return { step: axis.step, of: Object.fromEntries(places.map(([i, period]) => [i, period - begin])) };
  }

  /** Numbers behind the column of periods are values; those before it only where none stand behind. */
  #values(rows: Rows, time: number): void {
    const isFree = (column: number) => this.#roles[column] === 'none' && !this.#isFixed(column);
    const holdsNumbers = (column: number) => {
      const { filled, numbers } = factsOfColumn(rows, column, isValue);
      const head = this.#head[column] ?? '';
      return filled > 0 && numbers > filled / 2 && !SAYS_CODE.test(head) && namedRole(head) !== 'time';
    };
    const all = this.#roles.flatMap((_, i) => (isFree(i) && holdsNumbers(i) ? [i] : []));
    const behind = all.filter((column) => column > time);
    const taken = behind.length > 0 || this.#roles.includes('value') ? behind : all;
    for (const column of taken) this.#roles[column] = 'value';
  }

  /** The columns that say of what the values beside a period are. */
  #keys(rows: Rows, times: readonly number[]): void {
    const told = this.#among(NAMING);
    this.#join(keyColumns(rows, this.#texts(rows), [...times, ...told], 0));
    if (!this.#names()) this.#join([this.#roles.indexOf('region')]);
  }

  /** Parts of a year tell rows apart, also where they are of different lines. */
  #joinSubannual(rows: Rows): void {
    const at = this.#head.findIndex(isSubannual);
    if (at >= 0 && rows.some((cells) => !isWholeYear(cells[at] ?? ''))) this.#join([at]);
  }

  /** The columns that say what rows are: named, else the first of texts; and those that tell apart what these do not. */
  #label(rows: Rows): void {
    const told = this.#among(NAMING);
    const isNamed = this.#names();
    const texts = this.#texts(rows);
    const first = this.#roles.findIndex((role) => typeof role === 'number' || role === 'value');
    const before = texts.filter((column) => first < 0 || column < first);
    const region = this.#roles.indexOf('region');
    // A first column without a head holds the names, also beside one of regions.
    const hasOwn = before.some((column) => region < 0 || (this.#head[column] ?? '') === '' || column < region);
    const needed = isNamed || (region >= 0 && !hasOwn) ? 0 : 1;
    const filled = rows.filter((cells) => this.#roles.some((role, i) => typeof role === 'number' && cells[i]));
    // Who says which column names the rows says it of all of them.
    const isSaid = Object.values(this.given.roles ?? {}).includes('label');
    if (!isSaid) this.#join(keyColumns(filled.length > 0 ? filled : rows, before, told, needed));
    if (!this.#names() && region >= 0) this.#join([region]);
    if (!this.#names() && texts.length > 0) this.#join(texts.slice(0, 1));
    if (!this.#names()) {
      const isFree = (role: Role, i: number) => role === 'none' && !this.#isFixed(i) && (first < 0 || i < first);
      this.#join([this.#roles.findIndex(isFree)]);
    }
  }

  /** The columns that say how inputs may turn out: beside periods that go across, where a row is a line. */
  #uncertain(rows: Rows): void {
    for (const [role, column] of Object.entries(uncertainColumns(this.#head, rows)))
      if (this.#roles[column] === 'none' && !this.#isFixed(column)) this.#roles[column] = role as Role;
  }

  #names(): boolean {
    return this.#roles.includes('label') || this.#roles.includes('variable');
  }

  #join(columns: readonly number[]): void {
    for (const column of columns) if (column >= 0 && !this.#isFixed(column)) this.#roles[column] = 'label';
  }

  #among(roles: readonly Role[]): readonly number[] {
    return this.#roles.flatMap((role, i) => (roles.includes(role) ? [i] : []));
  }

  /** Columns of which nothing is known, and that hold texts. */
  #texts(rows: Rows): readonly number[] {
    return this.#roles.flatMap((role, i) => {
      if (role !== 'none' || this.#isFixed(i)) return [];
      const head = this.#head[i] ?? '';
      if (namedRole(head) !== undefined || isFlagHead(head)) return [];
      const { filled, numbers } = factsOfColumn(rows, i, isValue);
      return filled > 0 && numbers <= filled / 2 ? [i] : [];
    });
  }
}

/** How a table lies, and what its columns hold, from its first records. */
export const layOut = (records: Rows, given: Given): Layout => new Finder(records, given).find();
