import { describe, expect, it } from 'vitest';
import { decode, guessEncoding, NotInEncoding } from '../../../src/io/csv/encoding.ts';
import type { Encoding } from '../../../src/io/csv/encodings.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean, mark: boolean) => {
  const units = [...(mark ? `\uFEFF${text}` : text)].join('');
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
};
/** Characters of GB2312 and their bytes, found by asking the decoder for every pair. */
const PAIRS = new Map<string, readonly [number, number]>();
for (let lead = 0xa1; lead <= 0xf7; lead++)
  for (let trail = 0xa1; trail <= 0xfe; trail++)
    PAIRS.set(new TextDecoder('gb18030').decode(bytes(lead, trail)), [lead, trail]);
const gb = (text: string) => Uint8Array.from([...text].flatMap((char) => PAIRS.get(char) ?? [char.charCodeAt(0)]));

const guess = (data: Uint8Array, whole = true) => guessEncoding(data, whole);
const TABLE = '指标,单位,2021年,2022年\n核心产业规模,亿元,1200,1500\n企业数量,家,700,900\n';

describe('the encoding of a file', () => {
  it.each<[string, Uint8Array, Encoding]>([
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, ...utf8(TABLE)), 'utf-8'],
    ['UTF-8 without', utf8(TABLE), 'utf-8'],
    ['plain ASCII', utf8('a,2021\nb,1\n'), 'utf-8'],
    ['nothing at all', bytes(), 'utf-8'],
    ['UTF-16 with its mark, little', utf16(TABLE, true, true), 'utf-16le'],
    ['UTF-16 with its mark, big', utf16(TABLE, false, true), 'utf-16be'],
    ['UTF-16 without, little', utf16(TABLE, true, false), 'utf-16le'],
    ['UTF-16 without, big', utf16(TABLE, false, false), 'utf-16be'],
    ['GB18030', gb(TABLE), 'gb18030'],
    ['UTF-8 with many accents', utf8('é,ü,ö,ä,ß,è,à,ç,ñ\n'.repeat(3)), 'utf-8'],
  ])('is found where it is %s', (_, data, encoding) => {
    expect(guess(data)).toEqual({ readings: [encoding], doubt: false });
    expect(() => decode(data, encoding)).not.toThrow();
  });

  it('is asked where bytes make sense twice: pairs that are both accents and characters', () => {
    // 一 in GB18030 is a letter in UTF-8.
    expect(guess(bytes(0xd2, 0xbb, 0x2c, 0x31, 0x0a))).toMatchObject({ doubt: true });
    expect(guess(utf8('café,2021\n1,2\n'))).toEqual({ readings: ['utf-8', 'gb18030'], doubt: true });
  });

  it('is asked where it is none of those that are known, and never guessed', () => {
    const latin = bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x2c, 0x32, 0x30, 0x32, 0x31, 0x0a);
    const { readings, doubt } = guess(latin);
    expect(doubt).toBe(true);
    expect(readings).toContain('windows-1252');
    // Big5 for 人工智慧產業: most of it has a meaning in GB18030 too, but not one that reads.
    const big5 = bytes(0xa4, 0x48, 0xa4, 0x75, 0xb4, 0xbc, 0xbc, 0x7a, 0xb2, 0xa3, 0xb7, 0x7e, 0x2c, 0x31, 0x0a);
    expect(guess(big5).doubt).toBe(true);
    expect(guess(big5).readings).toContain('big5');
    expect(guess(bytes(0xff, 0xff, 0xff, 0x31, 0x0a)).doubt).toBe(true);
  });

  it('is proposed by what the bytes read as, where it has to be asked', () => {
    // 項目,2020年 / 營業收入（億元） in Big5, and 売上,円 in Shift JIS.
    const big5 = bytes(
      ...[0xb6, 0xb5, 0xa5, 0xd8, 0x2c, 0x32, 0x30, 0x32, 0x30, 0xa6, 0x7e, 0x0a, 0xc0, 0xe7, 0xb7, 0x7e, 0xa6, 0xac],
      ...[0xa4, 0x4a, 0xa1, 0x5d, 0xbb, 0xf5, 0xa4, 0xb8, 0xa1, 0x5e, 0x2c, 0x31, 0x30, 0x0a],
    );
    expect(guess(big5).readings[0]).toBe('big5');
    expect(guess(bytes(0x94, 0x84, 0x8f, 0xe3, 0x2c, 0x89, 0x7e, 0x0a)).readings[0]).toBe('shift_jis');
    const latin = Uint8Array.from('Region;2021\nS\u00fcd;1,5\nD\u00fcsseldorf;2\n', (char) => char.charCodeAt(0));
    expect(guess(latin)).toMatchObject({ doubt: true });
    expect(guess(latin).readings[0]).toBe('windows-1252');
  });

  it('is found in the first part of a file that ends within a character', () => {
    expect(guess(utf8(TABLE).subarray(0, 20), false)).toEqual({ readings: ['utf-8'], doubt: false });
    expect(guess(gb(TABLE).subarray(0, 31), false)).toMatchObject({ readings: ['gb18030'] });
  });

  it('holds for every byte, or the line is named that breaks it', () => {
    const broken = bytes(...utf8('指标,2021\n'), ...utf8('规模,1\r\n'), 0xb9, 0xe6, 0x0a);
    const caught = (() => {
      try {
        return decode(broken, 'utf-8');
      } catch (error) {
        return error;
      }
    })();
    expect(caught).toBeInstanceOf(NotInEncoding);
    expect(caught).toMatchObject({ encoding: 'utf-8', line: 3, offset: broken.length - 3 });
    expect(guess(broken).doubt).toBe(true);
  });

  it('of characters of four bytes is GB18030 too', () => {
    const rare = bytes(...gb('指标,2021\n'), 0x95, 0x32, 0xb7, 0x36, ...gb('规模,1\n'));
    expect(decode(rare, 'gb18030')).toContain(new TextDecoder('gb18030').decode(bytes(0x95, 0x32, 0xb7, 0x36)));
    expect(guess(rare)).toEqual({ readings: ['gb18030'], doubt: false });
  });
});
