import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/view/picture/wrap.ts';

/** Each character as wide as two where it is Chinese, else as one. */
const measure = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);

describe('a text that is burnt into a picture', () => {
  it.each([
    ['one two three', 8, ['one two', 'three']],
    ['one  two', 20, ['one  two']],
    ['a\nb', 20, ['a', 'b']],
    ['若年均增长15.3%，2025年', 12, ['若年均增长', '15.3%，', '2025年']],
    ['共（约）。', 8, ['共', '（约）。']],
    ['产业规模约3000亿元。', 14, ['产业规模约', '3000亿元。']],
    ['https://a.b/c/defghijk', 10, ['https://', 'a.b/c/', 'defghijk']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['', 10, ['']],
  ])('breaks %j at %d into %j', (text, width, lines) => {
    expect(wrap(text, width, measure)).toEqual(lines);
  });

  it('loses nothing but blanks at the ends of lines, and goes over no edge', () => {
    const text = fc
      .array(
        fc.constantFrom(
          '产业',
          '规模',
          '，',
          '。',
          '（',
          '）',
          '2025',
          ' ',
          'Guangdong',
          '%',
          '“',
          '”',
          '3.5',
          '/',
          '😀',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (words, width) => {
        const lines = wrap(words, width, measure);
        expect(lines.join('').replace(/ /g, '')).toBe(words.replace(/ /g, ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
