import { expect, type Foresheet, test } from './together.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const putText = (app: Foresheet, text: string) => app.page.evaluate((t) => navigator.clipboard.writeText(t), text);
const getText = (app: Foresheet) => app.page.evaluate(() => navigator.clipboard.readText());
/** A hundred years in place of fourteen: 2022 is column D, 2121 is CY. */
async function century(app: Foresheet): Promise<void> {
  await app.button('Lines').click();
  await app.item('Periods of the sheet').click();
  const dialog = app.page.getByRole('dialog', { name: 'Periods of the sheet' });
  await dialog.getByLabel('Last period').fill('2121');
  await dialog.getByRole('button', { name: 'Change the periods' }).click();
  await expect(app.grid).toHaveAttribute('aria-colcount', '103');
}
/** The cell of which assistive technology is told. */
const active = (app: Foresheet) =>
  app.page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return document.getElementById(id ?? '')?.getAttribute('aria-colindex');
  });

test('a sheet of a hundred years is drawn, selected and pasted over as a small one is', async ({ app, page }) => {
  test.slow();
  await century(app);
  await test.step('of a hundred years only those in sight are in the page, and each is where it belongs', async () => {
    await app.go('G3');
    await expect(app.at('G3')).toHaveText('229.92');
    const drawn = () => app.grid.getByRole('columnheader').count();
    const cells = () => app.grid.locator('[role="row"][aria-rowindex="3"] > [aria-colindex]').count();
    expect(await drawn()).toBeLessThan(20);
    expect(await cells()).toBe(await drawn());
    await page.keyboard.press('Control+End');
    await expect(app.nameBox).toHaveValue('CY93');
    await expect(app.at('CY93')).toBeInViewport();
    await expect(app.grid.getByRole('columnheader', { name: '2121' })).toHaveAttribute('aria-colindex', '103');
    expect(await drawn()).toBeLessThan(20);
    // A cell stands under its header.
    const head = await app.grid.getByRole('columnheader', { name: '2120' }).boundingBox();
    const cell = await app.at('CX93').boundingBox();
    expect(cell?.x).toBeCloseTo(head?.x ?? 0, 0);
    expect(cell?.width).toBeCloseTo(head?.width ?? 0, 0);
    expect(await active(app)).toBe('103');
    // The cursor's cell stays, however far the sheet is scrolled from it.
    await page.locator('.grid-scroll').evaluate((element) => element.scrollTo(0, 0));
    await expect(app.at('D3')).toBeInViewport();
    await expect.poll(() => active(app)).toBe('103');
    await page.keyboard.press('ArrowLeft');
    await expect(app.nameBox).toHaveValue('CX93');
    await expect(app.at('CX93')).toBeInViewport();
  });
  await test.step('ranges reach over columns that are not in the page', async () => {
    await app.go('D3');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await expect(page.locator('.status-bar')).toContainText('Count 100');
    await page.keyboard.press('Control+c');
    await expect.poll(async () => (await getText(app)).split('\t').length).toBe(100);
    // The outline of the copy ends with the last column, wherever that is.
    const [outline, last] = [await page.locator('.copied').boundingBox(), await app.at('CY3').boundingBox()];
    expect((outline?.x ?? 0) + (outline?.width ?? 0)).toBeCloseTo((last?.x ?? 0) + (last?.width ?? 0), 0);
    await app.go('CY3');
    await page.keyboard.type('=SUM(D3:CX3)');
    await page.keyboard.press('Enter');
    await app.go('CY3');
    await expect(app.inspector).toContainText('Edited');
    await expect(app.formulaBar).toHaveValue('=SUM(D3:CX3)');
    await app.button('Undo').click();
    await expect(app.inspector).not.toContainText('Edited');
  });
  await test.step('a large paste is one step, whatever stands in it, and so is the reset of it', async () => {
    const rows = Array.from({ length: 10 }, (_, i) =>
      Array.from({ length: 100 }, (__, j) => (i === 0 && j === 1 ? '=D4*2' : `${i + 1}${j}.12345678901`)),
    );
    await putText(app, rows.map((row) => row.join('\t')).join('\n'));
    const before = await (await app.go('E4')).textContent();
    await app.go('D3');
    await page.keyboard.press('Control+v');
    await expect(app.at('D3')).toHaveText('10.12');
    await expect(app.at('E3')).toHaveText('0.40');
    await app.go('CY12');
    await expect(app.formulaBar).toHaveValue('1099.12345678901');
    await app.button('Undo').click();
    await expect(app.button('Undo')).toBeEnabled();
    await expect(app.at('E4')).toHaveText(before ?? '');
    await expect(app.nameBox).toHaveValue('D3');
    await app.button('Redo').click();
    await expect(app.at('D3')).toHaveText('10.12');
    await app.go('D3');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect(app.at('E4')).toHaveText(before ?? '');
    await page.keyboard.press('Control+z');
    await expect(app.at('D3')).toHaveText('10.12');
  });
});

test('a copy of the whole sheet comes back as it was', async ({ app, page }) => {
  await century(app);
  await app.enter('F6', '=D3*2');
  await app.go('A2');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect.poll(async () => (await getText(app)).split('\n').length).toBe(92);
  expect((await getText(app)).split('\n').every((row) => row.split('\t').length === 103)).toBe(true);
  await app.tab('Decoupling').click();
  await app.go('A2');
  await page.keyboard.press('Control+v');
  await expect(app.at('F6')).toHaveClass(/overridden/);
  await app.go('F6');
  await expect(app.formulaBar).toHaveValue('=D3*2');
  await test.step('what is typed in the name box stays while a paste is carried out and selects what landed', async () => {
    await page.keyboard.press('Control+z');
    await app.go('A2');
    await app.page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        const sent = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(sent);
        const box = document.querySelector<HTMLInputElement>('.name-box');
        box?.focus();
        if (box) box.value = 'F6';
      },
      await getText(app),
    );
    await expect(app.at('F6')).toHaveClass(/overridden/);
    await expect(app.at('A3')).toHaveAttribute('aria-selected', 'true');
    await app.nameBox.press('Enter');
    await expect(app.formulaBar).toHaveValue('=D3*2');
  });
});

test('a paste that takes long is told of, lets the sheet be used, and is called off', async ({ app, page }) => {
  await putText(app, '1\t2\n'.repeat(1_000_000));
  await app.go('D3');
  await page.keyboard.press('Control+v');
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await expect(cancel).toBeVisible();
  // How much it is, is known when the text has been read.
  await expect(page.getByRole('progressbar', { name: 'Pasting' })).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('ArrowDown');
  await expect(app.nameBox).toHaveValue('D4');
  await cancel.click();
  await expect(cancel).toBeHidden();
  await expect(app.button('Undo')).toBeDisabled();
  // The next one is carried out.
  await putText(app, '7');
  await app.go('E6');
  await page.keyboard.press('Control+v');
  await expect(app.at('E6')).toHaveText('7.00');
});
