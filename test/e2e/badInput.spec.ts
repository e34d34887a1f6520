import { expect, test } from './together.ts';

// All kinds of them are in `test/state/sheet/badInput.test.ts`; here are one that spreads, one that is made by the worker, and
// one that would run if it were no text.
for (const [what, typed, sign, sentence] of [
  ['a cycle', '=gd_growth+1', '#CYCLE!', /Depends on itself/],
  ['a bomb of cells', '=SEQUENCE(10000,10000)', '#LIMIT!', /larger than any sheet/],
  ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>', /A number belongs here/],
] as const) {
  test(`${what} is told at the cell, loses nothing, and is undone`, async ({ app, page }) => {
    const cell = await app.enter('gd_growth', typed);
    await expect(cell).toContainText(sign);
    await app.go('gd_growth');
    await expect(app.message).toHaveText(sentence);
    await expect(app.inspector).toContainText(sentence);
    await expect(app.formulaBar).toHaveValue(typed);
    await page.keyboard.press('Control+z');
    await expect(cell).toHaveText('15.3%');
    await expect(app.answer).toContainText('230 bn yuan');
  });
}

test('a number outside of its range is taken, and said', async ({ app, page }) => {
  const cell = await app.enter('gd_growth', '90%');
  await expect(cell).toHaveText('90.0%');
  await expect(page.getByRole('region', { name: 'Assumptions' })).toContainText('Outside its range of 5.0% to 40.0%');
  await app.go('gd_growth');
  await expect(app.inspector).toContainText('Outside its range');
});

test('32 an error says what is wrong, names the cell in which it began, and leads there', async ({ app }) => {
  await app.enter('gd_scale@2023', '=1/0');
  await app.go('gd_scale@2026');
  await app.inspector.getByRole('button', { name: /It began in Industry scale, 2023/ }).click();
  await expect(app.nameBox).toHaveValue('E3');
  await expect(app.answer).toContainText('no answer');
  await expect(app.chartData.getByRole('row', { name: /^2023/ })).toContainText('–');
});

test('10,000 characters are kept; more than a cell may hold are refused and stay to be shortened', async ({
  app,
  page,
}) => {
  const cell = await app.go('gd_growth');
  await app.formulaBar.fill('x'.repeat(10_000));
  await app.formulaBar.press('Enter');
  await expect(cell).toContainText('xxx');
  await app.go('gd_growth');
  await app.formulaBar.fill('x'.repeat(33_000));
  await app.formulaBar.press('Enter');
  await expect(app.message).toContainText('at most 32,767 characters');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText('15.3%');
});

test('a calculation that runs out of time is put back as text, and the sheet goes on', async ({ app, page }) => {
  const slow = '=SUM(MMULT(MMULT(SEQUENCE(11000,250),SEQUENCE(250,250)),MMULT(SEQUENCE(250,250),SEQUENCE(250,250))))';
  const cell = await app.enter('gd_growth', slow);
  await expect(page.getByRole('alert').filter({ hasText: 'took too long' })).toBeVisible({ timeout: 10_000 });
  await expect(cell).toContainText('=SUM(MMULT');
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText('15.3%');
  await expect(app.answer).toContainText('230 bn yuan');
});

test('a place that holds no value refuses an entry and says so', async ({ app, page }) => {
  // A heading of a model that ships.
  const cell = await app.go('C2');
  await page.keyboard.type('x');
  await expect(app.message).toContainText('holds no value');
  await expect(cell).toHaveText('');
});
