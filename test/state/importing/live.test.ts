import * as fc from 'fast-check';
import { createRoot } from 'solid-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCatalog } from '../../../src/catalog.ts';
import { countSet } from '../../../src/document/document.ts';
import { resetScenario } from '../../../src/document/overrides.ts';
import { NotADocument, parseSaved, save } from '../../../src/document/saved.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { WORKBOOK_IMPORT } from '../../../src/i18n/workbookImport.ts';
import type { LiveBook } from '../../../src/io/workbook/live.ts';
import type { Line } from '../../../src/model/line.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { type Comparison, compare, measuredLines } from '../../../src/state/importing/comparing.ts';
import { chartsOf, chartsOfBook } from '../../../src/state/importing/firstChart.ts';
import { isFromBook } from '../../../src/state/importing/fromBook.ts';
import { takeDocument } from '../../../src/state/importing/importing.ts';
import { hasSlider, headline, holdsAnything } from '../../../src/state/importing/liveReport.ts';
import { checkLive, liveDocument, takeLive } from '../../../src/state/importing/takeLive.ts';
import { cellMark, lineMark } from '../../../src/state/insight/cells.ts';
import { differencesOf } from '../../../src/state/insight/differences.ts';
import { createWords } from '../../../src/state/page/words.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import { fitNew } from '../../../src/state/sheet/fitNew.ts';
import { createWidths } from '../../../src/state/sheet/widths.ts';
import { inProcess } from '../../fixtures/inProcess.ts';
import { PLAN, storing } from '../../fixtures/liveBook.ts';
import { runs } from '../../runs.ts';

const TODAY = new Date('2026-03-01');

/** What a workbook computes to beside the values of its file. */
async function compared(book: LiveBook): Promise<Comparison> {
  const engine = createEngine(inProcess);
  const { lines, periods, overrides } = book;
  try {
    await engine.build({ lines, periods, scenarios: [{ id: 'base', name: '', note: '', overrides }] });
    const rows = measuredLines(book).map((line) => ({ scenario: 'base', line }));
    return compare(book, await engine.read(rows));
  } finally {
    engine.dispose();
  }
}

const CATALOG = loadCatalog();

function open() {
  return createRoot((dispose) => {
    const engine = createEngine(inProcess);
    onTestFinished(() => {
      engine.dispose();
      dispose();
    });
    const workspace = new Workspace(CATALOG, engine);
    return { workspace, editor: new Editor(workspace), ...createWords(() => 'en') };
  });
}

describe('a workbook beside the values of its file', () => {
  it('is equal where each number is, to a billionth of it', async () => {
    expect(await compared(PLAN)).toEqual({ equal: 8, unstored: 0, differences: [] });
    expect(await compared(storing('revenue', 2026, 6_223.000_001))).toMatchObject({ equal: 8, differences: [] });
    const { equal, differences } = await compared(storing('revenue', 2026, 6_223.000_1));
    expect([equal, differences.length]).toEqual([7, 1]);
    expect(differences[0]).toMatchObject({
      placed: { line: 'revenue', slot: 2026, from: { sheet: 0, row: 5, column: 4 }, stored: 6_223.000_1 },
      ours: 6_223,
    });
  });

  it('is told of constants that came in otherwise, and counts no constant as a formula', async () => {
    expect(await compared(storing('price', 'value', 50))).toMatchObject({ equal: 8, differences: [{ ours: 49 }] });
  });

  it('is recalculated where the file has no value', async () => {
    expect(await compared(storing('profit', 2027, 'none'))).toEqual({ equal: 7, unstored: 1, differences: [] });
  });

  it.each([
    ['=1>0', true, 1],
    ['=1>0', false, 0],
    ['=1>0', 1, 0],
    ['="A"&1', 'A1', 1],
    ['="A"&1', 'a1', 0],
    ['="TRUE"', 'TRUE', 1],
    ['=""', '', 1],
    ['=1/0', { error: '#DIV/0!' }, 1],
    ['=1/0', { error: '#N/A' }, 0],
    ['=1/0', 0, 0],
    ['=0.1+0.2-0.3', 0, 1],
    ['=1E-9', 0, 0],
  ] as const)('has %s and %j of one kind and value: %i', async (formula, stored, equal) => {
    const line: Line = { kind: 'result', id: 'one', label: { en: 'One', zh: 'One' }, unit: '', formula };
    const from = { sheet: 0, row: 0, column: 0 };
    const book = { ...PLAN, lines: [line], overrides: {} };
    const [big, one] = [
      { from, line: 'none', slot: 'value', kind: 'constant', stored: 1_000 },
      { from, line: 'one', slot: 'value', kind: 'formula', stored },
    ] as const;
    const found = await compared({ ...book, placed: [big, one] });
    expect(found.equal).toBe(equal);
    // What the model lacks altogether is told as well.
    expect(found.differences).toHaveLength(2 - equal);
  });

  it('is found by its period, also where the axis leaves some out', async () => {
    const line: Line = { kind: 'series', id: 'a', label: { en: 'A', zh: 'A' }, unit: '', formula: '={year}*2' };
    const placed = [2025, 2030, 2050].map((slot, i) => ({
      from: { sheet: 0, row: 1, column: i + 1 },
      line: 'a',
      slot,
      kind: 'formula' as const,
      stored: slot * 2,
    }));
    const periods = { first: 2025, last: 2050, list: [2025, 2030, 2050] };
    const book = { ...PLAN, lines: [line], overrides: {}, periods, placed };
    expect(await compared(book)).toEqual({ equal: 3, unstored: 0, differences: [] });
    const [first, ...others] = placed;
    const other = { ...book, placed: [...others, { ...first, stored: 1 } as LiveBook['placed'][number]] };
    expect((await compared(other)).differences).toMatchObject([{ placed: { slot: 2025 }, ours: 4_050 }]);
  });

  it('is an error that is kept, whichever one', async () => {
    const line: Line = { kind: 'result', id: 'one', label: { en: 'One', zh: 'One' }, unit: '', formula: '=1/0' };
    const from = { sheet: 0, row: 0, column: 0 };
    const placed = [{ from, line: 'one', slot: 'value', kind: 'constant', stored: { error: '#NAME?' } }] as const;
    const kept = [{ at: from, why: 'function', said: 'NOSUCH', formula: '=NOSUCH()' }] as const;
    expect((await compared({ ...PLAN, lines: [line], overrides: {}, placed, kept })).differences).toEqual([]);
  });

  it('holds of any number that the engine gives back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), async (value) => {
        const line: Line = { kind: 'input', id: 'one', label: { en: 'One', zh: 'One' }, unit: '', value };
        const placed = [
          { from: { sheet: 0, row: 0, column: 0 }, line: 'one', slot: 'value', kind: 'constant', stored: value },
        ] as const;
        expect((await compared({ ...PLAN, lines: [line], overrides: {}, placed })).differences).toEqual([]);
      }),
      runs(20, 200),
    );
  });
});

describe('what is said of it', () => {
  const NONE: Comparison = { equal: 8, unstored: 0, differences: [] };
  const say = (book: LiveBook, comparison: Comparison | undefined, lang: 'en' | 'zh' = 'en') =>
    headline(WORKBOOK_IMPORT[lang].headline, book, comparison);
  const kept: LiveBook['kept'] = [
    { at: { sheet: 0, row: 9, column: 2 }, why: 'function', said: 'CUBEVALUE', formula: '=CUBEVALUE("x")' },
  ];

  it('counts what computes, what differs, what is kept and what is left out', async () => {
    const differences = (await compared(storing('profit', 2027, 1))).differences;
    expect(say(PLAN, undefined)).toBe('8 of 8 formulas live; comparing with the values of the file…');
    expect(say(PLAN, NONE)).toBe('8 of 8 formulas live, all equal to the file’s values.');
    expect(say({ ...PLAN, formulas: 1_301, kept }, NONE)).toBe(
      '8 of 1,301 formulas live, all equal to the file’s values; 1 kept as values; 1,292 left out.',
    );
    expect(say(PLAN, { equal: 7, unstored: 0, differences })).toBe(
      '8 of 8 formulas live; 1 value differs from the file’s.',
    );
    expect(say(PLAN, { equal: 0, unstored: 8, differences: [] })).toBe(
      '8 of 8 formulas live, recalculated here, since the file stores no values.',
    );
    expect(say({ ...PLAN, formulas: 0, placed: [] }, NONE)).toBe('No formulas: all of it is values.');
    expect(say({ ...PLAN, formulas: 9, kept }, NONE, 'zh')).toBe(
      '9个公式中8个可继续计算，结果均与文件一致；1个仅保留数值。',
    );
  });

  it('counts the formulas of hidden sheets that were left out', () => {
    const left = [{ at: { sheet: 1, row: 0, column: 0 }, why: 'hiddenSheet', said: 'Notes', formulas: 2 }] as const;
    expect(say({ ...PLAN, left }, NONE)).toBe('8 of 10 formulas live, all equal to the file’s values; 2 left out.');
  });

  it('is that nothing can be taken where no formula computes and no value is known', () => {
    expect(holdsAnything(PLAN)).toBe(true);
    const from = { sheet: 0, row: 0, column: 0 };
    expect(holdsAnything({ placed: [{ from, line: 'a', slot: 'value', kind: 'constant' }] })).toBe(false);
  });

  it('counts the inputs that have sliders: one value, about which a range can be guessed', () => {
    expect(PLAN.lines.filter(hasSlider).map(({ id }) => id)).toEqual(['price', 'churn', 'fresh']);
  });
});

describe('the first chart', () => {
  const series = (id: string, label: string): Line => ({
    kind: 'series',
    id,
    label: { en: label, zh: label },
    unit: '',
    formula: '=1',
  });
  const heading: Line = { kind: 'heading', id: 'h', label: { en: 'Next', zh: 'Next' } };

  it('is of the last line of the first block that is named as a result, else as a total, else of its last', () => {
    expect(chartsOf(PLAN.lines)).toEqual(['profit', 'customers', 'revenue']);
    const block = [series('a', 'Wages'), series('b', 'Total costs'), series('c', 'Growth')];
    expect(chartsOf([...block, heading, series('d', 'Net profit')])[0]).toBe('b');
    expect(chartsOf([series('a', '营业收入'), series('b', '净利润'), series('c', '利润率说明')])[0]).toBe('c');
    expect(chartsOf([series('a', 'Wages'), series('b', 'Rent')])[0]).toBe('b');
    expect(chartsOf(PLAN.lines.filter(({ kind }) => kind !== 'series'))).toEqual(['cost']);
    expect(chartsOf([])).toEqual([]);
  });

  it('is of numbers: a line of texts is passed over, whatever it is called', () => {
    const lines = [series('a', 'Wages'), series('b', 'Total within budget?')];
    const from = { sheet: 0, row: 0, column: 0 };
    const placed = [{ from, line: 'b', slot: 2025, kind: 'formula', stored: 'yes' }] as const;
    expect(chartsOfBook({ lines, placed: [] })[0]).toBe('b');
    expect(chartsOfBook({ lines, placed })).toEqual(['a']);
  });
});

describe('a workbook that is taken', () => {
  it('is a document of its own in which nothing is edited, and each line says where it stands in the file', () => {
    const app = open();
    const { workspace } = app;
    takeLive(app, PLAN, { name: 'My plan', file: 'plan.xlsx' });
    expect(workspace.model()).toMatchObject({ name: { en: 'My plan' }, periods: { first: 2025, last: 2027 } });
    expect(workspace.history().past).toEqual([]);
    // Numbers that came in are no change of the base, which could be reset.
    expect(differencesOf(app, workspace.base).told).toEqual([]);
    expect(workspace.view.line).toBe('profit');
    const marks = [
      ['price', 'value'],
      ['customers', 2027],
      ['profit', 2025],
    ] as const;
    expect(marks.map(([line, slot]) => cellMark(workspace, { scenario: 'base', line, slot }))).toEqual([
      'assumption',
      'derived',
      'derived',
    ]);
    expect(workspace.line('price')?.note?.en).toBe('Imported from plan.xlsx, Plan!C2.');
    expect(workspace.line('profit')?.note?.zh).toBe('导入自plan.xlsx的Plan!D8:F8。');
    expect(workspace.line('plan')?.note).toBeUndefined();
    // By their notes units are told from those that a person typed here.
    const measured = workspace.model().lines.filter(({ kind }) => kind !== 'heading');
    expect(measured.map(isFromBook)).toEqual(measured.map(() => true));
  });

  it('has what is typed for periods as facts up to the boundary, and as assumptions behind it', () => {
    const app = open();
    takeLive(app, { ...PLAN, observedUntil: 2025 }, { name: 'plan', file: 'plan.xlsx' });
    const mark = (line: string, slot: number) => cellMark(app.workspace, { scenario: 'base', line, slot });
    expect([mark('cost', 2025), mark('cost', 2026), mark('customers', 2025)]).toEqual(['fact', 'assumption', 'fact']);
  });

  it('has cells that differ from their row as what the row says there: no edit is shown, counted or reset', async () => {
    const app = open();
    const { workspace } = app;
    const lines = PLAN.lines.map(
      (line): Line => (line.id === 'revenue' ? ({ ...line, exceptions: [2026, 2027] } as Line) : line),
    );
    const revenue = { 2026: 7_000, 2027: { formula: '={customers}*{price}*1.02' } };
    const growing = { 2025: { formula: '={customers}*2' }, 2026: { formula: '={customers}*3' }, 2027: 900 };
    const book = { ...PLAN, lines, observedUntil: 2025, overrides: { cost: growing, revenue } };
    takeLive(app, book, { name: 'My plan', file: 'plan.xlsx' });
    const mark = (line: string, slot: number, scenario = 'base') => cellMark(workspace, { scenario, line, slot });
    expect([2025, 2026, 2027].map((slot) => mark('revenue', slot))).toEqual(['derived', 'assumption', 'derived']);
    // A row of formulas that have nothing in common is computed all the same.
    expect([2025, 2026, 2027].map((slot) => mark('cost', slot))).toEqual(['derived', 'derived', 'assumption']);
    expect(lineMark(workspace, workspace.line('cost') as Line)).toBe('derived');
    expect(differencesOf(app, workspace.base).told).toEqual([]);
    expect(countSet(workspace.openModel, workspace.base)).toBe(0);

    const edit = { scenario: 'base', line: 'revenue', slot: 2025, content: 1 } as const;
    workspace.dispatch({ kind: 'cells', edits: [edit] });
    expect([mark('revenue', 2025), countSet(workspace.openModel, workspace.base)]).toEqual(['edited', 1]);
    expect(differencesOf(app, workspace.base).told.map(({ cell }) => cell.slot)).toEqual([2025]);
    const reset = resetScenario(workspace.openModel, 'base', (line) => line === 'revenue');
    expect(reset && workspace.dispatch(reset)).toBe(true);
    expect(workspace.base.overrides.revenue).toEqual(revenue);
    expect(resetScenario(workspace.openModel, 'base')).toBeUndefined();

    const document = workspace.document();
    const text = JSON.stringify(save(document, workspace.shipped()));
    await takeDocument(app, parseSaved(text));
    expect(workspace.document()).toEqual(document);
    expect(mark('revenue', 2026)).toBe('assumption');
  });

  it('says in the note of a line which of its cells keep the value of a formula, and why', () => {
    const at = PLAN.placed[0]?.from ?? { sheet: 0, row: 0, column: 0 };
    const formula = '=CUBEVALUE("x")';
    const [model] = liveDocument(
      { ...PLAN, kept: [{ at, why: 'function', said: 'CUBEVALUE', formula }] },
      { name: 'plan', file: 'plan.xlsx' },
      TODAY,
    );
    expect(model.about.en).toBe('Imported from plan.xlsx.\n1 formula was kept as a value: Plan!C2.');
    expect(model.lines.find(({ id }) => id === 'price')?.note?.en).toBe(
      'Imported from plan.xlsx, Plan!C2.\nPlan!C2 holds the value of =CUBEVALUE("x"): CUBEVALUE is not computed here.',
    );
  });

  it('is kept, and opens again as it was', async () => {
    const app = open();
    const { workspace } = app;
    takeLive(app, PLAN, { name: 'plan', file: 'plan.xlsx' });
    const document = workspace.document();
    const text = JSON.stringify(save(document, workspace.shipped()));
    await workspace.open('china');
    await takeDocument(app, parseSaved(text));
    expect(workspace.document()).toEqual(document);
  });

  it('is refused before it is taken where it could not be opened again', () => {
    expect(() => checkLive(PLAN)).not.toThrow();
    const [first] = PLAN.lines;
    const twice = { ...PLAN, lines: [...PLAN.lines, first as Line] };
    const address = { ...PLAN, lines: [{ ...(first as Line), id: 'a1' }] };
    for (const book of [twice, address, { ...PLAN, periods: { first: 2025, last: 9999 } }])
      expect(() => checkLive(book)).toThrow(NotADocument);
  });
});

describe('the columns of what came in', () => {
  const PX = 8;
  const measure = { label: (text: string) => text.length * PX, number: (text: string) => text.length * PX };

  it('have room for names and numbers at the first look, all periods alike, and no more than their share', async () => {
    const app = { ...open(), widths: createWidths() };
    const long = 'x'.repeat(30);
    const lines = PLAN.lines.map((line) =>
      line.id === 'revenue'
        ? ({ ...line, label: { en: long, zh: long }, formula: '={customers}*{price}*1000000' } as Line)
        : line,
    );
    takeLive(app, { ...PLAN, lines }, { name: 'plan', file: 'plan.xlsx' });
    await fitNew(app, measure);
    const { id } = app.workspace.model();
    // 4,900,000,000 beside its padding; the numbers of column C need no more than they have.
    const period = '7,506,310,000'.length * PX + 20;
    expect(app.widths.of(id)).toEqual({ label: 30 * PX + 46, 2025: period, 2026: period, 2027: period });
    const wider = { label: (text: string) => text.length * 20, number: measure.number };
    await fitNew(app, wider);
    expect(app.widths.of(id).label).toBe(380);
  });

  it('are left as they are where another document is open by then', async () => {
    const app = { ...open(), widths: createWidths() };
    takeLive(app, PLAN, { name: 'plan', file: 'plan.xlsx' });
    const { id } = app.workspace.model();
    const fitting = fitNew(app, { label: () => 300, number: () => 120 });
    takeLive(app, PLAN, { name: 'another', file: 'plan.xlsx' });
    await fitting;
    expect([app.widths.of(id), app.widths.of(app.workspace.model().id)]).toEqual([{}, {}]);
  });
});
