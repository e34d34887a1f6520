import { amountInUnit } from '../i18n/amounts.ts';
import { shareInWords } from '../i18n/format.ts';
import { amountInWords } from '../i18n/money.ts';
import { cellPeriods, ownPeriods } from '../model/coarse.ts';
import type { Slot } from '../model/content.ts';
import type { Figure } from '../model/figure.ts';
import { hasPeriods, type MeasuredLine } from '../model/line.ts';
import {
  inStep,
  PER_YEAR,
  type Periods,
  periodName,
  periodsOf,
  placeOf,
  readPeriod,
  stepOf,
} from '../model/periods.ts';
import { rollupOf } from '../model/rollup.ts';
import { fromFigureUnit, unitSpec } from '../model/units.ts';
import { rolledUp, yearsOf } from '../model/years.ts';
import type { AnswerContext, Piece } from './answer.ts';

/** What the standard answer is told: of which line, with its values by period, and of which target. */
export interface Asked {
  readonly line: MeasuredLine;
  readonly periods: Periods;
  /** Its one value, where it has no periods. */
  readonly scalar: number | undefined;
  /** One for each period; NaN where there is none. */
  readonly values: ArrayLike<number>;
  readonly target: Figure | undefined;
}

/** A value of a line with the period, or the year, in which it is. */
interface Point {
  readonly value: number;
  /** Years from the first one on. */
  readonly at: number;
  readonly name: string;
  /** Its cell, where it stands in one. */
  readonly slot: Slot | undefined;
}

/** How a value comes from an earlier one: by so much a year, or in all where less than a year lies between them. */
interface Growth {
  readonly from: Point;
  readonly share: number;
  readonly isYearly: boolean;
}

/** Digits after the point in running text: none from a hundred on. */
const digitsInText = (value: number): number => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 2);

function inWords(value: number, { unit }: MeasuredLine, { lang, money, yuanPerDollar }: AnswerContext): string {
  const { form } = unitSpec(unit);
  if (unit === 'bn yuan') return amountInWords(value, money, lang, yuanPerDollar);
  if (form === 'share') return shareInWords(value, lang);
  const shown = form === 'points' ? value * 100 : value;
  return amountInUnit(shown, unit, lang, { decimals: digitsInText(shown), atLeast: 0, exactly: true });
}

/**
 * The values of a line by its periods, or, of a line of shorter periods whose target is of a year, by years: where it ends,
 * and where its growth begins, at the same time of an earlier year if there is one, as seasons would pass for growth.
 */
function pointsOf({ line, periods: axis, scalar, values: all, target }: Asked, lang: AnswerContext['lang']) {
  if (!hasPeriods(line)) {
    const one: Point | undefined = scalar === undefined ? undefined : { value: scalar, at: 0, name: '', slot: 'value' };
    return { start: one, end: one };
  }
  // A line of longer periods is told by these.
  const periods = ownPeriods(line, axis);
  const cells = cellPeriods(line, axis);
  const values = cells.map((period) => all[placeOf(period, axis)] ?? Number.NaN);
  const step = stepOf(periods);
  const wanted = readPeriod(target?.period ?? '');
  const isYearly = step !== 'year' && wanted?.step === 'year';
  const points = isYearly
    ? rolledUp(values, periods, rollupOf(line).by).map((value, i) => ({ value, ordinal: yearsOf(periods)[i] ?? 0 }))
    : periodsOf(periods).map((ordinal, i) => ({ value: values[i] ?? Number.NaN, ordinal }));
  const point = ({ value, ordinal }: { value: number; ordinal: number }): Point => ({
    value,
    at: isYearly ? ordinal : ordinal / PER_YEAR[step],
    name: isYearly ? periodName(ordinal, 'year', lang) : periodName(ordinal, step, lang),
    slot: isYearly ? undefined : (cells[placeOf(ordinal, periods)] ?? ordinal),
  });
  const isThere = ({ value }: { value: number }) => !Number.isNaN(value);
  // A target of another step belongs to the period in which its own ends.
  const at = wanted && inStep(wanted.ordinal, wanted.step, isYearly ? 'year' : step);
  const end = wanted ? points.find(({ ordinal }) => ordinal === at) : points.filter(isThere).at(-1);
  const cycle = isYearly ? 1 : PER_YEAR[step];
  const isLike = (ordinal: number) =>
    end === undefined || (end.ordinal > ordinal && (end.ordinal - ordinal) % cycle === 0);
  const start = points.find((one) => isThere(one) && isLike(one.ordinal)) ?? points.find(isThere);
  return { start: start && point(start), end: end && isThere(end) ? point(end) : undefined };
}

/** The growth from one value to another; undefined where none leads there. */
function growth(from: Point, to: number, at: number): Growth | undefined {
  const years = at - from.at;
  if (!(from.value > 0 && to > 0 && years > 0)) return undefined;
  const isYearly = years > 1 - NOTHING;
  return { from, share: (to / from.value) ** (isYearly ? 1 / years : 1) - 1, isYearly };
}

/** A share that is not rounded to none: with a second digit where a tenth of a percent says nothing. */
const growthInWords = (share: number, lang: AnswerContext['lang']): string =>
  shareInWords(share, lang, share !== 0 && Math.abs(share) < 0.0095 ? 2 : 1);

/** Relative to the target, what is none: rounding errors of a path that meets it. */
const NOTHING = 1e-9;

/**
 * What a line comes to, and what it is short of its target, with the growth that leads there and the one that would: for
 * models that have no clauses of their own. Undefined where the line has no number there.
 * @param label the line in words
 */
export function standardAnswer(asked: Asked, label: string, context: AnswerContext): Piece[] | undefined {
  const { line, target } = asked;
  const { lang, scenario } = context;
  const { start, end } = pointsOf(asked, lang);
  if (!start || !end) return undefined;
  const say = (value: number): string => inWords(value, line, context);
  const amount = (point: Point): Piece => ({
    text: say(point.value),
    ...(point.slot === undefined ? {} : { cell: { line: line.id, slot: point.slot } }),
  });
  // The growth of a rate would be read as points of it.
  const isAmount = unitSpec(line.unit).form === 'plain';
  const now = isAmount ? growth(start, end.value, end.at) : undefined;
  const told: Told = { label, scenario, start: amount(start), end, value: amount(end) };
  const tell = lang === 'zh' ? inChinese : inEnglish;
  if (!target) return tell(told, now);
  const aim = fromFigureUnit(target.value, target.unit);
  const gap = aim - end.value;
  const isShare = unitSpec(line.unit).form === 'share';
  const far = isShare ? amountInUnit(Math.abs(gap) * 100, 'points', lang, { decimals: 1 }) : say(Math.abs(gap));
  // Of what lies beyond nothing a share would say more than all of it.
  const part = isShare || !(aim * end.value > 0) ? undefined : shareInWords(Math.abs(gap / aim), lang);
  return tell(told, now, {
    value: { text: say(aim), figure: target.id },
    is: Math.abs(gap) <= NOTHING * Math.abs(aim) ? 'met' : gap > 0 ? 'short' : 'past',
    far,
    part,
    needed: isAmount ? growth(start, aim, end.at) : undefined,
  });
}

/** What an answer is put together from. */
interface Told {
  readonly label: string;
  readonly scenario: string | undefined;
  readonly start: Piece;
  readonly end: Point;
  readonly value: Piece;
}
interface Aim {
  readonly value: Piece;
  readonly is: 'met' | 'short' | 'past';
  /** How far it is from there, and as a share of it where that says something. */
  readonly far: string;
  readonly part: string | undefined;
  readonly needed: Growth | undefined;
}

const plain = (text: string): Piece => ({ text });

/** A label is a name, which fits into no sentence by its number and its capital: it stands before the colon. */
function inEnglish({ label, scenario, start, end, value }: Told, now: Growth | undefined, aim?: Aim): Piece[] {
  const by = ({ share, isYearly }: Growth) => `${growthInWords(share, 'en')} ${isYearly ? 'a year' : 'in all'}`;
  const head = `${label}${scenario === undefined ? '' : ` in “${scenario}”`}: `;
  const when = end.name === '' ? '' : ` in ${end.name}`;
  const reached: Piece[] =
    aim?.is === 'met'
      ? [plain(`${head}just the target of `), aim.value, plain(when)]
      : aim
        ? [
            plain(head),
            value,
            plain(
              `${when}, ${aim.far}${aim.part ? ` (${aim.part})` : ''} ${aim.is === 'short' ? 'short of' : 'past'} the target of `,
            ),
            aim.value,
          ]
        : [plain(head), value, plain(when)];
  const from = now ?? aim?.needed;
  if (!from) return [...reached, plain('.')];
  const needs =
    aim?.needed && aim.is !== 'met'
      ? `the target ${aim.is === 'short' ? 'needs' : 'needs only'} ${by(aim.needed)}`
      : '';
  const grows = now ? `growth is ${by(now)}` : '';
  return [
    ...reached,
    plain('; from '),
    start,
    plain(` in ${from.from.name} ${[grows, needs].filter(Boolean).join(', ')}.`),
  ];
}

function inChinese({ label, scenario, start, end, value }: Told, now: Growth | undefined, aim?: Aim): Piece[] {
  /** 年均增长5.0%, 年均下降0.5%, 累计增长3.0%. */
  const by = ({ share, isYearly }: Growth) =>
    `${isYearly ? '年均' : '累计'}${share < 0 ? '下降' : '增长'}${growthInWords(Math.abs(share), 'zh')}`;
  const head = `${scenario === undefined ? '' : `在“${scenario}”情景下，`}${end.name}${label}为`;
  const reached: Piece[] =
    aim?.is === 'met'
      ? [plain(head), value, plain('，恰好达到目标')]
      : aim
        ? [
            plain(head),
            value,
            plain('，比'),
            aim.value,
            plain(`的目标${aim.is === 'short' ? '少' : '多'}${aim.far}${aim.part ? `（${aim.part}）` : ''}`),
          ]
        : [plain(head), value];
  const from = now ?? aim?.needed;
  if (!from) return [...reached, plain('。')];
  const needs = aim?.needed && aim.is !== 'met' ? `达标${aim.is === 'short' ? '须' : '只需'}${by(aim.needed)}` : '';
  return [
    ...reached,
    plain(`；较${from.from.name}的`),
    start,
    plain(`${[now ? by(now) : '', needs].filter(Boolean).join('，')}。`),
  ];
}
