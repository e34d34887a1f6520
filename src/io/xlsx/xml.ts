import { XlsxProblem } from './problem.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** What XML can't hold, and what its readers would change: controls, halves of pairs, carriage returns. */
const UNSAFE = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
/** What would be taken for an escape, by itself or before one. */
const LIKE_ESCAPE = new RegExp(`_(?=x[0-9A-Fa-f]{4}(?:_|${UNSAFE.source}))`, 'gu');

/** Whether a text can stand in XML as it is. */
export const isSafe = (text: string): boolean => text.search(UNSAFE) < 0;

const hex = (char: string): string => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** A text as Office writes it: what XML can't hold as `_xHHHH_`, and `_x0041_` itself as `_x005F_x0041_`. */
const escapeText = (text: string): string => text.replace(LIKE_ESCAPE, '_x005F_').replace(UNSAFE, hex);

/** The inverse of what Office does to texts. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** A text between tags. */
export const content = (text: string): string => escapeText(text).replace(/[&<>]/g, (char) => SIGNS[char] ?? char);

/** The value of an attribute in double quotes. */
export const attribute = (text: string): string =>
  escapeText(text).replace(/[&<>"\n\t]/g, (char) => SIGNS[char] ?? char);

/** What is told of a document while it is read. Names come without their prefix. */
export interface XmlListener {
  /** A tag; `get` reads an attribute by its name without prefix. One without content is closed at once. */
  readonly open: (name: string, get: (attribute: string) => string | undefined) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) {
    const found = ENTITIES[name];
    if (found === undefined) throw new XlsxProblem('damaged');
    return found;
  }
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (!(code >= 0 && code <= 0x10ffff)) throw new XlsxProblem('damaged', whole);
  return String.fromCodePoint(code);
}

const resolve = (text: string): string => (text.includes('&') ? text.replace(/&([^;\s]{0,12});?/g, entity) : text);

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const TAG = /<([^\s/<>]+)((?:\s+[^\s=<>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s=:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributesOf(text: string): (name: string) => string | undefined {
  let found: Map<string, string> | undefined;
  return (name) => {
    found ??= new Map(
      [...text.matchAll(ATTRIBUTE)].map(([, key = '', double, single]) => [key, double ?? single ?? '']),
    );
    const value = found.get(name);
    return value === undefined ? undefined : resolve(value);
  };
}

/**
 * Reads a document from its first character to its last, in one pass. Comments and instructions are passed over; a
 * document type, by which entities could be declared or fetched, is refused.
 * @throws XlsxProblem for what is no XML or declares a document type
 */
export function readXml(xml: string, { open, text, close }: XmlListener): void {
  const tags: string[] = [];
  const skip = (from: number, end: string): number => {
    const found = xml.indexOf(end, from);
    if (found < 0) throw new XlsxProblem('damaged');
    return found;
  };
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (text && tags.length > 0 && start > at) text(resolve(xml.slice(at, start)));
    if (start < 0) break;
    if (xml.startsWith('<!--', start)) at = skip(start + 4, '-->') + 3;
    else if (xml.startsWith('<?', start)) at = skip(start + 2, '?>') + 2;
    else if (xml.startsWith('<![CDATA[', start)) {
      const end = skip(start, ']]>');
      text?.(xml.slice(start + 9, end));
      at = end + 3;
    } else if (xml.startsWith('</', start)) {
      const end = skip(start, '>');
      const name = xml.slice(start + 2, end).trim();
      if (tags.pop() !== name) throw new XlsxProblem('damaged');
      close?.(local(name));
      at = end + 1;
    } else {
      TAG.lastIndex = start;
      const match = TAG.exec(xml);
      if (!match?.[1]) throw new XlsxProblem('damaged');
      const name = local(match[1]);
      open(name, attributesOf(match[2] ?? ''));
      if (match[3]) close?.(name);
      else tags.push(match[1]);
      at = TAG.lastIndex;
    }
  }
  if (tags.length > 0) throw new XlsxProblem('damaged');
}
