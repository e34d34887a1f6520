import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

/** The program of the service worker, in which the build puts its files. */
const PROGRAM = 'build/offline/sw.js';

/** What nobody needs without a network: the source, tables of what went where, and what hosts read and do not serve. */
const LEFT_OUT = /^_headers$|\.(tgz|map)$/;

/** The service worker for files of a build: `./` is the page. `hash` changes with what any of them holds. */
export const withFiles = (program: string, files: readonly string[], hash: string): string =>
  program.replace('__BUILD__', hash).replace('__FILES__', JSON.stringify([...files].sort()));

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => normalizePath(join(entry.parentPath, entry.name)).slice(normalizePath(folder).length + 1));

/**
 * Puts a service worker beside the page: after a first visit it opens without a network, and a newer build waits until
 * it is asked for. Of our own, since vite-plugin-pwa 2.0 (measured with Vite 8.3) brings 320 packages for a worker of
 * 5.9 kB gzip; this one has 1 kB and shows all it does.
 */
export function offline(): Plugin {
  let root = '';
  let publicDir = '';
  return {
    name: 'foresheet:offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const hash = createHash('sha256');
        const files = new Set<string>();
        for (const [name, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
          if (LEFT_OUT.test(name)) continue;
          files.add(name === 'index.html' ? './' : name);
          hash.update(name).update(file.type === 'asset' ? file.source : file.code);
        }
        for (const name of filesOf(publicDir).sort()) {
          files.add(name);
          hash.update(name).update(readFileSync(join(publicDir, name)));
        }
        const program = readFileSync(resolve(root, PROGRAM), 'utf8');
        const source = withFiles(program, [...files], hash.digest('hex').slice(0, 16));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}
