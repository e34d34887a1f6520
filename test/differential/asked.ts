import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER } from './table.ts';

/** A formula, and the function that it asks something of; empty where it asks of operators and references. */
export interface Question {
  readonly about: string;
  readonly formula: string;
}

/** How many entries of its line a function is asked under its other names. */
const OF_OTHER_NAMES = 5;

/** `NAMES (OTHER NAMES): arguments | arguments` */
const LINE = /^([^:(]*)(?:\(([^)]*)\))?:(.*)$/;

const namesIn = (text = ''): string[] => text.split(' ').filter((name) => name !== '');

/**
 * The questions of a line: each function is called with each of the arguments, under its other names with the first
 * five. An entry that begins with `=` is a formula as it is.
 */
function questionsOf(line: string): Question[] {
  const [, names, others, rest = ''] = LINE.exec(line) ?? [];
  const entries = rest.split(' | ').map((entry) => entry.trim());
  const ask = (about: string, count: number) =>
    entries.slice(0, count).map((entry) => ({ about, formula: entry.startsWith('=') ? entry : `=${about}(${entry})` }));
  const called = namesIn(names);
  return [
    ...(called.length > 0 ? called : ['']).flatMap((about) => ask(about, entries.length)),
    ...namesIn(others).flatMap((about) => ask(about, OF_OTHER_NAMES)),
  ];
}

/** All questions of `asked/`, each once. */
export function questions(): Question[] {
  const folder = join(FOLDER, 'asked');
  const all = readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('# '))
    .flatMap(questionsOf);
  return [...new Map(all.map((question) => [question.formula, question])).values()];
}
