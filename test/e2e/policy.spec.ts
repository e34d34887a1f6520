import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { HEADERS } from '../../build/headers.ts';
import { POLICY } from '../../build/policy.ts';
import { expect, Foresheet, test } from './foresheet.ts';
import { BUILD, Host } from './host.ts';

test.use({ serviceWorkers: 'allow' });

/** Every worker of the build but the service worker: for calculation, tables, workbooks in and out. */
const WORKERS = readdirSync(join(BUILD, 'assets')).filter((name) => /worker.*\.js$/.test(name));

/** What becomes of texts that are run as programs, in a task of the page's own: what the driver runs itself is let off. */
const evaluated = () =>
  new Promise<string>((resolve) => {
    setTimeout(() => {
      try {
        resolve(new Function('return "ran"')());
      } catch (error) {
        resolve((error as Error).name);
      }
    });
  });

/** Starts each worker of the build, and gives them beside the service worker. */
async function workersOf(page: Page, context: BrowserContext): Promise<Worker[]> {
  const isStarted = (name: string) => page.workers().some((worker) => worker.url().endsWith(name));
  await page.evaluate((names) => {
    // Kept, so that they go on.
    const started = names.map((name) => new Worker(`./assets/${name}`, { type: 'module' }));
    Object.assign(globalThis, { started });
    return navigator.serviceWorker.register('./sw.js').then(() => navigator.serviceWorker.ready.then(() => {}));
  }, WORKERS);
  await expect.poll(() => WORKERS.every(isStarted)).toBe(true);
  await expect.poll(() => context.serviceWorkers().length).toBe(1);
  return [...page.workers(), ...context.serviceWorkers()];
}

test('every file comes with the same headers, by which a text is run as a program nowhere', async ({
  page,
  context,
  baseURL,
}) => {
  await test.step('every file comes with the same headers', async () => {
    const seen = new Map<string, Record<string, string>>();
    page.on('response', (response) => {
      if (response.url().startsWith(baseURL ?? '')) seen.set(response.url(), response.headers());
    });
    await new Foresheet(page).open();
    expect([...seen.keys()].join()).toContain('/assets/worker-');
    for (const [url, headers] of seen) {
      const sent = Object.keys(HEADERS).map((name) => [name, headers[name.toLowerCase()]]);
      expect([url, Object.fromEntries(sent)]).toEqual([url, HEADERS]);
    }
  });
  await test.step('a text is run as a program nowhere: not on the page, nor in any of its workers', async () => {
    expect(WORKERS.length).toBeGreaterThan(3);
    expect(await page.evaluate(evaluated)).toBe('EvalError');
    for (const worker of await workersOf(page, context))
      expect([worker.url(), await worker.evaluate(evaluated)]).toEqual([worker.url(), 'EvalError']);
  });
});

test('it is the header that keeps workers from it: on a host without one the page alone is kept', async ({
  page,
  context,
}) => {
  const host = new Host();
  try {
    await new Foresheet(page).open(await host.open());
    expect(await page.evaluate(evaluated)).toBe('EvalError');
    for (const worker of await workersOf(page, context))
      expect([worker.url(), await worker.evaluate(evaluated)]).toEqual([worker.url(), 'ran']);
  } finally {
    host.close();
  }
});

test('another site may show the page within its own', async ({ page, baseURL }) => {
  expect(POLICY).not.toContain('frame-ancestors');
  await page.setContent(`<iframe src="${baseURL}" width="1200" height="780"></iframe>`);
  const answer = page.frameLocator('iframe').getByRole('status', { name: 'Answer' });
  await expect(answer).toContainText('2025');
});
