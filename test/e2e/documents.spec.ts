import { findings } from './axe.ts';
import { another, expect, test } from './foresheet.ts';
import { test as returning } from './returning.ts';

test('another model leaves the document that was open in the list; documents are copied, named, deleted and brought back', async ({
  app,
  page,
}) => {
  await app.enter('gd_growth', '26%');
  await app.openModel('China’s AI industry');
  await expect(app.answer).toContainText('780 bn');
  await expect(app.saving).toHaveText('');
  await app.documents.click();
  const dialog = page.getByRole('dialog', { name: 'Documents' });
  const rows = dialog.getByRole('list', { name: 'Documents' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Guangdong AI hub');

  await dialog.getByRole('button', { name: 'Rename: Guangdong AI hub' }).click();
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

  // The one that is open: the next one opens in its place, and it can be brought back later.
  await app.documents.click();
  await dialog.getByRole('button', { name: 'Bring back: Plan <b>A</b> (copy)' }).click();
  await dialog.getByRole('button', { name: 'Delete: Plan <b>A</b>', exact: true }).click();
  await expect(app.documents).toHaveText('Plan <b>A</b> (copy)');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(app.documents).toHaveText('Plan <b>A</b> (copy)');
  await expect(app.answer).toContainText('at 26.0 % a year');

  // Its name is typed where it stands, from the pen beside it; no name is none.
  await app.documents.hover();
  await app.button('Rename this document').click();
  const name = page.getByRole('textbox', { name: 'New name' });
  await name.fill(' ');
  await name.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('A document needs a name: type one, or press Escape.');
  await name.fill('Plan B');
  await name.press('Enter');
  await expect(app.documents).toHaveText('Plan B');
  await expect(dialog).toBeHidden();
});

returning(
  'a version is taken when the work pauses; it tells what was different, and one goes back to it',
  async ({ app, page }) => {
    await page.clock.install();
    await app.open();
    await expect(app.answer).toContainText('at 20.0 % a year');
    await page.clock.fastForward(31_000);
    await app.enter('gd_growth', '26%');
    await app.enter('gd_scale@2030', '500');
    await app.documents.click();
    await page.getByRole('button', { name: 'Versions: Guangdong AI hub' }).click();
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
    await page.getByRole('button', { name: 'Versions: Guangdong AI hub' }).click();
    await expect(versions).toHaveCount(2);
    await versions.first().click();
    await expect(dialog).toContainText('The same as now.');
  },
);

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

returning(
  'axe finds nothing in the dialogs and notices, in either language, and they fit a phone',
  async ({ app, page, context }) => {
    await app.open();
    await app.enter('gd_growth', '27%');
    await expect(app.saving).toHaveText('Saved');
    await app.documents.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Duplicate: Guangdong AI hub' }).click();
    await dialog.getByRole('button', { name: 'Delete: Guangdong AI hub (copy)' }).click();
    await expect(dialog).toContainText('was deleted');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await app.button('中文').click();
    await expect(app.saving).toHaveText('已保存');
    await expect(app.documents).toHaveText('广东人工智能产业');
    await app.documents.click();
    await expect(dialog).toContainText('已删除，保留30天');
    await dialog.getByRole('button', { name: '重命名：广东人工智能产业' }).click();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: '历史版本：广东人工智能产业' }).click();
    await dialog.getByRole('list', { name: '历史版本' }).getByRole('button').first().click();
    await expect(dialog).toContainText('基准情景：趋势增速：当时20%，现为27%');
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
  },
);
