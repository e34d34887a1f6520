// Keeps the shipped models as they are now in models/frozen/, one file a version, for the links that are made on them.
// A version that was kept is never written again: a model that differs from it needs a new version number.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { createServer } from 'vite';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = join(ROOT, 'models', 'frozen');

// The server of the development knows how to import models and seeds.
const server = await createServer({
  root: ROOT,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true },
});
const { loadCatalog } = await server.ssrLoadModule('/src/catalog.ts');
const { entries, load } = loadCatalog();

mkdirSync(FOLDER, { recursive: true });
for (const { id } of entries) {
  const model = await load(id);
  const name = `${id}-${model.version}.json`;
  const file = join(FOLDER, name);
  const text = `${JSON.stringify(model, null, 1)}\n`;
  if (!existsSync(file)) {
    writeFileSync(file, text);
    console.log(`models/frozen/${name}: written`);
  } else if (!isDeepStrictEqual(JSON.parse(readFileSync(file, 'utf8')), JSON.parse(text))) {
    console.error(`models/frozen/${name}: the model differs from it; raise the version in models/${id}.yaml`);
    process.exitCode = 1;
  }
}
await server.close();
