import { another, expect, type Foresheet, test } from './foresheet.ts';
import { given, Importing } from './importing.ts';
import { test as returning } from './returning.ts';
import { deleteStore, holdStore, neighbour, rewriteRecords } from './store.ts';
import { watchAnswers } from './watchAnswers.ts';

/** ms after Enter: at once, within the frame, and at the moment in which it is saved. By volume: `npm run soak`. */
const MOMENTS = [0, 16, 250];

const growthText = (percent: number): string => `at ${percent.toFixed(1)} % a year`;

/** Types a growth, and has the page do something so many ms after Enter, by its own clock. */
async function typeAndThen(app: Foresheet, percent: number, ms: number, what: 'reload' | 'leave'): Promise<void> {
  await app.go('gd_growth');
  await app.page.evaluate(
    ([delay, then]) =>
      addEventListener(
        'keydown',
        (event) => {
          if ((event as KeyboardEvent).key !== 'Enter') return;
          setTimeout(() => (then === 'reload' ? location.reload() : location.replace('about:blank')), delay);
        },
        { capture: true },
      ),
    [ms, what] as const,
  );
  await app.page.keyboard.type(`${percent}%`);
  const gone = what === 'reload' ? app.page.waitForEvent('load') : app.page.waitForURL('about:blank');
  await app.page.keyboard.press('Enter');
  await gone;
}

/** The documents that are kept, as the list tells them once all is saved. */
async function documents(app: Foresheet): Promise<string[]> {
  await expect(app.saving).toHaveText('Saved');
  await app.documents.click();
  const items = app.page.getByRole('list', { name: 'Documents' }).getByRole('listitem');
  await expect(items.first()).toBeVisible();
  const told = await items.allTextContents();
  await app.page.keyboard.press('Escape');
  return told;
}

test.describe('what was typed is there again in its one document', () => {
  test.describe.configure({ timeout: 90_000 });

  test('when the page is loaded again right after Enter, whenever that is', async ({ app }) => {
    for (const [i, ms] of MOMENTS.entries()) {
      await typeAndThen(app, 20 + i / 10, ms, 'reload');
      await expect(app.answer).toContainText(growthText(20 + i / 10));
    }
    expect(await documents(app)).toHaveLength(1);
  });

  test('when it is left for another page, also on a processor that is six times slower', async ({
    app,
    page,
    context,
  }) => {
    const session = await context.newCDPSession(page);
    for (const [i, ms] of [0, 120].entries()) {
      if (i === 1) await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
      await typeAndThen(app, 21 + i / 10, ms, 'leave');
      await page.goto('./');
      await expect(app.answer).toContainText(growthText(21 + i / 10), { timeout: 30_000 });
    }
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    expect(await documents(app)).toHaveLength(1);
  });

  test('when its page is closed, or crashes, before it was saved or in the middle of its saves', async ({
    app,
    page,
    context,
  }) => {
    await app.enter('gd_growth', '22%');
    await page.close({ runBeforeUnload: false });
    const crash = async (one: Foresheet) => {
      const crashed = one.page.waitForEvent('crash');
      const session = await context.newCDPSession(one.page);
      session.send('Page.crash').catch(() => {});
      await crashed;
    };
    const next = await another(context);
    await expect(next.answer).toContainText(growthText(22));
    await next.enter('gd_growth', '23%');
    await expect(next.answer).toContainText(growthText(23));
    await crash(next);

    const third = await another(context);
    await expect(third.answer).toContainText(growthText(23));
    await third.slider('Trend growth').focus();
    for (let i = 0; i < 40; i++) await third.page.keyboard.press('ArrowRight');
    await crash(third);

    const last = await another(context);
    const growth = Number(/at ([\d.]+) % a year/.exec((await last.answer.textContent()) ?? '')?.[1]);
    expect(growth).toBeGreaterThanOrEqual(23);
    expect(growth).toBeLessThanOrEqual(27);
    await expect(last.saving).toHaveText('Saved');
    await last.enter('gd_growth', '28%');
    expect(await documents(last)).toHaveLength(1);
    expect(last.complaints).toEqual([]);
  });
});

test.describe('a store that is slow', () => {
  returning(
    'never shows other numbers in place of those that were open: the page says that it waits, and opens them',
    async ({ app, page, context }) => {
      const letGo = await holdStore(await neighbour(context));
      const seen = await watchAnswers(page);
      await page.clock.install();
      await page.goto('./');
      const waiting = page.getByRole('status').filter({ hasText: 'Opening your document' });
      await expect(waiting).toBeVisible();
      await expect(app.grid).toHaveCount(0);
      await page.clock.fastForward(5_000);
      await expect(waiting).toContainText('has not answered yet');
      await letGo();
      await expect(app.answer).toContainText(growthText(20));
      expect(await seen()).toEqual(['20.0 % a year']);
      await expect(waiting).toBeHidden();
      expect(await documents(app)).toHaveLength(1);
    },
  );

  returning('can be left for what ships, and the document is there when it answers', async ({ app, page, context }) => {
    const letGo = await holdStore(await neighbour(context));
    await page.clock.install();
    await page.goto('./');
    await expect(page.getByText('Opening your document')).toBeVisible();
    await page.clock.fastForward(5_000);
    await page.getByRole('button', { name: 'Go on without it' }).click();
    await expect(app.answer).toContainText(growthText(15.3));
    await letGo();
    await app.documents.click();
    await page.getByRole('button', { name: 'Open Guangdong AI hub' }).click();
    await expect(app.answer).toContainText(growthText(20));
  });

  returning('keeps nobody from what they typed last, and takes it when it answers', async ({ app, page, context }) => {
    await app.open();
    const letGo = await holdStore(await neighbour(context));
    const seen = await watchAnswers(page);
    await app.enter('gd_growth', '21%');
    await page.clock.install();
    await page.reload();
    await expect(app.answer).toContainText(growthText(21));
    expect(await seen()).toEqual(['21.0 % a year']);
    await app.enter('gd_growth', '22%');
    await expect(app.saving).toHaveText('Saving…');
    await page.clock.fastForward(15_000);
    await expect(app.notice('storage does not answer')).toBeVisible();
    await expect(app.saving).toHaveText('Not saved');
    await letGo();
    await expect(app.saving).toHaveText('Saved');
    await expect(app.notice('storage does not answer')).toBeHidden();
    expect(await documents(app)).toHaveLength(1);
    await page.reload();
    await expect(app.answer).toContainText(growthText(22));
  });

  returning('is asked again where it fails, and nothing else is shown meanwhile', async ({ app, page }) => {
    const seen = await watchAnswers(page);
    await page.addInitScript(() => {
      const { open } = IDBFactory.prototype;
      // Until it has been told.
      IDBFactory.prototype.open = function (...asked) {
        if (!document.body?.textContent?.includes('The page tries again'))
          throw new DOMException('not yet', 'UnknownError');
        IDBFactory.prototype.open = open;
        return open.apply(this, asked);
      };
    });
    await page.goto('./');
    await expect(page.getByText('could not be read. The page tries again')).toBeVisible();
    await expect(app.answer).toContainText(growthText(20));
    expect(await seen()).toEqual(['20.0 % a year']);
  });
});

returning(
  'what is open is kept again, and told, when all that the browser kept is deleted meanwhile',
  async ({ app, page, context }) => {
    await app.open();
    await expect(app.saving).toHaveText('Saved');
    await deleteStore(await neighbour(context));
    await expect(app.notice('was deleted while the page was open')).toBeVisible();
    await expect(app.saving).toHaveText('Saved');
    expect(await documents(app)).toHaveLength(1);
    await app.notice('was deleted while the page was open').getByRole('button', { name: 'Dismiss' }).click();
    // As the browser's own command does it, which closes the page's connection.
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb' });
    await expect(app.notice('was deleted while the page was open')).toBeVisible();
    await expect(app.saving).toHaveText('Saved');
    await page.reload();
    await expect(app.answer).toContainText(growthText(20));
    expect(await documents(app)).toHaveLength(1);
  },
);

returning('where the document that was open is gone, the newest opens and it is told', async ({ app, page }) => {
  await page.goto('./icon.svg');
  // Of the picture's own style.
  app.complaints.length = 0;
  await page.evaluate(() => sessionStorage.setItem('foresheet.open', 'document:0123456789'));
  await app.open();
  await expect(app.notice('no longer kept in this browser')).toBeVisible();
  await expect(app.answer).toContainText('at 20.0 % a year');
  await rewriteRecords(page, '', '', undefined);
  await page.reload();
  await expect(app.notice('no longer kept in this browser')).toBeVisible();
  await expect(app.answer).toContainText('at 15.3 % a year');
});

test('leaving asks first as long as a document that is too large for any other memory is not saved', async ({
  app,
  page,
  context,
}) => {
  await app.enter('gd_growth', '20%');
  await expect(app.saving).toHaveText('Saved');
  const letGo = await holdStore(await neighbour(context));
  const years = Array.from({ length: 100 }, (_, i) => 2000 + i);
  const lines = Array.from({ length: 210 }, (_, i) => ({ id: `line_${i}x`, label: { en: `Line ${i}`, zh: `${i}` } }));
  const held = Object.fromEntries(years.map((year) => [year, year - 1999]));
  const file = {
    app: 'foresheet',
    format: 1,
    model: { id: 'own-large', version: 1 },
    own: {
      name: { en: 'Large', zh: 'Large' },
      about: { en: '', zh: '' },
      periods: { first: 2000, last: 2099 },
      observedUntil: 2025,
      lines: lines.map((line) => ({ ...line, kind: 'input', unit: 'index', perPeriod: true, value: 1 })),
      charts: [],
    },
    scenarios: [
      { id: 'base', name: 'Base', note: '', overrides: Object.fromEntries(lines.map(({ id }) => [id, held])) },
    ],
    view: { scenario: 'base', line: '', known: 'latest' },
  };
  await new Importing(app).choose(given('large.foresheet.json', JSON.stringify(file), 'application/json'));
  await expect(app.at('D2')).toHaveText('1.000');
  await expect(app.saving).toHaveText('Saving…');
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(app.at('D2')).toHaveText('1.000');
  await letGo();
  await expect(app.saving).toHaveText('Saved');
  await page.reload();
  await expect(app.at('D2')).toHaveText('1.000');
});
