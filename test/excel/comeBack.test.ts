import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/document/change.ts';
import { type Document, modelOf, newDocument } from '../../src/document/document.ts';
import { bookOf } from '../../src/excel/book.ts';
import type { ExcelJob } from '../../src/excel/job.ts';
import { folded } from '../../src/io/csv/names.ts';
import type { Target } from '../../src/io/csv/target.ts';
import { readXlsx, type SheetTable } from '../../src/io/xlsx/read.ts';
import { sheetText } from '../../src/io/xlsx/sheetText.ts';
import { writeXlsx } from '../../src/io/xlsx/write.ts';
import type { Content } from '../../src/model/content.ts';
import { type Model, slotCount } from '../../src/model/model.ts';
import { SHEET_CHOICES } from '../../src/state/importing/workbookImport.ts';
import { documents } from '../fixtures/documents.ts';
import { excelJob } from '../fixtures/excel.ts';
import { LINES, PERIODS, SCENARIOS } from '../fixtures/small.ts';
import { sheet } from '../fixtures/xlsx/parts.ts';
import { Opened } from '../io/csv/reading.ts';
import { resolved } from '../models/shipped.ts';
import { runs } from '../runs.ts';

const SMALL: Model = { ...resolved('guangdong'), lines: LINES, periods: PERIODS };

/** The document as a sheet is compared with it. */
function targetOf(document: Document, view: string, job = excelJob(document, SMALL)): Target {
  const { name } = modelOf(SMALL, document);
  const { lines, periods, scenarios, values, notes } = job;
  const texts = notes.flatMap(([at, note]) => (note.kind === 'text' ? [[at, note.text] as const] : []));
  return { name, lines, periods, scenarios, view, regions: {}, values, texts };
}

const sheetsOf = async (job: ExcelJob): Promise<readonly SheetTable[]> =>
  (await readXlsx(await writeXlsx(bookOf(job)), { entries: true })).sheets;

/** A sheet as the dialog reads it. */
async function opened(table: SheetTable | undefined): Promise<Opened> {
  const file = await Opened.of([...sheetText(table ?? { name: '', rows: [] })].join(''), SHEET_CHOICES);
  await file.table();
  return file;
}

/** What each line that is alone with its name shows in a scenario; empty cells and errors left out. */
function shownBy({ lines, periods, scenarios, values, texts }: Target, scenario: string): Map<string, number | string> {
  const width = slotCount(periods);
  const from = scenarios.findIndex(({ id }) => id === scenario) * lines.length;
  const written = new Map(texts);
  const names = lines.flatMap((line) =>
    line.kind === 'heading' ? [] : [...new Set([folded(line.label.en), folded(line.label.zh)])],
  );
  const isAlone = (name: string) => name !== '' && names.filter((one) => one === name).length === 1;
  return new Map(
    lines.flatMap((line, i) =>
      line.kind === 'heading' || !isAlone(folded(line.label.en))
        ? []
        : Array.from({ length: width }, (_, slot) => {
            const at = (from + i) * width + slot;
            const value = values[at] ?? Number.NaN;
            return [`${line.id} ${slot}`, Number.isNaN(value) ? (written.get(at) ?? '') : value] as const;
          }).filter(([, value]) => value !== ''),
    ),
  );
}

const small = (content: Content): Document => ({
  ...newDocument(SMALL),
  scenarios: SCENARIOS.map((one) => ({
    ...one,
    overrides: one.id === 'base' ? { start: { value: content }, growth: { value: content } } : {},
  })),
});

describe('a workbook that was exported', () => {
  it('changes nothing when it is brought in, and brings back what was deleted since', async () => {
    let brought = 0;
    await fc.assert(
      fc.asyncProperty(documents(SMALL), fc.nat(), async (document, which) => {
        const place = which % document.scenarios.length;
        const scenario = document.scenarios[place]?.id ?? '';
        const job = excelJob(document, SMALL);
        const file = await opened((await sheetsOf(job))[place]);
        const target = targetOf(document, scenario, job);
        expect((await file.update(target)).changes).toEqual([]);
        const scenarios = document.scenarios.map((one) => (one.id === scenario ? { ...one, overrides: {} } : one));
        const emptied = { ...document, scenarios };
        await file.update(targetOf(emptied, scenario));
        const edits = await file.edits([], 'all');
        brought += edits.length;
        const { document: back } = applyChange(emptied, { kind: 'cells', edits });
        const after = shownBy(targetOf(back, scenario), scenario);
        for (const [cell, value] of shownBy(target, scenario)) expect([cell, after.get(cell)]).toEqual([cell, value]);
      }),
      runs(20, 300),
    );
    expect(brought).toBeGreaterThan(0);
  });

  it.each<Content>([
    14163399999999.37,
    -0.1,
    1e300,
    -Number.MAX_VALUE,
    { text: '5' },
    { text: '15.3%' },
    { text: '=1+1' },
    { text: "'quoted" },
    { text: '-' },
    { text: 'a\r\nb, "c"' },
  ])('holds %j again, and a cell that was changed since is the only one that is told', async (content) => {
    const sheets = await sheetsOf(excelJob(small(content), SMALL));
    for (const [place, { id }] of SCENARIOS.entries())
      expect((await (await opened(sheets[place])).update(targetOf(small(content), id))).changes).toEqual([]);
    const file = await opened(sheets[0]);
    const { changes } = await file.update(targetOf(small(7), 'base'));
    const typed = changes.filter(({ target }) => target === 'start' || target === 'growth');
    expect(typed.map(({ target, cells }) => [target, cells[0]?.content])).toEqual([
      ['growth', content],
      ['start', content],
    ]);
  });
});

it('a text that a formula gives is not told for the number that it looks like', async () => {
  const document = small({ formula: '="5"' });
  const [base] = await sheetsOf(excelJob(document, SMALL));
  expect((await (await opened(base)).update(targetOf(document, 'base'))).changes).toEqual([]);
});

describe('a workbook of someone else', () => {
  it('has numbers that stand there as texts, years, shares and errors as a person means them', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="0" quotePrefix="1"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const text = (address: string, value: string, style = 0) =>
      `<c r="${address}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = [
      `<row r="2">${text('A2', 'A note\nin two lines')}</row>`,
      `<row r="4">${text('A4', '指标')}<c r="B4" s="2"><v>44562</v></c>${text('C4', '2023', 3)}<c r="D4"><v>2024</v></c></row>`,
      `<row r="5">${text('A5', '占比')}<c r="B5" s="1"><v>0.153</v></c><c r="C5" s="1"><f>B5*2</f><v>0.306</v></c>${text('D5', '12.5%')}</row>`,
      `<row r="6">${text('A6', '=产值（亿元）', 3)}${text('B6', '1,234')}<c r="C6" t="e"><v>#N/A</v></c>${text('D6', '=x')}</row>`,
      `<row r="7">${text('A7', '备注')}<c r="B7" s="4"><v>45243</v></c><c r="C7" t="b"><v>1</v></c>${text('D7', '007', 3)}</row>`,
    ];
    const [table] = (await readXlsx(await sheet(rows.join(''), { 'xl/styles.xml': styles }), { entries: true })).sheets;
    const file = await opened(table);
    expect(file.preview.roles).toEqual(['label', 2022, 2023, 2024]);
    expect(file.preview.records[5]?.[0]).toBe('=产值（亿元）');
    const built = await file.build();
    expect(built.lines.map((line) => [line.label.en, line.kind === 'heading' ? '' : line.unit])).toEqual([
      ['占比', 'percent'],
      ['=产值', 'bn yuan'],
      ['备注', ''],
    ]);
    // By the row of the sheet, whatever line breaks stand above it.
    expect(built.sources).toEqual([5, 6, 7]);
    const held = built.lines.map(({ id }) => built.scenarios[0]?.overrides[id]);
    expect(held).toEqual([
      { 2022: 0.153, 2023: 0.306, 2024: 0.125 },
      { 2022: 123.4, 2024: { text: '=x' } },
      { 2022: { text: '2023-11-13' }, 2023: { text: 'TRUE' }, 2024: { text: '007' } },
    ]);
  });
});
