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

  await app.openModel('China’s AI industry');
  await expect(app.answer).toContainText('China’s core AI industry');
  const importing = new Importing(app);
  await importing.choose(given(name, bytes, 'application/json'));
  await expect(importing.dialog).toBeHidden();
  await expect(app.answer).toContainText('Guangdong');
  await expect(app.models).toHaveText('Guangdong AI hub');
  await expect(app.tab('All levers on')).toHaveAttribute('aria-selected', 'true');
  await app.go('gd_scale@2030');
  await expect(app.formulaBar).toHaveValue('=D3*2');

  await app.openModel('China’s AI industry');
  await expect(app.answer).toContainText('China’s core AI industry');
  const file = await importing.drag(given(name, bytes, 'application/json'));
  await expect(page.getByText('Drop the file to import it')).toBeVisible();
  await file.drop();
  await expect(app.models).toHaveText('Guangdong AI hub');
  await app.tab('Base').click();
  await expect(app.answer).toContainText('at 20.0 % a year');
  // No step leads back from a document that was opened.
  await app.openModel('China’s AI industry');
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
  await app.openModel('China’s AI industry');
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
  await refused(text.replace('"format": 1', '"format": 3'), 'was written by a newer version of Foresheet');
  await refused(
    text.replace('"id": "guangdong"', '"id": "atlantis"'),
    'is of a model that this version of Foresheet does not have',
  );
  await refused(
    text.replace('"overrides": {}', '"overrides": {"gd_growth": {"-1": 1}}'),
    /at scenarios\.0\.overrides\.gd_growth/,
  );
  await refused(text.replace('"overrides": {}', '"overrides": {"__proto__": {"value": 1}}'), /at __proto__/);
  await refused(
    text.replace('"id": "levers"', '"id": "base"'),
    'file.json can’t be opened: the id “base” is given twice, the second time at scenarios.1.id. Nothing was changed.',
  );
  await page.keyboard.press('Escape');
  await expect(app.answer).toContainText('at 15.3 % a year');
  await expect(page.getByRole('banner').getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a model of one’s own in which two lines have one id is refused in the reader’s language, and opens once it is mended', async ({
  app,
}) => {
  const both = (text: string) => ({ en: text, zh: text });
  const line = (id: string, formula: string) => ({ kind: 'series', id, label: both(id), unit: 'bn yuan', formula });
  const file = (...lines: readonly object[]) =>
    given(
      'own.json',
      JSON.stringify({
        app: 'foresheet',
        format: 1,
        model: { id: 'own-k3x9', version: 1 },
        own: {
          name: both('Chips'),
          about: both(''),
          periods: { first: 2020, last: 2022 },
          observedUntil: 2020,
          lines,
          charts: [],
        },
        scenarios: [{ id: 'base', name: 'Base', note: '', overrides: {} }],
        view: { scenario: 'base', line: '', known: 'latest' },
      }),
      'application/json',
    );
  const importing = new Importing(app);
  await app.button('中文').click();
  await importing.choose(file(line('own_1', '=1'), line('own_1', '=2')));
  await expect(importing.refusal).toHaveText(
    'own.json无法打开：编号“own_1”重复，第二处位于own.lines.1.id。未作任何改动。',
  );
  // What a formula names and is not there is an error of its cells; so is a nest that no engine takes.
  const nest = `=${'('.repeat(5_000)}1${')'.repeat(5_000)}`;
  await importing.choose(file(line('own_1', '=2'), line('own_2', '={own_1}*{nobody}'), line('own_3', nest)));
  await expect(importing.dialog).toBeHidden();
  await expect(app.at('D2')).toHaveText('2.00');
  await expect(app.at('D3')).toHaveText('#REF!');
  await expect(app.at('D4')).toHaveText('#LIMIT!');
});
