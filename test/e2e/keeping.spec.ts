import { readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';
import { findings } from './axe.ts';
import { another, expect, type Foresheet, test } from './foresheet.ts';
import { rewriteRecords } from './store.ts';

/** A formula that would take the engine minutes. */
const SLOW = '=SUM(MMULT(MMULT(SEQUENCE(11000,250),SEQUENCE(250,250)),MMULT(SEQUENCE(250,250),SEQUENCE(250,250))))';

/** A second page of the document that the first one has made: it reads. */
async function readerBeside(app: Foresheet, context: BrowserContext): Promise<Foresheet> {
  await app.enter('gd_growth', '20%');
  await expect(app.saving).toHaveText('Saved');
  const other = await another(context);
  await expect(other.saving).toHaveText('Read only');
  return other;
}

/** Leaves the list open. */
async function expectOneDocument(app: Foresheet): Promise<void> {
  await app.documents.click();
  await expect(app.page.getByRole('list', { name: 'Documents' }).getByRole('listitem')).toHaveCount(1);
}

test('what is changed is there again after a reload, with the name, the model and what was looked at', async ({
  app,
  page,
}) => {
  await expect(app.saving).toHaveText('');
  await app.enter('gd_growth', '26%');
  await expect(app.saving).toHaveText('Saved');
  await app.tab('Decoupling').click();
  await expect(await app.enter('gd_growth', '=0.1+0.1')).toHaveText('20.0%');
  await expect(app.saving).toHaveText('Saved');
  await page.reload();
  await expect(app.answer).toContainText('“Decoupling”');
  await expect(await app.go('gd_growth')).toHaveText('20.0%');
  await expect(app.formulaBar).toHaveValue('=0.1+0.1');
  await app.tab('Base').click();
  await expect(await app.go('gd_scale@2025')).toHaveText('300.06');
});

test('what was typed a moment before the page is left is there again', async ({ app, page }) => {
  for (const [typed, shown] of [
    ['21%', '21.0%'],
    ['22%', '22.0%'],
    ['23%', '23.0%'],
  ] as const) {
    await expect(await app.enter('gd_growth', typed)).toHaveText(shown);
    await page.reload();
    await expect(app.answer).toContainText(`at ${typed.replace('%', '.0 %')} a year`);
  }
});

test('a slider that is moved again and again on a first visit is kept in one document', async ({ app, page }) => {
  await app.slider('Trend growth').focus();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('ArrowRight');
    // As keys come that are held down: the first edits are saved while the next ones are made.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  await expect(app.saving).toHaveText('Saved');
  await expectOneDocument(app);
  await expect(page.getByText('(copy)')).toBeHidden();
});

test('who reloads a page again and again before it has opened finds the document', async ({ app, page }) => {
  await app.enter('gd_growth', '26%');
  await expect(app.saving).toHaveText('Saved');
  // The engine is slow to come, and each time the page is gone before.
  await page.route(/worker-.*\.js$/, () => {});
  for (let i = 0; i < 2; i++) {
    await page.reload({ waitUntil: 'commit' });
    await expect(app.answer).toHaveText('Computing…');
  }
  await page.unroute(/worker-.*\.js$/);
  await page.reload();
  await expect(app.answer).toContainText('at 26.0 % a year');
});

test('no number but those of the document is shown while it opens', async ({ app, page }) => {
  await app.enter('gd_growth', '26%');
  await expect(app.saving).toHaveText('Saved');
  await page.addInitScript(() => {
    const seen = new Set<string>();
    new MutationObserver(() => {
      const text = document.querySelector('[role="status"]')?.textContent ?? '';
      if (/2025/.test(text)) seen.add(text.slice(0, 60));
      document.documentElement.dataset.seen = [...seen].join('|');
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.reload();
  await expect(app.answer).toContainText('at 26.0 % a year');
  const seen = await page.evaluate(() => document.documentElement.dataset.seen);
  expect(seen?.split('|').every((text) => text.includes('26.0 %'))).toBe(true);
});

test('a page that is killed in the middle of its saves leaves the last complete state', async ({
  app,
  page,
  context,
}) => {
  await app.enter('gd_growth', '20%');
  await expect(app.saving).toHaveText('Saved');
  const slider = app.slider('Trend growth');
  await slider.focus();
  for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowRight');
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  session.send('Page.crash').catch(() => {});
  await crashed;
  app.complaints.length = 0;
  const next = await another(context);
  const growth = Number(/at ([\d.]+) % a year/.exec((await next.answer.textContent()) ?? '')?.[1]);
  expect(growth).toBeGreaterThanOrEqual(20);
  expect(growth).toBeLessThanOrEqual(24);
  await expect(next.saving).toHaveText('Saved');
  await next.enter('gd_growth', '25%');
  await expect(next.saving).toHaveText('Saved');
  expect(next.complaints).toEqual([]);
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
  expect(file.suggestedFilename()).toBe('Untitled.json');
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

test('a second page of the same document is told, follows, and takes over or copies; neither overwrites the other', async ({
  app,
  context,
}) => {
  await app.enter('gd_growth', '20%');
  await expect(app.saving).toHaveText('Saved');
  const other = await another(context);
  await expect(other.notice('open in another page')).toBeVisible();
  await expect(other.saving).toHaveText('Read only');

  // It follows, and takes no change.
  await app.enter('gd_growth', '21%');
  await expect(other.answer).toContainText('at 21.0 % a year');
  await expect(other.slider('Trend growth')).toBeDisabled();
  await other.go('gd_growth');
  await other.page.keyboard.type('9');
  await expect(other.message).toContainText('Another page holds this document');
  await expect(other.answer).toContainText('at 21.0 % a year');

  // It takes over with what was typed last, and the first page is told.
  await app.enter('gd_growth', '22%');
  await other.page.getByRole('button', { name: 'Take over' }).click();
  await expect(other.page.getByRole('button', { name: 'Take over' })).toBeHidden();
  await expect(app.notice('taken this document over')).toBeVisible();
  await expect(other.answer).toContainText('at 22.0 % a year');
  await other.enter('gd_growth', '23%');
  await expect(app.answer).toContainText('at 23.0 % a year');

  // The first page goes on with a copy: both are there.
  await app.page.getByRole('button', { name: 'Work on a copy' }).click();
  await expect(app.documents).toHaveText('Untitled (copy)');
  await app.enter('gd_growth', '30%');
  await expect(app.saving).toHaveText('Saved');
  await expect(other.answer).toContainText('at 23.0 % a year');
  await other.documents.click();
  const list = other.page.getByRole('list', { name: 'Documents' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  expect(other.complaints).toEqual([]);
});

test('a page that waits for a document goes on with it when the page that holds it is closed', async ({
  app,
  context,
}) => {
  const other = await readerBeside(app, context);
  await app.enter('gd_growth', '21%');
  await app.page.close({ runBeforeUnload: true });
  // It gives way for four seconds to a page that is only loaded again.
  await expect(other.saving).toHaveText('Saved', { timeout: 20_000 });
  await expect(other.answer).toContainText('at 21.0 % a year');
  await other.enter('gd_growth', '22%');
  await expect(other.answer).toContainText('at 22.0 % a year');
  await expect(other.saving).toHaveText('Saved');
});

test('a page that is loaded again keeps its document from one that waits for it', async ({ app, page, context }) => {
  const other = await readerBeside(app, context);
  for (const growth of ['21', '22']) {
    await page.reload();
    await expect(app.answer).toContainText(/at 2\d.0 % a year/);
    await app.enter('gd_growth', `${growth}%`);
    await expect(app.saving).toHaveText('Saved');
    await expect(other.answer).toContainText(`at ${growth}.0 % a year`);
    await expect(other.saving).toHaveText('Read only');
  }
  await expectOneDocument(app);
});

test('a page that is slow to load again keeps its document from one that waits for it', async ({
  app,
  page,
  context,
}) => {
  const other = await readerBeside(app, context);
  await app.enter('gd_growth', '21%');
  // A slow network.
  await page.route(/\.js$/, async (route) => {
    await new Promise((later) => setTimeout(later, 900));
    await route.continue();
  });
  await page.reload();
  await expect(app.answer).toContainText('at 21.0 % a year');
  await app.enter('gd_growth', '25%');
  await expect(app.saving).toHaveText('Saved');
  await expect(other.answer).toContainText('at 25.0 % a year');
  await expect(other.saving).toHaveText('Read only');
  await expectOneDocument(app);
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

test('a document that holds bombs opens: each is told in its cell, and all else stands', async ({ app, page }) => {
  // The builds that do not end take seconds each.
  test.setTimeout(90_000);
  await app.enter('gd_growth', '26%');
  await app.enter('gd_scale@2030', '=SEQUENCE(10000,10000)');
  await expect(await app.go('gd_scale@2030')).toHaveText('#LIMIT!');
  await app.enter('gd_scale@2024', '=E3*1.5');
  await app.enter('gd_scale@2032', '=1+23');
  await expect(await app.go('gd_scale@2032')).toHaveText('24.00');
  await expect(app.saving).toHaveText('Saved');
  await rewriteRecords(page, 'document/', '=1+23', SLOW);
  await page.reload();
  await expect(app.notice('took too long')).toBeVisible({ timeout: 30_000 });
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

test('a document that never comes to its values is not opened for ever: the third time it is offered', async ({
  app,
  page,
}) => {
  test.setTimeout(90_000);
  await app.enter('gd_growth', '26%');
  await app.enter('gd_scale@2032', '=1+23');
  await expect(await app.go('gd_scale@2032')).toHaveText('24.00');
  await expect(app.saving).toHaveText('Saved');
  await rewriteRecords(page, 'document/', '=1+23', SLOW);
  for (let i = 0; i < 2; i++) {
    await page.reload();
    await expect(app.documents).toBeVisible();
    // Who is gone at once has not waited for it.
    await page.waitForFunction(() => performance.now() > 3_000);
  }
  await page.reload();
  const notice = app.notice('was not opened');
  await expect(notice).toBeVisible();
  await expect(app.answer).toContainText('at 15.3 % a year');
  await notice.getByRole('button', { name: 'Open anyway' }).click();
  await expect(app.answer).toContainText('at 26.0 % a year', { timeout: 30_000 });
});

test('what can not be read is set aside as it is and offered, and the model opens', async ({ app, page }) => {
  await app.enter('gd_growth', '26%');
  await expect(app.saving).toHaveText('Saved');
  await rewriteRecords(page, 'document/', '', '{"format":1,"scenarios":');
  await page.reload();
  await expect(app.answer).toContainText('at 15.3 % a year');
  const notice = app.notice('could not be read');
  const downloading = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Download' }).click();
  expect(readFileSync(await (await downloading).path(), 'utf8')).toBe('{"format":1,"scenarios":');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
  await app.documents.click();
  const aside = page.getByRole('list', { name: 'Could not be read' }).getByRole('listitem');
  await expect(aside).toHaveCount(1);
  // It goes for good when that is said twice.
  await aside.getByRole('button', { name: 'Delete: ' }).click();
  await aside.getByRole('button', { name: 'Delete for good: ' }).click();
  await expect(aside).toBeHidden();
  await page.reload();
  await app.documents.click();
  await expect(page.getByText('Nothing is kept yet')).toBeVisible();
  await expect(aside).toBeHidden();
});

test('what was left and can not be read is set aside and told, and what the store has opens', async ({ app, page }) => {
  await app.enter('gd_growth', '26%');
  await expect(app.saving).toHaveText('Saved');
  await page.evaluate(() => {
    const id = localStorage.getItem('foresheet.open')?.replace('document:', '');
    localStorage.setItem(`foresheet.rescued ${id}`, '{"info":');
  });
  await page.reload();
  await expect(app.answer).toContainText('at 26.0 % a year');
  const downloading = page.waitForEvent('download');
  await app.notice('could not be read').getByRole('button', { name: 'Download' }).click();
  expect(readFileSync(await (await downloading).path(), 'utf8')).toBe('{"info":');
});

test('another model leaves the document that was open in the list; documents are copied, named, deleted and brought back', async ({
  app,
  page,
}) => {
  await app.enter('gd_growth', '26%');
  await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption({ label: 'China’s AI industry' });
  await expect(app.answer).toContainText('780 bn');
  await expect(app.saving).toHaveText('');
  await app.documents.click();
  const dialog = page.getByRole('dialog', { name: 'Documents' });
  const rows = dialog.getByRole('list', { name: 'Documents' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Guangdong AI hub');

  await dialog.getByRole('button', { name: 'Rename: Untitled' }).click();
  await page.keyboard.type('Plan <b>A</b>');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Duplicate: Plan <b>A</b>' }).click();
  await expect(rows).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Delete: Plan <b>A</b>', exact: true }).click();
  await expect(dialog).toContainText('“Plan <b>A</b>” was deleted.');
  await expect(rows).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Delete: Plan <b>A</b> (copy)' }).click();
  await expect(dialog.getByRole('list', { name: 'Deleted, kept for 30 days' })).toContainText('Plan <b>A</b> (copy)');

  await dialog.getByRole('button', { name: 'Open Plan <b>A</b>', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(app.documents).toHaveText('Plan <b>A</b>');
  await expect(app.answer).toContainText('at 26.0 % a year');
  await page.reload();
  await expect(app.documents).toHaveText('Plan <b>A</b>');

  // The one that is open: the next one opens in its place, and it can be brought back later.
  await app.documents.click();
  await dialog.getByRole('button', { name: 'Bring back: Plan <b>A</b> (copy)' }).click();
  await dialog.getByRole('button', { name: 'Delete: Plan <b>A</b>', exact: true }).click();
  await expect(app.documents).toHaveText('Plan <b>A</b> (copy)');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(app.documents).toHaveText('Plan <b>A</b> (copy)');
  await expect(app.answer).toContainText('at 26.0 % a year');
});

test('a version is taken when the work pauses; it tells what was different, and one goes back to it', async ({
  app,
  page,
}) => {
  await page.clock.install();
  await page.reload();
  await expect(app.answer).toContainText('at 15.3 % a year');
  await app.enter('gd_growth', '20%');
  await expect(app.saving).toHaveText('Saved');
  await page.clock.fastForward(31_000);
  await app.enter('gd_growth', '26%');
  await app.enter('gd_scale@2030', '500');
  await app.documents.click();
  await page.getByRole('button', { name: 'Versions: Untitled' }).click();
  const dialog = page.getByRole('dialog', { name: 'Versions' });
  const versions = dialog.getByRole('list', { name: 'Versions' }).getByRole('button');
  await versions.last().click();
  await expect(dialog).toContainText('Base: Trend growth: 20%; now 26%');
  await expect(dialog).toContainText('Base: Industry scale, 2030: not overridden; now 500');
  await dialog.getByRole('button', { name: 'Go back to this version' }).click();
  await expect(dialog).toBeHidden();
  await expect(app.answer).toContainText('at 20.0 % a year');
  await expect(await app.go('gd_scale@2030')).not.toHaveText('500.00');
  // What was there before is a version of its own, and undo takes the step back.
  await app.button('Undo').click();
  await expect(app.answer).toContainText('at 26.0 % a year');
  await app.documents.click();
  await page.getByRole('button', { name: 'Versions: Untitled' }).click();
  await expect(versions).toHaveCount(2);
  await versions.first().click();
  await expect(dialog).toContainText('The same as now.');
});

test('nothing is written while a link is looked at; kept, it is a document beside the one that was open', async ({
  app,
  page,
}) => {
  await app.enter('gd_growth', '20%');
  await app.button('Share').click();
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#1\./);
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  await app.enter('gd_growth', '26%');
  await expect(app.answer).toContainText('at 26.0 % a year');
  await expect(app.saving).toHaveText('Saved');

  // What is open already needs no preview: a reload after sharing opens what was changed since.
  await page.reload();
  await expect(app.answer).toContainText('at 26.0 % a year');
  const preview = page.getByRole('region', { name: 'Link preview' });
  await expect(preview).toBeHidden();

  const rows = page.getByRole('list', { name: 'Documents' }).getByRole('listitem');
  const expectRows = async (count: number) => {
    await app.documents.click();
    await expect(rows).toHaveCount(count);
    await page.keyboard.press('Escape');
  };
  await page.goto(link);
  await expect(preview).toBeVisible();
  await app.enter('gd_growth', '5%');
  await expect(app.saving).toHaveText('Preview');
  await expectRows(1);
  // What is tried in it would be lost with the page.
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => setTimeout(() => location.reload()));
  await (await asked).dismiss();
  await expect(app.answer).toContainText('at 5.0 % a year');
  await preview.getByRole('button', { name: 'Discard' }).click();
  await expect(app.answer).toContainText('at 26.0 % a year');
  await app.enter('gd_growth', '27%');
  await expect(app.saving).toHaveText('Saved');
  await expectRows(1);

  // One's own document is reached by the list as well.
  await page.goto(link);
  await expect(app.answer).toContainText('at 20.0 % a year');
  await app.documents.click();
  await rows.getByRole('button', { name: 'Open ' }).click();
  await expect(preview).toBeHidden();
  await expect(app.answer).toContainText('at 27.0 % a year');

  await page.goto(link);
  await expect(app.answer).toContainText('at 20.0 % a year');
  await preview.getByRole('button', { name: 'Keep' }).click();
  await expect(app.saving).toHaveText('Saved');
  await expectRows(2);
  await page.reload();
  await expect(app.answer).toContainText('at 20.0 % a year');
});

test('axe finds nothing in the dialogs and notices, in either language, and they fit a phone', async ({
  app,
  page,
  context,
}) => {
  await page.clock.install();
  await page.reload();
  await expect(app.answer).toContainText('at 15.3 % a year');
  await app.enter('gd_growth', '26%');
  await expect(app.saving).toHaveText('Saved');
  await page.clock.fastForward(31_000);
  await app.enter('gd_growth', '27%');
  await expect(app.saving).toHaveText('Saved');
  await app.documents.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Duplicate: Untitled' }).click();
  await dialog.getByRole('button', { name: 'Delete: Untitled (copy)' }).click();
  await expect(dialog).toContainText('was deleted');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await app.button('中文').click();
  await expect(app.saving).toHaveText('已保存');
  await expect(app.documents).toHaveText('未命名');
  await app.documents.click();
  await expect(dialog).toContainText('已删除，保留30天');
  await dialog.getByRole('button', { name: '重命名：未命名' }).click();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: '历史版本：未命名' }).click();
  await dialog.getByRole('list', { name: '历史版本' }).getByRole('button').first().click();
  await expect(dialog).toContainText('基准情景：趋势增速：当时26%，现为27%');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 360, height: 740 });
  await app.documents.click();
  await expect(dialog.getByRole('button', { name: '新建' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const other = await another(context);
  await expect(other.notice('只读')).toBeVisible();
  await other.page.setViewportSize({ width: 360, height: 740 });
  expect(await findings(other.page)).toEqual([]);
});
