import type { Figure, Source } from '../../model/figure.ts';
import type { Input, InputRange, Line, Result, Series } from '../../model/line.ts';
import type { Periods } from '../../model/model.ts';
import { type Codec, flag, list, number, numberAfter, optional, record, said, text, whole, word } from './codec.ts';
import type { Ids } from './ids.ts';
import { period, readSlots, writeSlots } from './slots.ts';

/**
 * The words of format 1, by their place. New ones go to the end of a list; until they stand there they are written out.
 * What is read is checked by the schema of documents, so nothing here has to be.
 */
export const WORDS = {
  models: ['guangdong', 'china', 'regions', 'shanghai'],
  kinds: ['heading', 'input', 'series', 'result'],
  units: [
    'bn yuan',
    'bn US$',
    'mn yuan per firm',
    'yuan per US$',
    'firms',
    'measures',
    'EFLOPS',
    'year',
    'years',
    'times',
    'index',
    'rank',
    'switch',
    'check',
    'percent',
    'percent a year',
    'points',
  ],
  takes: ['value', 'year'],
  bounds: ['reach', 'at least', 'about', 'nearly', 'exact'],
  figureKinds: ['target', 'observed', 'estimate', 'projection'],
  grades: ['A', 'B', 'C'],
  langs: ['en', 'zh'],
  moneys: ['bn yuan', 'yi yuan', 'bn US$'],
  steps: ['year', 'half', 'quarter', 'month'],
  rollups: ['sum', 'last', 'mean', 'compound', 'none'],
} as const;

/** A codec of texts for what the schema narrows later. */
const as = <T>(codec: Codec<string> | Codec<string | { readonly en: string; readonly zh: string }>): Codec<T> =>
  codec as unknown as Codec<T>;

export const periods: Codec<Periods> = record<Periods>({
  first: period,
  last: period,
  step: optional(as(word(WORDS.steps))),
  yearStart: optional(whole),
  list: optional(list(period)),
});

const range: Codec<InputRange> = record<InputRange>({
  low: number,
  high: number,
  step: number,
  rationale: as(said),
  basis: optional(list(text)),
});

/** What is typed in single periods of a series: a number, or a text behind the byte that no number begins with. */
const TEXT = 0;
const typedNumber = numberAfter(1);
const typed: Codec<NonNullable<Series['values']>> = {
  write: (to, values) => {
    writeSlots(to, Object.keys(values));
    for (const value of Object.values(values)) {
      if (typeof value === 'number') typedNumber.write(to, value);
      else {
        to.byte(TEXT);
        text.write(to, value.text);
      }
    }
  },
  read: (from) => {
    const held = readSlots(from).map((slot): [string, number | { readonly text: string }] => {
      if (from.peek() !== TEXT) return [slot, typedNumber.read(from)];
      from.byte();
      return [slot, { text: text.read(from) }];
    });
    return Object.fromEntries(held);
  },
};

/** Every key that a line of any kind may have, but its id. */
export type LineBody = Omit<Line, 'id'> &
  Partial<Omit<Input, 'id' | 'kind'> & Omit<Series, 'id' | 'kind'> & Omit<Result, 'id' | 'kind'>>;

export const lineBody = ({ formula }: Ids): Codec<LineBody> =>
  record<LineBody>({
    kind: as(word(WORDS.kinds)),
    label: as(said),
    unit: optional(as(word(WORDS.units))),
    decimals: optional(whole),
    note: optional(as(said)),
    value: optional(number),
    figure: optional(text),
    take: optional(as(word(WORDS.takes))),
    range: optional(range),
    perPeriod: optional(flag),
    first: optional(formula),
    formula: optional(formula),
    start: optional(period),
    rollup: optional(as(word(WORDS.rollups))),
    values: optional(typed),
    later: optional(typed),
    exceptions: optional(list(period)),
    step: optional(as(word(WORDS.steps))),
  });

export const figures: Codec<readonly Figure[]> = list(
  record<Figure>({
    id: text,
    region: text,
    variable: text,
    period: text,
    value: number,
    unit: as(word(WORDS.units)),
    bound: as(word(WORDS.bounds)),
    kind: as(word(WORDS.figureKinds)),
    definition: text,
    reported: text,
    source: text,
    note: text,
  }),
);

export const sources: Codec<readonly Source[]> = list(
  record<Source>({
    id: text,
    publisher: text,
    date: text,
    grade: as(word(WORDS.grades)),
    url: text,
    about: text,
    publisherZh: optional(text),
  }),
);
