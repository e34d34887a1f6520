import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, type Foresheet, test } from './together.ts';

/** The dialog as a person finds it. */
function dialogOf(page: Page) {
  const dialog = page.getByRole('dialog', { name: /^(What would it take\?|目标倒推)$/ });
  return {
    dialog,
    status: dialog.getByRole('status'),
    result: dialog.getByRole('combobox', { name: 'Result' }),
    year: dialog.getByRole('combobox', { name: 'Year' }),
    wanted: dialog.getByRole('textbox', { name: /^Value wanted/ }),
    input: dialog.getByRole('combobox', { name: 'By changing' }),
    low: dialog.getByRole('textbox', { name: /^Between/ }),
    high: dialog.getByRole('textbox', { name: /^and/ }),
    button: (name: string) => dialog.getByRole('button', { name, exact: true }),
  };
}

async function open(app: Foresheet, page: Page, cell = 'gd_scale@2025') {
  await app.go(cell);
  await app.inspector.getByRole('button', { name: 'What would it take?' }).click();
  const found = dialogOf(page);
  await expect(found.dialog).toBeVisible();
  return found;
}

test('tells what growth the target takes, checked as it is put in; one undo takes it back', async ({ app, page }) => {
  expect(page.workers().length).toBe(1);
  const { dialog, status, wanted, button } = await open(app, page);
  await expect(wanted).toHaveValue('300');
  await expect(status).toContainText(
    'Set “Trend growth” to 25.9922 % and “Industry scale, 2025” comes to 300.00 bn yuan.',
  );
  await expect(status).toContainText('Now “Trend growth” is 15.3 %, which gives 229.92 bn yuan.');
  await test.step('all of the dialog is in reach on a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await button('Put 25.9922 % into “Base”').scrollIntoViewIfNeeded();
    await expect(button('Put 25.9922 % into “Base”')).toBeInViewport();
    const box = await dialog.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
  await test.step('leads to how it is found, on a page of its own', async () => {
    const [methods] = await Promise.all([
      page.waitForEvent('popup'),
      dialog.getByRole('link', { name: 'How it is found' }).click(),
    ]);
    await expect(methods.getByRole('heading', { name: /What it would take/ })).toBeInViewport();
    await expect(dialog).toBeVisible();
    await methods.close();
  });
  await test.step('the workbook on screen answers, and no second worker begins', async () => {
    expect(page.workers().length).toBe(1);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
  await open(app, page);
  await button('Put 25.9922 % into “Base”').click();
  await expect(dialog).toBeHidden();
  await expect(await app.go('gd_scale@2025')).toHaveText('300.00');
  await expect(app.formulaBar).toHaveValue(/^=/);
  await app.go('gd_growth');
  await expect(app.formulaBar).toHaveValue('25.9922%');
  await app.button('Undo').click();
  await expect(app.answer).toContainText('at 15.3 % a year');
  await expect(app.button('Undo')).toBeDisabled();
  await test.step('all digits of the answer just reach the target', async () => {
    await open(app, page);
    await button('Put in all digits').click();
    await expect(app.answer).toContainText('just reaches its target of 300 bn yuan in 2025');
    await app.button('Undo').click();
  });
  await test.step('it goes into a new scenario as well, which is one step', async () => {
    await open(app, page);
    await button('Into a new scenario').click();
    await expect(app.tab('Trend growth: 25.9922 %')).toHaveAttribute('aria-selected', 'true');
    await expect(app.at('G3')).toHaveText('300.00');
    await app.button('Undo').click();
    await expect(app.tab('Trend growth: 25.9922 %')).toHaveCount(0);
  });
});

test('asks for the target of the year, be it one that was set later, and elsewhere for the value as it is', async ({
  app,
  page,
}) => {
  const { wanted, year, result, status } = await open(app, page);
  await expect(wanted).toHaveValue('300');
  await year.selectOption('2027');
  await expect(wanted).toHaveValue('440');
  await expect(status).toContainText('comes to 440.00 bn yuan');
  await result.selectOption({ label: 'Share of the nation' });
  await expect(wanted).toHaveValue('29.1%');
});

test('the whole of it is done by keyboard', async ({ app, page }) => {
  await app.go('gd_scale@2025');
  const ask = app.inspector.getByRole('button', { name: 'What would it take?' });
  await ask.focus();
  await page.keyboard.press('Enter');
  const { dialog, status, result, year, wanted, input, low, high, button } = dialogOf(page);
  await expect(result).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(year).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(wanted).toBeFocused();
  await page.keyboard.type('240');
  await page.keyboard.press('Tab');
  await expect(input).toBeFocused();
  await expect(status).toContainText('comes to 240.00 bn yuan');
  await page.keyboard.type('Lever: Comp');
  await expect(status).toContainText('Set “Lever: Computing power” to');
  for (const field of [low, high]) {
    await page.keyboard.press('Tab');
    await expect(field).toBeFocused();
  }
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await expect(high).toHaveValue('20');
  await expect(status).toContainText('comes to 240.00 bn yuan');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(ask).toBeFocused();
  await expect(app.button('Undo')).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(status).toContainText('Trend growth');
  await test.step('closed and asked for again in one turn, it opens again', async () => {
    for (const way of ['requestClose', 'requestSubmit'] as const) {
      await dialog.evaluate((open: HTMLDialogElement, how) => {
        if (how === 'requestClose') open.requestClose();
        else open.querySelector('form')?.requestSubmit();
        (document.activeElement as HTMLElement).click();
      }, way);
      await expect(status).toContainText('Trend growth');
    }
  });
  await button('Put 25.9922 % into “Base”').focus();
  await page.keyboard.press('Enter');
  await expect(app.answer).toContainText('at 26.0 % a year');
  await page.keyboard.press('Control+z');
  await expect(app.answer).toContainText('at 15.3 % a year');
});

test('says what one lever can’t do, what depends on nothing, and what is no number', async ({ app, page }) => {
  const { status, wanted, input, low, high, result, dialog } = await open(app, page);
  await input.selectOption({ label: 'Lever: Computing power' });
  await expect(status).toContainText('No value of “Lever: Computing power” between 0.0 points and 8.0 points makes');
  await expect(status).toContainText('The nearest is 8.0 points, which gives');
  await expect(dialog.getByRole('button', { name: /^Put / })).toHaveCount(0);
  await wanted.fill('a lot');
  await wanted.press('Enter');
  await expect(wanted).toHaveAccessibleDescription('Type the value wanted as a number.');
  await expect(status).toBeEmpty();
  await wanted.fill('400');
  await wanted.press('Enter');
  await input.selectOption({ label: 'Trend growth' });
  await low.fill('50%');
  await low.press('Enter');
  await expect(high).toHaveAccessibleDescription('Type two numbers to search between, the lower one first.');
  await high.fill('60%');
  await high.press('Enter');
  await expect(status).toContainText('The nearest is 50.0 %');
  await result.selectOption({ label: 'Required growth held for ever' });
  await expect(input.locator('option')).toHaveText(['Industry scale, 2022', 'Target for 2025']);
  await expect(status).toContainText('Industry scale, 2022');
});

test('a result that holds an error says so, and where it began', async ({ app, page }) => {
  await app.enter('gd_scale@2024', '=1/0+{gd_growth}');
  const { status } = await open(app, page);
  await expect(status).toContainText('“Industry scale, 2025” holds no number to calculate with.');
  await expect(status).toContainText('Divides by zero. It began in Industry scale, 2024.');
});

test('asks in the scenario in view, and replaces a formula there', async ({ app, page }) => {
  await app.tab('Required path').click();
  const { status, wanted } = await open(app, page);
  await wanted.fill('280');
  await wanted.press('Enter');
  await expect(status).toContainText('A formula stands there now; the number replaces it.');
  await expect(status).toContainText('comes to 280.00 bn yuan');
  await page.getByRole('button', { name: /^Put 23\.12/ }).click();
  await expect(await app.go('gd_scale@2025')).toHaveText('280.00');
  await app.tab('Base').click();
  await expect(await app.go('gd_scale@2025')).toHaveText('229.92');
});

// In English axe looks at it in `dialogs.spec.ts`.
test('speaks Chinese, in the money of the answer, and axe finds nothing there', async ({ app, page }) => {
  await app.go('gd_scale@2025');
  await app.button('中文').click();
  const { dialog, status } = dialogOf(page);
  await page.getByRole('button', { name: '目标倒推' }).click();
  await expect(status).toContainText('“趋势增速”取25.9922%时，“2025年产业规模”为3000.0亿元。');
  await expect(dialog.getByRole('textbox', { name: '期望值（亿元）' })).toHaveValue('3000');
  expect(await findings(page)).toEqual([]);
});

test('names the function that only the workbook itself can be asked of, in both languages', async ({ app, page }) => {
  await app.enter('gd_trend@2024', '=VALUE(TEXT(gd_growth,"0.0000"))');
  const { dialog, status } = await open(app, page);
  await expect(status).toContainText('Set “Trend growth” to');
  await expect(status).toContainText(
    'VALUE in “Trend growth by year” is asked of the workbook itself, one value after another, so this takes longer.',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await app.speak('中文');
  await page.getByRole('button', { name: '目标倒推' }).click();
  await expect(status).toContainText('“分年趋势增速”中的VALUE只能由工作簿逐一试算，因此耗时较长。');
  await page.keyboard.press('Escape');
  await app.speak('English');
  await app.button('Undo').click();
});
