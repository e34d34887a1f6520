import { given, Importing } from './importing.ts';
import { expect, test } from './together.ts';

test.describe('a table of another shape', () => {
  test('goes down: it is shown turned, a column is said to be of periods by hand, and it is taken as it was shown', async ({
    app,
    page,
  }) => {
    const importing = new Importing(app);
    await importing.choose(given('down.csv', 'Thing,When,Tonnes\nOre,1890,7\nOre,1895,8\nCoal,1890,9\n'));
    const turned = importing.dialog.getByRole('region', { name: 'As it will be taken' });
    await expect(turned).toBeHidden();
    const column = (name: string) => importing.dialog.getByRole('combobox', { name });
    await column('Column 2: When').selectOption('Period (down the rows)');
    await expect(turned.getByRole('columnheader')).toHaveText(['Thing', '', '1890', '1895']);
    await expect(turned.getByRole('row', { name: 'Ore Tonnes 7 8' })).toBeVisible();
    await importing.button('Continue').click();
    await importing.button('Make the model').click();
    await expect(importing.dialog).toBeHidden();
    await expect(app.at('A2')).toContainText('Ore – Tonnes');
    await expect(app.at('D2')).toHaveText('7');
    await expect(app.at('E2')).toHaveText('8');
    // What the table holds of the past is drawn as observed.
    await expect(page.locator('.chart-legend')).toHaveText('● actual');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('counts its periods: their start is asked, and what is said is taken', async ({ app }) => {
    const importing = new Importing(app);
    await importing.choose(given('plan.csv', 'Item,Year 1,Year 2\nSales,100,110\n'));
    const start = importing.dialog.getByRole('textbox', { name: '“Year 1” is' });
    await start.fill('soon');
    await expect(importing.dialog.getByText(/^Write it as \d{4}\.$/)).toBeVisible();
    await start.fill('2031');
    await expect(importing.dialog.getByRole('combobox', { name: 'Column 3: Year 2' })).toHaveValue('2032');
    await importing.button('Continue').click();
    await expect(importing.dialog.getByText('1 line, 2031–2032.')).toBeVisible();
    await importing.button('Cancel').click();
  });

  test('is one of two: the other one is chosen, and what is left out is told with its places', async ({ app }) => {
    const importing = new Importing(app);
    const text = 'Item,2020,2021\nA,1,2\n\nSales by place\nPlace,Note,2030,2031\nNorth,x,5 p,:\nSouth,x,6,7\n';
    await importing.choose(given('two.csv', text));
    await importing.dialog.getByRole('combobox', { name: 'Table' }).selectOption('2. Sales by place (A4:D)');
    await expect(importing.dialog.getByText(/^1 column is left out: [A-Z]+ \(Note\)\.$/)).toBeVisible();
    await expect(importing.preview.getByRole('row', { name: /^6 North/ })).toBeVisible();
    await importing.button('Continue').click();
    await expect(
      importing.dialog.getByText('1 number has a flag or a footnote, which is kept in the note of its line: C6.'),
    ).toBeVisible();
    await expect(importing.dialog.getByText('1 mark of a missing value becomes an empty cell: D6.')).toBeVisible();
    await importing.button('Cancel').click();
  });

  test('with a column of scenarios that are not here is a new model', async ({ app }) => {
    const importing = new Importing(app);
    await importing.choose(given('iamc.csv', 'Scenario,Item,2030\nNet zero,Coal,1\nReference,Coal,2\n'));
    await importing.button('Continue').click();
    await expect(importing.dialog.getByRole('radio', { name: 'Make a new model' })).toBeChecked();
    await importing.button('Cancel').click();
  });

  test('of which nothing would stand in the sheet is not taken, and why is said', async ({ app }) => {
    const importing = new Importing(app);
    await importing.choose(given('nothing.csv', 'Item,2020,2021\nA,:,n/a\n'));
    await importing.button('Continue').click();
    await expect(importing.dialog.getByText(/^None of these lines would hold a value\./)).toBeVisible();
    await expect(importing.button('Make the model')).toBeDisabled();
    await importing.button('Cancel').click();
  });
});
