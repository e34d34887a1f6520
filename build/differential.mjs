// Asks the LibreOffice that is installed for its values of the formulas of test/differential/asked/, and keeps them in
// test/differential/values.csv, to which test/engine/differential.test.ts holds ours.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const server = await createServer({
  root: resolve(dirname(fileURLToPath(import.meta.url)), '..'),
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true },
});
const { keepValues } = await server.ssrLoadModule('/test/differential/values.ts');
console.log(await keepValues());
await server.close();
