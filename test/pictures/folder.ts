import { resolve } from 'node:path';

/** Where the pictures come: a folder for each model and language, in it one for each screen. Git ignores it. */
export const FOLDER = resolve(import.meta.dirname, '../../pictures');
