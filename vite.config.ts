import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { among } from './build/among.ts';
import { duplicateModule } from './build/duplicateModule.ts';
import { HEADERS, headers } from './build/headers.ts';
import { laterDescriptions } from './build/laterDescriptions.ts';
import { modelFiles } from './build/modelFiles.ts';
import { offline } from './build/offline.ts';
import { policy } from './build/policy.ts';
import { checkedSeeds, seedCheck } from './build/seeds.ts';
import { source } from './build/source.ts';

/** What keeping shares with parts that come before it; what is loaded with keeping, and what of it is not. */
const SHARED = ['src/document/reasons.ts', 'src/document/periods.ts', 'src/state/ranges/slices.ts'];
const KEEPING = ['src/state/keeping', 'src/io/download.ts'];
const WITHOUT = ['src/state/keeping/update.ts'];

/** Styles are set through the DOM: compiled into the markup, as by default, the policy would block them. */
const compile = { generate: 'dom' as const, inlineStyles: false };

/** What changes lines and their actual values: each part is small, and every file's name is in what the page begins with. */
const LINES = [
  'src/document/boundary.ts',
  'src/document/lineFormula.ts',
  'src/document/settled.ts',
  'src/i18n/boundary.ts',
  'src/i18n/lines.ts',
  'src/state/structure/boundary.ts',
  'src/state/structure/lines.ts',
];

export default defineConfig({
  // Relative addresses: the build works from any path of any static host.
  base: './',
  plugins: [
    duplicateModule('valibot', among(['src/document', 'src/io', 'src/state/keeping'])),
    checkedSeeds(),
    modelFiles(),
    seedCheck(),
    solid({ solid: compile }),
    policy(),
    headers(),
    offline(),
    source(),
  ],
  // Each begins with one file too.
  worker: {
    format: 'es',
    plugins: () => [laterDescriptions()],
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'worker', tags: ['$initial'] }] } } },
  },
  build: {
    // The oldest browsers that the README and the page name.
    target: ['chrome120', 'edge120', 'firefox125', 'safari17', 'ios17'],
    // For who looks into a fault: no page fetches them, only its tools do.
    sourcemap: true,
    modulePreload: { polyfill: false },
    // The policy allows no data: address for fonts and scripts, so every asset is a file.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the page begins with is one file: shared with later parts it would fall into several, 2 kB larger together.
        codeSplitting: {
          groups: [
            { name: 'main', tags: ['$initial'], priority: 2 },
            { name: 'shared', test: among(SHARED), priority: 1.5 },
            { name: 'keeping', test: among(KEEPING, WITHOUT), priority: 1 },
            { name: 'lines', test: among(LINES), priority: 0.5 },
          ],
        },
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  preview: { port: 4173, headers: HEADERS },
});
