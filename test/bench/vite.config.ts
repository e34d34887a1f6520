import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import app from '../../vite.config.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The bench is a page of its own: nothing of it is in the app's build. */
export default defineConfig({
  ...app,
  root: here('.'),
  publicDir: here('../../public'),
  // The security policy, the checks of seeds and the worker that keeps the page offline belong to the app's own build.
  plugins: (app.plugins ?? []).filter((plugin) => {
    const name = plugin && 'name' in plugin ? plugin.name : '';
    return !['foresheet:policy', 'foresheet:seed-check', 'foresheet:offline', 'foresheet:source'].includes(name);
  }),
  build: { ...app.build, outDir: here('../../node_modules/.cache/foresheet-bench'), emptyOutDir: true },
});
