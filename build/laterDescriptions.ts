import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const DESCRIPTIONS = /functionMetadata\/index\.mjs$/;
const WITHOUT = '\0foresheet:no-descriptions';
const all = fileURLToPath(
  new URL('../node_modules/hyperformula/es/interpreter/functionMetadata/index.mjs', import.meta.url),
);

/**
 * HyperFormula describes its functions in texts that nothing computes with, 25 kB gzip in all. They come with the functions
 * that are loaded later (`src/engine/functions/descriptions.ts`), which is before anybody asks for them.
 */
export function laterDescriptions(): Plugin {
  return {
    name: 'foresheet:later-descriptions',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source === WITHOUT) return WITHOUT;
      return importer?.endsWith('/HyperFormula.mjs') && DESCRIPTIONS.test(source) ? WITHOUT : null;
    },
    load(id) {
      if (id === WITHOUT) return 'export const FUNCTION_DOCS = Object.create(null);';
      if (!id.endsWith('src/engine/functions/descriptions.ts')) return null;
      return `import { FUNCTION_DOCS as there } from ${JSON.stringify(WITHOUT)};
        import { FUNCTION_DOCS as all } from ${JSON.stringify(all)};
        export const fillDescriptions = () => { Object.assign(there, all); };`;
    },
  };
}
