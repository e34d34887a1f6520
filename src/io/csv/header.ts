import { FIRST_YEAR, LAST_YEAR, STEPS, type Step } from '../../model/periods.ts';
import { plainText } from '../reading/numbers.ts';
import { readPeriod } from '../reading/periodCells.ts';

export { readPeriod };

/** What a column of a table holds: the values of a period, by its ordinal, or what the row is. */
export type Role = number | 'id' | 'label' | 'unit' | 'scenario' | 'variable' | 'region' | 'model' | 'value' | 'none';
export const WORD_ROLES = ['id', 'label', 'unit', 'scenario', 'variable', 'region', 'model', 'value', 'none'] as const;

/** A cell of a header that names a year, and whether it had to be interpreted: FY2022, 2022/23. */
export interface NamedYear {
  readonly year: number;
  readonly interpreted: boolean;
}

const PLAIN = /^(?:year\s*)?(\d{4})(?:\.0)?\s*(?:年|年度|年份)?$/i;
/** Actual, estimated, forecast, preliminary, revised; marks of footnotes. */
const MARKED =
  /^(\d{4})\s*年?\s*(?:\(?(?:[aefpr]|est|prelim|预计|预测|实际|初步|初步核算|目标|估计)\.?\)?|[*†①-⑳¹²³]+|\[\d\])$/i;
const FISCAL = /^f\.?y\.?\s*'?(\d{4})$/i;
/** A year that reaches into the next: its first one. */
const SPAN = /^(?:f\.?y\.?\s*)?(\d{4})\s*[/\-–—]\s*(\d{4}|\d{2})(?:\s*年度?)?$/i;

/** The year that a cell of a header names, and only a whole year: months, quarters and spans of many years are none. */
export function readYear(cell: string): NamedYear | undefined {
  const text = plainText(cell);
  const named = (match: RegExpExecArray | null, interpreted: boolean): NamedYear | undefined => {
    const year = Number(match?.[1]);
    return year >= FIRST_YEAR && year <= LAST_YEAR ? { year, interpreted } : undefined;
  };
  const span = SPAN.exec(text);
  if (span?.[1] && span[2]) {
    const next = Number(span[1]) + 1;
    return span[2] === String(next) || span[2] === String(next).slice(-2) ? named(span, true) : undefined;
  }
  return named(PLAIN.exec(text), false) ?? named(MARKED.exec(text), true) ?? named(FISCAL.exec(text), true);
}

/** The names that columns bear, lower-case, in both languages. */
const NAMES: Readonly<Record<Exclude<Role, number | 'none'>, readonly string[]>> = {
  id: ['id', 'line id', 'id (formulas)', '编号', '行编号', '编号(公式)'],
  label: ['line', 'label', 'name', 'indicator', 'item', 'series', 'series name', '指标', '名称', '指标名称', '项目'],
  unit: ['unit', 'units', '单位', '计量单位'],
  scenario: ['scenario', 'case', '情景', '方案'],
  variable: ['variable', '变量'],
  region: ['region', 'country', 'area', 'province', '地区', '区域', '省份', '省市'],
  model: ['model', '模型'],
  value: ['value', 'amount', '数值', '值'],
};

/** Whether the head of a column says that the cells are told by what they hold. */
export const marksFormulas = (cell: string): boolean =>
  ['id (formulas)', '编号(公式)'].includes(plainText(cell).toLowerCase());

function namedRole(cell: string): Exclude<Role, number> | undefined {
  const text = plainText(cell).toLowerCase();
  for (const [role, names] of Object.entries(NAMES))
    if (names.includes(text)) return role as Exclude<Role, number | 'none'>;
  return undefined;
}

/** The step of most periods that a header names; a year where it names none. */
export function stepOfHeader(header: readonly string[]): Step {
  const named = header.map((cell) => readPeriod(cell)?.step);
  const count = (step: Step) => named.filter((one) => one === step).length;
  return STEPS.reduce((most, step) => (count(step) > count(most) ? step : most), 'year' as Step);
}

const periodsIn = (cells: readonly string[]): number => {
  const step = stepOfHeader(cells);
  return cells.filter((cell) => readPeriod(cell)?.step === step).length;
};
const namesIn = (cells: readonly string[]): number => cells.filter((cell) => namedRole(cell) !== undefined).length;

/**
 * The record that heads a table: the one with the most periods, else the first that names at least two columns.
 * -1 where there is none.
 */
export function findHeader(records: readonly (readonly string[])[]): number {
  let best = -1;
  let most = 0;
  records.forEach((cells, i) => {
    const count = periodsIn(cells);
    // A lone number of four digits may be a figure; beside names of columns it is a year.
    if (count > most && (count > 1 || namesIn(cells) > 0)) {
      best = i;
      most = count;
    }
  });
  return best >= 0 ? best : records.findIndex((cells) => namesIn(cells) > 1);
}

/** What each column holds, by the names in the header; a column before the years that nothing names holds the labels. */
export function rolesOf(header: readonly string[]): Role[] {
  const taken = new Set<Role>();
  const step = stepOfHeader(header);
  const roles = header.map((cell): Role => {
    const named = readPeriod(cell);
    const role: Role = (named?.step === step ? named.period : undefined) ?? namedRole(cell) ?? 'none';
    if (taken.has(role)) return 'none';
    if (role !== 'none') taken.add(role);
    return role;
  });
  if (taken.has('label') || taken.has('variable')) return roles;
  const free = roles.findIndex((role, i) => role === 'none' && roles.slice(0, i).every((r) => typeof r !== 'number'));
  // Where nothing else names the rows, their regions do.
  const named = free >= 0 ? free : roles.indexOf('region');
  return roles.map((role, i) => (i === named ? 'label' : role));
}

/** Headers whose years had to be interpreted, as they stand there. */
export const interpretedYears = (header: readonly string[], roles: readonly Role[]): { text: string; year: number }[] =>
  header.flatMap((cell, i) => {
    const year = roles[i];
    return typeof year === 'number' && readYear(cell)?.interpreted ? [{ text: plainText(cell), year }] : [];
  });

/** Columns whose years stand in the header a second time; they are not taken. */
export const doubledYears = (header: readonly string[], roles: readonly Role[]): string[] =>
  header
    .filter((cell, i) => readPeriod(cell)?.step === stepOfHeader(header) && typeof roles[i] !== 'number')
    .map(plainText);
