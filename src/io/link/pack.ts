import { crc32 } from '../crc.ts';
import { inflater, sendThrough } from '../streams.ts';
import { Damaged } from './bytes.ts';

/** Bytes that a link may inflate to: a deflated bomb of zeros grows a thousandfold. */
export const MOST_UNPACKED_BYTES = 1024 * 1024;

/** Bytes that are inflated at a time: a bomb grows to a quarter of a megabyte before it is seen. */
const SLICE = 256;
/** Bytes that are deflated at a time: they can only shrink, and each time costs as much as some kilobytes. */
const LARGE_SLICE = 16 * 1024;

/** All that comes out of a stream. @throws Damaged where that is more than `most` bytes */
async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
  slice: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  await sendThrough(stream, bytes, slice, (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) throw new Damaged(`it inflates past ${most} bytes`);
  });
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** This browser can't inflate: it has no such stream, or none for this format. */
export class CantInflate extends Error {}

/** @throws Error where this browser can't deflate */
export const deflate = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  through(new CompressionStream('deflate-raw'), bytes, Number.POSITIVE_INFINITY, LARGE_SLICE);

/** @throws Damaged where they are no deflated bytes, or grow past `MOST_UNPACKED_BYTES`; CantInflate */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = inflater();
  if (!stream) throw new CantInflate();
  try {
    return await through(stream, bytes, MOST_UNPACKED_BYTES, SLICE);
  } catch (error) {
    throw error instanceof Damaged ? error : new Damaged('it can’t be inflated');
  }
}

export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Only what `toBase64url` writes. @throws Damaged */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) throw new Damaged('a letter is none of the code');
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  if (toBase64url(bytes) !== text) throw new Damaged('the last letter has bits to spare');
  return bytes;
}

/** Five letters that change with any letter of the text: its CRC-32 without two bits. */
export function checksum(text: string): string {
  const crc = crc32(new TextEncoder().encode(text));
  return toBase64url(Uint8Array.of(crc >>> 24, crc >>> 16, crc >>> 8, crc)).slice(0, 5);
}

/** The newest version of the form that is written and read. A link is of the oldest that holds its document. */
export const VERSION = 2;

/** A payload as a link, with its `#`. `codec`: `p` plain, `d` deflated. */
export function seal(codec: 'p' | 'd', payload: Uint8Array, version: number = VERSION): string {
  const text = `${version}.${codec}.${toBase64url(payload)}`;
  return `#${text}.${checksum(text)}`;
}
