// Writes public/model.schema.json and docs/model-file.md from the schema by which the file of a model is read.
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { module } = await runnerImport(join(ROOT, 'build', 'modelSchema.ts'), { root: ROOT, configFile: false });

writeFileSync(join(ROOT, 'public', 'model.schema.json'), module.schemaText());
writeFileSync(join(ROOT, 'docs', 'model-file.md'), module.referenceText());
