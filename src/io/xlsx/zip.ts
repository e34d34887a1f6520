import { crc32 } from '../crc.ts';

/** One file of a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The marks with which the records of an archive begin (APPNOTE 6.3.10, 4.3). */
export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
/** Sizes of those records without their names. */
export const LOCAL_SIZE = 30;
export const CENTRAL_SIZE = 46;
export const END_SIZE = 22;

export const STORED = 0;
export const DEFLATED = 8;
const UTF8_NAMES = 0x800;
/** 1 January 1980, the first day that an archive knows: the same workbook is the same bytes on every day. */
const DATE = 0x21;

interface Packed {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly bytes: Uint8Array;
}

/** Deflated; where the browser can't, as they are, which every program reads too. */
async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Pick<Packed, 'method' | 'bytes'>> {
  let deflate: CompressionStream;
  try {
    deflate = new CompressionStream('deflate-raw');
  } catch {
    return { method: STORED, bytes };
  }
  const stream = new Blob([bytes]).stream().pipeThrough(deflate);
  return { method: DEFLATED, bytes: new Uint8Array(await new Response(stream).arrayBuffer()) };
}

/** What the record of an entry and its line in the directory have in common, from the version on. */
function describe(view: DataView, at: number, { name, crc, size, method, bytes }: Packed): void {
  const put16 = (offset: number, value: number) => view.setUint16(at + offset, value, true);
  const put32 = (offset: number, value: number) => view.setUint32(at + offset, value, true);
  put16(0, 20);
  put16(2, UTF8_NAMES);
  put16(4, method);
  put16(8, DATE);
  put32(10, crc);
  put32(14, bytes.length);
  put32(18, size);
  put16(22, name.length);
}

/** Files as the bytes of a zip archive, in their order. */
export async function writeZip(entries: readonly ZipEntry[]): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const packed = await Promise.all(
    entries.map(
      async ({ name, bytes }): Promise<Packed> => ({
        name: encoder.encode(name),
        crc: crc32(bytes),
        size: bytes.length,
        ...(await pack(bytes)),
      }),
    ),
  );
  const sum = (sizeOf: (one: Packed) => number) => packed.reduce((total, one) => total + sizeOf(one), 0);
  const directory = sum(({ name, bytes }) => LOCAL_SIZE + name.length + bytes.length);
  const directorySize = sum(({ name }) => CENTRAL_SIZE + name.length);
  const archive = new Uint8Array(directory + directorySize + END_SIZE);
  const view = new DataView(archive.buffer);
  let at = 0;
  let line = directory;
  for (const one of packed) {
    view.setUint32(line, CENTRAL, true);
    view.setUint16(line + 4, 20, true);
    describe(view, line + 6, one);
    view.setUint32(line + 42, at, true);
    archive.set(one.name, line + CENTRAL_SIZE);
    line += CENTRAL_SIZE + one.name.length;

    view.setUint32(at, LOCAL, true);
    describe(view, at + 4, one);
    archive.set(one.name, at + LOCAL_SIZE);
    archive.set(one.bytes, at + LOCAL_SIZE + one.name.length);
    at += LOCAL_SIZE + one.name.length + one.bytes.length;
  }
  view.setUint32(line, END, true);
  view.setUint16(line + 8, packed.length, true);
  view.setUint16(line + 10, packed.length, true);
  view.setUint32(line + 12, directorySize, true);
  view.setUint32(line + 16, directory, true);
  return archive;
}
