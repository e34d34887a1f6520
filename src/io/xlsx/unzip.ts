import { crc32 } from '../crc.ts';
import { inflater, sendThrough } from '../streams.ts';
import { XlsxProblem } from './problem.ts';
import { CENTRAL, CENTRAL_SIZE, DEFLATED, END, END_SIZE, LOCAL, LOCAL_SIZE, STORED } from './zip.ts';

/** How much an archive may hold. Sizes that it states are not believed: what comes out is counted as it comes. */
export interface Limits {
  readonly entries: number;
  /** Unpacked, of all entries that are read together. */
  readonly bytes: number;
  /** Unpacked to packed, of an entry beyond `RATIO_FROM` bytes. Sheets reach about 50, deflate 1,032. */
  readonly ratio: number;
}

/** Bytes up to which an entry may be packed as tightly as it likes. */
const RATIO_FROM = 10_000_000;
/** Bytes that are unpacked at a time: at the most a thousand times as many come out before they are counted. */
const SLICE = 4096;

const ENCRYPTED = 0x1;
/** Stands for a size that has its place in the extra field of ZIP64. */
const ELSEWHERE = 0xffffffff;

interface EntryPlace {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Sizes and offset that do not fit into 32 bits; writers of streams put smaller ones there too. */
function wide(view: DataView, from: number, to: number, place: EntryPlace): EntryPlace {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const take = (value: number): number => {
      if (value !== ELSEWHERE) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    return { ...place, size: take(place.size), packed: take(place.packed), offset: take(place.offset) };
  }
  return place;
}

/** The end of the directory: the last 22 bytes, or before them where the archive bears a comment. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === END) return at;
  throw new XlsxProblem('damaged');
}

function readDirectory(bytes: Uint8Array, limits: Limits): Map<string, EntryPlace> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new XlsxProblem('large');
  const places = new Map<string, EntryPlace>();
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new XlsxProblem('damaged');
    const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    // Names of parts are the same in any case, and begin at the root.
    const name = decoder
      .decode(bytes.subarray(at + CENTRAL_SIZE, nameEnd))
      .replaceAll('\\', '/')
      .replace(/^\/+/, '')
      .toLowerCase();
    const place: EntryPlace = {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    // Of two entries by one name each reader would see another one.
    if (places.has(name)) throw new XlsxProblem('damaged', name);
    places.set(name, wide(view, nameEnd, extraEnd, place));
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return places;
}

/** Unpacks slice by slice; `take` is given what came out and stops it by throwing. */
async function inflate(packed: Uint8Array<ArrayBuffer>, take: (bytes: Uint8Array) => void): Promise<void> {
  const stream = inflater();
  if (!stream) throw new XlsxProblem('browser');
  await sendThrough(stream, packed, SLICE, take);
}

/** A zip archive whose entries are unpacked when they are asked for, never beyond its limits. */
export class Archive {
  readonly #places: Map<string, EntryPlace>;
  #left: number;

  /** @throws XlsxProblem */
  constructor(
    readonly bytes: Uint8Array<ArrayBuffer>,
    readonly limits: Limits,
  ) {
    try {
      this.#places = readDirectory(bytes, limits);
    } catch (error) {
      // An offset beyond the end.
      if (error instanceof RangeError) throw new XlsxProblem('damaged');
      throw error;
    }
    this.#left = limits.bytes;
  }

  /** In lower case, from the root, with `/`. */
  get names(): string[] {
    return [...this.#places.keys()];
  }

  /** The bytes of an entry, its name in any case; undefined where there is none. @throws XlsxProblem */
  async read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const place = this.#places.get(name.toLowerCase());
    if (!place) return undefined;
    const { packed, size, crc } = place;
    if (place.flags & ENCRYPTED) throw new XlsxProblem('locked', name);
    // What is stated beyond the limits is refused before anything is unpacked.
    if (size > this.#left) throw new XlsxProblem('large', name);
    const unpacked = new Uint8Array(size);
    let length = 0;
    let sum = 0;
    const take = (bytes: Uint8Array) => {
      if (length + bytes.length > size) throw new XlsxProblem('damaged', name);
      unpacked.set(bytes, length);
      length += bytes.length;
      sum = crc32(bytes, sum);
      this.#left -= bytes.length;
      if (length > RATIO_FROM && length > packed * this.limits.ratio) throw new XlsxProblem('large', name);
    };
    try {
      const data = this.#dataOf(place);
      if (place.method === STORED) take(data);
      else if (place.method === DEFLATED) await inflate(data, take);
      else throw new XlsxProblem('damaged', name);
    } catch (error) {
      if (error instanceof XlsxProblem) throw error;
      throw new XlsxProblem('damaged', name);
    }
    if (length !== size || sum !== crc) throw new XlsxProblem('damaged', name);
    return unpacked;
  }

  #dataOf({ name, offset, packed }: EntryPlace): Uint8Array<ArrayBuffer> {
    const { bytes } = this;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint32(offset, true) !== LOCAL) throw new XlsxProblem('damaged', name);
    const from = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (from + packed > bytes.length) throw new XlsxProblem('damaged', name);
    return bytes.subarray(from, from + packed);
  }
}
