import { readXlsx } from '../../src/io/xlsx/read.ts';
import { bytesOf, handedOver } from './handOut.ts';
import { expect, test } from './together.ts';

test('a workbook for Excel has a sheet a scenario with formulas and values, and the sources', async ({ app, page }) => {
  await app.enter('gd_growth', '=1/5');
  await app.enter('fx_cny_usd', '<b>=1+1</b>');
  const download = await handedOver(page, 'Export Excel');
  expect(download.suggestedFilename()).toBe('Guangdong AI hub.xlsx');
  const bytes = await bytesOf(download);
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['Base', 'All levers on', 'Decoupling', 'Required path', 'Sources']);
  const [base, levers] = sheets;
  expect(base?.rows[0]?.slice(0, 5)).toEqual(['Line', 'Unit', 'Value', '2022', '2023']);
  expect(base?.rows[2]?.slice(0, 5)).toEqual(['Industry scale', 'bn yuan', '', '150', '180']);
  const address = async (line: string) => {
    await app.go(line);
    return Number((await app.nameBox.inputValue()).slice(1)) - 1;
  };
  expect(base?.rows[await address('gd_growth')]?.[2]).toBe('20%');
  expect(base?.rows[await address('fx_cny_usd')]?.[2]).toBe('<b>=1+1</b>');
  const formulas = (await readXlsx(bytes, { formulas: true })).sheets;
  expect(formulas[0]?.rows[await address('gd_growth')]?.[2]).toBe('=1/5');
  expect(formulas[1]?.rows[await address('fx_cny_usd')]?.[2]).toMatch(/^=Base!C\d+$/);
  expect(formulas[1]?.rows[2]?.[3]).toBe('=gd_scale_2022');
  expect(levers?.rows[2]?.[3]).toBe('150');
  const sources = sheets.at(-1)?.rows.map((row) => row.join(' | ')) ?? [];
  expect(sources.join('\n')).toContain('Global Times');
  expect(sources.join('\n')).toContain('Known as of November 2023');
});

test('a workbook speaks Chinese where the page does', async ({ app, page }) => {
  await app.button('中文').click();
  const { sheets } = await readXlsx(await bytesOf(await handedOver(page, '导出Excel')));
  expect(sheets[0]?.rows[0]?.slice(0, 3)).toEqual(['指标', '单位', '数值']);
  expect(sheets[0]?.rows[2]?.[0]).toBe('产业规模');
  expect(sheets.at(-1)?.name).toBe('来源');
});
