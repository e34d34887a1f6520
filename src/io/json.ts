import type { Kept } from '../document/schema.ts';

/** The ending of a document's file. */
export const ENDING = '.foresheet.json';

/** By what a file of ours is known, before anything else in it is looked at. */
export const APP = 'foresheet';

/** A document as the text of its file: what is kept of it, behind the name of the app. */
export const writeDocument = (kept: Kept): string => `${JSON.stringify({ app: APP, ...kept }, null, 1)}\n`;
