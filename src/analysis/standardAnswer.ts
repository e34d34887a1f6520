import { amountInUnit } from '../i18n/amounts.ts';
import { shareInWords } from '../i18n/format.ts';
import { amountInWords } from '../i18n/money.ts';
import type { Slot } from '../model/content.ts';
import type { Figure } from '../model/figure.ts';
import { hasPeriods, type MeasuredLine } from '../model/line.ts';
import { inStep, PER_YEAR, type Periods, periodName, periodsOf, readPeriod, stepOf } from '../model/periods.ts';
import { rolledUp, rollupOf, yearsOf } from '../model/rollup.ts';
import { fromFigureUnit, unitSpec } from '../model/units.ts';
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

/** Digits after the point in running text: none from a hundred on. */
const digitsInText = (value: number): number => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 2);

function inWords(value: number, { unit }: MeasuredLine, { lang, money, yuanPerDollar }: AnswerContext): string {
  const { form } = unitSpec(unit);
  if (unit === 'bn yuan') return amountInWords(value, money, lang, yuanPerDollar);
  if (form === 'share') return shareInWords(value, lang);
  const shown = form === 'points' ? value * 100 : value;
  return amountInUnit(shown, unit, lang, { decimals: digitsInText(shown), atLeast: 0, exactly: true });
}

/** The values of a line by its periods, or, of a line of shorter periods whose target is of a year, by years. */
function pointsOf({ line, periods, scalar, values, target }: Asked, lang: AnswerContext['lang']) {
  if (!hasPeriods(line)) {
    const one: Point | undefined = scalar === undefined ? undefined : { value: scalar, at: 0, name: '', slot: 'value' };
    return { start: one, end: one };
  }
  const step = stepOf(periods);
  const wanted = readPeriod(target?.period ?? '');
  const isYearly = step !== 'year' && wanted?.step === 'year';
  const all = isYearly
    ? rolledUp(values, periods, rollupOf(line).by).map((value, i) => ({ value, ordinal: yearsOf(periods)[i] ?? 0 }))
    : periodsOf(periods).map((ordinal, i) => ({ value: values[i] ?? Number.NaN, ordinal }));
  const point = ({ value, ordinal }: { value: number; ordinal: number }): Point => ({
    value,
    at: isYearly ? ordinal : ordinal / PER_YEAR[step],
    name: isYearly ? periodName(ordinal, 'year', lang) : periodName(ordinal, step, lang),
    slot: isYearly ? undefined : ordinal,
  });
  const isThere = ({ value }: { value: number }) => !Number.isNaN(value);
  // A target of another step belongs to the period in which its own ends.
  const at = wanted && inStep(wanted.ordinal, wanted.step, isYearly ? 'year' : step);
  const end = wanted ? all.find(({ ordinal }) => ordinal === at) : all.filter(isThere).at(-1);
  const start = all.find(isThere);
  return { start: start && point(start), end: end && isThere(end) ? point(end) : undefined };
}

/** Growth a year from one value to another; undefined where none leads there. */
function growth(from: Point, to: number, at: number): number | undefined {
  const years = at - from.at;
  return from.value > 0 && to > 0 && years > 0 ? (to / from.value) ** (1 / years) - 1 : undefined;
}

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
  const text = (words: string): Piece => ({ text: words });
  const share = (value: number): string => shareInWords(value, lang);
  // The growth of a rate would be read as points of it.
  const isAmount = unitSpec(line.unit).form === 'plain';
  const now = isAmount ? growth(start, end.value, end.at) : undefined;
  const isZh = lang === 'zh';
  const opening = isZh
    ? `${scenario === undefined ? '' : `在“${scenario}”情景下，`}${now === undefined ? '' : `按年均增长${share(now)}计，`}`
    : [scenario === undefined ? '' : `In “${scenario}”`, now === undefined ? '' : `at ${share(now)} a year`]
        .filter(Boolean)
        .join(', ');
  const begin = isZh
    ? `${opening}${end.name}${label}为`
    : `${opening === '' ? '' : `${opening.charAt(0).toUpperCase()}${opening.slice(1)} `}${label} `;
  const when = end.name === '' ? '' : ` in ${end.name}`;
  if (!target) {
    const from =
      now === undefined
        ? []
        : isZh
          ? [text(`，${start.name}为`), amount(start)]
          : [text(', from '), amount(start), text(` in ${start.name}`)];
    return isZh
      ? [text(begin), amount(end), ...from, text('。')]
      : [text(`${begin}is `), amount(end), text(when), ...from, text('.')];
  }
  const aim = fromFigureUnit(target.value, target.unit);
  const aimed: Piece = { text: say(aim), figure: target.id };
  const gap = aim - end.value;
  const far =
    unitSpec(line.unit).form === 'share'
      ? amountInUnit(Math.abs(gap) * 100, 'points', lang, { decimals: 1 })
      : say(Math.abs(gap));
  const needed = isAmount ? growth(start, aim, end.at) : undefined;
  if (Math.abs(gap) <= NOTHING * Math.abs(aim))
    return isZh
      ? [text(begin), amount(end), text('，恰好达到目标。')]
      : [text(`${begin}just reaches its target of `), aimed, text(`${when}.`)];
  const part = share(Math.abs(gap / aim));
  const isBare = aim === 0 || unitSpec(line.unit).form === 'share';
  const size = isBare ? far : isZh ? `${far}（${part}）` : `${far} (${part})`;
  const isShort = gap > 0;
  const needs: Piece[] =
    needed === undefined
      ? [text(isZh ? '。' : '.')]
      : isZh
        ? [text(`；自${start.name}起，达标${isShort ? '所需' : '只需'}年均增速为${share(needed)}。`)]
        : [
            text(`; it ${isShort ? 'needs' : 'needed'} ${share(needed)} a year from `),
            amount(start),
            text(` in ${start.name}.`),
          ];
  return isZh
    ? [text(begin), amount(end), text('，比'), aimed, text(`的目标${isShort ? '少' : '多'}${size}`), ...needs]
    : [
        text(`${begin}reaches `),
        amount(end),
        text(`${when}, ${size} ${isShort ? 'short of' : 'past'} its target of `),
        aimed,
        ...needs,
      ];
}
