import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { questions } from './asked.ts';
import { valuesOf, version } from './libreoffice.ts';
import { FOLDER } from './table.ts';

/** Asks LibreOffice anew and writes what it says; returns a sentence of what was written. */
export async function keepValues(): Promise<string> {
  const formulas = questions().map(({ formula }) => formula);
  const values = await valuesOf(formulas);
  const rows = formulas.map((formula, i) => ({ formula, ...values[i] }));
  const head = `# ${version()}, asked by npm run differential; each formula is a matrix formula of one cell.\n`;
  writeFileSync(join(FOLDER, 'values.csv'), `${head}${Papa.unparse(rows, { newline: '\n' })}\n`);
  return `${rows.length} values of ${version()}`;
}
