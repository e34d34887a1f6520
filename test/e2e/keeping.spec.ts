import { readFileSync } from 'node:fs';
import { expect, type Foresheet, test } from './foresheet.ts';
import { test as returning } from './returning.ts';
import { neighbour, rewriteRecords } from './store.ts';
import { watchAnswers } from './watchAnswers.ts';

/** A formula that would take the engine minutes. */
const SLOW = '=SUM(MMULT(MMULT(SEQUENCE(11000,250),SEQUENCE(250,250)),MMULT(SEQUENCE(250,250),SEQUENCE(250,250))))';

async function documentCount(app: Foresheet): Promise<number> {
  await app.documents.click();
  const rows = app.page.getByRole('list', { name: 'Documents' }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  return rows.count();
}

test('what is changed is there again after a reload, with the name, the model and what was looked at', async ({
  app,
  page,
}) => {
  await expect(app.saving).toHaveText('');
  const header = page.getByRole('banner');
  const before = await header.boundingBox();
  await app.enter('gd_growth', '26%');
  await expect(app.saving).toHaveText('Saved');
  // What is said of the document begins no second row, which would push everything down.
  expect(await header.boundingBox()).toEqual(before);
  await app.tab('Decoupling').click();
  await expect(await app.enter('gd_growth', '=0.1+0.1')).toHaveText('20.0%');
  await expect(app.saving).toHaveText('Saved');
  const seen = await watchAnswers(page);
  await page.reload();
  await expect(app.answer).toContainText('“Decoupling”');
  // No other numbers were shown meanwhile.
  expect(await seen()).toEqual(['15.0 % a year']);
  await expect(await app.go('gd_growth')).toHaveText('20.0%');
  await expect(app.formulaBar).toHaveValue('=0.1+0.1');
  await app.tab('Base').click();
  await expect(await app.go('gd_scale@2025')).toHaveText('300.06');
});

test('a slider that is moved again and again on a first visit is kept in one document', async ({ app, page }) => {
  await app.slider('Trend growth').focus();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('ArrowRight');
    // As keys come that are held down: the first edits are saved while the next ones are made.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  await expect(app.saving).toHaveText('Saved');
  await expect(await documentCount(app)).toBe(1);
  await expect(page.getByText('(copy)')).toBeHidden();
});

returning('who reloads a page again and again before it has opened finds the document', async ({ app, page }) => {
  // The engine is slow to come, and each time the page is gone before.
  await page.route(/worker-.*\.js$/, () => {});
  for (const load of [() => page.goto('./', { waitUntil: 'commit' }), () => page.reload({ waitUntil: 'commit' })]) {
    await load();
    await expect(app.answer).toHaveText('Computing…');
  }
  await page.unroute(/worker-.*\.js$/);
  await page.reload();
  await expect(app.answer).toContainText('at 20.0 % a year');
});

test('where there is no room left it is said, all stays on the page, a download is offered, and room is used again', async ({
  app,
  page,
  context,
}) => {
  const session = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await app.enter('gd_growth', '26%');
  const banner = app.notice('There is no room left');
  await expect(banner).toBeVisible();
  await expect(app.saving).toHaveText('Not saved');
  await expect(app.answer).toContainText('at 26.0 % a year');
  const downloading = page.waitForEvent('download');
  await banner.getByRole('button', { name: 'Download' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('Guangdong AI hub.json');
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({
    model: { id: 'guangdong' },
    scenarios: [{ overrides: { gd_growth: { value: 0.26 } } }, {}, {}, {}],
  });
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await app.enter('gd_growth', '27%');
  await expect(app.saving).toHaveText('Saved');
  await expect(banner).toBeHidden();
  await page.reload();
  await expect(app.answer).toContainText('at 27.0 % a year');
});

test('the engine that dies is started again with the same values', async ({ app, page }) => {
  await app.enter('gd_growth', '26%');
  await expect(await app.go('gd_scale@2025')).toHaveText('300.06');
  const [worker] = page.workers();
  await worker?.evaluate(() => (globalThis as unknown as Worker & { close(): void }).close());
  await app.enter('gd_scale_2022', '160');
  await expect(app.notice('restarted from your document')).toBeVisible({ timeout: 15_000 });
  await expect(await app.go('gd_scale@2025')).toHaveText('320.06');
  await expect(app.saving).toHaveText('Saved');
});

test('a document that never comes to its values is not opened for ever; opened anyway, each bomb is told in its cell and all else stands', async ({
  app,
  page,
}) => {
  await app.enter('gd_growth', '26%');
  await app.enter('gd_scale@2030', '=SEQUENCE(10000,10000)');
  await expect(await app.go('gd_scale@2030')).toHaveText('#LIMIT!');
  await app.enter('gd_scale@2024', '=E3*1.5');
  await app.enter('gd_scale@2032', '=1+23');
  await expect(await app.go('gd_scale@2032')).toHaveText('24.00');
  await expect(app.saving).toHaveText('Saved');
  await rewriteRecords(page, 'document/', '=1+23', SLOW);
  await page.clock.install();
  for (let i = 0; i < 2; i++) {
    await page.reload();
    await expect(app.documents).toBeVisible();
    // Who is gone at once has not waited for it.
    await page.clock.fastForward(1_500);
  }
  await page.reload();
  const notice = app.notice('was not opened');
  await expect(notice).toBeVisible();
  await expect(app.answer).toContainText('at 15.3 % a year');
  const [engine] = page.workers();
  await notice.getByRole('button', { name: 'Open anyway' }).click();
  // Its time is over at once, or as soon as the engine has its functions; the shorter times of the search pass by themselves.
  for (let isStopped = false; engine && !isStopped; ) {
    const stopping = engine.waitForEvent('close', { timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    await page.clock.fastForward(11_000);
    isStopped = await stopping;
  }
  await expect(app.notice('took too long')).toBeVisible({ timeout: 45_000 });
  await expect(await app.go('gd_scale@2032')).toContainText('=SUM(MMULT');
  await expect(await app.go('gd_scale@2030')).toHaveText('#LIMIT!');
  await expect(await app.go('gd_scale@2024')).toHaveText('283.50');
  await expect(await app.go('gd_growth')).toHaveText('26.0%');
  // It is held back for good: the next time it opens at once.
  await expect(app.saving).toHaveText('Saved');
  await page.reload();
  await expect(await app.go('gd_scale@2024')).toHaveText('283.50');
  await expect(app.notice('took too long')).toBeHidden();
});

returning(
  'what can not be read is set aside as it is, told and offered; what the store has opens, else the model',
  async ({ app, page, context }) => {
    const download = async () => {
      const downloading = page.waitForEvent('download');
      await app.notice('could not be read').getByRole('button', { name: 'Download' }).click();
      return readFileSync(await (await downloading).path(), 'utf8');
    };
    const beside = await neighbour(context);
    await beside.evaluate(() => {
      const id = localStorage.getItem('foresheet.open')?.replace('document:', '');
      localStorage.setItem(`foresheet.rescued ${id}`, '{"info":');
    });
    await app.open();
    await expect(app.answer).toContainText('at 20.0 % a year');
    expect(await download()).toBe('{"info":');

    await rewriteRecords(beside, 'document/', '', '{"format":1,"scenarios":');
    await page.reload();
    await expect(app.answer).toContainText('at 15.3 % a year');
    expect(await download()).toBe('{"format":1,"scenarios":');
    const notice = app.notice('could not be read');
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toBeHidden();
    await app.documents.click();
    const aside = page.getByRole('list', { name: 'Could not be read' }).getByRole('listitem');
    await expect(aside).toHaveCount(2);
    // Each goes for good when that is said twice.
    for (const left of [1, 0]) {
      await aside.first().getByRole('button', { name: 'Delete: ' }).click();
      await aside.first().getByRole('button', { name: 'Delete for good: ' }).click();
      await expect(aside).toHaveCount(left);
    }
    await page.reload();
    await app.documents.click();
    await expect(page.getByText('Nothing is kept yet')).toBeVisible();
    await expect(aside).toHaveCount(0);
  },
);
