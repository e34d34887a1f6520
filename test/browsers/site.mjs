// Serves the build as any static host does, with one script more: it finds things for the tests, and tells what goes wrong.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = resolve(fileURLToPath(import.meta.url), '../../../dist');
const IN_PAGE = fileURLToPath(new URL('inPage.js', import.meta.url));
/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

const SCRIPT = '<script src="./inPage.js"></script>';

/** An address of the same origin that keeps nothing open and loads nothing. */
export const BLANK = 'blank.html';

/** @param {string} path */
function fileAt(path) {
  if (path === '/inPage.js') return readFileSync(IN_PAGE);
  if (path === `/${BLANK}`) return `<!doctype html><title>Blank</title>${SCRIPT}`;
  const body = readFileSync(join(DIST, path.endsWith('/') ? `${path}index.html` : path));
  return path === '/' ? String(body).replace('<head>', `<head>${SCRIPT}`) : body;
}

/**
 * @typedef {object} Site
 * @property {string} url
 * @property {string[]} complaints what pages told: errors, warnings, broken policy, lost files
 * @property {() => number} shown how often a page has been there: loaded, or come back to
 * @property {() => void} close
 */

/** @returns {Promise<Site>} */
export async function openSite() {
  /** @type {string[]} */
  const complaints = [];
  let shown = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST') {
      let text = '';
      request.on('data', (data) => {
        text += data;
      });
      request.on('end', () => {
        if (pathname === '/shown') shown++;
        else complaints.push(text);
        response.writeHead(204).end();
      });
      return;
    }
    try {
      const body = fileAt(pathname);
      const type = TYPES[extname(pathname) || '.html'] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    } catch {
      // Browsers ask for it by themselves.
      if (pathname !== '/favicon.ico') complaints.push(`no such file: ${pathname}`);
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { url: `http://127.0.0.1:${port}/`, complaints, shown: () => shown, close: () => void server.close() };
}
