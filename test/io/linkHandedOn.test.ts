import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import { decodeLink, encodeLink, MOST_LETTERS } from '../../src/io/link/link.ts';
import { documents } from '../fixtures/documents.ts';
import { RESOLVED, resolved } from '../models/shipped.ts';
import { runs } from '../runs.ts';

const GUANGDONG = resolved('guangdong');
const load = async (id: string, version: number) =>
  RESOLVED.find((model) => model.id === id && model.version === version);

const FILES = import.meta.glob<{ link: string }>('../fixtures/links/*.json', { import: 'default', eager: true });
const KEPT = Object.values(FILES).map(({ link }) => link);

/** What a link comes to: its document, or what is wrong with it. */
async function outcome(hash: string): Promise<Document | string> {
  const brought = await decodeLink(hash, load);
  return 'problem' in brought ? brought.problem : brought.document;
}

/** As a browser shows what stands behind the `#` of an address. */
const inAddress = (behind: string) => new URL(`https://example.org/app/#${behind}`).hash;

/** Each text as it is, in percent signs, and twice in them. */
const encodings = (texts: readonly string[]) =>
  texts.flatMap((text) => [text, encodeURIComponent(text), encodeURIComponent(encodeURIComponent(text))]);

/** Before the first letter. */
const BEFORE = ['', ...encodings([' ', '\n', '\u200b', '<', '（', '【', '“', '!', '#', '**'])];
/** In between, wherever it falls: wraps, spaces, what can't be seen, marks of replies and of Markdown. */
const WITHIN = [
  ...encodings([' ', '\n', '\r\n', '\t', '\r\n> ', '\u00a0', '\u3000', '\\']),
  ...encodings(['\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff', '\u200e']),
  ...['=\n', '=\r\n', '=%0A', '=%0D%0A', '='],
];
/** Behind the last letter. */
const BEHIND = [
  ...[
    '',
    '.',
    ')',
    '**',
    '">',
    '"',
    '>',
    "'",
    ']',
    '_',
    '~~',
    '…',
    '-',
    '%22%3E',
    '</a>',
    '](https://example.org/#1.p.AQ',
  ],
  ...['。', '，', '）', '、', '”', '》', '】', '；', '！', '，请查收', '请查收', '。谢谢 ok.', ' 😀', '\ud83d'],
  ...['&fbclid=IwAR0_x-1.2', '?utm_source=chat&utm_medium=im', '&amp;from=timeline', '#top', '/', '?', '&'],
  ...[
    '%20text',
    ' text',
    '\nSent from my phone',
    '%0D%0A-- %0D%0AAnna',
    'Hello',
    'abcde.abcde',
    '.',
    '.p.AQEAAA.AAAAA',
  ],
  ...['%', '%E2%80', '%zz', '%EF%BC%8C%E8%AF%B7%E6%9F%A5%E6%94%B6', '=', '%3D', '=20'],
];

const handedOn = (link: string) =>
  fc
    .record({
      before: fc.constantFrom(...BEFORE),
      behind: fc.array(fc.constantFrom(...BEHIND), { maxLength: 3 }),
      within: fc.array(fc.tuple(fc.nat(link.length - 2), fc.constantFrom(...WITHIN)), { maxLength: 6 }),
    })
    .map(({ before, behind, within }) => {
      const letters = [...link.slice(1)];
      for (const [at, stray] of within) letters[at] = `${stray}${letters[at]}`;
      return before + letters.join('') + behind.join('');
    });

describe('a link that chat and mail hand on', () => {
  it('opens on the same document, whatever they have put before it, in it and behind it', async () => {
    await fc.assert(
      fc.asyncProperty(documents(GUANGDONG), fc.gen(), async (document, draw) => {
        const link = await encodeLink(document, GUANGDONG, { lang: 'zh' });
        const behind = draw(handedOn, link);
        expect(await outcome(inAddress(behind))).toEqual(document);
        expect(await outcome(`#${behind}`)).toEqual(document);
      }),
      runs(400, 4_000),
    );
  });

  it.each(BEHIND)('opens with each thing that may stand behind it: %j', async (behind) => {
    for (const link of KEPT) {
      const document = await outcome(link);
      expect(typeof document).toBe('object');
      expect(await outcome(inAddress(link.slice(1) + behind))).toEqual(document);
    }
  });

  it.each(WITHIN)('opens where each of its letters stands behind a %j', async (stray) => {
    for (const link of KEPT) {
      const spread = [...link.slice(1)].join(stray);
      expect(await outcome(inAddress(spread))).toEqual(await outcome(link));
    }
  });

  it('opens where a mail wraps it at any column, also within its checksum', async () => {
    const [link = ''] = KEPT;
    const document = await outcome(link);
    for (let column = 1; column < link.length; column++) {
      const lines = link.slice(1).match(new RegExp(`.{1,${column}}`, 'g')) ?? [];
      expect(await outcome(`#${lines.join('\r\n')}\r\nBest regards`)).toEqual(document);
      expect(await outcome(inAddress(lines.join('=\r\n')))).toEqual(document);
    }
  });

  it('is as long as its own letters: a long letter that it stands in does not count', async () => {
    const [link = ''] = KEPT;
    const letter = '请查收。'.repeat(MOST_LETTERS / 4);
    expect(await outcome(inAddress(link.slice(1) + letter))).toEqual(await outcome(link));
  });
});

describe('a link that chat and mail have damaged', () => {
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';

  it('says so wherever one of its letters is another one, and never opens on another document', async () => {
    for (const link of KEPT)
      for (let at = 1; at < link.length; at++) {
        // Two letters at each place, all of them over the link.
        for (const letter of [LETTERS[(at * 7) % LETTERS.length], LETTERS[(at * 13 + 5) % LETTERS.length]]) {
          const changed = `${link.slice(0, at)}${letter}${link.slice(at + 1)}`;
          if (changed !== link) expect(['damaged', 'newer']).toContain(await outcome(changed));
        }
      }
  });

  it('says so in every version, code and checksum that it was not made with', async () => {
    const [link = ''] = KEPT;
    const end = link.length - 5;
    for (const at of [1, 2, 3, 4, end - 1, end, end + 1, end + 2, end + 3, end + 4])
      for (const letter of [...LETTERS, '请', '%20'])
        if (letter !== link[at])
          expect(['damaged', 'newer']).toContain(await outcome(link.slice(0, at) + letter + link.slice(at + 1)));
  });

  it('says so where it was cut, whatever follows', async () => {
    for (const link of KEPT)
      for (let at = 3; at < link.length; at++)
        for (const behind of ['', '…', '，请查收', '%0A', '&utm_source=x', '.zzzzz'])
          expect(await outcome(inAddress(link.slice(1, at) + behind))).toBe('damaged');
  });
});
