import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { ASKED_AGAIN, CACHED, HEADERS, HEADERS_FILE } from '../../build/headers.ts';

export const BUILD = resolve(import.meta.dirname, '../../dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** What a host that reads the headers file sends with a file. */
export const asTold = (name: string): Readonly<Record<string, string>> => ({
  ...HEADERS,
  'Cache-Control': name.startsWith('assets/') ? CACHED : ASKED_AGAIN,
});

/** A static host of the build, on which another build can be put. */
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
      const type = { 'content-type': TYPES[extname(file)] ?? 'text/plain', vary: 'Origin' };
      response.writeHead(200, { ...type, ...this.headersOf(name) });
      response.end(name === 'sw.js' ? this.#program(body.toString(), folder) : body);
    } catch {
      response.writeHead(404).end();
    }
  });

  /** `headersOf`: what it sends with a file beside its type; left out, nothing. */
  constructor(readonly headersOf: (name: string) => Readonly<Record<string, string>> = () => ({})) {}

  /** A build of another day: its service worker has another name for its files. */
  update(hash: string, folder = '/'): void {
    this.#hashes.set(folder, hash);
  }

  /** @param port left out: one that is free. @throws where it is taken */
  async open(port = 0): Promise<string> {
    await once(this.#server.listen(port, '127.0.0.1'), 'listening');
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
