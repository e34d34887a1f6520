import { type Step, stepOfOrdinal } from '../../model/periods.ts';
import { type Axis, type AxisHints, periodBy, readAxis } from '../reading/axis.ts';
import { plainText, readNumber } from '../reading/numbers.ts';
import { readPeriod, readPeriodCell } from '../reading/periodCells.ts';

export { readPeriod };

/**
 * What columns hold that no period heads. `time`: the period of each row; `step`: how long those of its line are;
 * `distribution` and `memory`: how an input may turn out, which its name alone does not tell.
 */
export const WORD_ROLES = [
  ...['id', 'label', 'unit', 'scenario', 'variable', 'region', 'model', 'step', 'distribution', 'memory'],
  ...['value', 'time', 'none'],
] as readonly WordRole[];
export type WordRole =
  | 'id'
  | 'label'
  | 'unit'
  | 'scenario'
  | 'variable'
  | 'region'
  | 'model'
  | 'step'
  | 'distribution'
  | 'memory'
  | 'value'
  | 'time'
  | 'none';

/** What a column of a table holds: the values of a period, by its ordinal, or what the row is. */
export type Role = number | WordRole;

/** What several columns of a table may hold: names that are joined, values beside periods, a year and its month. */
export const isShared = (role: Role): boolean => ['none', 'label', 'value', 'time'].includes(role as string);

/** The names by which columns are known, lower-case, in both languages. */
const NAMES: Readonly<Record<Exclude<WordRole, 'none' | 'distribution' | 'memory'>, readonly string[]>> = {
  id: ['id', 'line id', 'id (formulas)', '编号', '行编号', '编号(公式)'],
  label: [
    ...['line', 'label', 'name', 'indicator', 'indicator name', 'item', 'series', 'series name', 'line item'],
    ...['指标', '名称', '指标名称', '项目', '科目'],
  ],
  unit: ['unit', 'units', 'unit of measure', '单位', '计量单位'],
  scenario: ['scenario', 'case', '情景', '方案'],
  variable: ['variable', '变量'],
  region: [
    ...[
      'region',
      'country',
      'country name',
      'country or area',
      'area',
      'province',
      'entity',
      'geo',
      'economy',
      'state',
    ],
    ...['地区', '区域', '省份', '省市', '国家', '城市'],
  ],
  model: ['model', '模型'],
  step: ['line periods', '期间长度'],
  value: ['value', 'values', 'amount', 'obs_value', 'obs value', '数值', '值', '金额'],
  time: [
    ...['year', 'date', 'month', 'quarter', 'period', 'time', 'time_period', 'time period', 'fiscal year', 'fy'],
    ...['half-year', 'ref_date', 'datetime', '年', '年份', '年度', '日期', '月份', '季度', '时间', '期间', '报告期'],
  ],
};

const named = (cell: string): string => plainText(cell).toLowerCase();

/** Whether the head of a column says that the cells are told by what they hold. */
export const marksFormulas = (cell: string): boolean => ['id (formulas)', '编号(公式)'].includes(named(cell));

/** What the head of a column says that it holds, in words. */
export function namedRole(cell: string): WordRole | undefined {
  const text = named(cell);
  for (const [role, names] of Object.entries(NAMES)) if (names.includes(text)) return role as WordRole;
  return undefined;
}

/** The column in which the IAMC's tables say of which part of a year a row is, and what it holds for all of it. */
export const isSubannual = (head: string): boolean => /^sub-?annual$/.test(named(head));
export const isWholeYear = (cell: string): boolean => /^(?:year|annual|)$/.test(named(cell));

/** Heads of columns of values that say nothing of what the values are. */
export const isPlainValue = (cell: string): boolean => cell.trim() === '' || NAMES.value.includes(named(cell));

/** The step of the periods that columns hold; a year where they hold none. */
export const stepOfRoles = (roles: readonly Role[]): Step =>
  stepOfOrdinal(roles.find((role) => typeof role === 'number') ?? Number.NaN) ?? 'year';

const namesIn = (cells: readonly string[]): number => cells.filter((cell) => namedRole(cell) !== undefined).length;

/** Whether a cell holds a number, whatever stands before its decimals. */
export const isNumber = (cell: string): boolean =>
  readNumber(cell, '.') !== undefined || readNumber(cell, ',') !== undefined;

const isPlainYear = (cell: string): boolean => /^\d{4}(?:\.0)?$/.test(plainText(cell));
const goesOneWay = ({ periods }: Axis): boolean => {
  const known = periods.filter((period) => period !== undefined);
  const isUp = (known[1] ?? 0) > (known[0] ?? 0);
  return known.every((period, i) => i === 0 || (isUp ? period > (known[i - 1] ?? 0) : period < (known[i - 1] ?? 0)));
};

/** Whether a record names each of the places, and what stands before them: then what stands below is none of its heads. */
function namesAll(cells: readonly string[] | undefined, places: readonly number[]): boolean {
  const words = places.map((place) => named(cells?.[place] ?? ''));
  const isWord = (cell: string) => cell !== '' && !isNumber(cell) && readPeriod(cell) === undefined;
  const before = cells?.slice(0, places[0]).some((cell) => cell.trim() !== '');
  return words.every(isWord) && new Set(words).size === words.length && (before || places[0] === 0);
}

type Records = readonly (readonly string[])[];

/** The records right above one, up to an empty one. */
function blockAbove(records: Records, at: number): Records {
  let first = at;
  while (first > 0 && records[first - 1]?.some((cell) => cell !== '')) first--;
  return records.slice(first, at);
}

/**
 * Whether a record heads periods: whole ones that go one way, no other number among them, and no record of names above,
 * which would head it. `loose`: some may stand twice.
 */
function headsPeriods(records: Records, at: number, loose: boolean): boolean {
  const [cells = [], above] = [records[at], records[at - 1]];
  const axis = readAxis(cells, above ? { above } : {});
  if (!axis || !(axis.isOrdered || (loose && goesOneWay(axis)))) return false;
  const places = axis.periods.flatMap((period, i) => (period === undefined ? [] : [i]));
  // A lone number of four digits may be a figure; beside names of columns it is a year.
  if (places.length < 2 && namesIn(cells) === 0) return false;
  const isOther = (i: number) => axis.periods[i] === undefined && !axis.others.includes(i);
  if (cells.some((cell, i) => isOther(i) && isNumber(cell))) return false;
  if (!places.every((place) => isPlainYear(cells[place] ?? ''))) return true;
  return !blockAbove(records, at).some((record) => namesAll(record, places));
}

/** How far from the years of a table those of another one may lie, where nothing but four digits says that they are years. */
const NEAR = 30;

/**
 * Whether a record behind an empty one could head another table than the one whose columns hold `roles`: periods of which
 * each stands once, and no other number; where periods go down, words, of which one names them.
 */
export function beginsTable(cells: readonly string[], roles: readonly Role[]): boolean {
  if (roles.includes('time')) {
    const words = cells.filter((cell) => cell.trim() !== '');
    return words.length > 1 && !words.some(isNumber) && words.some((cell) => namedRole(cell) === 'time');
  }
  if (!headsPeriods([[], cells], 1, false)) return false;
  const periods = readAxis(cells)?.periods ?? [];
  const known = roles.filter((role) => typeof role === 'number');
  const [low, high] = [Math.min(...known) - NEAR, Math.max(...known) + NEAR];
  return periods.every(
    (period, i) => period === undefined || !isPlainYear(cells[i] ?? '') || (period >= low && period <= high),
  );
}

/** Below a record of years, one with the parts of them heads the table. */
function orPartsBelow(records: Records, at: number): number {
  const [years, parts] = [records[at], records[at + 1]];
  const [above, below] = [years && readAxis(years), parts && readAxis(parts)];
  const count = (axis: Axis) => axis.periods.filter((period) => period !== undefined).length;
  return above?.step === 'year' && below?.reading.as === 'part' && count(below) > count(above) ? at + 1 : at;
}

/** The first column in which anything stands, from a record on. */
const firstColumn = (records: Records): number =>
  Math.min(...records.map((cells) => cells.findIndex((cell) => cell.trim() !== '')).filter((at) => at >= 0));

/** The record above the periods that stand in the first column, one below the other; undefined where none do. */
function aboveTimes(records: Records): number | undefined {
  const column = firstColumn(records);
  const cells = records.map((record) => record[column] ?? '');
  const isPeriod = (cell: string | undefined) => cell !== undefined && readPeriodCell(cell) !== undefined;
  const first = cells.findIndex((cell, i) => isPeriod(cell) && isPeriod(cells[i + 1]));
  if (first < 0) return undefined;
  const rest = cells.slice(first).filter((cell) => cell !== '');
  const axis = readAxis(rest);
  const count = axis?.periods.filter((period) => period !== undefined).length ?? 0;
  // Days stand in months that others of them name already.
  const named = count + (axis?.reading.as === 'day' ? axis.others.length : 0);
  if (count < 2 || !axis || !goesOneWay(axis) || named < rest.length / 2) return undefined;
  let head = first - 1;
  // Between the heads and the first period there may be a record of units.
  while (head > 0 && (records[head]?.[column] ?? '') === '' && (records[head - 1]?.[column] ?? '') !== '') head--;
  return records[head]?.some(isNumber) ? first - 1 : head;
}

/** Whether a record is of different words, and the one below it holds names and numbers. */
function namesColumns(records: Records, at: number): boolean {
  const words = (records[at] ?? []).map(named).filter((cell) => cell !== '');
  const below = (records[at + 1] ?? []).filter((cell) => cell.trim() !== '');
  if (words.length < 2 || words.some(isNumber) || new Set(words).size < words.length) return false;
  const numbers = below.filter(isNumber).length;
  const hasName = numbers < below.length || words.some((word) => namedRole(word) === 'time');
  return numbers > 0 && hasName && below.length >= words.length - 1;
}

/**
 * The record that heads a table: the topmost one of periods that go one way; else the first that names at least two
 * columns, or of periods of which some stand twice; else the one above periods that go down, or one of words above names
 * and numbers. -1 where there is none.
 */
export function findHeader(records: Records): number {
  const of = (loose: boolean) => records.findIndex((_, i) => headsPeriods(records, i, loose));
  const strict = of(false);
  if (strict >= 0) return orPartsBelow(records, strict);
  const found = [of(true), records.findIndex((cells) => namesIn(cells) > 1)].filter((at) => at >= 0);
  return found.length > 0
    ? Math.min(...found)
    : (aboveTimes(records) ?? records.findIndex((_, i) => namesColumns(records, i)));
}

/** What each column holds by its head alone; each meaning once. */
export function namedRoles(header: readonly string[], hints: AxisHints = {}): Role[] {
  const taken = new Set<Role>();
  const axis = readAxis(header, hints);
  return header.map((cell, i): Role => {
    const role: Role = axis?.periods[i] ?? namedRole(cell) ?? 'none';
    if (taken.has(role)) return 'none';
    if (role !== 'none') taken.add(role);
    return role;
  });
}

/** Headers whose periods had to be interpreted and are taken, as they stand there. */
export const interpretedIn = (header: readonly string[], axis: Axis, roles: readonly Role[]) =>
  axis.interpreted.flatMap((place) => {
    const period = axis.periods[place];
    return period !== undefined && roles[place] === period ? [{ text: plainText(header[place] ?? ''), period }] : [];
  });

/** Columns whose periods stand in the header a second time, each with its period; none of them is taken unless a person says so. */
export const doubledPeriods = (header: readonly string[], axis: Axis): ReadonlyMap<number, number> =>
  new Map(
    axis.others.flatMap((place) => {
      const period = periodBy(header[place] ?? '', axis.reading);
      return period === undefined ? [] : [[place, period] as const];
    }),
  );
