import { SUBSCRIPTIONS, yearly } from '../fixtures/modelFiles.ts';
import { downloaded, exportBy, given, Importing } from './importing.ts';
import { expect, test } from './together.ts';

const YAML = 'application/yaml';
/** The browser's own dialog for a place to save to can't be answered by a test: without it the file is a download. */
const withoutPicker = () => Reflect.deleteProperty(window, 'showSaveFilePicker');

test('a model file that is dropped opens with its answer, warning and target, and goes out as it came', async ({
  app,
  page,
}) => {
  await page.evaluate(withoutPicker);
  const importing = new Importing(app);
  await (await importing.drag(given('subscriptions.yaml', SUBSCRIPTIONS, YAML))).drop();
  await expect(app.answer).toContainText('Revenue: 1,547,281 bn yuan in 2028');
  await expect(app.answer).toContainText('short of the target of 2,000,000 bn yuan');
  await expect(page.getByText('Cash runs out', { exact: true })).toBeVisible();
  await app.tab('Price rise').click();
  await expect(app.answer).toContainText('in “Price rise”');
  // With the cursor on no result, it is asked of the line that the chart shows.
  await app.button('Why do they differ?').click();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('“Price rise” is ');
  await page.keyboard.press('Escape');
  const same = await downloaded(page, () => exportBy(page, 'Export model'));
  expect(same.name).toBe('Subscriptions.yaml');
  expect(same.bytes.toString('utf8')).toBe(SUBSCRIPTIONS);

  await app.enter('churn', '3%');
  const changed = await downloaded(page, () => exportBy(page, 'Export model'));
  expect(changed.bytes.toString('utf8')).toContain('churn: 3 %');
});

test('a model file with slips says where each is and what to do, and changes nothing', async ({ app, page }) => {
  const importing = new Importing(app);
  await importing.choose(given('mine.yaml', yearly('  a: {value: 1,200 firms}\n  GDP2030: {value: 1}'), YAML));
  await expect(importing.refusal).toContainText('mine.yaml was not opened: 1 place is to be put right.');
  await expect(importing.refusal.getByRole('listitem')).toHaveCount(1);
  await expect(importing.refusal).toContainText('Line 5, column 16');
  await expect(importing.refusal).toContainText('leave out the comma');
  await page.keyboard.press('Escape');
  await expect(app.answer).toContainText('Guangdong');
});
