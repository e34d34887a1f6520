import type { Document } from '../../document/document.ts';
import { formatOf } from '../../document/kept.ts';
import { NotYetKnown } from '../../document/saved.ts';
import type { Model } from '../../model/model.ts';
import { type Brought, type LinkReading, type LoadModel, leastBytes, readBody, writeBody } from './body.ts';
import { Damaged, Full, Writer } from './bytes.ts';
import { lettersOf } from './letters.ts';
import { CantInflate, checksum, deflate, fromBase64url, inflate, seal, VERSION } from './pack.ts';

/**
 * A document in an address: `#1.<codec>.<payload>.<checksum>`. The payload is what differs from the model as it ships,
 * in bytes as `body.ts` writes them, in base64url: plain (`p`) or deflated (`d`), whichever is shorter; plain where the
 * browser can't deflate. None of its letters is changed by programs that quote addresses.
 */

/** Longer links are refused before anything of them is read. */
export const MOST_LETTERS = 64 * 1024;

/**
 * Why a link was not opened: `newer`: by a newer version of the app; `load`: its model could not be loaded; `browser`: this
 * browser can't inflate it.
 */
export type DecodeProblem = 'damaged' | 'long' | 'newer' | 'load' | 'browser';

/**
 * Bytes for a letter of a link, as far as a document is written to see whether it fits. A letter came to 1 to 3 bytes of
 * sheets of numbers, 11 of one number in every cell, 23 of one formula in every cell. So for a link of 8,000 letters 32 kB
 * are written of however large a document, and 240 kB where these have shrunk so much that it may fit.
 */
const BYTES_A_LETTER = { first: 4, last: 30 };

/** A document as bytes, or the first of them where there are more than `room`. */
function firstBytes(document: Document, shipped: Model, reading: LinkReading, room: number) {
  const to = new Writer(room);
  try {
    return { bytes: writeBody(document, shipped, reading, to), isWhole: true };
  } catch (error) {
    if (error instanceof Full) return { bytes: to.done(), isWhole: false };
    throw error;
  }
}

/** What a link of at most so many letters is made of; undefined where the document is too large for one. */
async function bytesWithin(document: Document, shipped: Model, reading: LinkReading, most: number) {
  const { first, last } = BYTES_A_LETTER;
  if (leastBytes(document, shipped) > last * most) return undefined;
  for (const room of [first * most, last * most]) {
    const { bytes, isWhole } = firstBytes(document, shipped, reading, room);
    // Where the browser can't, the link is plain.
    const deflated = await deflate(bytes).catch(() => bytes);
    if (isWhole) return { bytes, deflated };
    // Three bytes are four letters: what follows would have to shrink by a quarter.
    if (deflated.length > most) return undefined;
  }
  return undefined;
}

/**
 * The link of a document, with its `#`; undefined where it would have more letters than `most`.
 * @param shipped the model that it is of; for one with a model of its own, that model
 */
export function encodeLink(document: Document, shipped: Model, reading: LinkReading): Promise<string>;
export function encodeLink(
  document: Document,
  shipped: Model,
  reading: LinkReading,
  most: number,
): Promise<string | undefined>;
export async function encodeLink(
  document: Document,
  shipped: Model,
  reading: LinkReading,
  most = Number.POSITIVE_INFINITY,
): Promise<string | undefined> {
  const made = await bytesWithin(document, shipped, reading, most);
  if (!made) return undefined;
  const { bytes, deflated } = made;
  const [codec, payload] = deflated.length < bytes.length ? (['d', deflated] as const) : (['p', bytes] as const);
  // What is far too long is not spelled out.
  if (payload.length > most) return undefined;
  const link = seal(codec, payload, formatOf(document));
  return link.length > most ? undefined : link;
}

/** The bytes of a link. @throws Damaged, NotYetKnown, CantInflate */
async function bytesOf(letters: string): Promise<Uint8Array> {
  const [, version, rest = ''] = /^(\d{1,6})\.(.*)$/.exec(letters) ?? [];
  if (version === undefined) throw new Damaged('it has no version');
  if (Number(version) > VERSION) throw new NotYetKnown('format');
  const [codec, payload, sum, ...more] = rest.split('.');
  if (payload === undefined || more.length > 0) throw new Damaged('a part is missing');
  if (checksum(`${version}.${codec}.${payload}`) !== sum) throw new Damaged('its checksum is another one');
  if (codec === 'p') return fromBase64url(payload);
  if (codec === 'd') return inflate(fromBase64url(payload));
  throw new Damaged('its code is unknown');
}

/** What a link holds, or why it can't be opened. Never throws, whatever the link, and whatever was done to it. */
export async function decodeLink(
  hash: string,
  loadModel: LoadModel,
): Promise<Brought | { readonly problem: DecodeProblem }> {
  const letters = lettersOf(hash);
  if (letters.length > MOST_LETTERS) return { problem: 'long' };
  try {
    const load: LoadModel = (id, version) =>
      loadModel(id, version).catch((error: unknown) => {
        throw new NotLoaded(error);
      });
    return (await readBody(await bytesOf(letters), load)) ?? { problem: 'newer' };
  } catch (error) {
    if (error instanceof NotLoaded) return { problem: 'load' };
    if (error instanceof CantInflate) return { problem: 'browser' };
    return { problem: error instanceof NotYetKnown ? 'newer' : 'damaged' };
  }
}

class NotLoaded extends Error {
  constructor(override readonly cause: unknown) {
    super('the model could not be loaded');
  }
}
