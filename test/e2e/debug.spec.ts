import { readFile } from 'node:fs/promises';
import { expect, test } from './foresheet.ts';

test('with ?debug in its address the page keeps what happened to the document, for a report of a fault', async ({
  app,
  page,
}) => {
  await app.open('./?debug');
  const log = page.getByRole('group').filter({ hasText: 'Transactions' });
  await log.getByText('Transactions').click();
  await app.enter('gd_growth', '21%');
  await page.keyboard.press('Control+z');
  await expect(log.getByRole('listitem').first()).toContainText('Undo');
  await expect(log.getByRole('listitem').filter({ hasText: 'Edit' })).toContainText('base!gd_growth@value = 0.21');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    log.getByRole('button', { name: 'Download them' }).click(),
  ]);
  const kept = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(kept.map(({ event }: { event: string }) => event).slice(0, 2)).toEqual(['undo', 'edit']);
});
