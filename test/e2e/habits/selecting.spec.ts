import { expect, type Foresheet, test } from '../together.ts';

/** The addresses on screen that are selected. */
const selected = (app: Foresheet) =>
  app.grid.locator('[aria-selected="true"]').evaluateAll((cells) =>
    cells
      .map((cell) => {
        const letter = String.fromCharCode(64 + Number(cell.getAttribute('aria-colindex')));
        return `${letter}${cell.closest('[role="row"]')?.getAttribute('aria-rowindex')}`;
      })
      .sort(),
  );
const isSelected = (app: Foresheet, ...addresses: string[]) =>
  expect.poll(() => selected(app)).toEqual([...addresses].sort());
const status = (app: Foresheet) => app.page.locator('.status-bar');

test('9 Shift+arrows draw the range, and typing goes to the place where it began', async ({ app, page }) => {
  await app.go('E3');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await isSelected(app, 'E3', 'F3', 'E4', 'F4');
  await expect(app.nameBox).toHaveValue('E3');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await isSelected(app, 'D3', 'E3', 'D4', 'E4');
  await page.keyboard.press('ArrowRight');
  await isSelected(app, 'F3');
});

test('9 Shift+click draws the range to the place', async ({ app }) => {
  await app.at('E3').click();
  await app.at('F5').click({ modifiers: ['Shift'] });
  await isSelected(app, 'E3', 'F3', 'E4', 'F4', 'E5', 'F5');
  await app.at('D3').click({ modifiers: ['Shift'] });
  await isSelected(app, 'D3', 'E3');
  await expect(app.nameBox).toHaveValue('E3');
});

test('9 a drag draws the range', async ({ app, page }) => {
  await app.at('E3').hover();
  await page.mouse.down();
  await app.at('F4').hover();
  await app.at('F5').hover();
  await page.mouse.up();
  await app.at('H6').hover();
  await isSelected(app, 'E3', 'F3', 'E4', 'F4', 'E5', 'F5');
});

test('9 a drag beyond the edge goes on until the button is let go', async ({ app, page }) => {
  const box = await app.at('D8').boundingBox();
  const sheet = await page.locator('.grid-scroll').boundingBox();
  if (!box || !sheet) throw new Error('the sheet has no place');
  await app.at('D8').hover();
  await page.mouse.down();
  await page.mouse.move(box.x + 10, sheet.y + sheet.height + 20);
  // Lines that have gone by are no longer in the page, so the way is what is asked for.
  await expect.poll(() => page.locator('.grid-scroll').evaluate((element) => element.scrollTop)).toBeGreaterThan(400);
  await page.mouse.move(box.x + 10, sheet.y + sheet.height - 60);
  await page.mouse.up();
  await expect(app.at('D8')).not.toBeInViewport();
  await expect(app.grid.locator('[aria-colindex="4"][aria-selected="true"]')).not.toHaveCount(0);
  await expect(app.nameBox).toHaveValue('D8');
});

test('9 Enter and Tab walk within the range', async ({ app, page }) => {
  await app.go('E3');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  for (const address of ['E4', 'F3', 'F4', 'E3']) {
    await page.keyboard.press('Enter');
    await expect(app.nameBox).toHaveValue(address);
  }
  await page.keyboard.press('Tab');
  await expect(app.nameBox).toHaveValue('F3');
  await isSelected(app, 'E3', 'F3', 'E4', 'F4');
});

test('10 Ctrl+Shift+arrows draw the range to the edge of the data', async ({ app, page }) => {
  await app.go('G3');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(status(app)).toContainText('Count 11');
  await page.keyboard.press('Control+Shift+ArrowDown');
  await expect(app.at('Q12')).toHaveAttribute('aria-selected', 'true');
  await expect(app.nameBox).toHaveValue('G3');
});

test('11 Ctrl+A selects the sheet, and leaves it where it lies', async ({ app, page }) => {
  await app.go('G3');
  await page.keyboard.press('Control+a');
  await expect(app.at('A2')).toHaveAttribute('aria-selected', 'true');
  await expect(app.at('Q3')).toHaveAttribute('aria-selected', 'true');
  await expect(app.at('G3')).toBeInViewport();
  await expect(app.nameBox).toHaveValue('G3');
});

test('12 Shift+Space selects the line, Ctrl+Space the column', async ({ app, page }) => {
  await app.go('G3');
  await page.keyboard.press('Shift+Space');
  await isSelected(app, ...'ABCDEFGHIJKLMNOPQ'.split('').map((letter) => `${letter}3`));
  await page.keyboard.press('Shift+ArrowDown');
  await expect(app.at('Q4')).toHaveAttribute('aria-selected', 'true');
  await app.go('G3');
  await page.keyboard.press('Control+Space');
  await expect(app.at('G2')).toHaveAttribute('aria-selected', 'true');
  await expect(app.at('G8')).toHaveAttribute('aria-selected', 'true');
  await expect(app.at('H3')).toHaveAttribute('aria-selected', 'false');
  await expect(app.at('G3')).toBeInViewport();
});

test('13 a click on a header selects its line or column, a drag several, the corner all', async ({ app, page }) => {
  const line = (row: number) => app.grid.locator(`[role="row"][aria-rowindex="${row}"] .gutter`);
  const column = (name: string) => app.grid.getByRole('columnheader', { name });
  await line(4).click();
  await isSelected(app, ...'ABCDEFGHIJKLMNOPQ'.split('').map((letter) => `${letter}4`));
  await line(6).click({ modifiers: ['Shift'] });
  await expect(app.at('Q6')).toHaveAttribute('aria-selected', 'true');
  await expect(app.at('Q7')).toHaveAttribute('aria-selected', 'false');
  await column('2025').hover();
  await page.mouse.down();
  await column('2026').hover();
  await page.mouse.up();
  for (const address of ['G2', 'H2', 'G7', 'H7'])
    await expect(app.at(address)).toHaveAttribute('aria-selected', 'true');
  await expect(app.at('I3')).toHaveAttribute('aria-selected', 'false');
  await expect(app.at('F3')).toHaveAttribute('aria-selected', 'false');
  await line(1).click();
  await expect(app.at('A3')).toHaveAttribute('aria-selected', 'true');
  await expect(app.at('Q7')).toHaveAttribute('aria-selected', 'true');
});

test('14 Ctrl+click adds a range; 44 the sum, average and count go over all ranges, each place once', async ({
  app,
  page,
}) => {
  await app.at('D3').click();
  await app.at('E3').click({ modifiers: ['Shift'] });
  await app.at('G3').click({ modifiers: ['Control'] });
  await isSelected(app, 'D3', 'E3', 'G3');
  await expect(status(app)).toContainText('Sum 552.87');
  await expect(status(app)).toContainText('Average 184.29');
  await expect(status(app)).toContainText('Count 3');
  await app.at('F3').hover();
  await page.keyboard.down('Control');
  await page.mouse.down();
  await app.at('G3').hover();
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(status(app)).toContainText('Sum 752.28');
  await expect(status(app)).toContainText('Count 4');
  await page.keyboard.press('Delete');
  await expect(app.nameBox).toHaveValue('F3');
});
