import type { MeasuredLine } from '../../model/line.ts';
import { rollupOf } from '../../model/rollup.ts';
import { isNothing } from '../reading/looks.ts';
import { type Decimal, type DecimalSign, numberOf, readNumber } from '../reading/numbers.ts';
import { findUnit, splitLabel } from '../reading/units.ts';
import { splitFlags } from './flags.ts';

/** What becomes of several values of one month. */
export const GATHERS = ['first', 'last', 'sum', 'mean'] as const;
export type Gather = (typeof GATHERS)[number];

/** How values of days become those of months. `line`: as the name and the unit of each line suggest. */
export interface Gathering {
  readonly by: Gather | 'line';
  readonly sign: DecimalSign;
  /** Where days stand side by side: of each column the one of the first day of its month. */
  readonly of?: Readonly<Record<number, number>>;
}

/** Levels, of which the mean of a month makes sense and the sum none. */
const LEVEL =
  /price|\brates?\b|yield|index|average|\bmean\b|temperature|humidity|pressure|ratio|share|speed|exchange|价格?|利率|汇率|比率|指数|平均|均价|温度|气温|湿度|收益率/i;
/** What stands at the end of a month. */
const STOCK =
  /balance|stock\b|stocks\b|inventor|holding|outstanding|clos(?:e|ing)\b|population|headcount|\bopen positions|余额|存量|库存|持仓|收盘|人口|在册|期末/i;
/** What adds up. */
const FLOW =
  /volume|sales|revenue|turnover|orders?\b|visit|deliver|output|production|generation|consumption|rain|precipitation|income|cost|spend|expense|arrivals?|trips?|成交|销[量售]|收入|支出|成本|订单|产量|发电|用电|降水|降雨|人次|访问/i;

/** How the values of a month become one, by what a line is called and counted in. A guess. */
export function guessedGather(name: string, unitText: string): Gather {
  if (STOCK.test(name)) return 'last';
  if (LEVEL.test(name)) return 'mean';
  if (FLOW.test(name)) return 'sum';
  const written = unitText || splitLabel(name).unit;
  // Nothing says that they could be summed.
  if (written === '') return 'mean';
  const unit = findUnit(written)?.unit ?? written;
  const line: MeasuredLine = { kind: 'input', id: '', label: { en: '', zh: '' }, unit, perPeriod: true };
  return rollupOf(line).by === 'mean' ? 'mean' : 'sum';
}

/** A number as a table writes it. */
const written = (value: number, sign: DecimalSign): string => {
  const text = String(Number(value.toPrecision(15)));
  return sign === ',' ? text.replace('.', ',') : text;
};

/** Several values of one month, in the order of their days, as one cell. What is no number makes none of a sum or a mean. */
export function gathered(cells: readonly string[], by: Gather, sign: DecimalSign): string {
  const filled = cells.filter((cell) => !isNothing(cell));
  const [first = cells[0] ?? ''] = filled;
  if (filled.length < 2 || by === 'first') return first;
  if (by === 'last') return filled.at(-1) ?? first;
  // The mark of a text says nothing of numbers beside others.
  const plain = filled.map((cell) => cell.replace(/^'/, ''));
  const numbers = plain.map((cell) => readNumber(splitFlags(cell, sign)?.number ?? cell, sign));
  const known = numbers.filter((number): number is Decimal => number !== undefined);
  const [one] = known;
  if (!one) return first;
  const isPercent = known.every(({ percent }) => percent);
  const sum = known.reduce(
    (total, number) => total + (numberOf(number, number.percent && !isPercent ? -2 : 0) ?? 0),
    0,
  );
  return `${written(by === 'sum' ? sum : sum / known.length, sign)}${isPercent ? '%' : ''}`;
}

/** How often values of one month were made one, in each way, and of which lines. */
export type Gathered = Readonly<Partial<Record<Gather, { readonly count: number; readonly lines: readonly string[] }>>>;

const MOST_LINES = 12;

/** Makes several values of one month one, and counts. */
export class Gatherer {
  readonly #found = new Map<Gather, { count: number; lines: Set<string> }>();

  constructor(readonly how: Gathering) {}

  /** @param name what the line is called, @param unit as it is written */
  take(cells: readonly string[], name: string, unit: string): string {
    const { by, sign } = this.how;
    const way = by === 'line' ? guessedGather(name, unit) : by;
    if (cells.length > 1) {
      const found = this.#found.get(way) ?? { count: 0, lines: new Set() };
      found.count++;
      if (found.lines.size < MOST_LINES) found.lines.add(name);
      this.#found.set(way, found);
    }
    return gathered(cells, way, sign);
  }

  get told(): Gathered {
    return Object.fromEntries([...this.#found].map(([by, { count, lines }]) => [by, { count, lines: [...lines] }]));
  }
}
