import { defineConfig } from 'vitest/config';
import { modelFiles } from './build/modelFiles.ts';
import { checkedSeeds } from './build/seeds.ts';

export default defineConfig({
  plugins: [checkedSeeds(), modelFiles()],
  resolve: {
    // Under Node's own condition solid-js resolves to its server build, in which nothing reacts.
    alias: [
      { find: /^solid-js$/, replacement: 'solid-js/dist/solid.js' },
      { find: /^solid-js\/store$/, replacement: 'solid-js/store/dist/store.js' },
    ],
  },
  test: {
    environment: 'node',
    setupFiles: ['test/setup.ts'],
    // Modules keep no state that a test could leave behind; to load them anew for each file takes as long as all tests do.
    isolate: false,
    unstubGlobals: true,
    // Two cores; Vitest would leave one to its own process, which has little to do.
    maxWorkers: 2,
    // A property of hundreds of workbooks takes seconds, and more where the machine is busy; by volume, minutes.
    testTimeout: process.env.FORESHEET_VOLUME ? 1_800_000 : 90_000,
    hookTimeout: 90_000,
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**', 'node_modules/**'],
    server: { deps: { inline: [/solid-js/] } },
  },
});
