import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER } from './table.ts';

/** A formula, and the function that it asks something of; empty where it asks of operators and references. */
export interface Question {
  readonly about: string;
  readonly formula: string;
}

/**
 * The formulas of `asked/`. A line is `NAMES: arguments | arguments`: each function is called with each arguments.
 * What begins with `=` is a formula as it is.
 */
export function questions(): Question[] {
  const folder = join(FOLDER, 'asked');
  const lines = readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('# '));
  const found = new Map<string, Question>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const entries = line.slice(colon + 1).split(' | ');
    const [, ...names] = ['', ...line.slice(0, colon).split(' ')];
    for (const about of names)
      for (const entry of entries) {
        const args = entry.trim();
        const formula = args.startsWith('=') ? args : `=${about}(${args})`;
        if (!found.has(formula)) found.set(formula, { about, formula });
      }
  }
  return [...found.values()];
}
