import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CsvRow } from '../src/io/csv.ts';

/** The project's folder: whatever is built of it, the page or a bench, reads its figures and models from here. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** The files of figures and sources, below the project. */
export const SEED_FILES = { figures: 'seeds/figures.csv', sources: 'seeds/sources.csv' } as const;
export type SeedFile = keyof typeof SEED_FILES;

/** The rows of one of them. @throws Error that begins with the file, then the line */
export async function seedRows(which: SeedFile): Promise<CsvRow[]> {
  const { parseCsvRows } = await import('../src/io/csv.ts');
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    return parseCsvRows(text.decode(await readFile(resolve(PROJECT, SEED_FILES[which]))));
  } catch (error) {
    throw new Error(`${SEED_FILES[which]}, ${error instanceof Error ? error.message : error}`);
  }
}
