import { textOf } from './adapt.ts';
import {
  any,
  type CellError,
  define,
  fail,
  isError,
  isOmitted,
  isTooLong,
  logical,
  many,
  optional,
  page,
  type Result,
  type Scalar,
  scalar,
  text,
  valuesOf,
  whole,
} from './define.ts';

/** The texts of arguments in reading order; the first error ends it. */
function textsOf(given: readonly Result[]): string[] | CellError {
  const texts: string[] = [];
  for (const one of given.flatMap(valuesOf)) {
    const own = textOf(one);
    if (isError(own)) return own;
    texts.push(own);
  }
  return texts;
}

const joined = (texts: readonly string[], between: (i: number) => string): Result => {
  const result = texts.reduce((all, one, i) => (i === 0 ? one : all + between(i - 1) + one), '');
  return isTooLong(result.length) ? fail.long() : result;
};

/** A place in a text where a delimiter stands. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where delimiters stand, from the left or from the right; of two at one place the longer one. */
function placesOf(given: string, delimiters: readonly string[], isAnyCase: boolean, fromEnd: boolean): Place[] {
  const fold = (one: string) => (isAnyCase ? one.toLowerCase() : one);
  const [body, wanted] = [fold(given), delimiters.map(fold).sort((a, b) => b.length - a.length)];
  const places: Place[] = [];
  for (let i = fromEnd ? body.length : 0; fromEnd ? i >= 0 : i <= body.length; ) {
    const found = wanted.find((one) => (fromEnd ? body.slice(0, i).endsWith(one) : body.startsWith(one, i)));
    if (found === undefined) {
      i += fromEnd ? -1 : 1;
      continue;
    }
    const start = fromEnd ? i - found.length : i;
    places.push({ start, end: start + found.length });
    i = fromEnd ? start - (found === '' ? 1 : 0) : start + Math.max(1, found.length);
  }
  return places;
}

/** What stands before or after a delimiter. */
const beside = (name: string, id: string, side: 'before' | 'after') =>
  define({
    name,
    summary: `The text ${side} a delimiter.`,
    source: page(name, id),
    parameters: [
      text('text'),
      any('delimiter'),
      whole('instance_num', { defaultValue: 1, emptyAsDefault: true }),
      whole('match_mode', { defaultValue: 0, minValue: 0, maxValue: 1 }),
      whole('match_end', { defaultValue: 0, minValue: 0, maxValue: 1 }),
      scalar('if_not_found', optional),
    ],
    calculate: (
      given: string,
      delimiter: Result,
      instance: number,
      matchMode: number,
      matchEnd: number,
      missing?: Scalar,
    ) => {
      const delimiters = textsOf([delimiter]);
      if (isError(delimiters)) return delimiters;
      if (instance === 0 || Math.abs(instance) > Math.max(1, given.length)) return fail.value();
      const fromEnd = instance < 0;
      const places = placesOf(given, delimiters, matchMode === 1, fromEnd);
      const edge = fromEnd ? 0 : given.length;
      if (matchEnd === 1) places.push({ start: edge, end: edge });
      const place = places[Math.abs(instance) - 1];
      if (!place) return missing ?? fail.na();
      return side === 'before' ? given.slice(0, place.start) : given.slice(place.end);
    },
  });

function split(given: string, delimiters: readonly string[], isAnyCase: boolean, skipsEmpty: boolean): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of delimiters.length === 0 ? [] : placesOf(given, delimiters, isAnyCase, false)) {
    parts.push(given.slice(from, start));
    from = end;
  }
  parts.push(given.slice(from));
  return skipsEmpty ? parts.filter((part) => part !== '') : parts;
}

export const TEXTS = [
  define({
    name: 'CONCAT',
    summary: 'Joins texts, those of ranges too.',
    source: page('concat', '9b1a9a3f-94ff-41af-9736-694cbd6b4ca2'),
    parameters: [any('text1')],
    repeats: 1,
    calculate: (...given: Result[]) => {
      const texts = textsOf(given);
      return isError(texts) ? texts : joined(texts, () => '');
    },
  }),
  define({
    name: 'TEXTJOIN',
    summary: 'Joins texts with a delimiter between them.',
    source: page('textjoin', '357b449a-ec91-49d0-80c3-0e8fc845691c'),
    parameters: [any('delimiter'), logical('ignore_empty'), any('text1')],
    repeats: 1,
    calculate: (delimiter: Result, skipsEmpty: boolean, ...given: Result[]) => {
      const [delimiters, texts] = [textsOf([delimiter]), textsOf(given)];
      if (isError(delimiters)) return delimiters;
      if (isError(texts)) return texts;
      const kept = skipsEmpty ? texts.filter((one) => one !== '') : texts;
      return joined(kept, (i) => delimiters[i % delimiters.length] ?? '');
    },
  }),
  beside('TEXTBEFORE', 'd099c28a-dba8-448e-ac6c-f086d0fa1b29', 'before'),
  beside('TEXTAFTER', 'c8db2546-5b51-416a-9690-c7e6722e90b4', 'after'),
  define({
    name: 'TEXTSPLIT',
    summary: 'Splits a text into columns and rows.',
    source: page('textsplit', 'b1ca414e-4c21-4ca0-b1b7-bdecace8a6e7'),
    parameters: [
      text('text'),
      any('col_delimiter'),
      any('row_delimiter', optional),
      logical('ignore_empty', { defaultValue: false, emptyAsDefault: true }),
      whole('match_mode', { defaultValue: 0, minValue: 0, maxValue: 1 }),
      scalar('pad_with', optional),
    ],
    gives: 'many',
    calculate: (
      given: string,
      byColumn: Result,
      byRow: Result | undefined,
      skipsEmpty: boolean,
      matchMode: number,
      filler?: Scalar,
    ) => {
      const columns = isOmitted(byColumn) ? [] : textsOf([byColumn]);
      const rows = isOmitted(byRow) ? [] : textsOf([byRow]);
      if (isError(columns)) return columns;
      if (isError(rows)) return rows;
      if ([...columns, ...rows].includes('') || columns.length + rows.length === 0) return fail.value();
      const isAnyCase = matchMode === 1;
      const lines = split(given, rows, isAnyCase, skipsEmpty).map((row) => split(row, columns, isAnyCase, skipsEmpty));
      const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
      return many(
        lines.map((line) => [...line, ...Array.from({ length: width - line.length }, () => filler ?? fail.na())]),
      );
    },
  }),
];
