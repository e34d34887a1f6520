import { readFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import type { Model } from '../src/model/model.ts';
import type { ReadModel, Shipped } from '../src/modelFile/read.ts';
import { PROJECT, SEED_FILES, seedRows } from './seedFiles.ts';

const MODEL = /\.yaml\?(model|named)$/;
const BLOCKS = 'models/shared/blocks.yaml';
const SHARED = [...Object.values(SEED_FILES), BLOCKS];

/** What models that ship may name beside what their files have: figures and blocks of lines. */
async function shipped(): Promise<Shipped> {
  const { readSeeds } = await import('../src/evidence/seeds.ts');
  const { parseText } = await import('../src/modelFile/read.ts');
  const [figures, sources] = await Promise.all([seedRows('figures'), seedRows('sources')]);
  const blocks = parseText(await readFile(resolve(PROJECT, BLOCKS), 'utf8')).data;
  return { figures: readSeeds(figures, sources).figures, blocks: blocks as Shipped['blocks'] };
}

/** A model from its file. @throws Error that says each thing that is wrong, with file, line and column */
export async function modelFromFile(file: string): Promise<ReadModel> {
  const { readModelFile } = await import('../src/modelFile/read.ts');
  const { NotAModel } = await import('../src/modelFile/problems.ts');
  const { faultInWords } = await import('../src/i18n/modelFile.ts');
  const name = normalizePath(relative(PROJECT, file));
  const id = basename(file, '.yaml');
  try {
    const text = await readFile(file, 'utf8');
    const { model, figures, sources, whatIf } = readModelFile(text, id, await shipped());
    const { source: _, slug = id, ...rest } = model;
    if (slug !== id) throw new Error(`${name}: the model calls itself "${slug}", and its file does not`);
    return { model: rest, figures, sources, ...(whatIf ? { whatIf } : {}) };
  } catch (error) {
    if (!(error instanceof NotAModel)) throw error;
    const told = error.problems.map((one) => `${name}:${one.line}:${one.column}: ${faultInWords(one, 'en')}`);
    throw new Error(told.join('\n'));
  }
}

/** Each part by itself too, so that who takes one brings no other. */
const namedCode = ({ id, name, about }: Model): string =>
  [
    ...Object.entries({ id, name, about }).map(([key, part]) => `export const ${key} = ${JSON.stringify(part)};`),
    'export default { id, name, about };',
  ].join('\n');

/**
 * Lets code `import read from '../models/china.yaml?model'`: the model of a file (`ReadModel`) as plain data, read as
 * the page is built, so that the page loads no reader for it. Its id is the name of the file, and its text is not in it.
 * `?named` gives what a list of models shows: id, name and about.
 */
export function modelFiles(): Plugin {
  return {
    name: 'foresheet:model-files',
    enforce: 'pre',
    load: {
      filter: { id: MODEL },
      async handler(id) {
        const file = id.replace(/\?.*$/, '');
        for (const watched of [file, ...SHARED]) this.addWatchFile(resolve(PROJECT, watched));
        const found = await modelFromFile(file);
        const code = id.endsWith('?named') ? namedCode(found.model) : `export default ${JSON.stringify(found)};`;
        return { code, map: null, moduleType: 'js' };
      },
    },
  };
}
