import { define, fail, page, text, whole } from './define.ts';

/*
 * Texts by bytes, as Excel counts them where Chinese, Japanese or Korean is the language of the computer: two for a
 * character of these scripts and of full width. In other languages Excel counts each as one.
 */

/** Wide and full-width characters of Unicode's EastAsianWidth, https://www.unicode.org/reports/tr11/ */
const WIDE =
  /[ᄀ-ᅟ⺀-〾ぁ-㏿㐀-䶿一-鿿ꀀ-꓏ꥠ-ꥼ가-힣豈-﫿︐-︙︰-﹯！-｠￠-￦]|[\u{1b000}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const bytesOf = (sign: string): number => (WIDE.test(sign) ? 2 : 1);

/** A stretch of a text by bytes, 0-based; half a character at an edge is a blank, as in Excel. */
function stretch(given: string, from: number, until: number): string {
  let [at, result] = [0, ''];
  for (const sign of given) {
    const end = at + bytesOf(sign);
    if (at >= from && end <= until) result += sign;
    else if (at < until && end > from) result += ' ';
    at = end;
  }
  return result;
}
const length = (given: string): number => [...given].reduce((sum, sign) => sum + bytesOf(sign), 0);

const count = { defaultValue: 1, minValue: 0 } as const;
const LEFT = '9203d2d2-7960-479b-84c6-1ea52b99640c';
const RIGHT = '240267ee-9afa-4639-a02b-f19e1786cf2f';
const MID = 'd5f9e25c-d7d6-472e-b568-4ecb12433028';

export const BYTES = [
  define({
    name: 'LENB',
    summary: 'The length of a text in bytes; a Chinese character has two.',
    source: page('len-lenb', '29236f94-cedc-429d-affd-b5e33d2c67cb'),
    parameters: [text('text')],
    calculate: length,
  }),
  define({
    name: 'LEFTB',
    summary: 'The first bytes of a text; a Chinese character has two.',
    source: page('left-leftb', LEFT),
    parameters: [text('text'), whole('num_bytes', count)],
    calculate: (given: string, bytes: number) => stretch(given, 0, bytes),
  }),
  define({
    name: 'RIGHTB',
    summary: 'The last bytes of a text; a Chinese character has two.',
    source: page('right-rightb', RIGHT),
    parameters: [text('text'), whole('num_bytes', count)],
    calculate: (given: string, bytes: number) => stretch(given, Math.max(0, length(given) - bytes), length(given)),
  }),
  define({
    name: 'MIDB',
    summary: 'Bytes from the middle of a text; a Chinese character has two.',
    source: page('mid-midb', MID),
    parameters: [text('text'), whole('start_num'), whole('num_bytes')],
    calculate: (given: string, start: number, bytes: number) =>
      start < 1 || bytes < 0 ? fail.value() : stretch(given, start - 1, start - 1 + bytes),
  }),
];
