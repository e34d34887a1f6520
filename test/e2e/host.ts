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
  /** Names of builds, by folder. */
  readonly #hashes = new Map<string, string>();
  readonly #server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    // The same build once more in folders.
    const [, folder = '/', name = ''] = /^(\/(?:a\/|b\/)?)(.*)$/.exec(pathname) ?? [];
    try {
      // Who reads it does not serve it.
      if (name === HEADERS_FILE) throw new Error('not served');
      const file = join(BUILD, name || 'index.html');
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain', vary: 'Origin' });
      response.end(name === 'sw.js' ? this.#program(body.toString(), folder) : body);
    } catch {
      response.writeHead(404).end();
    }
  });

  /** A build of another day: its service worker has another name for its files. */
  update(hash: string, folder = '/'): void {
    this.#hashes.set(folder, hash);
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

  #program(text: string, folder: string): string {
    const hash = this.#hashes.get(folder);
    return hash === undefined ? text : text.replace(/(BUILD = ')\w+/, `$1${hash}`);
  }
}
