import * as v from 'valibot';
import { isLineId } from '../model/check.ts';

/** Ids and texts of documents that come from a link, a file or a store. */

/** Ceilings, in characters. Generous for people, small for a machine. */
const NAME = 200;
const PROSE = 5_000;

const RESERVED = new Set(['constructor', 'prototype', 'tostring', 'valueof']);
export const id = v.pipe(
  v.string(),
  v.maxLength(80),
  v.check(
    isLineId,
    'an id is lower-case ASCII, must not look like an address and is not “year” or another word of the calendar',
  ),
  v.check((text) => !RESERVED.has(text), 'an id must not be a word of the language'),
);
/** Ids of figures, sources and scenarios may hold hyphens. */
export const hyphenated = v.pipe(
  v.string(),
  v.maxLength(80),
  v.regex(/^[a-z][a-z0-9_-]*$/, 'an id is lower-case ASCII'),
);
export const scenarioId = v.pipe(
  hyphenated,
  v.check((text) => !RESERVED.has(text), 'an id must not be a word of the language'),
);

export const name = v.pipe(v.string(), v.maxLength(NAME));
export const prose = v.pipe(v.string(), v.maxLength(PROSE));
const bothOf = <T extends v.GenericSchema<unknown, string>>(text: T) => v.strictObject({ en: text, zh: text });
export const label = bothOf(name);
export const note = bothOf(prose);
