import type { Plugin } from 'vite';

/**
 * Gives the named importers of a library a copy of it of their own: those that are loaded later. A module is never split,
 * so that otherwise all that anybody needs of it would be in the first script (valibot, measured: 2 kB gzip more).
 */
export function duplicateModule(library: string, later: (importer: string) => boolean): Plugin {
  return {
    name: 'foresheet:duplicate-module',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source !== library || !importer || !later(importer)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && { ...found, id: `${found.id}?duplicateModule` };
    },
  };
}
