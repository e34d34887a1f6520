import type { Encoding } from './encodings.ts';

/** How the bytes of a file may be read. */
export interface EncodingGuess {
  /** Those in which every byte has a meaning, the likeliest first. Never empty. */
  readonly readings: readonly Encoding[];
  /** Whether a person has to say which; more than one reading makes sense, or none is sure. */
  readonly doubt: boolean;
}

/** Bytes that mean nothing in the encoding. */
export class NotInEncoding extends Error {
  constructor(
    readonly encoding: Encoding,
    /** 1-based line of the first of them. */
    readonly line: number,
    /** The place of the first of them. */
    readonly offset: number,
    /** Its letter in the line, from 1. */
    readonly column: number,
  ) {
    super(`line ${line} is not ${encoding}`);
    this.name = 'NotInEncoding';
  }
}

const strict = (encoding: Encoding) => new TextDecoder(encoding, { fatal: true });

/** The text of some bytes, or undefined where a byte has no meaning. `whole`: they don't end in the middle of a character. */
function tryDecode(bytes: Uint8Array, encoding: Encoding, whole: boolean): string | undefined {
  try {
    return strict(encoding).decode(bytes, { stream: !whole });
  } catch {
    return undefined;
  }
}

/** The text of a whole file, without its byte order mark. @throws NotInEncoding with the line */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  const text = tryDecode(bytes, encoding, true);
  if (text === undefined) throw badPlace(bytes, encoding);
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** The first byte without a meaning: found by halving what still decodes. */
function badPlace(bytes: Uint8Array, encoding: Encoding): NotInEncoding {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (tryDecode(bytes.subarray(0, middle), encoding, false) === undefined) bad = middle;
    else good = middle;
  }
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, good), { stream: true });
  const lines = before.split(/\r\n|\n|\r/);
  return new NotInEncoding(encoding, lines.length, good, (lines.at(-1)?.length ?? 0) + 1);
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

const marked = (bytes: Uint8Array): Encoding | undefined =>
  MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];

/** UTF-16 without a mark: digits, delimiters and line breaks have a zero in the same half of each pair. */
function wide(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 1 << 16) & ~1;
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = length / 20;
  if (odd > many && even <= odd / 50) return 'utf-16le';
  return even > many && odd <= even / 50 ? 'utf-16be' : undefined;
}

/** Sequences of UTF-8 of two bytes, and of more. Pairs of GB18030 can look like the former, hardly like the latter. */
function sequences(bytes: Uint8Array): { readonly short: number; readonly long: number } {
  let short = 0;
  let long = 0;
  for (const byte of bytes) {
    if (byte >= 0xe0) long++;
    else if (byte >= 0xc2) short++;
  }
  return { short, long };
}

/** So many accents in a row are no accident of Chinese pairs. */
const ENOUGH_ACCENTS = 8;

/** The characters that tables of figures are full of, and what of them is written otherwise in traditional ones and in Japanese. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国年月日元亿万千百十家户数量额率值价格总合计单位指标名称项目地区省市县区产业业务企业工业农服规模增长速度比重同期累计实际预测目标完成情况表注资料来源统计局公报生消费投资出口进口收入支利润税就员口居民城镇乡村东西南北京上海广州深圳江苏浙山河湖四川重庆天津第一二三四五六七八九行次占全其他及以来自能力技术新高质人工智能算' +
    '項標營業產國數額總計單實長預測農務億萬價區縣資訊來規進貿費稅員鎮鄉東廣漢慶點類會電車開發關經濟當' +
    'のとはをにがでるたしてすいアイウエカキクケコサシスセソタチツテトナニハフマミムメモラリルレロンー売円経済産業',
);

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** The share of a text's Chinese and Japanese characters that are common ones; 0 where it has none. */
function commonShare(text: string): number {
  let han = 0;
  let common = 0;
  for (const char of text) {
    if (!HAN.test(char)) continue;
    han++;
    if (COMMON.has(char)) common++;
  }
  return han === 0 ? 0 : common / han;
}

const isAsciiLetter = (byte = 0): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** Whether nearly all bytes beyond ASCII stand alone beside letters, as accents in words do; characters of two bytes hardly do. */
function isWestern(bytes: Uint8Array): boolean {
  let [all, alone] = [0, 0];
  for (const [i, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    all++;
    const [before = 0, after = 0] = [bytes[i - 1], bytes[i + 1]];
    if (byte >= 0xc0 && before < 0x80 && after < 0x80 && (isAsciiLetter(before) || isAsciiLetter(after))) alone++;
  }
  return alone >= all * 0.8;
}

/** From this share of common characters on, a reading is Chinese and no accident. Prose has 0.3 and more of them. */
const CHINESE = 0.25;

/**
 * How the first bytes of a file may be read. Only what decodes strictly counts; where several readings do, and none
 * speaks for itself, a person is asked.
 * @param whole whether these are all bytes of the file
 */
export function guessEncoding(bytes: Uint8Array, whole: boolean): EncodingGuess {
  const reads = (encoding: Encoding) => tryDecode(bytes, encoding, whole) !== undefined;
  const mark = marked(bytes);
  if (mark && reads(mark)) return { readings: [mark], doubt: false };
  const pairs = mark ? undefined : wide(bytes);
  if (pairs && reads(pairs)) return { readings: [pairs], doubt: false };
  const others = (['big5', 'shift_jis'] as const).filter((encoding) => reads(encoding));
  const chinese = tryDecode(bytes, 'gb18030', whole);
  if (reads('utf-8')) {
    const { short, long } = sequences(bytes);
    const doubt = long === 0 && short > 0 && short < ENOUGH_ACCENTS && chinese !== undefined;
    const isChinese = doubt && commonShare(chinese) >= CHINESE;
    if (doubt) return { readings: isChinese ? ['gb18030', 'utf-8'] : ['utf-8', 'gb18030'], doubt };
    return { readings: ['utf-8'], doubt };
  }
  if (chinese !== undefined && commonShare(chinese) >= CHINESE) return { readings: ['gb18030'], doubt: false };
  const eastern: Encoding[] = chinese === undefined ? others : ['gb18030', ...others];
  const share = (encoding: Encoding) => commonShare(tryDecode(bytes, encoding, whole) ?? '');
  const likely = eastern
    .map((encoding) => ({ encoding, share: share(encoding) }))
    .sort((a, b) => b.share - a.share)
    .map(({ encoding }) => encoding);
  return { readings: isWestern(bytes) ? ['windows-1252', ...likely] : [...likely, 'windows-1252'], doubt: true };
}

/** Bytes that tell by themselves how a file is read. */
const BEGINNING = 1 << 16;

/**
 * The text of a file that is to be in UTF-8, or in UTF-16 as editors of Windows write it. What is in neither is read only
 * where there is no doubt: as Chinese.
 * @throws NotInEncoding with the first place that is not UTF-8
 */
export function decodeWhole(bytes: Uint8Array): string {
  const beginning = bytes.subarray(0, BEGINNING);
  const pairs = marked(beginning) ?? wide(beginning);
  if (pairs?.startsWith('utf-16')) return decode(bytes, pairs);
  try {
    return decode(bytes, 'utf-8');
  } catch (error) {
    const { readings, doubt } = guessEncoding(bytes, true);
    const [first] = readings;
    if (first && !doubt) return decode(bytes, first);
    throw error;
  }
}
