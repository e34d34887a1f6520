import { another, expect, Foresheet } from './foresheet.ts';
import { test } from './returning.ts';

test('a second page of the same document is told, follows, and takes over or copies; neither overwrites the other', async ({
  app,
  context,
}) => {
  await app.open();
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
  await expect(app.documents).toHaveText('Guangdong AI hub (copy)');
  await app.enter('gd_growth', '30%');
  await expect(app.saving).toHaveText('Saved');
  await expect(other.answer).toContainText('at 23.0 % a year');
  await other.documents.click();
  const list = other.page.getByRole('list', { name: 'Documents' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  expect(other.complaints).toEqual([]);
});

test('a page that waits for a document goes on with it when the page that holds it is closed, and not while that is loaded again, however slowly', async ({
  app,
  page,
  context,
}) => {
  await app.open();
  const other = new Foresheet(await context.newPage());
  await other.page.clock.install();
  await other.open();
  await expect(other.saving).toHaveText('Read only');
  /** The two seconds that it leaves to a page that is only loaded again pass at once, as soon as they have begun. */
  const expectTaken = () =>
    expect(async () => {
      await other.page.clock.fastForward(2_000);
      await expect(other.saving).toHaveText('Saved', { timeout: 300 });
    }).toPass();
  const expectHeld = async (growth: string) => {
    await expect(app.answer).toContainText(/at 2\d.0 % a year/);
    await app.enter('gd_growth', `${growth}%`);
    await expect(app.saving).toHaveText('Saved');
    await expect(other.answer).toContainText(`at ${growth}.0 % a year`);
    await expect(other.saving).toHaveText('Read only');
  };
  await page.reload();
  await expectHeld('21');
  // So slowly that the other page takes its place: as long as nothing is done there, it gives it back.
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    await coming;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await expectTaken();
  come();
  await expectHeld('22');
  await app.documents.click();
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');

  await app.enter('gd_growth', '23%');
  await page.close({ runBeforeUnload: true });
  await expectTaken();
  await expect(other.answer).toContainText('at 23.0 % a year');
  await other.enter('gd_growth', '24%');
  await expect(other.answer).toContainText('at 24.0 % a year');
  await expect(other.saving).toHaveText('Saved');
  expect(other.complaints).toEqual([]);
});
