import { test as base, expect, Foresheet } from './foresheet.ts';
import { Host } from './host.ts';

const test = base.extend<{ host: Host; app: Foresheet }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner wants the fixtures that it depends on named.
  host: async ({}, use) => {
    const host = new Host();
    await use(host);
    host.close();
  },
  baseURL: async ({ host }, use) => use(await host.open()),
  app: async ({ page }, use) => {
    const app = new Foresheet(page);
    await app.open();
    await use(app);
    expect(app.complaints).toEqual([]);
  },
});
test.use({ serviceWorkers: 'allow' });

/** Waits until the build of the page's own folder is kept for later: until then, who is above it serves it. */
const kept = (app: Foresheet) =>
  expect
    .poll(() =>
      app.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration?.active?.state === 'activated' ? registration.scope : undefined;
      }),
    )
    .toBe(new URL('./', app.page.url()).href);

test('without a network the page opens, for who only reads as well, with what was made on it and all its parts', async ({
  app,
  page,
  context,
}) => {
  await kept(app);
  await context.setOffline(true);
  await page.reload();
  await expect(app.answer).toContainText('at 15.3 % a year');
  await app.enter('gd_growth', '26%');
  await expect(app.saving).toHaveText('Saved');
  await page.reload();
  await expect(app.answer).toContainText('at 26.0 % a year');
  await app.openModel('Regions compared');
  await expect(app.answer).toContainText('Beijing');
  await app.help('Methods');
  await expect(page.getByRole('dialog', { name: 'Methods' })).toContainText('Verhulst');
});

test('a new version asks first in the middle of an edit, and loads what was typed with it; a page that did not ask is told and goes on', async ({
  app,
  page,
  host,
  context,
}) => {
  await app.enter('gd_growth', '20%');
  await kept(app);
  await page.reload();
  await expect(app.answer).toContainText('at 20.0 % a year');
  const other = new Foresheet(await context.newPage());
  await other.open();
  await other.page.getByRole('button', { name: 'Work on a copy' }).click();
  host.update('another');
  await app.go('gd_growth');
  await page.keyboard.type('26%');
  // The parts that come with the first key are there: who leaves in the middle of their loading is told in the console.
  await expect(page.locator('.fill-handle')).toBeAttached();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const notice = app.notice('A new version of Foresheet is ready');
  await expect(notice).toBeVisible({ timeout: 15_000 });
  await expect(other.notice('is ready')).toBeVisible({ timeout: 15_000 });
  // Nothing happens by itself, and what is typed stays as it is.
  await expect(app.formulaBar).toHaveValue('26%');
  const reloadWith = async (build: string) => {
    const loaded = page.waitForEvent('load');
    await notice.getByRole('button', { name: 'Reload' }).click();
    await loaded;
    await expect(app.answer).toContainText('at 26.0 % a year');
    expect(await page.evaluate(() => caches.keys())).toContain(`foresheet ${build}`);
    await expect(notice).toBeHidden();
  };
  await reloadWith('another');

  await expect(other.notice('has taken over')).toBeVisible();
  await other.enter('gd_growth', '22%');
  await other.openModel('China’s AI industry');
  await expect(other.answer).toContainText('780 bn');
  expect(other.complaints).toEqual([]);
  // What an older build left goes when no page runs on it.
  await other.page.close();
  host.update('third');
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await reloadWith('third');
  expect(await page.evaluate(() => caches.keys())).toEqual(['foresheet third']);
});

test('two deployments on one origin take nothing from each other: documents, files, and who holds what', async ({
  app,
  page,
  host,
  context,
}) => {
  // Three pages of three builds are opened, and two of them again.
  test.slow();
  // What was kept before folders had their own is there in both.
  await app.enter('gd_growth', '20%');
  await expect(app.saving).toHaveText('Saved');
  const openIn = async (folder: string) => {
    const next = new Foresheet(await context.newPage());
    await next.page.goto(new URL(folder, page.url()).href);
    await expect(next.answer).toContainText('2025');
    await next.documents.click();
    await next.page.getByRole('button', { name: 'Open Guangdong AI hub' }).click();
    await expect(next.answer).toContainText('at 20.0 % a year');
    return next;
  };
  const [one, other] = [await openIn('a/'), await openIn('b/')];
  await one.enter('gd_growth', '21%');
  await other.enter('gd_growth', '22%');
  for (const each of [one, other]) {
    await expect(each.saving).toHaveText('Saved');
    await expect(each.documents).toHaveText('Guangdong AI hub');
    await kept(each);
  }
  host.update('another', '/a/');
  await one.page.reload();
  await expect(one.answer).toContainText('at 21.0 % a year');
  await one.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const loaded = one.page.waitForEvent('load');
  await one.notice('is ready').getByRole('button', { name: 'Reload' }).click();
  await loaded;
  await expect(one.answer).toContainText('at 21.0 % a year');
  const names = await page.evaluate(() => caches.keys());
  expect(names).toContain('foresheet /a/ another');
  expect(names.filter((name) => name.startsWith('foresheet /b/ '))).toHaveLength(1);
  await context.setOffline(true);
  await other.page.reload();
  await expect(other.answer).toContainText('at 22.0 % a year');
  await page.reload();
  await expect(app.answer).toContainText('at 20.0 % a year');
  expect([...one.complaints, ...other.complaints]).toEqual([]);
});
