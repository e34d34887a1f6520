// What the measurements share: a server, the tasks of the main thread, a table.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Serves a folder, and `extra` beside it: its text by path, and its type. @param {string} folder */
export async function serve(folder, /** @type {Record<string, () => string | Buffer>} */ extra = {}) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    try {
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      const body = extra[path]?.() ?? readFileSync(file);
      const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? 'text/plain';
      response.writeHead(200, { 'content-type': type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/` };
}

/** Of times in any order; 0.5 is the median. @param {number[]} times @param {number} share */
export const quantile = (times, share) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

export const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`;

/**
 * The longest task of the page's main thread in a trace, in ms as the clock and as the processor counted it: on a
 * machine that is shared the clock counts what others did.
 * @param {Buffer} trace
 */
export function longestTask(trace) {
  const { traceEvents } = JSON.parse(trace.toString('utf8'));
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const isMain = ({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  let [clock, processor] = [0, 0];
  for (const event of traceEvents) {
    if (event.ph !== 'X' || !/RunTask$/.test(event.name) || !isMain(event)) continue;
    clock = Math.max(clock, (event.dur ?? 0) / 1000);
    processor = Math.max(processor, (event.tdur ?? 0) / 1000);
  }
  return { clock, processor };
}

/** @param {readonly (readonly string[])[]} rows */
export function print(rows) {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length))) ?? [];
  for (const row of rows) console.log(row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '));
}
