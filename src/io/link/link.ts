import type { Document } from '../../document/document.ts';
import { NotYetKnown } from '../../document/saved.ts';
import type { Model } from '../../model/model.ts';
import { type Brought, type LoadModel, type Reading, readBody, writeBody } from './body.ts';
import { Damaged } from './bytes.ts';
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
export type Problem = 'damaged' | 'long' | 'newer' | 'load' | 'browser';

/** The link of a document, with its `#`. `shipped`: the model that it is of; for one with a model of its own, that model. */
export async function encodeLink(document: Document, shipped: Model, reading: Reading): Promise<string> {
  const bytes = writeBody(document, shipped, reading);
  const deflated = await deflate(bytes).catch(() => bytes);
  return deflated.length < bytes.length ? seal('d', deflated) : seal('p', bytes);
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
export async function decodeLink(hash: string, loadModel: LoadModel): Promise<Brought | { readonly problem: Problem }> {
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
