import { countInWords, formatDate, formatNumber, shareInWords } from '../i18n/format.ts';
import { amountInWords, type Money } from '../i18n/money.ts';
import type { Slot } from '../model/content.ts';
import { type Bound, type Figure, isKnown, type Known } from '../model/figure.ts';
import type { AnswerCondition, AnswerFormat, AnswerSpec, AnswerTerm, Model } from '../model/model.ts';
import { isOneOf, readPeriod, stepOf, stepOfOrdinal } from '../model/periods.ts';
import type { Lang } from '../model/text.ts';
import { fromFigureUnit } from '../model/units.ts';

/** A stretch of the answer: plain text, or a number with where it comes from. */
export interface Piece {
  readonly text: string;
  readonly cell?: { readonly line: string; readonly slot: Slot };
  readonly figure?: string;
  /** Beside the answer: what was reported, which is told more quietly. */
  readonly isAside?: boolean;
  /** It says as of when the answer is. */
  readonly isKnown?: boolean;
}

export interface AnswerContext {
  /** A computed number of the scenario in view; undefined where the cell holds none. */
  readonly value: (line: string, slot: Slot) => number | undefined;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly known: Known;
  readonly lang: Lang;
  readonly money: Money;
  readonly yuanPerDollar: number;
  /** The name of the scenario in view, undefined in the base. */
  readonly scenario: string | undefined;
}

/** `gd_scale@2025`, `revenue@2026Q3` or `gd_growth`. */
export function parseCellName(name: string): { line: string; slot: Slot } {
  const [line = '', period] = name.split('@');
  return { line, slot: period === undefined ? 'value' : (readPeriod(period)?.ordinal ?? Number.NaN) };
}

/** How a source put a number: 超过3000亿元, "over 300 bn", "about 180 bn". */
function bounded(text: string, bound: Bound, lang: Lang): string {
  const words: Record<Bound, { en: string; zh: string }> = {
    reach: { en: '', zh: '' },
    exact: { en: '', zh: '' },
    'at least': { en: 'over ', zh: '超过' },
    about: { en: 'about ', zh: '约' },
    nearly: { en: 'nearly ', zh: '近' },
  };
  return words[bound][lang] + text;
}

function say(value: number, format: AnswerFormat, { lang, money, yuanPerDollar }: AnswerContext): string {
  switch (format) {
    case 'amount':
      return amountInWords(value, money, lang, yuanPerDollar);
    case 'short':
      return amountInWords(value, money, lang, yuanPerDollar, true);
    case 'share':
      return shareInWords(value, lang);
    case 'count':
      return countInWords(value, lang);
    case 'year':
      return String(value);
    case 'times':
      return formatNumber(value, lang, 2);
  }
}

/** An answer can't be given: one of its numbers is missing. */
class Missing extends Error {}

function sayTerm(term: AnswerTerm, context: AnswerContext): Piece {
  if ('figure' in term) {
    const figure = context.figures.get(term.figure);
    if (!figure) throw new Missing();
    const text = say(fromFigureUnit(figure.value, figure.unit), term.format, context);
    // A target is told as the aim that it is; what was observed, as its source put it.
    return { text: figure.kind === 'target' ? text : bounded(text, figure.bound, context.lang), figure: figure.id };
  }
  const cell = parseCellName(term.cell);
  const value = context.value(cell.line, cell.slot);
  if (value === undefined) throw new Missing();
  return { text: say(term.abs ? Math.abs(value) : value, term.format, context), cell };
}

function holds(condition: AnswerCondition, context: AnswerContext): boolean {
  if (condition.figure !== undefined) {
    const figure = context.figures.get(condition.figure);
    return !!figure && isKnown(figure, context.known) === (condition.reported === 'known');
  }
  if (condition.cell === undefined) return true;
  const { line, slot } = parseCellName(condition.cell);
  const value = context.value(line, slot);
  switch (condition.is) {
    case 'none':
      return value === undefined;
    case '<0':
      return value !== undefined && value < 0;
    case '>0':
      return value !== undefined && value > 0;
    case '>=0':
      return value !== undefined && value >= 0;
    default:
      return value !== undefined;
  }
}

const KNOWN = {
  en: (known: Known) =>
    known === 'latest' ? 'With everything reported so far' : `As known in ${formatDate(known, 'en')}`,
  zh: (known: Known) => (known === 'latest' ? '据最新公布数据' : `据${formatDate(known, 'zh')}已知数据`),
};
const SCENARIO = {
  en: (name: string) => `, in \u201C${name}\u201D`,
  zh: (name: string) => `在\u201C${name}\u201D情景下，`,
};

/**
 * The model's answer as a sentence in pieces, each number with the cell or figure that it comes from.
 * Undefined where a number that it needs is missing, say behind an error.
 */
export function composeAnswer(spec: AnswerSpec, context: AnswerContext): Piece[] | undefined {
  const { lang, known, scenario } = context;
  const place = (name: string): Piece => {
    if (name === 'known') return { text: KNOWN[lang](known), isKnown: true };
    if (name === 'scenario') return { text: scenario === undefined ? '' : SCENARIO[lang](scenario) };
    const term = spec.terms[name];
    return term ? sayTerm(term, context) : { text: `{${name}}` };
  };
  try {
    return spec.clauses
      .filter(({ when }) => !when || when.every((condition) => holds(condition, context)))
      .flatMap(({ text, when = [] }, i) => {
        const isAside = when.some(({ figure }) => figure !== undefined);
        const pieces = [
          { text: i > 0 && lang === 'en' ? ' ' : '' },
          ...text[lang]
            .split(/(\{\w+\})/)
            .map((part) => (/^\{\w+\}$/.test(part) ? place(part.slice(1, -1)) : { text: part })),
        ];
        return isAside ? pieces.map((piece) => ({ ...piece, isAside })) : pieces;
      })
      .filter(({ text }) => text !== '');
  } catch (error) {
    if (error instanceof Missing) return undefined;
    throw error;
  }
}

const cellsOfTerms = ({ terms }: AnswerSpec) =>
  Object.values(terms).flatMap((term) => ('cell' in term ? [parseCellName(term.cell)] : []));

/** The cell of which the answer speaks: its line, in the last period that it names; undefined where it names none. */
export function answerCell({ answer, periods }: Pick<Model, 'answer' | 'periods'>) {
  return cellsOfTerms(answer)
    .filter(({ line, slot }) => line === answer.line && (slot === 'value' || isOneOf(slot, periods)))
    .sort((a, b) => Number(a.slot) - Number(b.slot))
    .at(-1);
}

const cellsOf = (spec: AnswerSpec) => [
  ...cellsOfTerms(spec),
  ...spec.clauses.flatMap(({ when = [] }) =>
    when.flatMap(({ cell }) => (cell === undefined ? [] : [parseCellName(cell)])),
  ),
];

/** The lines whose values the answer needs. */
export const answerLines = (spec: AnswerSpec): string[] => [...new Set(cellsOf(spec).map(({ line }) => line))];

/** Whether the answer names periods that are longer or shorter than those of its model. */
export const isStepped = ({ answer, periods }: Pick<Model, 'answer' | 'periods'>): boolean =>
  cellsOf(answer).some(({ slot }) => slot !== 'value' && stepOfOrdinal(slot) !== stepOf(periods));
