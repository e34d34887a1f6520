import { expect, type Foresheet, test } from '../together.ts';

const handle = (app: Foresheet) => app.grid.page().locator('.fill-handle');
const select = async (app: Foresheet, from: string, to: string) => {
  await app.at(from).click();
  await app.at(to).click({ modifiers: ['Shift'] });
};
const dragHandle = async (app: Foresheet, to: string) => {
  await handle(app).hover();
  await app.page.mouse.down();
  await app.at(to).hover();
  await expect(app.page.locator('.fill-target')).toBeVisible();
  await app.page.mouse.up();
};

test('37 the fill handle goes on with a series, to the right and back, in one step', async ({ app, page }) => {
  await app.enter('F6', '10');
  await app.enter('G6', '12.5');
  await select(app, 'F6', 'G6');
  await dragHandle(app, 'J6');
  await expect(app.at('H6')).toHaveText('15.00');
  await expect(app.at('J6')).toHaveText('20.00');
  await expect(app.at('J6')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+z');
  await expect(app.at('H6')).not.toHaveText('15.00');
  await expect(app.at('G6')).toHaveText('12.50');
  await select(app, 'F6', 'G6');
  await dragHandle(app, 'D6');
  await expect(app.at('E6')).toHaveText('7.50');
  await expect(app.at('D6')).toHaveText('5.00');
});

test('37 it copies one number down and up, and a formula with its periods', async ({ app }) => {
  await app.enter('F6', '10');
  await app.at('F6').click();
  await dragHandle(app, 'F8');
  await expect(app.at('F7')).toHaveText('1,000.0%');
  await expect(app.at('F8')).toHaveText('1,000.0%');
  await app.enter('G7', '=F3*2');
  await app.at('G7').click();
  await dragHandle(app, 'G6');
  await expect(app.at('G7')).toHaveAccessibleName('39,882.3%');
  await app.at('G6').click();
  await expect(app.formulaBar).toHaveValue('=F2*2');
  await app.at('G7').click();
  await dragHandle(app, 'I7');
  await app.at('I7').click();
  await expect(app.formulaBar).toHaveValue('=H3*2');
});

test('37 a double click on the handle fills down to the end of the run', async ({ app, page }) => {
  await app.enter('C31', '20');
  await app.go('C31');
  await handle(app).dblclick();
  await expect(app.at('C34')).toHaveText('0.2');
  await expect(app.at('C32')).toHaveText('20.0%');
  await expect(app.at('C34')).toHaveAttribute('aria-selected', 'true');
  await expect(app.at('C35')).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Control+z');
  await expect(app.at('C32')).toHaveText('6.0%');
});

test('38 Ctrl+D and Ctrl+R fill the selection from its first line or column', async ({ app, page }) => {
  await app.enter('F6', '=E3+1');
  await select(app, 'F6', 'I6');
  await page.keyboard.press('Control+r');
  await expect(app.at('G6')).toHaveText('200.41');
  await app.at('I6').click();
  await expect(app.formulaBar).toHaveValue('=H3+1');
  await page.keyboard.press('Control+z');
  await select(app, 'F6', 'F7');
  await page.keyboard.press('Control+d');
  await app.at('F7').click();
  await expect(app.formulaBar).toHaveValue('=E4+1');
  // A range of one line takes what stands above it.
  await select(app, 'F8', 'G8');
  await page.keyboard.press('Control+d');
  await app.at('F8').click();
  await expect(app.formulaBar).toHaveValue('=E5+1');
});
