import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { HEADERS_FILE } from '../../build/headers.ts';

export const BUILD = resolve(import.meta.dirname, '../../dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A static host of the build, on which another build can be put. It sends no headers of its own. */
export class Host {
  #hash = '';
  readonly #server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    try {
      // Who reads it does not serve it.
      if (pathname === `/${HEADERS_FILE}`) throw new Error('not served');
      const file = join(BUILD, pathname === '/' ? 'index.html' : pathname);
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain', vary: 'Origin' });
      response.end(pathname === '/sw.js' ? this.#program(body.toString()) : body);
    } catch {
      response.writeHead(404).end();
    }
  });

  /** A build of another day: its service worker has another name for its files. */
  update(hash: string): void {
    this.#hash = hash;
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${this.port}/`;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #program(text: string): string {
    return this.#hash === '' ? text : text.replace(/(BUILD = ')\w+/, `$1${this.#hash}`);
  }
}
