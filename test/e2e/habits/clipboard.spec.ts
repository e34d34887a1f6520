import { expect, type Foresheet, test } from '../together.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** What a program beside the browser would find on the clipboard; nothing where a copy came in between. */
const clipboard = (app: Foresheet, type: 'text/plain' | 'text/html') =>
  app.page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    const changed = (error: DOMException) => (error.name === 'InvalidStateError' ? undefined : Promise.reject(error));
    const blob = item?.types.includes(wanted) ? await item.getType(wanted).catch(changed) : undefined;
    return blob?.text() ?? '';
  }, type);
const putText = (app: Foresheet, text: string) => app.page.evaluate((t) => navigator.clipboard.writeText(t), text);
const select = async (app: Foresheet, from: string, to: string) => {
  await app.at(from).click();
  await app.at(to).click({ modifiers: ['Shift'] });
};

test('33 a copy is TSV and an HTML table, with all digits, in the unit of each line', async ({ app, page }) => {
  await select(app, 'D3', 'E4');
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(app, 'text/plain')).toBe('150\t172.95\n\t15.3%');
  const html = await clipboard(app, 'text/html');
  expect(html).toContain('<tr><td>150</td><td>172.95</td></tr><tr><td></td><td>15.3%</td></tr>');
  await select(app, 'A3', 'B3');
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(app, 'text/plain')).toBe('Industry scale\tbn yuan');
});

test('33 a copy of the whole sheet holds the lines that are out of sight', async ({ app, page }) => {
  await app.go('D3');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect.poll(async () => (await clipboard(app, 'text/plain')).split('\n').length).toBe(92);
  const rows = (await clipboard(app, 'text/plain')).split('\n').map((row) => row.split('\t'));
  expect(rows.every((row) => row.length === 17)).toBe(true);
  expect(rows[29]?.slice(0, 3)).toEqual(['Trend growth', '%', '15.3%']);
  expect(rows.flat().join()).not.toContain('NaN');
});

test('33 text that looks like a formula or a number stays text', async ({ app, page }) => {
  await app.enter('E6', "'=1+1");
  await app.go('E6');
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(app, 'text/plain')).toBe("'=1+1");
  expect(await clipboard(app, 'text/html')).toContain('>=1+1</td>');
});

test('33 a cell of several lines is one cell on the clipboard, and pastes as one', async ({ app, page }) => {
  await app.go('E6');
  await page.keyboard.type('one');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type('two');
  await page.keyboard.press('Enter');
  await select(app, 'E6', 'F6');
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(app, 'text/plain')).toMatch(/^"one\ntwo"\t/);
  expect(await clipboard(app, 'text/html')).toContain('<td>one<br>two</td>');
  await putText(app, '"three\r\nfour"\t5\r\n');
  await app.at('E7').click();
  await page.keyboard.press('Control+v');
  await expect(app.at('E7')).toHaveText('three…');
  await expect(app.at('F7')).toHaveText('5.0%');
  await app.at('E7').click();
  await expect(app.formulaBar).toHaveValue('three\nfour');
});

test('34 a paste shifts relative periods and lines, and keeps what is fixed; 39 it is one step', async ({
  app,
  page,
}) => {
  await app.enter('E6', '=D3+$D$3*gd_growth+1');
  await app.go('E6');
  await page.keyboard.press('Control+c');
  await select(app, 'G7', 'H8');
  await page.keyboard.press('Control+v');
  await app.go('H7');
  await expect(app.formulaBar).toHaveValue('=G4+$D$3*gd_growth+1');
  await app.go('G8');
  await expect(app.formulaBar).toHaveValue('=F5+$D$3*gd_growth+1');
  await page.keyboard.press('Control+z');
  await app.go('G8');
  await expect(app.formulaBar).toHaveValue('=G3/G75');
  await app.go('H7');
  await expect(app.formulaBar).not.toHaveValue('=G4+$D$3*gd_growth+1');
  await page.keyboard.press('Control+y');
  await app.go('H7');
  await expect(app.formulaBar).toHaveValue('=G4+$D$3*gd_growth+1');
});

test('34 a block keeps its shape, and goes to another scenario', async ({ app, page }) => {
  await app.enter('E6', '10');
  await app.enter('F6', '20');
  await app.enter('E7', '30%');
  await select(app, 'E6', 'F7');
  await page.keyboard.press('Control+c');
  await app.tab('Decoupling').click();
  await app.at('H6').click();
  await page.keyboard.press('Control+v');
  await expect(app.at('H6')).toHaveText('10.00');
  await expect(app.at('I6')).toHaveText('20.00');
  await expect(app.at('H7')).toHaveText('30.0%');
  await expect(app.at('I7')).toHaveAttribute('aria-selected', 'true');
  await app.tab('Base').click();
  await expect(app.at('H6')).not.toHaveText('10.00');
});

test('34 what other programs copied is read in the unit of each line', async ({ app, page }) => {
  await putText(app, '1,234.5\t2e3\r\n15.3%\t0.2\r\n');
  await app.at('E6').click();
  await page.keyboard.press('Control+v');
  await expect(app.at('E6')).toHaveText('1,234.50');
  await expect(app.at('F6')).toHaveText('2,000.00');
  await expect(app.at('E7')).toHaveText('15.3%');
  await expect(app.at('F7')).toHaveText('20.0%');
  await page.keyboard.press('Control+z');
  await expect(app.at('F7')).not.toHaveText('20.0%');
  await expect(app.button('Undo')).toBeDisabled();
});

test('34 pasted formulas are read where they land, and markup stays text', async ({ app, page }) => {
  await putText(app, '=D3*2\t<img src=x onerror=alert(1)>');
  await app.at('E6').click();
  await page.keyboard.press('Control+v');
  await expect(app.at('E6')).toHaveText('300.00');
  await expect(app.at('F6')).toHaveText('<img src=x onerror=alert(1)>');
});

const pasteBar = (app: Foresheet) => app.page.getByRole('alert', { name: /^(What was pasted|粘贴结果)$/ });

test('34 a block decides how its shares are read, says that it is a guess, and is read otherwise in one step', async ({
  app,
  page,
}) => {
  const before = await app.at('E7').textContent();
  await putText(app, '0.5\t0.75\t1\t1.1');
  await app.at('E7').click();
  await page.keyboard.press('Control+v');
  await expect(app.at('E7')).toHaveText('50.0%');
  await expect(app.at('G7')).toHaveText('100.0%');
  await expect(app.at('H7')).toHaveText('110.0%');
  await expect(pasteBar(app)).toContainText('A guess: numbers without % were read as fractions, so that 0.5 is 50%.');
  await pasteBar(app).getByRole('button', { name: 'Read as 0.5%' }).click();
  await expect(app.at('E7')).toHaveText('0.5%');
  await expect(app.at('H7')).toHaveText('1.1%');
  await expect(pasteBar(app)).toContainText('read as percent, so that 0.5 is 0.5%');
  await page.keyboard.press('Control+z');
  await expect(app.at('E7')).toHaveText(before ?? '');
  await expect(pasteBar(app)).toBeHidden();
  await expect(app.button('Undo')).toBeDisabled();
});

test('34 what could not be read is counted, and shown one after the other until it is mended', async ({
  app,
  page,
}) => {
  await putText(app, '100\t(234)\t3OO\t$400\t1,2,3\t500');
  await app.at('E6').click();
  await page.keyboard.press('Control+v');
  await expect(app.at('F6')).toHaveText('−234.00');
  await expect(app.at('H6')).toHaveText('400.00');
  await expect(pasteBar(app)).toContainText('2 of 6 values could not be read as numbers and stay text.');
  await expect(pasteBar(app)).toContainText('Another currency: $400 was taken as 400 bn yuan');
  await pasteBar(app).getByRole('button', { name: 'Show the first' }).click();
  await expect(app.nameBox).toHaveValue('G6');
  await expect(app.message).toContainText('A number belongs here');
  await page.keyboard.type('300');
  await page.keyboard.press('Enter');
  await expect(pasteBar(app)).toContainText('1 of 6 values could not be read as a number and stays text.');
  await expect(pasteBar(app)).not.toContainText('Another currency');
  await pasteBar(app).getByRole('button', { name: 'Show the first' }).click();
  await expect(app.nameBox).toHaveValue('I6');
  await page.keyboard.type('450');
  await page.keyboard.press('Enter');
  await expect(pasteBar(app)).toBeHidden();
});

test('34 what is told of a paste is told in Chinese, and dismissed', async ({ app, page }) => {
  await page.getByRole('button', { name: '中文' }).click();
  await putText(app, '5亿元\t约6\t7亿元\t2024年1月31日');
  await app.at('E6').click();
  await page.keyboard.press('Control+v');
  await expect(app.at('E6')).toHaveText('0.50');
  await expect(pasteBar(app)).toContainText('4个值中有2个未能识别为数字，仍为文本。');
  await expect(pasteBar(app)).toContainText('日期保留为文本');
  await pasteBar(app).getByRole('button', { name: '查看第一处' }).click();
  await expect(app.nameBox).toHaveValue('F6');
  await pasteBar(app).getByRole('button', { name: '关闭' }).click();
  await expect(pasteBar(app)).toBeHidden();
  await expect(app.at('F6')).toHaveText('约6');
});

test('34 one value fills a larger selection', async ({ app, page }) => {
  await putText(app, '7');
  await select(app, 'E6', 'F7');
  await app.at('H6').click({ modifiers: ['Control'] });
  await page.keyboard.press('Control+v');
  for (const address of ['E6', 'F6', 'H6']) await expect(app.at(address)).toHaveText('7.00');
  await expect(app.at('F7')).toHaveText('7.0%');
});

test('34 what would be lost is told first, and the same paste again takes what fits', async ({ app, page }) => {
  await putText(app, '1\t2\n3\t4\n5\t6');
  await app.go('Q11');
  await page.keyboard.press('Control+v');
  await expect(app.message).toHaveText(
    'Nothing was pasted: 4 of 6 values would fall where no value belongs. Paste again to paste the other 2.',
  );
  await expect(app.button('Undo')).toBeDisabled();
  await page.keyboard.press('Control+v');
  await expect(app.at('Q11')).toHaveText('1.0%');
  await expect(app.at('Q12')).toHaveText('3.00');
  await expect(app.message).toBeHidden();
  await putText(app, '9');
  await app.go('A3');
  await page.keyboard.press('Control+v');
  await expect(app.message).toHaveText('Nothing was pasted: 1 of 1 values would fall where no value belongs.');
});

test('35 cut moves the content: what it refers to stays, and what refers to it follows', async ({ app, page }) => {
  await app.enter('E6', '=D3*2');
  await app.enter('F6', '=E6+1');
  await app.go('E6');
  await page.keyboard.press('Control+x');
  await expect(app.at('E6')).toHaveText('300.00');
  await expect(page.locator('.copied')).toBeVisible();
  await app.at('G8').click();
  await page.keyboard.press('Control+v');
  await expect(app.formulaBar).toHaveValue('=D3*2');
  await expect(page.locator('.copied')).toBeHidden();
  await expect(app.at('E6')).not.toHaveText('300.00');
  await expect(app.at('F6')).toHaveText('301.00');
  await app.go('F6');
  await expect(app.formulaBar).toHaveValue('=G8+1');
  await page.keyboard.press('Control+z');
  await expect(app.at('E6')).toHaveText('300.00');
  await app.go('F6');
  await expect(app.formulaBar).toHaveValue('=E6+1');
});

test('35 Escape calls a cut off: the paste that follows is a copy of its text', async ({ app, page }) => {
  await app.enter('E6', '5');
  await app.go('E6');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Escape');
  await app.at('G6').click();
  await page.keyboard.press('Control+v');
  await expect(app.at('G6')).toHaveText('5.00');
  await expect(app.at('E6')).toHaveText('5.00');
});

test('34 a label is pasted as text, and what was copied in another model as its text', async ({ app, page }) => {
  await app.at('A3').click();
  await page.keyboard.press('Control+c');
  await app.at('E6').click();
  await page.keyboard.press('Control+v');
  await expect(app.at('E6')).toHaveText('Industry scale');
  await page.keyboard.press('Control+z');
  await app.at('E3').click();
  await page.keyboard.press('Control+c');
  await app.openModel('China’s AI industry');
  await expect(app.answer).toContainText('780 bn yuan');
  await expect(page.locator('.copied')).toBeHidden();
  await app.go('C13');
  await expect(app.formulaBar).not.toHaveValue('172.95');
  await page.keyboard.press('Control+v');
  await expect(app.formulaBar).toHaveValue(/^172.95/);
});

test('36 Ctrl+Shift+V pastes values', async ({ app, page }) => {
  await app.at('E3').click();
  await page.keyboard.press('Control+c');
  await app.at('G6').click();
  await page.keyboard.press('Control+Shift+V');
  await expect(app.at('G6')).toHaveText('172.95');
  await expect(app.formulaBar).toHaveValue(/^172\.95/);
  await page.keyboard.press('Control+v');
  await expect(app.formulaBar).toHaveValue('=F6*(1+G7)*G69/F69');
});

test('33 ranges that share no lines or columns are not copied, and that is said', async ({ app, page }) => {
  await select(app, 'E3', 'F3');
  await app.at('H5').click({ modifiers: ['Control'] });
  await page.keyboard.press('Control+c');
  await expect(app.message).toContainText('share their lines or their columns');
});

test('33 while a cell is edited, copy and paste are those of its text', async ({ app, page }) => {
  const cell = await app.enter('C31', '20');
  await app.go('C31');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  await page.keyboard.type('1');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('20.0%');
});
