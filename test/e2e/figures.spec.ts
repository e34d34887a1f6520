import { findings } from './axe.ts';
import { expect, test } from './together.ts';

test('a figure of one’s own stands beside the shipped ones: drawn, listed with its source, edited, taken back', async ({
  app,
  page,
}) => {
  await app.button('Figures').click();
  await app.button('Add a figure').click();
  const dialog = page.getByRole('dialog', { name: 'New figure' });
  await dialog.getByLabel('Value').fill('275');
  await dialog.getByLabel('As the source puts it').selectOption('about');
  await dialog.getByLabel('Year or month').fill('2026');
  await dialog.getByLabel('Reported on').fill('2023-10');
  await dialog.getByLabel('Publisher').fill('Institute <b>of</b> Counting');
  await dialog.getByLabel('Address of the source').fill('https://example.org/counted');
  await dialog.getByRole('button', { name: 'Add the figure' }).click();
  await expect(app.chartData).toContainText('2026: about 275');
  await expect(page.locator('.chart-credits')).toContainText('Institute <b>of</b> Counting');

  await app.button('Figures').click();
  const list = page.getByRole('table', { name: 'Figures beside this line' });
  const own = list.getByRole('row', { name: /275/ });
  await expect(own.getByRole('link', { name: 'Institute <b>of</b> Counting' })).toHaveAttribute(
    'referrerpolicy',
    'no-referrer',
  );
  await own.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog', { name: 'Your figure' }).getByLabel('Value').fill('280');
  await page.keyboard.press('Enter');
  await expect(app.chartData).toContainText('2026: about 280');

  await app.button('Undo').click();
  await expect(app.chartData).toContainText('2026: about 275');
  await app.button('Undo').click();
  await expect(app.chartData).not.toContainText('2026: about');
});

test('a figure without what makes it one is not taken, and says what is missing where it is', async ({ app, page }) => {
  await app.button('Figures').click();
  await app.button('Add a figure').click();
  const dialog = page.getByRole('dialog', { name: 'New figure' });
  await dialog.getByLabel('What it is').selectOption('target');
  await dialog.getByLabel('Value').fill('many');
  await dialog.getByLabel('Year or month').fill('2026-03');
  await dialog.getByLabel('Reported on').fill('2999');
  await dialog.getByLabel('Address of the source').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Add the figure' }).click();
  await expect(dialog.getByLabel('Value')).toHaveAccessibleDescription('A number belongs here.');
  await expect(dialog.getByLabel('Year or month')).toHaveAccessibleDescription('A target needs its whole year.');
  await expect(dialog.getByLabel('Reported on')).toHaveAccessibleDescription('This date is still to come.');
  await expect(dialog.getByLabel('Publisher')).toHaveAccessibleDescription(/needs its source/);
  await expect(dialog.getByLabel('Address of the source')).toHaveAccessibleDescription(/begins with https/);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(app.button('Undo')).toBeDisabled();
});

test('a target of one’s own is marked in the chart, and one that was set later says so', async ({ app, page }) => {
  await app.button('Figures').click();
  await app.button('Add a figure').click();
  const dialog = page.getByRole('dialog', { name: 'New figure' });
  await dialog.getByLabel('What it is').selectOption('target');
  await dialog.getByLabel('Value').fill('800');
  await dialog.getByLabel('Year or month').fill('2030');
  await dialog.getByLabel('Reported on').fill('2026-02-25');
  await dialog.getByLabel('Publisher').fill('Provincial plan');
  await page.keyboard.press('Enter');
  await expect(app.chartData).toContainText('Target 800, 2030 (set later)');
});

test('an input can take a figure of one’s own, which then can’t be deleted from under it', async ({ app, page }) => {
  await app.button('Figures').click();
  await app.button('Add a figure').click();
  const dialog = page.getByRole('dialog', { name: 'New figure' });
  await dialog.getByLabel('Value').fill('160');
  await dialog.getByLabel('Year or month').fill('2022');
  await dialog.getByLabel('Reported on').fill('2023-09');
  await dialog.getByLabel('Publisher').fill('Recount');
  await page.keyboard.press('Enter');
  await app.go('gd_scale_2022');
  await app.inspector.getByRole('button', { name: 'Edit the line' }).click();
  const line = page.getByRole('dialog', { name: 'Edit line' });
  await line.getByLabel('Figure').selectOption({ label: 'exactly 160 bn yuan, 2022, Recount' });
  await line.getByRole('button', { name: 'Save' }).click();
  await expect(await app.go('gd_scale@2022')).toHaveText('160.00');
  await app.go('gd_scale_2022');
  await expect(app.inspector).toContainText('Recount');
  await app.button('Figures').click();
  await expect(page.getByRole('dialog').getByRole('row', { name: /Recount/ })).toContainText('takes it as its value');
});
