import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { normalizePath, type Plugin, runnerImport } from 'vite';
import type { Row } from '../src/io/csv.ts';

const ROWS = /\.csv\?rows$/;
const SEEDS = { figures: 'seeds/figures.csv', sources: 'seeds/sources.csv' } as const;

/** What the check needs of `src/catalog.ts`, which imports the seeds itself and so runs where that is known. */
type Catalog = Pick<typeof import('../src/catalog.ts'), 'validateCatalog' | 'loadCatalog'>;

/** @throws Error that begins with the file, then the line. */
async function readRows(file: string, name: string): Promise<Row[]> {
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
  const { seedProblems } = await import('../src/evidence/validate.ts');
  const [figures, sources] = await Promise.all([
    readRows(resolve(root, SEEDS.figures), SEEDS.figures),
    readRows(resolve(root, SEEDS.sources), SEEDS.sources),
  ]);
  const problems = seedProblems(figures, sources);
  if (problems.length > 0) return problems;
  const { module } = await runnerImport<Catalog>(resolve(root, 'src/catalog.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [seedRows()],
  });
  const wrongModels = module.validateCatalog();
  // Fills in the cited figures, and throws where a model names one that the seeds do not have.
  if (wrongModels.length === 0) module.loadCatalog();
  return wrongModels;
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
