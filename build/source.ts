import { execFile } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const run = promisify(execFile);

/** Where the page finds the source of its own build, relative to itself. */
export const SOURCE_FILE = 'foresheet-source.tgz';

/**
 * Puts the source of the build beside it, as the licence asks: whoever is given the page is given what made it.
 * The archive is what `npm pack` makes of the folder: all that is not ignored.
 */
export function source(): Plugin {
  let root = '';
  let out = '';
  /** What is closed after an error has nothing to pack, and would hide the reason. */
  let failed = false;
  return {
    name: 'foresheet:source',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      out = resolve(config.root, config.build.outDir);
    },
    buildEnd(error) {
      failed = error !== undefined;
    },
    async closeBundle() {
      if (failed) return;
      const npm = process.env.npm_execpath?.endsWith('.js')
        ? ([process.execPath, process.env.npm_execpath] as const)
        : (['npm'] as const);
      const [command, ...first] = npm;
      const args = [...first, 'pack', '--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', out];
      const { stdout } = await run(command, args, { cwd: root });
      const [packed] = JSON.parse(stdout) as [{ filename: string }];
      await rename(join(out, packed.filename), join(out, SOURCE_FILE));
    },
  };
}
