import * as v from 'valibot';
import { checkIds } from './ids.ts';
import { FORMAT, NotADocument, NotYetKnown } from './kept.ts';
import { migrated } from './migrating.ts';
import { type Saved, SavedSchema } from './schema.ts';

export * from './kept.ts';

/** Names by which JavaScript reaches what is no data. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Text as data, before anybody asked what it is. @throws NotADocument for no JSON, or a key that is a word of the language */
export function parseData(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (RESERVED.has(key)) throw new NotADocument(key, 'a word of the language can be no key');
      return value;
    });
  } catch (error) {
    if (error instanceof NotADocument) throw error;
    throw new NotADocument('', 'this is no JSON');
  }
}

/**
 * Text as the data of a document.
 * @throws NotADocument with the path of what is wrong, NotYetKnown for a newer format
 */
export const parseSaved = (text: string): Saved => checkSaved(parseData(text));

/** Data as that of a document. @throws NotADocument, NotYetKnown */
export function checkSaved(data: unknown): Saved {
  const format = typeof data === 'object' && data !== null && 'format' in data ? data.format : undefined;
  if (typeof format === 'number' && format > FORMAT) throw new NotYetKnown('format');
  const result = v.safeParse(SavedSchema, migrated(data));
  if (!result.success) {
    const [issue] = result.issues;
    throw new NotADocument(v.getDotPath(issue) ?? '', issue.message);
  }
  checkIds(result.output);
  return result.output;
}
