import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, newDocument } from '../../src/document/document.ts';
import { checkSaved, save } from '../../src/document/saved.ts';
import { writeBody } from '../../src/io/link/body.ts';
import { Writer } from '../../src/io/link/bytes.ts';
import { decodeLink, encodeLink, MOST_LETTERS } from '../../src/io/link/link.ts';
import {
  checksum,
  deflate,
  fromBase64url,
  inflate,
  MOST_UNPACKED_BYTES,
  seal,
  toBase64url,
} from '../../src/io/link/pack.ts';
import type { Content } from '../../src/model/content.ts';
import { documents } from '../fixtures/documents.ts';
import { quickest } from '../fixtures/quickest.ts';
import { RESOLVED, resolved } from '../models/shipped.ts';
import { runs } from '../runs.ts';

const GUANGDONG = resolved('guangdong');
const load = async (id: string, version: number) =>
  RESOLVED.find((model) => model.id === id && model.version === version);
const fresh = newDocument(GUANGDONG);

/** What opening a link comes to: what is wrong with it, or that it holds a document that stands up to the checks. */
async function outcome(link: string, loadModel = load): Promise<string> {
  const brought = await decodeLink(link, loadModel);
  if ('problem' in brought) return brought.problem;
  checkSaved(save(brought.document, brought.shipped));
  return 'document';
}
const sealed = (bytes: Uint8Array) => outcome(seal('p', bytes));

/** A document that holds a content in a line, as bytes. */
const holding = (line: string, content: Content) => {
  const [base, ...others] = fresh.scenarios;
  const scenarios = [{ ...base, overrides: { [line]: { value: content } } }, ...others] as Document['scenarios'];
  return writeBody({ ...fresh, scenarios }, GUANGDONG, {});
};

/** Bytes with a stretch of them replaced by one of the same length. */
function swapped(bytes: Uint8Array, from: readonly number[], to: readonly number[]): Uint8Array {
  const at = bytes.findIndex((_, i) => from.every((byte, j) => bytes[i + j] === byte));
  expect(at).toBeGreaterThanOrEqual(0);
  return bytes.map((byte, i) => to[i - at] ?? byte);
}
const ascii = (text: string) => [...text].map((c) => c.charCodeAt(0));
const bits = (value: number) =>
  [...new Uint8Array(new BigUint64Array(new Float64Array([value]).buffer).buffer)].reverse();

describe('a damaged link', () => {
  it('is told, whatever it is, and nothing is thrown', async () => {
    const anyHash = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((rest) => `#1.${rest}`),
      fc
        .tuple(fc.constantFrom('p', 'd'), fc.uint8Array())
        .map(([codec, bytes]) => `#1.${codec}.${toBase64url(bytes)}.AAAAA`),
    );
    await fc.assert(
      fc.asyncProperty(anyHash, async (hash) => ['damaged', 'newer'].includes(await outcome(hash))),
      runs(500, 5_000),
    );
  });

  it('is told when a letter of it was changed, or it was cut', async () => {
    const links = await Promise.all(
      fc.sample(documents(GUANGDONG), 20).map((document) => encodeLink(document, GUANGDONG, { lang: 'en' })),
    );
    const harm = fc.tuple(fc.constantFrom(...links), fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(63));
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    await fc.assert(
      fc.asyncProperty(harm, async ([link, place, letter]) => {
        const at = 3 + Math.floor(place * (link.length - 3));
        const flipped = `${link.slice(0, at)}${letters[letter]}${link.slice(at + 1)}`;
        if (flipped !== link) expect(await outcome(flipped)).toBe('damaged');
        expect(await outcome(link.slice(0, at))).toBe('damaged');
      }),
      runs(500, 5_000),
    );
  });

  it('that was made to pass its checksum is a document that stands up to the checks, or is told', async () => {
    const bodies = fc.sample(documents(GUANGDONG), 30).map((document) => writeBody(document, GUANGDONG, {}));
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const made = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.tuple(fc.constantFrom(...bodies), edits).map(([body, list]) => {
        const bytes = body.slice();
        for (const [at, byte] of list) bytes[at % bytes.length] = byte;
        return bytes;
      }),
    );
    await fc.assert(
      fc.asyncProperty(made, fc.boolean(), async (bytes, isDeflated) => {
        const link = isDeflated ? seal('d', await deflate(bytes)) : seal('p', bytes);
        expect(['damaged', 'newer', 'document']).toContain(await outcome(link));
      }),
      runs(1_500, 10_000),
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).value).toBeUndefined();
  });
});

describe('a hostile link', () => {
  it.each([
    ['__proto__', 'x_proto_x'],
    ['constructor', 'x_nstructor'],
    ['prototype', 'x_ototype'],
    ['has space', 'has_space'],
    // The engine takes it for an address, and could not be built.
    ['gdp2030', 'own_101'],
  ])('can’t hold the key %s', async (key, standIn) => {
    const bytes = holding(standIn, 1);
    expect(await sealed(bytes)).toBe('document');
    expect(await sealed(swapped(bytes, ascii(standIn), ascii(key)))).toBe('damaged');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number('-1e400')])('can’t hold the number %s', async (value) => {
    const bytes = holding('gd_growth', 0.1 + 0.2);
    expect(await sealed(bytes)).toBe('document');
    expect(await sealed(swapped(bytes, bits(0.1 + 0.2), bits(value)))).toBe('damaged');
  });

  it('can’t name a line twice, nor one that there is not', async () => {
    const two = { ...fresh.scenarios[0], overrides: { own_1: { value: 1 }, own_2: { value: 2 } } };
    const bytes = writeBody({ ...fresh, scenarios: [two] as Document['scenarios'] }, GUANGDONG, {});
    expect(await sealed(bytes)).toBe('document');
    expect(await sealed(swapped(bytes, ascii('own_2'), ascii('own_1')))).toBe('damaged');
    // A run of lines that begins before the first one, beyond the last one, and twice at the same one.
    const lines = (...runs: readonly number[]) => sealed(Uint8Array.of(1, 1, 2, 0, 0, ...runs, 0));
    expect(await lines(3, 0, 3, 0)).toBe('document');
    expect(await lines(3, 1)).toBe('damaged');
    expect(await lines(3, 200, 1)).toBe('damaged');
    expect(await lines(3, 0, 3, 1)).toBe('damaged');
  });

  it('can’t hold a scenario twice, nor go on behind its end', async () => {
    const scenarios = (...list: readonly number[]) => sealed(Uint8Array.of(1, 1, 32, 0, 0, ...list));
    expect(await scenarios(2, 1, 0, 2, 0)).toBe('document');
    expect(await scenarios(2, 1, 0, 1, 0)).toBe('damaged');
    expect(await scenarios(1, 9, 0)).toBe('damaged');
    expect(await scenarios(2, 1, 0, 2, 0, 0)).toBe('damaged');
  });

  it('of more than 64 KiB is refused before it is read', async () => {
    const bytes = new Uint8Array(MOST_LETTERS);
    expect(await outcome(seal('p', bytes))).toBe('long');
    expect(await outcome(`#1.p.${'.'.repeat(MOST_LETTERS - 6)}a`)).toBe('damaged');
  });

  it('that inflates past 1 MiB is stopped within 50 ms', async () => {
    const bomb = deflateRawSync(new Uint8Array(200e6));
    await expect(inflate(deflateRawSync(new Uint8Array(MOST_UNPACKED_BYTES)))).resolves.toHaveLength(
      MOST_UNPACKED_BYTES,
    );
    expect(await quickest(() => expect(inflate(bomb)).rejects.toThrow('inflates past'))).toBeLessThan(50);
    // As much of it as a link may be long.
    expect(await outcome(seal('d', deflateRawSync(new Uint8Array(45e6))))).toBe('damaged');
  });

  it.each([
    ['scenarios', [1, 1, 32, 0, 0, 0xff, 0xff, 0xff, 1], [2, 0]],
    ['ids', [1, 1, 0, 0, 0xff, 0xff, 0xff, 1], [2, 97]],
    ['runs of lines', [1, 1, 2, 0, 0], [3, 0]],
    ['lines of its own', [1, 1, 2, 0, 0], [2, 0]],
    ['cells', [1, 1, 32, 0, 0, 1, 1, 4, 90, 0, 0xff, 0xff, 0x7f, 0], [1]],
  ])('that inflates to a megabyte of %s is refused within a second', async (_, start, item) => {
    const to = new Writer();
    to.bytes(start);
    for (let left = 1_000_000 / item.length; left > 0; left--) to.bytes(item);
    const link = seal('d', await deflate(to.done()));
    expect(await quickest(async () => expect(await outcome(link)).toBe('damaged'))).toBeLessThan(1_000);
  });

  it('takes only the letters of base64url, and each text in one way', () => {
    expect(toBase64url(fromBase64url('-_8'))).toBe('-_8');
    for (const text of ['+/8', '-_8=', 'A', 'AB', '-_9', 'é', ' '])
      expect(() => fromBase64url(text), text).toThrow('damaged');
  });
});

describe('a link of another version', () => {
  it('that is newer is refused as such: of the form, of the model, of a model', async () => {
    expect(await outcome('#3.x.anything')).toBe('newer');
    expect(await outcome('#12.')).toBe('newer');
    const later = { ...fresh, model: { id: 'guangdong', version: 7 } };
    expect(await outcome(await encodeLink(later, GUANGDONG, {}))).toBe('newer');
    const other = { ...fresh, model: { id: 'mars', version: 1 } };
    expect(await outcome(await encodeLink(other, GUANGDONG, {}))).toBe('newer');
  });

  it('of version 0 is none', async () => {
    const text = '0.p.AQEAAA';
    expect(await outcome(`#${text}.${checksum(text)}`)).toBe('damaged');
  });
});

describe('a link whose model can’t be loaded', () => {
  it('is not taken for a damaged one', async () => {
    const link = await encodeLink(fresh, GUANGDONG, {});
    expect(await outcome(link, () => Promise.reject(new TypeError('Failed to fetch')))).toBe('load');
  });
});
