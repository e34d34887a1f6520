import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { countOverrides, type Document, newDocument, type Scenario } from '../../src/document/document.ts';
import { save } from '../../src/document/saved.ts';
import { writeBody } from '../../src/io/link/body.ts';
import { ByteReader, Full, Writer } from '../../src/io/link/bytes.ts';
import { type Codec, number, signed, text, whole } from '../../src/io/link/codec.ts';
import { decodeLink, encodeLink } from '../../src/io/link/link.ts';
import { WORDS } from '../../src/io/link/records.ts';
import type { Content } from '../../src/model/content.ts';
import { isScalar } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import { KNOWN_UNITS } from '../../src/model/units.ts';
import { documents } from '../fixtures/documents.ts';
import { looked } from '../fixtures/looked.ts';
import { ownDocument } from '../fixtures/own.ts';
import { RESOLVED, resolved } from '../models/shipped.ts';

const GUANGDONG = resolved('guangdong');
const READING = { lang: 'zh', money: 'yi yuan' } as const;
const load = async (id: string, version: number) =>
  RESOLVED.find((model) => model.id === id && model.version === version);

/** The document of a link; fails where there is none. */
async function opened(link: string): Promise<Document> {
  const brought = await decodeLink(link, load);
  if ('problem' in brought) throw new Error(brought.problem);
  return brought.document;
}
/** What a program that quotes an address would change, and what a link is made of. */
const SAFE = /^#[\w.-]+$/;

describe('a link', () => {
  it('opens to the document that it was made of, whatever a person made', async () => {
    await fc.assert(
      fc.asyncProperty(documents(GUANGDONG), async (document) => {
        const link = await encodeLink(document, GUANGDONG, READING);
        expect(link).toMatch(SAFE);
        expect(await opened(link)).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  it('carries a model of a person’s own whole', async () => {
    const { document, model } = ownDocument();
    const brought = await decodeLink(await encodeLink(document, model, READING), load);
    expect(brought).toEqual({ document, shipped: model, ...READING });
  });

  it('is made plain where the browser can’t deflate, and one that was deflated is told where it can’t inflate', async () => {
    const { document, model } = ownDocument();
    const deflated = await encodeLink(document, model, {});
    expect(deflated).toMatch(/^#1\.d\./);
    const unable = class {
      constructor() {
        throw new TypeError('deflate-raw');
      }
    };
    // None at all, as in browsers of before, or one for other formats.
    for (const stream of [undefined, unable]) {
      vi.stubGlobal('CompressionStream', stream);
      vi.stubGlobal('DecompressionStream', stream);
      const plain = await encodeLink(document, model, {});
      expect(plain).toMatch(/^#1\.p\./);
      expect(await opened(plain)).toEqual(document);
      expect(await decodeLink(deflated, load)).toEqual({ problem: 'browser' });
      expect(await decodeLink(deflated.slice(0, -9), load)).toEqual({ problem: 'damaged' });
    }
  });

  it('of a model as it ships says which, and no more', async () => {
    for (const model of RESOLVED) {
      const link = await encodeLink(newDocument(model), model, {});
      expect(link.length).toBeLessThan(24);
      expect(await opened(link)).toEqual(newDocument(model));
    }
  });

  it('brings language and unit, or none where none was given', async () => {
    expect(await decodeLink(await encodeLink(newDocument(GUANGDONG), GUANGDONG, READING), load)).toMatchObject(READING);
    const without = await decodeLink(await encodeLink(newDocument(GUANGDONG), GUANGDONG, {}), load);
    expect(Object.keys(without).sort()).toEqual(['document', 'shipped']);
  });

  it('says what is not as the model ships it, and leaves the rest to the model', async () => {
    const lines = [...GUANGDONG.lines.slice(0, 3), ...GUANGDONG.lines.slice(4)].map((line) =>
      line.id === 'gd_overlap' ? { ...line, label: { en: 'Overlap', zh: '重叠' } } : line,
    );
    const [base, levers, ...others] = newDocument(GUANGDONG).scenarios as [Scenario, Scenario, ...Scenario[]];
    const document: Document = {
      ...newDocument(GUANGDONG),
      lines,
      scenarios: [...others, { ...levers, overrides: {}, colour: 4 }, base],
    };
    const link = await encodeLink(document, GUANGDONG, {});
    expect(link.length).toBeLessThan(90);
    expect(await opened(link)).toEqual(document);
  });

  it('is found in a sentence, with what stands behind it there', async () => {
    const link = await encodeLink(newDocument(GUANGDONG), GUANGDONG, {});
    for (const behind of ['.', ')', '。', '”）', '>'])
      expect(await opened(link + behind)).toEqual(newDocument(GUANGDONG));
  });
});

describe('the length of a link, behind its #', () => {
  const inputs = GUANGDONG.lines.filter((line) => line.kind === 'input' && isScalar(line));
  const lengthOf = async (document: Document) => (await encodeLink(document, GUANGDONG, READING)).length - 1;
  const overrides = (from: number, values: readonly number[]) =>
    Object.fromEntries(values.map((value, i) => [inputs[from + i]?.id ?? '', { value } as Record<string, Content>]));
  const fresh = newDocument(GUANGDONG);

  it('is at most 120 for three overrides', async () => {
    const [base, ...others] = fresh.scenarios as [Scenario, ...Scenario[]];
    const three = [{ ...base, overrides: overrides(0, [151.25, 0.2615, 0.045]) }, ...others];
    expect(await lengthOf({ ...fresh, scenarios: three })).toBeLessThanOrEqual(60);
    // Numbers of which no digit can be left out.
    const long = [{ ...base, overrides: overrides(0, [Math.PI * 1e-9, Math.E * 1e12, 0.1 + 0.2]) }, ...others];
    expect(await lengthOf({ ...fresh, scenarios: long })).toBeLessThanOrEqual(120);
  });

  it('is at most 420 for four scenarios with eight overrides each and Chinese names', async () => {
    const names = ['基准情景', '算力与大模型发力', '外部冲击加剧', '达标路径（加速）'];
    const four = names.map((name, k): Scenario => {
      // Two to four digits, as people type them; no two alike.
      const values = Array.from({ length: 8 }, (_, i) => Math.round(1e4 * (0.0513 + 0.0371 * i + 0.0117 * k)) / 1e4);
      return { id: k === 0 ? 'base' : `s${k}`, name, note: '', overrides: overrides(3 * k, values) };
    });
    expect(await lengthOf({ ...fresh, scenarios: four })).toBeLessThanOrEqual(420);
  });
});

describe('a link that may have so many letters', () => {
  it('is the same where it fits, and none where it has one letter more', async () => {
    await fc.assert(
      fc.asyncProperty(documents(GUANGDONG), async (document) => {
        const link = await encodeLink(document, GUANGDONG, READING);
        expect(await encodeLink(document, GUANGDONG, READING, link.length)).toBe(link);
        expect(await encodeLink(document, GUANGDONG, READING, link.length - 1)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
    const { document, model } = ownDocument();
    expect(await encodeLink(document, model, {}, 1e6)).toBe(await encodeLink(document, model, {}));
    expect(await encodeLink(document, model, {}, -5)).toBeUndefined();
  });

  it('is found also where a document shrinks to a small part, as one formula in every cell does', async () => {
    const own = Array.from({ length: 200 }, (_, i) => `own_${i + 1}`);
    const line = { kind: 'input', label: { en: 'A', zh: 'A' }, unit: 'bn yuan', value: 1, perPeriod: true } as const;
    const [base, ...others] = newDocument(GUANGDONG).scenarios as [Scenario, ...Scenario[]];
    const slots = (id: string) =>
      Object.fromEntries(
        Array.from({ length: 14 }, (_, i) => [2022 + i, { formula: `={${id}@prev}*(1+{gd_growth})` }]),
      );
    const overrides = Object.fromEntries(own.map((id) => [id, slots(id)]));
    const lines = [...GUANGDONG.lines, ...own.map((id) => ({ ...line, id }))];
    const document = { ...newDocument(GUANGDONG), lines, scenarios: [{ ...base, overrides }, ...others] };
    const link = await encodeLink(document, GUANGDONG, {});
    expect(writeBody(document, GUANGDONG, {}).length / link.length).toBeGreaterThan(15);
    expect(await encodeLink(document, GUANGDONG, {}, link.length)).toBe(link);
  });

  it('is not begun for a document that is far too large, and left soon for one that is too large', async () => {
    const huge = looked(2_500, 4, 10);
    huge.document.scenarios.map(countOverrides);
    huge.cells();
    expect(await encodeLink(huge.document, huge.model, READING, 2_000)).toBeUndefined();
    expect(huge.cells()).toBe(0);
    expect(huge.lines()).toBe(0);
    // Some looks at each line, which tell how many differ; of the 20,000 numbers those that fit beside its ids.
    const large = looked(1_000, 1, 20);
    expect(await encodeLink(large.document, large.model, READING, 2_000)).toBeUndefined();
    expect(large.cells()).toBeLessThan(10_000);
  });

  it('is written within bytes, of which none too many is taken', () => {
    const to = new Writer(3);
    to.bytes([1, 2, 3]);
    expect(() => to.byte(4)).toThrow(Full);
    expect([...to.done()]).toEqual([1, 2, 3]);
  });
});

describe('the bytes of a link', () => {
  const through = <T>(codec: Codec<T>, value: T): T => {
    const to = new Writer();
    codec.write(to, value);
    const from = new ByteReader(to.done());
    const back = codec.read(from);
    from.end();
    return back;
  };

  it('keep a number to its last bit', () => {
    const anyNumber = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 5e-324, Number.MAX_VALUE, 0.1 + 0.2, 14163399999999.37, 2 ** 53, -1e21, 1e-7, 0.153),
      fc.tuple(fc.integer(), fc.integer({ min: -12, max: 12 })).map(([digits, power]) => Number(`${digits}e${power}`)),
    );
    fc.assert(
      fc.property(anyNumber, (value) => Object.is(through(number, value), value)),
      { numRuns: 2_000 },
    );
  });

  it('write what people type in few bytes', () => {
    const length = (value: number) => {
      const to = new Writer();
      number.write(to, value);
      return to.done().length;
    };
    expect([0, 0.2, 300, 0.153, 2025, 7.2957].map(length)).toEqual([2, 2, 2, 3, 3, 4]);
  });

  it('keep every text, also one that begins with a mark of bytes or holds half a character', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ufeffx', '\ud83d', 'a\udc00b', '', '\0'));
    fc.assert(fc.property(anyText, (value) => through(text, value) === value));
    const to = new Writer();
    text.write(to, '政策全面发力');
    expect(to.done().length).toBe(13);
  });

  it('keep whole numbers up to the largest', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (value) => through(whole, value) === value));
    fc.assert(fc.property(fc.integer(), (value) => through(signed, value) === value));
  });

  it('know every unit by its place in a list that only grows', () => {
    expect(WORDS.units.slice(0, 17)).toMatchInlineSnapshot(`
      [
        "bn yuan",
        "bn US$",
        "mn yuan per firm",
        "yuan per US$",
        "firms",
        "measures",
        "EFLOPS",
        "year",
        "years",
        "times",
        "index",
        "rank",
        "switch",
        "check",
        "percent",
        "percent a year",
        "points",
      ]
    `);
    expect(WORDS.units).toEqual(expect.arrayContaining([...KNOWN_UNITS]));
    expect(WORDS.models.slice(0, 4)).toEqual(['guangdong', 'china', 'regions', 'shanghai']);
    expect(WORDS.models).toEqual(expect.arrayContaining(RESOLVED.map(({ id }: Model) => id)));
  });
});

describe('a link beside the saved document', () => {
  it('is a fraction of it', async () => {
    const [document] = fc.sample(documents(GUANGDONG), { seed: 7, numRuns: 1 }) as [Document];
    const json = encodeURIComponent(JSON.stringify(save(document, GUANGDONG)));
    expect((await encodeLink(document, GUANGDONG, {})).length).toBeLessThan(json.length / 2);
  });
});
