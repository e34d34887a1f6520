import { format } from 'numfmt';
import { textOf } from './adapt.ts';
import {
  define,
  EmptyValue,
  fail,
  logical,
  number,
  page,
  type Result,
  type Scalar,
  text,
  value,
  whole,
} from './define.ts';
import { asFraction } from './fractions.ts';
import { atDecimals, halfUp } from './rounding.ts';
import { numberOfText } from './textNumber.ts';

/** A day has the number that formulas give it, and none comes before day 0 or after the year 9999. */
const OPTIONS = { leap1900: false, dateErrorThrows: true, dateSpanLarge: false };

/** A number as a format shows it. A format that can't be read, or a day that there is none, is an error. */
function shown(held: Scalar, pattern: string): Result {
  if (pattern === '') return '';
  const own = typeof held === 'string' ? (numberOfText(held) ?? held) : held === EmptyValue ? 0 : held;
  try {
    if (/^general$/i.test(pattern)) return textOf(own);
    const plain = (of: string, one: Scalar) => format(of, one, OPTIONS);
    return (typeof own === 'number' && asFraction(pattern, own, plain)) || plain(pattern, own);
  } catch {
    return fail.value();
  }
}

/** Excel takes no more decimals. */
const MOST_DECIMALS = 127;
/** The format of so many decimals. */
const decimalsOf = (decimals: number): string => (decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0');

function rounded(x: number, decimals: number, pattern: (digits: string) => string): Result {
  if (decimals > MOST_DECIMALS) return fail.value();
  return shown(decimals < 0 ? atDecimals(x, decimals, halfUp) : x, pattern(decimalsOf(decimals)));
}

/** The number that a text stands for, by its own separators. */
function numberBy(written: string, decimal: string, group: string): number | undefined {
  const [point = '', between = ''] = [decimal[0], group[0]];
  const bare = written.replace(/\s/g, '');
  if (bare === '') return 0;
  const [, body = '', percents = ''] = /^(.*?)(%*)$/.exec(bare) ?? [];
  const parts = body.split(point);
  const [whole = '', part = ''] = parts;
  if (parts.length > 2 || (between !== '' && part.includes(between))) return undefined;
  const digits = (between === '' ? whole : whole.replaceAll(between, '')) + (parts.length > 1 ? `.${part}` : '');
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(digits)) return undefined;
  return Number(digits) / 100 ** percents.length;
}

export const NUMBER_FORMATS = [
  define({
    name: 'TEXT',
    summary: 'A number as a format shows it.',
    source: page('text', '20d5ac4d-7b94-49fd-bb38-93d29371225c'),
    parameters: [value('value'), text('format_text')],
    calculate: shown,
  }),
  define({
    name: 'FIXED',
    summary: 'A number as a text of so many decimals.',
    source: page('fixed', 'ffd5723c-324c-45e9-8b96-e41be2a8274a'),
    parameters: [
      number('number'),
      whole('decimals', { defaultValue: 2 }),
      logical('no_commas', { defaultValue: false }),
    ],
    calculate: (x: number, decimals: number, isBare: boolean) =>
      rounded(x, decimals, (digits) => (isBare ? digits : `#,##${digits}`)),
  }),
  define({
    name: 'DOLLAR',
    summary: 'A number as a text of dollars.',
    source: page('dollar', 'a6cd05d9-9740-4ad3-a469-8109d18ff611'),
    parameters: [number('number'), whole('decimals', { defaultValue: 2 })],
    calculate: (x: number, decimals: number) => rounded(x, decimals, (digits) => `$#,##${digits};($#,##${digits})`),
  }),
  define({
    name: 'NUMBERVALUE',
    summary: 'The number that a text stands for, by its own separators.',
    source: page('numbervalue', '1b05c8cf-2bfa-4437-af70-596c7ea7d879'),
    parameters: [
      text('text'),
      text('decimal_separator', { defaultValue: '.' }),
      text('group_separator', { defaultValue: ',' }),
    ],
    calculate: (written: string, decimal: string, group: string) =>
      decimal === '' ? fail.value() : (numberBy(written, decimal, group) ?? fail.value()),
  }),
];
