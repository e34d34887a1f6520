import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { normalizePath, type Plugin, runnerImport } from 'vite';
import type { CsvRow } from '../src/io/csv.ts';

const ROWS = /\.csv\?rows$/;
const SEEDS = { figures: 'seeds/figures.csv', sources: 'seeds/sources.csv' } as const;

/** @throws Error that begins with the file, then the line. */
async function readRows(file: string, name: string): Promise<CsvRow[]> {
  const { parseCsvRows } = await import('../src/io/csv.ts');
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    return parseCsvRows(text.decode(await readFile(file)));
  } catch (error) {
    throw new Error(`${name}, ${error instanceof Error ? error.message : error}`);
  }
}

/** Lets code `import rows from '../seeds/figures.csv?rows'`: the records of the file, each with its line. */
export function seedRows(): Plugin {
  let root = '';
  return {
    name: 'foresheet:seed-rows',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    load: {
      filter: { id: ROWS },
      async handler(id) {
        const file = id.replace(/\?rows$/, '');
        this.addWatchFile(file);
        const rows = await readRows(file, normalizePath(relative(root, file)));
        return { code: `export default ${JSON.stringify(rows)};`, map: null, moduleType: 'js' };
      },
    },
  };
}

async function findProblems(root: string): Promise<readonly string[]> {
  const { seedProblems } = await import('../src/evidence/seeds.ts');
  const [figures, sources] = await Promise.all([
    readRows(resolve(root, SEEDS.figures), SEEDS.figures),
    readRows(resolve(root, SEEDS.sources), SEEDS.sources),
  ]);
  const problems = seedProblems(figures, sources);
  if (problems.length > 0) return problems;
  // The catalog imports the seeds itself, so it runs where that is known.
  const { module } = await runnerImport<typeof import('./catalogProblems.ts')>(
    resolve(root, 'build/catalogProblems.ts'),
    { root, configFile: false, logLevel: 'error', plugins: [seedRows()] },
  );
  return module.problems;
}

/** Fails the build where a figure, a source or a model is wrong, with every reason and its place. */
export function seedCheck(): Plugin {
  let root = '';
  return {
    name: 'foresheet:seed-check',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    async buildStart() {
      const problems = await findProblems(root).catch((error: unknown) => [
        error instanceof Error ? error.message : String(error),
      ]);
      if (problems.length > 0) this.error(`the seeds or models are wrong:\n${problems.join('\n')}`);
    },
  };
}
