import { readFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import type { ReadModel } from '../src/modelFile/read.ts';

const MODEL = /\.yaml\?(model|named)$/;
const FIGURES = 'seeds/figures.csv';

/** The ids of the figures that ship, which a model may name. */
async function shippedFigures(root: string): Promise<ReadonlySet<string>> {
  const { parseCsvRows } = await import('../src/io/csv.ts');
  return new Set(parseCsvRows(await readFile(resolve(root, FIGURES), 'utf8')).map(({ cells }) => cells.id ?? ''));
}

/** A model from its file. @throws Error that says each thing that is wrong, with file, line and column */
async function read(root: string, file: string): Promise<ReadModel> {
  const { readModelFile } = await import('../src/modelFile/read.ts');
  const { NotAModel } = await import('../src/modelFile/problems.ts');
  const { faultInWords } = await import('../src/i18n/modelFile.ts');
  const name = normalizePath(relative(root, file));
  const id = basename(file, '.yaml');
  try {
    const text = await readFile(file, 'utf8');
    const { model, ...evidence } = readModelFile(text, id, await shippedFigures(root));
    const { source: _, slug = id, ...rest } = model;
    if (slug !== id) throw new Error(`${name}: the model calls itself "${slug}", and its file does not`);
    return { model: rest, ...evidence };
  } catch (error) {
    if (!(error instanceof NotAModel)) throw error;
    const told = error.problems.map((one) => `${name}:${one.line}:${one.column}: ${faultInWords(one, 'en')}`);
    throw new Error(told.join('\n'));
  }
}

/**
 * Lets code `import read from '../models/china.yaml?model'`: the model of a file (`ReadModel`) as plain data, read as
 * the page is built, so that the page loads no reader for it. Its id is the name of the file, and its text is not in it.
 * `?named` gives what a list of models shows: id, name and about.
 */
export function modelFiles(): Plugin {
  let root = '';
  return {
    name: 'foresheet:model-files',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    load: {
      filter: { id: MODEL },
      async handler(id) {
        const file = id.replace(/\?.*$/, '');
        for (const watched of [file, resolve(root, FIGURES)]) this.addWatchFile(watched);
        const found = await read(root, file);
        const { id: name, name: title, about } = found.model;
        const data = id.endsWith('?named') ? { id: name, name: title, about } : found;
        return { code: `export default ${JSON.stringify(data)};`, map: null, moduleType: 'js' };
      },
    },
  };
}
