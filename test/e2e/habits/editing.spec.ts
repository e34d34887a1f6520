import { expect, test } from '../together.ts';

test('15 typing replaces; 18 Escape cancels', async ({ app, page }) => {
  const cell = await app.enter('C31', '20');
  await expect(cell).toHaveText('20.0%');
  await app.go('C31');
  await page.keyboard.type('9');
  await expect(app.formulaBar).toHaveValue('9');
  await page.keyboard.press('Escape');
  await expect(cell).toHaveText('20.0%');
  await expect(app.formulaBar).toHaveValue('20%');
});

test('16 F2 edits with the caret at the end; 23 arrows then move the caret', async ({ app, page }) => {
  const cell = await app.enter('C31', '20');
  await app.go('C31');
  await page.keyboard.press('F2');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('.5');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('20.5%');
});

test('17 a double click edits what the cell holds', async ({ app, page }) => {
  const cell = await app.enter('C31', '20');
  await cell.dblclick();
  await page.keyboard.press('Home');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('120.0%');
});

test('19 Delete resets every selected cell, in one step', async ({ app, page }) => {
  await app.enter('C31', '20');
  await app.enter('C32', '7');
  await app.go('C31');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  await expect(app.at('C31')).toHaveText('15.3%');
  await expect(app.at('C32')).toHaveText('6.0%');
  await page.keyboard.press('Control+z');
  await expect(app.at('C31')).toHaveText('20.0%');
  await expect(app.at('C32')).toHaveText('7.0%');
});

test('20 Alt+Enter breaks the line at the caret; the cell shows the first line, and the rest can be read', async ({
  app,
  page,
}) => {
  const cell = await app.go('C31');
  const editor = page.getByLabel('Cell content');
  const box = await cell.boundingBox();
  await page.keyboard.type('first');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type('third');
  await expect(editor).toHaveValue('first\nthird');
  await expect(app.formulaBar).toHaveValue('first\nthird');
  // The editor has room for both lines.
  await expect.poll(async () => (await editor.boundingBox())?.height).toBeGreaterThan(1.5 * (box?.height ?? 99));
  await page.keyboard.press('F2');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type('second');
  await expect(app.formulaBar).toHaveValue('first\nsecond\nthird');
  await page.keyboard.press('Enter');
  await expect(app.nameBox).toHaveValue('C32');
  await expect(cell).toHaveText('first…');
  await expect(cell).toHaveAttribute('title', /first\nsecond\nthird$/);
  await app.go('C31');
  await expect(app.formulaBar).toHaveValue('first\nsecond\nthird');
  const lines = app.inspector.locator('.inspector-value');
  await expect(lines).toContainText('first second third');
  expect(await lines.innerText()).toContain('first\nsecond\nthird');
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText('15.3%');
});

test('20 Alt+Enter breaks the line in the formula bar too, which shows all lines while it has the focus', async ({
  app,
  page,
}) => {
  const cell = await app.go('C31');
  await app.formulaBar.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('one');
  const height = async () => (await app.formulaBar.boundingBox())?.height ?? 0;
  const before = await height();
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type('two');
  await expect(page.getByLabel('Cell content')).toHaveValue('one\ntwo');
  await expect.poll(() => height()).toBeGreaterThan(before);
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('one…');
  await expect(app.nameBox).toHaveValue('C32');
  await expect.poll(() => height()).toBe(before);
});

test('20 a line break in a formula is white space, and its lines are painted as they are typed', async ({
  app,
  page,
}) => {
  const cell = await app.go('G3');
  await page.keyboard.type('=D3*(');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type('1+gd_growth');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type(')');
  const layer = page.locator('.grid-scroll > .painted-layer');
  const editor = page.getByLabel('Cell content');
  const sizes = () => Promise.all([editor, layer].map((l) => l.evaluate((e) => [e.clientWidth, e.clientHeight])));
  await expect.poll(async () => (await sizes())[0]).toEqual((await sizes())[1]);
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('172.95');
  await app.go('G3');
  await expect(app.formulaBar).toHaveValue('=D3*(\n1+gd_growth\n)');
  await expect(app.inspector.locator('code')).toHaveText('=D3*(\n1+gd_growth\n)', { useInnerText: true });
});

test('20 a phone whose keyboard tells of Enter by the line break alone takes the entry', async ({ app, page }) => {
  const cell = await app.go('C31');
  await page.keyboard.type('21');
  const broken = await page.getByLabel('Cell content').evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Unidentified', keyCode: 229, bubbles: true }));
    const event = new InputEvent('beforeinput', { inputType: 'insertLineBreak', bubbles: true, cancelable: true });
    return field.dispatchEvent(event);
  });
  expect(broken).toBe(false);
  await expect(cell).toHaveText('21.0%');
  await expect(app.nameBox).toHaveValue('C32');
});

test('21 Ctrl+Enter fills the selection with what is typed, in one step', async ({ app, page }) => {
  await app.go('E6');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.type('5');
  await page.keyboard.press('Control+Enter');
  for (const address of ['E6', 'F6']) await expect(app.at(address)).toHaveText('5.00');
  // Each line reads it in its own unit.
  for (const address of ['E7', 'F7']) await expect(app.at(address)).toHaveText('5.0%');
  await expect(app.nameBox).toHaveValue('E6');
  await page.keyboard.press('Control+z');
  for (const address of ['E6', 'F6']) await expect(app.at(address)).not.toHaveText('5.00');
  await expect(app.button('Undo')).toBeDisabled();
});

test('21 Ctrl+Enter fills a formula as if it were copied', async ({ app, page }) => {
  await app.go('E6');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type('=E3*2');
  await page.keyboard.press('Control+Enter');
  await expect(app.at('E6')).toHaveText('345.90');
  await expect(app.at('F6')).toHaveText('398.82');
  await app.go('F6');
  await expect(app.formulaBar).toHaveValue('=F3*2');
});

test('22 a click elsewhere commits', async ({ app, page }) => {
  const cell = await app.go('C31');
  await page.keyboard.type('21');
  await app.at('C33').click();
  await expect(cell).toHaveText('21.0%');
  await expect(app.nameBox).toHaveValue('C33');
});

test('23 while typing, arrows commit and move', async ({ app, page }) => {
  const cell = await app.go('C31');
  await page.keyboard.type('22');
  await page.keyboard.press('ArrowDown');
  await expect(cell).toHaveText('22.0%');
  await expect(app.nameBox).toHaveValue('C32');
});

test("24 a leading ' makes text", async ({ app, page }) => {
  const cell = await app.enter('C31', "'18");
  await expect(cell).toHaveText('18');
  await expect(cell).toHaveClass(/text/);
  await app.go('C31');
  await expect(app.formulaBar).toHaveValue("'18");
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText('15.3%');
});

test('31 Ctrl+` shows formulas in the cells, and values again', async ({ app, page }) => {
  await app.go('E3');
  await page.keyboard.press('Control+Backquote');
  await expect(app.at('E3')).toHaveText('=D3*(1+E4)*E66/D66');
  await expect(app.at('D3')).toHaveText('=gd_scale_2022');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  const [editor, cell] = [page.getByLabel('Cell content'), app.at('F3')];
  // The editor stands on its cell, whose column is wider now, and grows beyond it with what is typed.
  const box = await cell.boundingBox();
  await expect.poll(async () => (await editor.boundingBox())?.x).toBeCloseTo(box?.x ?? 0, 0);
  await expect.poll(async () => (await editor.boundingBox())?.width).toBeGreaterThanOrEqual(box?.width ?? 0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Backquote');
  await expect(app.at('E3')).toHaveText('172.95');
});
