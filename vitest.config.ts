import { defineConfig } from 'vitest/config';
import { seedRows } from './build/seeds.ts';

export default defineConfig({
  plugins: [seedRows()],
  resolve: {
    // Under Node's own condition solid-js resolves to its server build, in which nothing reacts.
    alias: [
      { find: /^solid-js$/, replacement: 'solid-js/dist/solid.js' },
      { find: /^solid-js\/store$/, replacement: 'solid-js/store/dist/store.js' },
    ],
  },
  test: {
    environment: 'node',
    // A property of hundreds of workbooks takes seconds, and more where the machine is busy.
    testTimeout: 30_000,
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**', 'node_modules/**'],
    server: { deps: { inline: [/solid-js/] } },
  },
});
