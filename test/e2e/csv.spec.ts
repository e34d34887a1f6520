import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { exportBy, exportCsv, fixture, given, Importing } from './importing.ts';
import { expect, test } from './together.ts';

/** The button of the header; what was done is told with one of its own. */
const undo = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Undo' });

test.describe('CSV out', () => {
  test('what is chosen leaves as CSV: the sheet in view, all scenarios, or a selection', async ({ app, page }) => {
    await test.step('the sheet in view has its values in the unit beside them, and the ids of its lines', async () => {
      const { name, text } = await exportCsv(page, 'The sheet in view', 'Values');
      expect(name).toBe('Guangdong AI hub - Base.csv');
      const lines = text.split('\r\n');
      expect(lines[0]).toBe(`Line,Unit,Value,${Array.from({ length: 14 }, (_, i) => 2022 + i).join(',')},Id`);
      expect(lines[2]).toMatch(/^Industry scale,bn yuan,,150,172\.95\d*,199\.411/);
      expect(lines.find((line) => line.endsWith(',gd_growth'))).toMatch(/^Trend growth,%,15\.3,/);
      await expect(app.grid).toBeVisible();
    });
    await test.step('all scenarios stand below each other as the IAMC has it, a single value under every year', async () => {
      await expect(app.grid).toBeVisible();
      const { name, text } = await exportCsv(page, 'All scenarios');
      expect(name).toBe('Guangdong AI hub.csv');
      const lines = text.split('\r\n');
      expect(lines[0]).toMatch(/^Model,Scenario,Region,Variable,Unit,2022,2023,/);
      expect(lines).toContainEqual(
        expect.stringMatching(/^Guangdong AI hub,Base,Guangdong,Projection\|Industry scale,bn yuan,150,172\.95\d*,/),
      );
      const growth = lines.find((line) => /,All levers on,.*\|Trend growth,/.test(line)) ?? '';
      expect(growth.split(',').slice(5)).toEqual(Array.from({ length: 14 }, () => '15.3'));
    });
    await test.step('a selection has its lines and years only; a formula is text to other programs', async () => {
      await app.at('E3').click();
      await app.at('F4').click({ modifiers: ['Shift'] });
      const { text } = await exportCsv(page, 'The selection', 'Formulas by line ids');
      expect(text.split('\r\n')).toEqual([
        'Line,Unit,2023,2024,Id (formulas)',
        expect.stringMatching(/^Industry scale,bn yuan,'=\{gd_scale@prev\}[^,]*,'=\{gd_scale@prev\}[^,]*,gd_scale$/),
        expect.stringMatching(/^Effective growth,%,'=/),
        '',
      ]);
    });
  });

  test('the menu and the dialog are used by keys alone, and Escape leads back', async ({ app, page }) => {
    await app.button('Export').focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Export CSV' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Export Excel' })).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem', { name: 'Export model' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(app.button('Export')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Export CSV' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test.describe('CSV in', () => {
  test('what was exported with its formulas changes nothing, and brings back what was deleted since', async ({
    app,
    page,
  }) => {
    await app.enter('gd_growth', '18%');
    await app.enter('gd_scale@2030', '500');
    await app.enter('gd_scale@2031', '=D3*2');
    await app.enter('gd_gap@2030', "'=not a formula");
    const { name, text } = await exportCsv(page, 'The sheet in view', 'Formulas');
    const importing = new Importing(app);
    await importing.choose(given(name, `\ufeff${text}`));
    await importing.button('Continue').click();
    await expect(importing.dialog.getByText('Nothing would change.')).toBeVisible();
    await importing.button('Cancel').click();
    for (let i = 0; i < 4; i++) await page.keyboard.press('Control+z');
    await expect(app.answer).toContainText('at 15.3 % a year');
    await importing.choose(given(name, `\ufeff${text}`));
    await importing.button('Continue').click();
    await expect(importing.dialog.getByText('3 rows would change 4 cells.')).toBeVisible();
    await importing.button('Change 3 rows').click();
    await expect(importing.dialog).toBeHidden();
    await expect(app.answer).toContainText('at 18.0 % a year');
    await app.go('gd_scale@2031');
    await expect(app.formulaBar).toHaveValue('=D3*2');
    await app.go('gd_gap@2030');
    await expect(app.formulaBar).toHaveValue("'=not a formula");
    // All of it is one step.
    await page.keyboard.press('Control+z');
    await expect(app.answer).toContainText('at 15.3 % a year');
    await app.go('gd_scale@2031');
    await expect(app.formulaBar).not.toHaveValue('=D3*2');
    await expect(undo(page)).toBeDisabled();
  });

  test('a table pasted into the dialog changes lines by name in either language, row by row as ticked', async ({
    app,
    page,
  }) => {
    const importing = new Importing(app);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.evaluate((text) => navigator.clipboard.writeText(text), PASTED);
    await importing.dialog.getByRole('textbox', { name: 'Or paste a table here' }).focus();
    await page.keyboard.press('Control+v');
    await importing.button('Continue').click();
    await expect(importing.change(2)).toContainText(/Trend growth.*Base.*15\.3% → 20%/);
    await expect(importing.change(3)).toContainText(/All levers on.*7\.296 → 7|7\.2957 → 7/);
    await expect(importing.change(4).getByRole('checkbox')).not.toBeChecked();
    await expect(importing.change(4)).toContainText('replaces a formula by numbers');
    await importing.dialog.getByText('2 rows not taken, and why').click();
    await expect(importing.dialog.getByText('Row 5, Nobody: no line is called so')).toBeVisible();
    await expect(
      importing.dialog.getByText(/Row 6, Terminal growth: the line has another unit than 亿元/),
    ).toBeVisible();
    await importing.change(3).getByRole('checkbox').uncheck();
    expect(await findings(page)).toEqual([]);
    await importing.button('Change 1 row').click();
    await expect(app.answer).toContainText('at 20.0 % a year');
    await page.keyboard.press('Control+z');
    await expect(app.answer).toContainText('at 15.3 % a year');
  });

  test('a file that is dropped on the page is read; a table of new lines joins the sheet in one step', async ({
    app,
    page,
  }) => {
    const importing = new Importing(app);
    const file = await importing.drag(
      given('own.csv', 'Name,Unit,2023,2024,2040\nRobots,家,1,2,3\nGrain,万吨,4,5,6\nNote,,about 7,,\n'),
    );
    await expect(page.getByText('Drop the file to import it')).toBeVisible();
    await file.drop();
    await expect(page.getByText('Drop the file to import it')).toBeHidden();
    await importing.button('Continue').click();
    await importing.dialog.getByRole('radio', { name: 'Add lines' }).check();
    await expect(importing.dialog.getByText('2 values lie in periods that the sheet does not have.')).toBeVisible();
    await expect(importing.dialog.getByText('1 cell holds text where a number belongs')).toBeVisible();
    await expect(importing.dialog.getByRole('row', { name: 'Grain 万吨 Input' })).toBeVisible();
    const before = Number(await app.grid.getAttribute('aria-rowcount'));
    await importing.button('Add 3 lines').click();
    await expect(app.grid).toHaveAttribute('aria-rowcount', String(before + 3));
    // Below the last line there are 50 empty rows.
    const cell = app.at(`E${before + 1 - 50}`);
    await expect(cell).toHaveText('1');
    await cell.click();
    await expect(app.inspector).toContainText('Imported from own.csv, row 2.');
    await page.keyboard.press('Control+z');
    await expect(app.grid).toHaveAttribute('aria-rowcount', String(before));
    await expect(undo(page)).toBeDisabled();
  });

  test('the table of a statistics office becomes a model: notes, years, units, headings', async ({ app, page }) => {
    const importing = new Importing(app);
    await importing.choose(fixture('statistics-office.csv'));
    await expect(importing.dialog.getByRole('combobox', { name: 'Encoding' })).toHaveValue('gb18030');
    await expect(importing.dialog.getByText('Read as years: 2023年(初步核算) as 2023.')).toBeVisible();
    await importing.button('Continue').click();
    await expect(importing.dialog.getByRole('radio', { name: 'Make a new model' })).toBeChecked();
    await importing.dialog.getByRole('textbox', { name: 'Name of the model' }).fill('某省');
    await importing.button('Make the model').click();
    await expect(app.models).toHaveText(/某省$/);
    await app.at('H3').click();
    await expect(app.at('H3')).toHaveText('172.95');
    await expect(app.at('E4')).toHaveText('25.0%');
    await expect(undo(page)).toBeDisabled();
    await app.enter('H3', '200');
    await expect(app.at('H3')).toHaveText('200.00');
  });

  test('how inputs may turn out comes in with them; a text that says none is told with its row', async ({
    app,
    page,
  }) => {
    const text = [
      'Line,Unit,Value,Id,Distribution',
      'Trend growth,%,15.3,gd_growth,pert 5..40',
      'Overlap of levers,%,20,gd_overlap,pert 40..5',
      '',
    ].join('\n');
    const importing = new Importing(app);
    await importing.choose(given('turns.csv', text));
    await importing.button('Continue').click();
    const told = 'Row 3: In “pert 40..5” low must lie below high. All else of the row is taken.';
    await expect(importing.dialog.getByText(told)).toBeVisible();
    await expect(importing.change(2)).toContainText('fixed → pert 5..40');
    expect(await findings(page)).toEqual([]);
    await importing.button('Change 1 row').click();
    await expect(importing.dialog).toBeHidden();
    const { text: out } = await exportCsv(page, 'The sheet in view', 'Values');
    const rows = out.split('\r\n');
    expect(rows[0]).toMatch(/,Id,Distribution$/);
    expect(rows.filter((row) => row.endsWith(',gd_growth,pert 5..40'))).toHaveLength(1);
    await app.at('C3').click();
    await page.keyboard.press('Control+z');
    const { text: before } = await exportCsv(page, 'The sheet in view', 'Values');
    expect(before).not.toContain('Distribution');
  });

  test('an encoding that is in doubt is asked for with both readings, and so is a decimal sign', async ({
    app,
    page,
  }) => {
    const importing = new Importing(app);
    // 一 and 二 of GB18030 are letters in UTF-8 too.
    const bytes = Buffer.from([...Buffer.from('Name;2021;2022\n'), 0xd2, 0xbb, ...Buffer.from(';1,234;1.234\n')]);
    await importing.choose(given('doubt.csv', bytes));
    await expect(importing.button('Continue')).toBeDisabled();
    const chinese = importing.dialog.getByRole('radio', { name: /^GB18030.*一/ });
    await expect(importing.dialog.getByRole('radio', { name: /^UTF-8.*һ/ })).not.toBeChecked();
    expect(await findings(page)).toEqual([]);
    await chinese.click();
    await expect(importing.preview).toContainText('一');
    await expect(importing.dialog.getByText('“1,234” can be 1234 or 1.234.')).toBeVisible();
    await expect(importing.button('Continue')).toBeDisabled();
    await importing.dialog.getByRole('combobox', { name: 'Before decimals' }).selectOption(',');
    await importing.button('Continue').click();
    await importing.button('Make the model').click();
    await expect(app.at('D2')).toHaveText('1.234');
    await expect(app.at('E2')).toHaveAccessibleName('1,234.000');
  });

  test('what can’t be taken is refused with what is wrong with it, and nothing is changed', async ({ app, page }) => {
    await test.step('a file of 200 MB is refused before it is read, with what is expected', async () => {
      const importing = new Importing(app);
      await importing.page.getByRole('button', { name: 'Import' }).click();
      // A file of that size, without its bytes ever being made.
      await importing.page.evaluate(() => {
        const piece = new Blob([new Uint8Array(1024 * 1024)]);
        const transfer = new DataTransfer();
        transfer.items.add(
          new File(
            Array.from({ length: 200 }, () => piece),
            'large.csv',
            { type: 'text/csv' },
          ),
        );
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
      });
      await expect(importing.refusal).toContainText('large.csv has 200 MB; at most 150 MB can be read.');
    });
    await test.step('a file that can’t be read is refused with the line, and nothing is changed', async () => {
      const importing = new Importing(app);
      await importing.choose(given('open.csv', 'Name,2021,2022\nx,1,2\n"y,3,4\n'));
      await importing.button('Continue').click();
      await expect(importing.refusal).toContainText('The quote that opens in line 3 is never closed.');
      await importing.button('Back').click();
      await importing.choose(given('book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])));
      await expect(importing.refusal).toContainText(
        'book.xlsx begins as an Excel workbook, but is cut off or damaged.',
      );
      await importing.choose(given('nothing.csv', ''));
      await expect(importing.refusal).toContainText('There is nothing in it.');
      await importing.choose(given('prose.txt', 'Only some words.\nAnd some more.\n'));
      await expect(importing.dialog.getByText('No column holds a period')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(undo(page)).toBeDisabled();
    });
  });

  test('a million rows show how far they are, can be cancelled, and are filtered to what fits', async ({
    app,
    page,
  }) => {
    test.slow();
    const importing = new Importing(app);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.evaluate(() => {
      const rows = Array.from({ length: 1000 }, (_, i) => `Region ${i},bn yuan,1.5,2.5\n`).join('');
      const transfer = new DataTransfer();
      const all = ['Name,Unit,2023,2024\n', ...Array.from({ length: 1000 }, () => rows)];
      transfer.items.add(new File(all, 'million.csv', { type: 'text/csv' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    });
    await importing.button('Continue').click();
    await expect(importing.dialog.getByRole('progressbar')).toBeVisible();
    await importing.button('Cancel').click();
    await expect(importing.refusal).toContainText('The reading was cancelled. Nothing was taken.');
    await importing.button('Continue').click();
    await expect(importing.dialog.getByText('More than 250,000 rows are too many to take.')).toBeVisible({
      timeout: 60_000,
    });
    await expect(importing.button(/^(Change|Add|Make)/)).toBeDisabled();
    await importing.dialog.getByRole('textbox', { name: 'Only rows that hold' }).fill('Region 17');
    await page.keyboard.press('Enter');
    await expect(importing.dialog.getByText('11,000 of 1,000,000 rows')).toBeVisible({ timeout: 60_000 });
    await importing.dialog.getByRole('radio', { name: 'Make a new model' }).check();
    await expect(importing.button('Make the model')).toBeEnabled({ timeout: 30_000 });
  });

  test('in Chinese, light and wide or dark and narrow, axe finds nothing in the steps, and nothing is wider than the screen', async ({
    app,
    page,
  }) => {
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const expectFine = async () => {
      for (const [colorScheme, width] of [
        ['light', 1280],
        ['dark', 360],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        expect([await findings(page), await sideways()], `${colorScheme}, ${width} px wide`).toEqual([[], 0]);
      }
    };
    await app.button('中文').click();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    const importing = new Importing(app);
    await expect(importing.dialog).toBeVisible();
    await expectFine();
    await importing.choose(fixture('excel-zh-unicode.txt'));
    await expect(importing.dialog.getByRole('combobox', { name: '编码' })).toHaveValue('utf-16le');
    await expectFine();
    await importing.button('继续').click();
    await expect(importing.dialog.getByRole('radio', { name: '新建模型' })).toBeChecked();
    await expect(importing.button('新建模型')).toBeEnabled();
    await expectFine();
    await page.keyboard.press('Escape');
    // Where the header has the export itself.
    await page.setViewportSize({ width: 1280, height: 800 });
    await exportBy(page, '导出CSV');
    await expect(page.getByRole('dialog', { name: '导出CSV' })).toBeVisible();
    await expectFine();
  });
});

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** As a spreadsheet puts it on the clipboard: tabs, in Chinese and English, a scenario in a column. */
const PASTED = [
  ['Line', 'Scenario', 'Unit', 'Value', '2025'],
  ['趋势增速', 'Base', '%', '20', ''],
  ['Yuan per dollar', 'All levers on', '', '7', ''],
  ['Industry scale', '', 'bn yuan', '', '250'],
  ['Nobody', '', '', '1', ''],
  ['Terminal growth', '', '亿元', '5', ''],
]
  .map((cells) => cells.join('\t'))
  .join('\r\n');
