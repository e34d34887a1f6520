import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { preview } from 'vite';

/**
 * Serves the build from the test run's own process, so that no server outlives it, however it ends. It takes a port
 * that is free, so that it runs beside `npm start` and other test runs, unless `PREVIEW_PORT` names one.
 */
export default async function serve(): Promise<() => Promise<void>> {
  const port = Number(process.env.PREVIEW_PORT ?? 0);
  const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port, strictPort: true } });
  const { port: taken } = server.httpServer.address() as AddressInfo;
  // The workers read it, as they load the configuration.
  process.env.FORESHEET_ADDRESS = `http://127.0.0.1:${taken}/`;
  return () => server.close();
}
