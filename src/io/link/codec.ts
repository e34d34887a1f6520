import { sameData } from '../../document/difference.ts';
import { type ByteReader, Damaged, type Writer } from './bytes.ts';

/**
 * One thing as bytes, and back. `like`: what the reader has already in its place, from the shipped model: what is the
 * same is not written.
 */
export interface Codec<T> {
  readonly write: (to: Writer, value: T, like?: T) => void;
  /** @throws Damaged */
  readonly read: (from: ByteReader, like?: T) => T;
}

export const whole: Codec<number> = {
  write: (to, value) => to.whole(value),
  read: (from) => from.whole(),
};

/** A whole number of either sign, near 0 in one byte. */
export const signed: Codec<number> = {
  write: (to, value) => to.whole(value < 0 ? -2 * value - 1 : 2 * value),
  read: (from) => {
    const value = from.whole();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  },
};

export const flag: Codec<boolean> = {
  write: (to, value) => to.byte(value ? 1 : 0),
  read: (from) => from.byte() === 1,
};

/** The powers of ten from -7 on that are written in the byte of the sign, and the length of that list. */
const LEAST = -7;
const POWERS = 16;
/** First byte of a number of which all 64 bits follow. */
const BITS = 0;
/** One more than the largest first byte of a number. */
export const NUMBER_TAGS = 1 + 2 * POWERS;

/** The shortest decimal that is this number and no other, as a whole number and a power of ten; undefined where neither is small. */
function decimalOf(value: number): { digits: number; power: number } | undefined {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const [lead = '', fraction = ''] = mantissa.split('.');
  const decimal = { digits: Number(lead + fraction), power: Number(exponent) - fraction.length };
  const small = decimal.digits <= Number.MAX_SAFE_INTEGER && decimal.power >= LEAST && decimal.power < LEAST + POWERS;
  return small && !Object.is(value, -0) ? decimal : undefined;
}

/** A number to its last bit. `shift`: what is added to its first byte, where others share that byte. */
export const numberAfter = (shift: number): Codec<number> => ({
  write: (to, value) => {
    const decimal = decimalOf(value);
    if (decimal) {
      to.byte(shift + 1 + 2 * (decimal.power - LEAST) + (value < 0 ? 1 : 0));
      to.whole(decimal.digits);
      return;
    }
    to.byte(shift + BITS);
    const bits = new DataView(new ArrayBuffer(8));
    bits.setFloat64(0, value);
    to.bytes(new Uint8Array(bits.buffer));
  },
  read: (from) => {
    const tag = from.byte() - shift;
    if (tag < 0 || tag >= NUMBER_TAGS) throw new Damaged('a number is none');
    if (tag === BITS) {
      const bytes = from.bytes(8);
      return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
    }
    const digits = from.whole();
    const value = Number(`${digits}e${LEAST + Math.floor((tag - 1) / 2)}`);
    return tag % 2 === 0 ? -value : value;
  },
});
export const number = numberAfter(0);

const encoder = new TextEncoder();
/** `ignoreBOM`: a text may begin with one. */
const strict = { fatal: true, ignoreBOM: true };
const utf8 = new TextDecoder('utf-8', strict);

const utf16 = (value: string): number[] =>
  Array.from({ length: 2 * value.length }, (_, i) => (value.charCodeAt(i >> 1) >> (i % 2 === 0 ? 8 : 0)) & 0xff);

/**
 * Any text, also one that holds half a character: in UTF-8 or, where that is shorter as for Chinese, in UTF-16.
 */
export const text: Codec<string> = {
  write: (to, value) => {
    const narrow = encoder.encode(value);
    const isWide = narrow.length > 2 * value.length || utf8.decode(narrow) !== value;
    const bytes = isWide ? utf16(value) : narrow;
    to.whole(2 * bytes.length + (isWide ? 1 : 0));
    to.bytes(bytes);
  },
  read: (from) => {
    const head = from.whole();
    const bytes = from.bytes(Math.floor(head / 2));
    if (head % 2 === 0) {
      try {
        return utf8.decode(bytes);
      } catch {
        throw new Damaged('a text is none');
      }
    }
    if (bytes.length % 2 === 1) throw new Damaged('a text is none');
    let value = '';
    for (let i = 0; i < bytes.length; i += 2)
      value += String.fromCharCode(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
    return value;
  },
};

/** A text that is mostly one of a few. The list is part of the format: it may grow at its end and change nowhere else. */
export const word = (words: readonly string[]): Codec<string> => ({
  write: (to, value) => {
    const index = words.indexOf(value);
    to.whole(index + 1);
    if (index < 0) text.write(to, value);
  },
  read: (from) => {
    const index = from.whole();
    if (index === 0) return text.read(from);
    const found = words[index - 1];
    if (found === undefined) throw new Damaged('a word is unknown');
    return found;
  },
});

/** The most of anything in a link; the schema of documents takes no more either. */
export const MANY = 20_000;

/** Items in their order. `most`: more of them are refused before the next is read, since each can be of one byte. */
export const list = <T>(item: Codec<T>, most = MANY): Codec<readonly T[]> => ({
  write: (to, values) => {
    to.whole(values.length);
    for (const value of values) item.write(to, value);
  },
  read: (from) => {
    const values: T[] = [];
    const length = from.whole();
    if (length > most) throw new Damaged('a list is too long');
    while (values.length < length) values.push(item.read(from));
    return values;
  },
});

/** A text in both languages, or a person's own in one. */
export const said: Codec<string | { readonly en: string; readonly zh: string }> = {
  write: (to, value) => {
    const isOwn = typeof value === 'string';
    to.byte(isOwn ? 0 : value.en === value.zh ? 1 : 2);
    text.write(to, isOwn ? value : value.en);
    if (!isOwn && value.en !== value.zh) text.write(to, value.zh);
  },
  read: (from) => {
    const form = from.byte();
    const en = text.read(from);
    if (form === 0) return en;
    return { en, zh: form === 1 ? en : text.read(from) };
  },
};

type Field<T> = Codec<T> & { readonly isOptional?: true };
type Fields<T> = { readonly [K in keyof T]-?: Field<NonNullable<T[K]>> };

/** A key that may be missing although `like` has it. */
export const optional = <T>(codec: Codec<T>): Field<T> => ({ ...codec, isOptional: true });

/**
 * Plain data by its keys, in their order, of which those are written that differ from `like`. The order is part of the
 * format: keys may be added at the end.
 */
export function record<T extends object>(fields: Fields<T>): Codec<T> {
  const entries = Object.entries(fields) as [keyof T & string, Field<unknown>][];
  return {
    write: (to, value, like) => {
      const differs = entries.map(([key]) => !sameData(value[key], like?.[key]));
      to.whole(differs.reduce((mask, it, i) => mask + (it ? 2 ** i : 0), 0));
      entries.forEach(([key, codec], i) => {
        if (!differs[i]) return;
        const isGiven = value[key] !== undefined;
        if (codec.isOptional && like?.[key] !== undefined) flag.write(to, isGiven);
        if (isGiven) codec.write(to, value[key], like?.[key]);
      });
    },
    read: (from, like) => {
      const mask = from.whole();
      if (mask >= 2 ** entries.length) throw new Damaged('a key is unknown');
      const value: Record<string, unknown> = { ...like };
      entries.forEach(([key, codec], i) => {
        if (Math.floor(mask / 2 ** i) % 2 === 0) return;
        const isGiven = !codec.isOptional || like?.[key] === undefined || flag.read(from);
        if (isGiven) value[key] = codec.read(from, like?.[key]);
        else delete value[key];
      });
      return value as T;
    },
  };
}
