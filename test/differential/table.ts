import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** The folder of the differential run, from the root in which tests and scripts are started. */
export const FOLDER = join('test', 'differential');

/** The rows of a CSV file of this folder by its headers; lines that begin with `#` are its head. */
export function readTable<Column extends string>(name: string): Record<Column, string>[] {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  return Papa.parse<Record<Column, string>>(text, { header: true, comments: '# ', skipEmptyLines: true }).data;
}
