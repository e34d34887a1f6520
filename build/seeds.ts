import { resolve } from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import { modelFiles } from './modelFiles.ts';
import { PROJECT, SEED_FILES, type SeedFile, seedRows } from './seedFiles.ts';

const CHECKED = /seeds\/(figures|sources)\.csv\?checked$/;

/**
 * Lets code `import figures from '../seeds/figures.csv?checked'`: what the file holds, checked against the other one, as a
 * table of its keys and a row a record. So the page checks nothing again, and loads no schema for it.
 */
export function checkedSeeds(): Plugin {
  return {
    name: 'foresheet:checked-seeds',
    enforce: 'pre',
    load: {
      filter: { id: CHECKED },
      async handler(id) {
        const which = CHECKED.exec(id)?.[1] as SeedFile;
        const read = (name: SeedFile) => {
          this.addWatchFile(resolve(PROJECT, SEED_FILES[name]));
          return seedRows(name);
        };
        const { readSeeds } = await import('../src/evidence/seeds.ts');
        const records = [...readSeeds(await read('figures'), await read('sources'))[which].values()];
        const keys = Object.keys(records[0] ?? {});
        const rows = records.map((record) => keys.map((key) => record[key as keyof typeof record]));
        return { code: `export default ${JSON.stringify({ keys, rows })};`, map: null, moduleType: 'js' };
      },
    },
  };
}

async function findProblems(): Promise<readonly string[]> {
  const { seedProblems } = await import('../src/evidence/seeds.ts');
  const [figures, sources] = await Promise.all([seedRows('figures'), seedRows('sources')]);
  const problems = seedProblems(figures, sources);
  if (problems.length > 0) return problems;
  // The catalog imports the seeds itself, so it runs where that is known.
  const { module } = await runnerImport<typeof import('./catalogProblems.ts')>(
    resolve(PROJECT, 'build/catalogProblems.ts'),
    { root: PROJECT, configFile: false, logLevel: 'error', plugins: [checkedSeeds(), modelFiles()] },
  );
  return module.problems;
}

/** Fails the build where a figure, a source or a model is wrong, with every reason and its place. */
export function seedCheck(): Plugin {
  return {
    name: 'foresheet:seed-check',
    apply: 'build',
    async buildStart() {
      const problems = await findProblems().catch((error: unknown) => [
        error instanceof Error ? error.message : String(error),
      ]);
      if (problems.length > 0) this.error(`the seeds or models are wrong:\n${problems.join('\n')}`);
    },
  };
}
