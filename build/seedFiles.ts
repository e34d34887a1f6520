import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CsvRow } from '../src/io/csv.ts';

/** The files of figures and sources, below the project. */
export const SEED_FILES = { figures: 'seeds/figures.csv', sources: 'seeds/sources.csv' } as const;
export type SeedFile = keyof typeof SEED_FILES;

/** The rows of one of them. @throws Error that begins with the file, then the line */
export async function seedRows(root: string, which: SeedFile): Promise<CsvRow[]> {
  const { parseCsvRows } = await import('../src/io/csv.ts');
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    return parseCsvRows(text.decode(await readFile(resolve(root, SEED_FILES[which]))));
  } catch (error) {
    throw new Error(`${SEED_FILES[which]}, ${error instanceof Error ? error.message : error}`);
  }
}
