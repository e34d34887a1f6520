import process from 'node:process';
import { asTold, Host } from './host.ts';

/**
 * Serves the build from the test run's own process, so that no server outlives it, however it ends. It takes a port
 * that is free, so that it runs beside `npm start` and other test runs, unless `PREVIEW_PORT` names one. Vite's own would
 * compress every file for every page, and read its configuration first.
 */
export default async function serve(): Promise<() => void> {
  const host = new Host(asTold);
  // The workers read it, as they load the configuration.
  process.env.FORESHEET_ADDRESS = await host.open(Number(process.env.PREVIEW_PORT ?? 0));
  return () => host.close();
}
