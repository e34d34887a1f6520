// Writes public/model.schema.json and docs/model-file.md from the schema by which the file of a model is read, and
// docs/first-model.md from the walk of the app's help.
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const load = async (/** @type {string} */ name) =>
  (await runnerImport(join(ROOT, 'build', name), { root: ROOT, configFile: false })).module;
const module = await load('modelSchema.ts');

writeFileSync(join(ROOT, 'public', 'model.schema.json'), module.schemaText());
writeFileSync(join(ROOT, 'docs', 'model-file.md'), module.referenceText());
writeFileSync(join(ROOT, 'docs', 'first-model.md'), (await load('firstModel.ts')).firstModelText());
