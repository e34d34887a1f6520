import { type LongerStep, parsePeriod, periodText, type Step } from './periods.ts';

/**
 * Formulas by line id: `{gd_scale@prev}*(1+{gd_growth})`.
 *
 * A reference in braces names a line and, after `@`, which of its periods:
 * nothing (the same period, or the scalar), `prev`, `-2` or `+1` (a lag or lead), `prev year` or `-2 years` (the same
 * part of another year), `first` (in which the line begins), `last`, `2025` or `2026H1`, `2026Q3`, `2026-07` as the
 * model's periods are written, `[id]` (the period that a scalar holds), `all`, `..` (from the first up to here), `year`,
 * `half`, `quarter` (all of the same one), `end` or `end-2` (of a line of longer periods: counted in the model's periods
 * from the last of its own), `row` (the scalar, whose row moves along in copies, as that of `$C5` does).
 * `{heading/*}` is all lines under a heading, `{scenario!id@…}` a cell of another scenario. `{period}` is what heads the
 * column, `{year}`, `{half}`, `{quarter}`, `{month}` the number of its year and of its part; `{year@…}` that of another
 * column or all of them. `{?Z99}` keeps an address that belongs to no line, so that what was typed is never lost.
 * Everything else, text in quotes and array constants like `{1,2}` included, passes through untouched.
 */

export type At =
  | { readonly kind: 'same' }
  /** A scalar in a row that moves along with copies. */
  | { readonly kind: 'row' }
  | { readonly kind: 'lag'; readonly by: number }
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  | { readonly kind: 'period'; readonly period: number; readonly step: Step }
  /** The same part of another year. */
  | { readonly kind: 'years'; readonly by: number }
  /** All periods of the same year, half or quarter. */
  | { readonly kind: 'within'; readonly part: LongerStep }
  /** So many periods of the model before or behind the one in which the cell stands. */
  | { readonly kind: 'end'; readonly by: number }
  | { readonly kind: 'input'; readonly id: string }
  | { readonly kind: 'all' }
  | { readonly kind: 'upto' };

/** Whether it names several periods, however many of them there are. */
export const isMany = ({ kind }: At): boolean => kind === 'all' || kind === 'upto' || kind === 'within';

/** What a column says of itself: how its period is written, and the numbers of its year and of its part of that. */
export const CALENDAR = ['period', 'year', 'half', 'quarter', 'month'] as const;
export type CalendarPart = (typeof CALENDAR)[number];
const isCalendar = (id: string): id is CalendarPart => (CALENDAR as readonly string[]).includes(id);

export type Reference =
  | { readonly kind: 'line'; readonly scenario?: string; readonly id: string; readonly at: At }
  | { readonly kind: 'children'; readonly scenario?: string; readonly id: string; readonly at: At }
  | { readonly kind: 'calendar'; readonly part: CalendarPart; readonly at: At }
  | { readonly kind: 'lost'; readonly address: string };

/** A stretch of a formula: text as it is, or a reference, with its offset in the formula. */
export type FormulaPart =
  | { readonly text: string; readonly offset: number }
  | { readonly ref: Reference; readonly source: string; readonly offset: number };

/** A reference that does not follow the notation. */
export class NotationError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
    this.name = 'NotationError';
  }
}

const ID = '[a-z][a-z0-9_]*';
const REFERENCE = new RegExp(`^(?:([^!{}]+)!)?(${ID})(/\\*)?(?:@(.+))?$`);

function parseAt(text: string | undefined, offset: number): At {
  if (text === undefined) return { kind: 'same' };
  if (text === 'prev') return { kind: 'lag', by: -1 };
  if (text === 'first' || text === 'last' || text === 'all' || text === 'row') return { kind: text };
  if (text === '..') return { kind: 'upto' };
  if (text === 'year' || text === 'half' || text === 'quarter') return { kind: 'within', part: text };
  const end = /^end([-+]\d{1,3})?$/.exec(text);
  if (end) return { kind: 'end', by: Number(end[1] ?? 0) };
  if (text === 'prev year') return { kind: 'years', by: -1 };
  const named = parsePeriod(text);
  if (named) return { kind: 'period', period: named.ordinal, step: named.step };
  const years = /^([-+]\d{1,3}) years?$/.exec(text);
  if (years) return { kind: 'years', by: Number(years[1]) };
  if (/^[-+]\d{1,3}$/.test(text)) return { kind: 'lag', by: Number(text) };
  const input = new RegExp(`^\\[(${ID})\\]$`).exec(text);
  if (input?.[1]) return { kind: 'input', id: input[1] };
  throw new NotationError(`unknown period "@${text}"`, offset);
}

function parseReference(body: string, offset: number): Reference | undefined {
  if (body.startsWith('?')) return { kind: 'lost', address: body.slice(1) };
  const match = REFERENCE.exec(body);
  if (!match) return undefined;
  const [, scenario, id = '', children, at] = match;
  if (isCalendar(id) && scenario === undefined && !children)
    return { kind: 'calendar', part: id, at: parseAt(at, offset) };
  return {
    kind: children ? 'children' : 'line',
    ...(scenario === undefined ? {} : { scenario }),
    id,
    at: parseAt(at, offset),
  };
}

/** An array constant holds numbers, text or errors and no name, so it can't be mistaken for a reference. */
const ARRAY_CONSTANT = /^[\s\d"'#+\-.]/;

/**
 * Splits a formula into text and references.
 * @throws NotationError with the offset, for a brace that is neither a reference nor an array constant.
 */
export function parseFormula(formula: string): FormulaPart[] {
  const parts: FormulaPart[] = [];
  let start = 0;
  const flush = (end: number) => {
    if (end > start) parts.push({ text: formula.slice(start, end), offset: start });
  };
  for (let i = 0; i < formula.length; i++) {
    const char = formula[i];
    if (char === '"') {
      const end = formula.indexOf('"', i + 1);
      if (end < 0) break;
      i = end;
    } else if (char === '{') {
      const end = formula.indexOf('}', i);
      if (end < 0) throw new NotationError('a brace is not closed', i);
      const body = formula.slice(i + 1, end);
      const ref = parseReference(body, i);
      if (ref) {
        flush(i);
        parts.push({ ref, source: formula.slice(i, end + 1), offset: i });
        start = end + 1;
      } else if (!ARRAY_CONSTANT.test(body)) {
        throw new NotationError(`"{${body}}" names no line`, i);
      }
      i = end;
    }
  }
  flush(formula.length);
  return parts;
}

/** The same; undefined for what does not follow the notation. */
export function tryParse(formula: string): FormulaPart[] | undefined {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (error instanceof NotationError) return undefined;
    throw error;
  }
}

/** A text with its stretches outside of quotes changed; those within stay as they are. */
export const outsideQuotes = (text: string, change: (stretch: string) => string): string =>
  text
    .split(/("[^"]*")/)
    .map((piece) => (piece.startsWith('"') ? piece : change(piece)))
    .join('');

const printAt = (at: At): string => {
  switch (at.kind) {
    case 'same':
      return '';
    case 'lag':
      return at.by === 0 ? '' : at.by === -1 ? '@prev' : `@${at.by > 0 ? '+' : ''}${at.by}`;
    case 'years':
      return at.by === -1 ? '@prev year' : `@${at.by > 0 ? '+' : ''}${at.by} years`;
    case 'within':
      return `@${at.part}`;
    case 'end':
      return `@end${at.by === 0 ? '' : at.by > 0 ? `+${at.by}` : at.by}`;
    case 'period':
      return `@${periodText(at.period, at.step)}`;
    case 'input':
      return `@[${at.id}]`;
    case 'upto':
      return '@..';
    default:
      return `@${at.kind}`;
  }
};

/** The reference as it is written in a formula; the inverse of parsing. */
export function printReference(ref: Reference): string {
  if (ref.kind === 'calendar') return `{${ref.part}${printAt(ref.at)}}`;
  if (ref.kind === 'lost') return `{?${ref.address}}`;
  const scenario = ref.scenario === undefined ? '' : `${ref.scenario}!`;
  return `{${scenario}${ref.id}${ref.kind === 'children' ? '/*' : ''}${printAt(ref.at)}}`;
}
