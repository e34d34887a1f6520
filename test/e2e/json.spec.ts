import { downloaded, exportBy, given, Importing } from './importing.ts';
import { expect, test } from './together.ts';

/** The browser's own dialog for a place to save to can't be answered by a test: without it the file is a download. */
const withoutPicker = () => Reflect.deleteProperty(window, 'showSaveFilePicker');

test('a document goes out as a file and comes back as it was, by the chooser and dropped on the page', async ({
  app,
  page,
}) => {
  await page.evaluate(withoutPicker);
  await app.enter('gd_growth', '20%');
  await app.tab('All levers on').click();
  await app.enter('gd_scale@2030', '=D3*2');
  const { name, bytes } = await downloaded(page, () => exportBy(page, 'Export JSON'));
  expect(name).toBe('Guangdong AI hub.foresheet.json');
  expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ app: 'foresheet', format: 1, model: { id: 'guangdong' } });

  await page.getByRole('combobox', { name: 'Model' }).selectOption('china');
  await expect(app.answer).toContainText('China’s core AI industry');
  const importing = new Importing(app);
  await importing.choose(given(name, bytes, 'application/json'));
  await expect(importing.dialog).toBeHidden();
  await expect(app.answer).toContainText('Guangdong');
  await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('guangdong');
  await expect(app.tab('All levers on')).toHaveAttribute('aria-selected', 'true');
  await app.go('gd_scale@2030');
  await expect(app.formulaBar).toHaveValue('=D3*2');

  await page.getByRole('combobox', { name: 'Model' }).selectOption('china');
  await expect(app.answer).toContainText('China’s core AI industry');
  const file = await importing.drag(given(name, bytes, 'application/json'));
  await expect(page.getByText('Drop the file to import it')).toBeVisible();
  await file.drop();
  await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('guangdong');
  await app.tab('Base').click();
  await expect(app.answer).toContainText('at 20.0 % a year');
});

test('a document is written to the place that a person chooses, where the browser asks for one', async ({
  app,
  page,
}) => {
  // A file of the browser's own private folder stands for the place that is chosen.
  await page.evaluate(() => {
    const picker = async ({ suggestedName }: { suggestedName: string }) => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(suggestedName, { create: true });
    };
    Object.assign(window, { showSaveFilePicker: picker });
  });
  await app.enter('gd_growth', '20%');
  await exportBy(page, 'Export JSON');
  const written = () =>
    page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle('Guangdong AI hub.foresheet.json', { create: true });
      return (await handle.getFile()).text();
    });
  await expect.poll(written).toContain('"gd_growth"');
  expect(JSON.parse(await written())).toMatchObject({
    app: 'foresheet',
    scenarios: [{ overrides: { gd_growth: { value: 0.2 } } }, {}, {}, {}],
  });
});

test('a model of one’s own comes back with its lines', async ({ app, page }) => {
  await page.evaluate(withoutPicker);
  const importing = new Importing(app);
  await importing.choose(given('own.csv', 'Name,Unit,2023,2024\nRobots,家,1,2\n'));
  await importing.button('Continue').click();
  await importing.button('Make the model').click();
  await expect(app.at('E2')).toHaveText('2');
  const { name, bytes } = await downloaded(page, () => exportBy(page, 'Export JSON'));
  await page.getByRole('combobox', { name: 'Model' }).selectOption('china');
  await expect(app.answer).toContainText('China’s core AI industry');
  await importing.choose(given(name, bytes, 'application/json'));
  await expect(app.at('E2')).toHaveText('2');
  await expect(app.at('A2')).toContainText('Robots');
});

test('what is no document of ours is refused, with what was expected and where it is wrong', async ({ app, page }) => {
  await page.evaluate(withoutPicker);
  const { bytes } = await downloaded(page, () => exportBy(page, 'Export JSON'));
  const text = bytes.toString('utf8');
  const importing = new Importing(app);
  const refused = async (content: string, sentence: string | RegExp) => {
    await importing.choose(given('file.json', content, 'application/json'));
    await expect(importing.refusal).toContainText(sentence);
  };
  await refused('{"a": 1}', 'file.json is not a Foresheet document: one begins with {"app": "foresheet"}.');
  await refused('[1, 2]', 'file.json is not a Foresheet document');
  await refused('{"app": "other", "format": 1, "scenarios": []}', 'file.json is not a Foresheet document');
  await refused(text.slice(0, 200), 'file.json is not JSON, or it is cut off.');
  await refused(text.replace('"format": 1', '"format": 2'), 'was written by a newer version of Foresheet');
  await refused(
    text.replace('"id": "guangdong"', '"id": "atlantis"'),
    'is of a model that this version of Foresheet does not have',
  );
  await refused(
    text.replace('"overrides": {}', '"overrides": {"gd_growth": {"-1": 1}}'),
    /at scenarios\.0\.overrides\.gd_growth/,
  );
  await refused(text.replace('"overrides": {}', '"overrides": {"__proto__": {"value": 1}}'), /at __proto__/);
  await page.keyboard.press('Escape');
  await expect(app.answer).toContainText('at 15.3 % a year');
  await expect(page.getByRole('banner').getByRole('button', { name: 'Undo' })).toBeDisabled();
});
