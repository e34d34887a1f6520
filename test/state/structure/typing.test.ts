import { describe, expect, it } from 'vitest';
import { restoreSaved } from '../../../src/document/restoring.ts';
import { parseSaved, save } from '../../../src/document/saved.ts';
import { decodeLink, encodeLink } from '../../../src/io/link/link.ts';
import type { Content } from '../../../src/model/content.ts';
import type { Line } from '../../../src/model/line.ts';
import type { CommandApp } from '../../../src/state/commands/command.ts';
import { commandOf } from '../../../src/state/commands/index.ts';
import type { RangeActions } from '../../../src/state/ranges/rangeActions.ts';
import { openBlank } from '../../../src/state/structure/ownModels.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { waitFor } from '../../fixtures/waitFor.ts';

interface Sheet {
  readonly app: CommandApp;
  readonly part: RangeActions;
  /** Types at an address, as keys do, and takes it by Enter. */
  readonly type: (address: string, text: string) => Promise<void>;
  readonly select: (from: string, to?: string) => void;
  readonly lines: () => readonly Line[];
  readonly held: (line: number) => Readonly<Record<string, Content>>;
}

const placeOf = (address: string) => {
  const [, letter = 'A', row = '2'] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  return { line: Number(row) - 2, column: letter.charCodeAt(0) - 65 };
};

/** A blank model of the years 2026 to 2030: the columns D to H. */
async function blank(app = openCommandApp()): Promise<Sheet> {
  openBlank(app, { name: 'Plan', periods: { first: 2026, last: 2030 } }, new Date(2026, 5, 1));
  return sheetOf(app);
}

async function sheetOf(app: CommandApp): Promise<Sheet> {
  let part: RangeActions | undefined;
  app.rangeActions.use((loaded) => {
    part = loaded;
  });
  await waitFor(() => expect(part).toBeDefined());
  const { editor, workspace } = app;
  return {
    app,
    part: part as RangeActions,
    type: async (address, text) => {
      const before = workspace.document();
      editor.select(placeOf(address));
      editor.type(text);
      editor.commitAndMove(() => editor.enter(1));
      // What knows how to take it may have to be loaded first.
      await waitFor(() => expect(workspace.document() !== before || editor.refusal()).toBeTruthy());
    },
    select: (from, to = from) => void editor.selectRange({ from: placeOf(from), to: placeOf(to) }, placeOf(from)),
    lines: () => workspace.model().lines,
    held: (line) => workspace.base.overrides[workspace.model().lines[line]?.id ?? ''] ?? {},
  };
}

const said = ({ app }: Sheet) => {
  const refusal = app.editor.refusal();
  return typeof refusal === 'object' && refusal.kind === 'said' ? refusal.text.en : refusal;
};

describe('below the last line', () => {
  it('a name makes a line, in one step of undo', async () => {
    const sheet = await blank();
    await sheet.type('A2', 'Customers');
    expect(sheet.lines()).toEqual([{ kind: 'heading', id: 'own_1', label: { en: 'Customers', zh: 'Customers' } }]);
    expect(sheet.app.workspace.history().past).toHaveLength(1);
    sheet.app.workspace.undo();
    expect(sheet.lines()).toEqual([]);
  });

  it('rows that are passed over stay blank', async () => {
    const sheet = await blank();
    await sheet.type('A2', 'Customers');
    await sheet.type('A5', 'Revenue');
    expect(sheet.lines().map(({ label }) => label.en)).toEqual(['Customers', '', '', 'Revenue']);
    expect(sheet.app.workspace.history().past).toHaveLength(2);
  });

  it('a number in column C makes an input of one value, with the decimals that it has', async () => {
    const sheet = await blank();
    await sheet.type('C2', '12.5');
    expect(sheet.lines()[0]).toMatchObject({ kind: 'input', decimals: 1 });
    expect(sheet.lines()[0]).not.toHaveProperty('perPeriod');
    expect(sheet.held(0)).toEqual({ value: 12.5 });
  });

  it('a formula in column C makes a result, of which the line itself has the formula', async () => {
    const sheet = await blank();
    await sheet.type('C2', '12');
    await sheet.type('C3', '=C2*2');
    expect(sheet.lines()[1]).toMatchObject({ kind: 'result', formula: '={own_1}*2' });
    expect(sheet.held(1)).toEqual({});
  });

  it('a number in a period makes an input of a value a period', async () => {
    const sheet = await blank();
    await sheet.type('E2', '90');
    expect(sheet.lines()[0]).toMatchObject({ kind: 'input', perPeriod: true });
    expect(sheet.held(0)).toEqual({ 2027: 90 });
  });

  it('a percentage brings its unit, as to a cell of Excel', async () => {
    const sheet = await blank();
    await sheet.type('A2', 'Churn');
    await sheet.type('C2', '2.1%');
    expect(sheet.lines()[0]).toMatchObject({ kind: 'input', unit: 'percent' });
    expect(sheet.held(0)).toEqual({ value: 0.021 });
  });

  it('a line with a name alone is what is typed into it first, and keeps its id', async () => {
    const sheet = await blank();
    for (const [address, name] of [
      ['A2', 'Price'],
      ['A3', 'Sold'],
      ['A4', 'Total'],
    ] as const)
      await sheet.type(address, name);
    await sheet.type('C2', '49');
    await sheet.type('D3', '7');
    await sheet.type('C4', '=C2*10');
    expect(sheet.lines().map(({ id, kind, label }) => [id, kind, label.en])).toEqual([
      ['own_1', 'input', 'Price'],
      ['own_2', 'input', 'Sold'],
      ['own_3', 'result', 'Total'],
    ]);
  });

  it('a formula may refer to a line that holds nothing yet: that decides what it is to hold', async () => {
    const sheet = await blank();
    await sheet.type('A2', 'Customers');
    await sheet.type('D3', '=D2*2');
    expect(sheet.lines()[0]).toMatchObject({ kind: 'input', perPeriod: true });
    expect(sheet.held(1)).toEqual({ 2026: { formula: '={own_1}*2' } });
    await sheet.type('D2', '5');
    expect(sheet.held(0)).toEqual({ 2026: 5 });
  });
});

describe('a formula in a period', () => {
  it('holds for its cell until it is filled over the row; then it is that of the line', async () => {
    const sheet = await blank();
    await sheet.type('C2', '12');
    await sheet.type('D3', '=C2*2');
    expect(sheet.held(1)).toEqual({ 2026: { formula: '={own_1}*2' } });
    sheet.select('D3', 'H3');
    sheet.part.fillSelection('right');
    expect(sheet.lines()[1]).toMatchObject({ kind: 'series', formula: '={own_1}*2' });
    expect(sheet.held(1)).toEqual({});
    sheet.app.workspace.undo();
    expect(sheet.held(1)).toEqual({ 2026: { formula: '={own_1}*2' } });
  });

  it('leaves the cells that it starts from: a number stays typed, a formula is that of the first period', async () => {
    const sheet = await blank();
    await sheet.type('D2', '1200');
    await sheet.type('E2', '=D2*1.1');
    sheet.select('E2', 'H2');
    sheet.part.fillSelection('right');
    expect(sheet.lines()[0]).toMatchObject({ kind: 'series', formula: '={own_1@prev}*1.1', values: { 2026: 1200 } });
    expect(sheet.held(0)).toEqual({});
    // What it starts from is typed over as the line’s own, and is emptied by Delete.
    await sheet.type('D2', '1300');
    expect(sheet.lines()[0]).toMatchObject({ values: { 2026: 1300 } });
    expect(sheet.held(0)).toEqual({});
    sheet.select('D2');
    commandOf('reset').run(sheet.app);
    expect(sheet.lines()[0]).toMatchObject({ start: 2027 });
    sheet.app.workspace.undo();

    await sheet.type('D3', '=D2/2');
    await sheet.type('E3', '=D3+E2');
    sheet.select('E3', 'H3');
    sheet.part.fillSelection('right');
    expect(sheet.lines()[1]).toMatchObject({ kind: 'series', first: '={own_1}/2', formula: '={own_2@prev}+{own_1}' });
    expect(sheet.held(1)).toEqual({});
  });

  it('typed over a selection and taken by Ctrl+Enter is that of the line at once', async () => {
    const sheet = await blank();
    await sheet.type('C2', '12');
    sheet.select('D3', 'H3');
    sheet.app.editor.type('=$C$2*2');
    sheet.part.fillDraft();
    expect(sheet.lines()[1]).toMatchObject({ kind: 'series', formula: '={own_1}*2' });
  });

  it('another one over all of its cells is the line’s own, and no edits of it', async () => {
    const sheet = await blank();
    await sheet.type('C2', '12');
    for (const formula of ['=$C$2*2', '=$C$2*3']) {
      sheet.select('D3', 'H3');
      sheet.app.editor.type(formula);
      sheet.part.fillDraft();
    }
    expect(sheet.lines()[1]).toMatchObject({ kind: 'series', formula: '={own_1}*3' });
    expect(sheet.held(1)).toEqual({});
    await sheet.type('F3', '=$C$2*4');
    expect(sheet.held(1)).toEqual({ 2028: { formula: '={own_1}*4' } });
  });

  it('that is in the way of none of the shipped ones: they take edits alone', async () => {
    const sheet = await sheetOf(openCommandApp());
    const lines = sheet.lines();
    sheet.app.editor.jump({ scenario: 'base', line: 'gd_scale', slot: 2025 });
    sheet.app.editor.type('=1+1');
    sheet.app.editor.commit();
    expect(sheet.lines()).toBe(lines);
    expect(sheet.app.workspace.base.overrides.gd_scale).toEqual({ 2025: { formula: '=1+1' } });
  });
});

describe('names and units', () => {
  it('are typed over: in a document a shipped line takes another name, and keeps its unit', async () => {
    const sheet = await sheetOf(openCommandApp());
    const [first] = sheet.lines();
    await sheet.type('A3', 'Scale of the industry');
    expect(sheet.lines()[1]?.label).toEqual({ en: 'Scale of the industry', zh: 'Scale of the industry' });
    expect(sheet.lines()[0]).toBe(first);
    sheet.app.editor.select(placeOf('B3'));
    expect(sheet.app.editor.begin('edit')).toBe(false);
    expect(sheet.app.editor.refusal()).toBe('readonly');
  });

  it('a unit is typed in column B, before or after the value', async () => {
    const sheet = await blank();
    await sheet.type('A2', 'Growth');
    await sheet.type('B2', '%');
    await sheet.type('C2', '12');
    expect(sheet.held(0)).toEqual({ value: 0.12 });
    await sheet.type('C3', '5');
    await sheet.type('B3', 'firms');
    expect(sheet.lines()[1]).toMatchObject({ unit: 'firms' });
    await sheet.type('B3', 'bushels');
    expect(sheet.lines()[1]).toMatchObject({ unit: 'bushels' });
    const long = 'x'.repeat(61);
    await sheet.type('B3', long);
    expect(said(sheet)).toContain('60');
    expect(sheet.app.editor.draft()?.text).toBe(long);
  });

  it('a name that stays is no step, and one that is too long stays to be shortened', async () => {
    const sheet = await blank();
    await sheet.type('A2', 'Growth');
    sheet.app.editor.select(placeOf('A2'));
    sheet.app.editor.begin('edit');
    sheet.app.editor.commit();
    expect(sheet.app.workspace.history().past).toHaveLength(1);
    await sheet.type('A2', 'x'.repeat(201));
    expect(said(sheet)).toContain('200');
  });

  it('Delete takes the name of a line that holds nothing, and says why others keep theirs', async () => {
    const sheet = await blank();
    await sheet.type('A2', 'Price');
    await sheet.type('C2', '5');
    await sheet.type('A3', 'Nothing');
    sheet.select('A2', 'A3');
    commandOf('reset').run(sheet.app);
    await waitFor(() => expect(sheet.lines()).toHaveLength(1));
    expect(sheet.lines()[0]?.label.en).toBe('Price');
    expect(said(sheet)).toContain('keeps its name');
  });
});

it('Delete over all cells of an own formula empties the line, and over a value the cell', async () => {
  const sheet = await blank();
  await sheet.type('C2', '12');
  sheet.select('D3', 'H3');
  sheet.app.editor.type('=$C$2*2');
  sheet.part.fillDraft();
  commandOf('reset').run(sheet.app);
  expect(sheet.held(1)).toEqual({});
  expect(sheet.lines()[1]).toMatchObject({ kind: 'input', perPeriod: true });
  sheet.select('C2');
  commandOf('reset').run(sheet.app);
  expect(sheet.held(0)).toEqual({});
  await sheet.type('D2', '7');
  expect(sheet.lines()[0]).toMatchObject({ perPeriod: true });
});

it('the first formula in a line that was made for one is that of the whole line', async () => {
  const sheet = await blank();
  const series: Line = { kind: 'series', id: 'own_1', label: { en: 'S', zh: 'S' }, unit: 'index', formula: '' };
  sheet.app.workspace.dispatch({ kind: 'structure', parts: { lines: [series] } });
  await sheet.type('E2', '=1+1');
  expect(sheet.lines()[0]).toMatchObject({ formula: '=1+1' });
  expect(sheet.held(0)).toEqual({});
});

describe('a pasted block', () => {
  const paste = (sheet: Sheet, at: string, text: string) => {
    sheet.select(at);
    sheet.part.clipboard.paste(text);
  };

  it('of names and values makes lines of its rows', async () => {
    const sheet = await blank();
    paste(sheet, 'A2', 'Customers\t1,200\t1,300\nRevenue\t58,800\t63,700\n');
    expect(sheet.lines().map(({ label }) => label.en)).toEqual(['Customers', 'Revenue']);
    expect(sheet.held(0)).toEqual({ 2026: 1200, 2027: 1300 });
    expect(sheet.app.workspace.history().past).toHaveLength(1);
  });

  it('is placed by its header of periods, takes units and single values, and loses nothing', async () => {
    const sheet = await blank();
    paste(sheet, 'A2', 'Name\tUnit\t2027\t2028\nShare\t%\t12\t13\nSold\ttonnes\t5\t6\n');
    expect(sheet.lines()).toMatchObject([
      { label: { en: 'Share' }, unit: 'percent' },
      { label: { en: 'Sold' }, unit: 'tonnes' },
    ]);
    expect(sheet.held(0)).toEqual({ 2027: 0.12, 2028: 0.13 });
    paste(sheet, 'A4', 'Price\t49\nA heading\t\n');
    expect(sheet.held(2)).toEqual({ value: 49 });
    expect(sheet.lines()[3]?.kind).toBe('heading');
    // What belongs to none of the periods is told first.
    paste(sheet, 'A6', 'Name\t2025\t2026\nOld\t1\t2\n');
    expect(sheet.app.editor.refusal()).toMatchObject({ kind: 'paste', out: 1 });
  });

  it('of names alone makes lines, and one text names the line on which it lands', async () => {
    const sheet = await blank();
    paste(sheet, 'A2', 'Customers\nRevenue\n');
    expect(sheet.lines().map(({ label }) => label.en)).toEqual(['Customers', 'Revenue']);
    paste(sheet, 'A3', 'Sales');
    await waitFor(() => expect(sheet.lines().map(({ label }) => label.en)).toEqual(['Customers', 'Sales']));
  });

  it('of numbers alone makes no more lines than there are empty rows in sight: the rest is told', async () => {
    const sheet = await blank();
    paste(sheet, 'D2', '1\n'.repeat(60));
    expect(sheet.app.editor.refusal()).toMatchObject({ kind: 'paste', out: 10, all: 60 });
    expect(sheet.lines()).toEqual([]);
  });

  it('of numbers alone goes into lines that have a name alone, or none', async () => {
    const sheet = await blank();
    await sheet.type('A2', 'Customers');
    paste(sheet, 'D2', '1\t2\n3\t4\n');
    expect(sheet.lines().map(({ label, kind }) => [label.en, kind])).toEqual([
      ['Customers', 'input'],
      ['', 'input'],
    ]);
    expect(sheet.held(1)).toEqual({ 2026: 3, 2027: 4 });
  });
});

it('a model without a line is kept, and goes by a link, as it is; so does one that was typed', async () => {
  const sheet = await blank();
  const { workspace } = sheet.app;
  const isTheSame = async () => {
    const document = workspace.document();
    const saved = parseSaved(JSON.stringify(save(document, workspace.shipped())));
    expect((await restoreSaved(saved, async () => undefined)).document).toEqual(document);
    const brought = await decodeLink(await encodeLink(document, workspace.shipped(), {}), async () => undefined);
    expect(brought).toMatchObject({ document, shipped: workspace.shipped() });
  };
  await isTheSame();
  await sheet.type('A2', 'Start');
  await sheet.type('A4', 'Sold');
  await sheet.type('D4', '5');
  await sheet.type('E4', '=D4*2');
  sheet.select('E4', 'H4');
  sheet.part.fillSelection('right');
  await isTheSame();
});

it('actuals, and a formula filled behind the boundary, are one line; the boundary is moved by its command, and taken back', async () => {
  const app = openCommandApp();
  openBlank(app, { name: 'Plan', periods: { first: 2022, last: 2028 } }, new Date(2025, 5, 1));
  const sheet = await sheetOf(app);
  const { workspace } = app;
  expect(workspace.model().observedUntil).toBe(2024);
  await sheet.type('A2', 'Sales');
  for (const [address, value] of Object.entries({ D2: '100', E2: '120', F2: '90' })) await sheet.type(address, value);
  await sheet.type('G2', '=F2+1');
  sheet.select('G2', 'J2');
  const before = workspace.document();
  commandOf('fillRight').run(app);
  await waitFor(() => expect(workspace.document()).not.toBe(before));
  expect(sheet.lines()[0]).toMatchObject({ kind: 'series', values: { 2022: 100, 2023: 120, 2024: 90 } });
  expect(sheet.held(0)).toEqual({});

  const move = async (address: string) => {
    const then = workspace.document();
    sheet.select(address);
    expect(commandOf('actualUntil').enabled?.(app)).toBe(true);
    commandOf('actualUntil').run(app);
    await waitFor(() => expect(workspace.document()).not.toBe(then));
  };
  await move('E2');
  expect(workspace.model().observedUntil).toBe(2023);
  expect(sheet.lines()[0]).toMatchObject({ values: { 2022: 100, 2023: 120 }, later: { 2024: 90 } });
  expect(workspace.notices.shown()).toMatchObject({
    text: 'Actual until 2023. 1 typed value after it is kept; formulas count there.',
    undo: true,
  });
  workspace.undo();
  expect(workspace.model().observedUntil).toBe(2024);
  expect(sheet.lines()[0]).not.toHaveProperty('later');

  // Typed in the actual part it is the line's; emptied, the formula's again.
  await move('G2');
  await sheet.type('G2', '95');
  expect(sheet.lines()[0]).toMatchObject({ values: { 2025: 95 } });
  expect(sheet.held(0)).toEqual({});
  sheet.select('G2');
  const typed = workspace.document();
  commandOf('reset').run(app);
  await waitFor(() => expect(workspace.document()).not.toBe(typed));
  expect(sheet.lines()[0]).toMatchObject({ kind: 'series', values: { 2022: 100, 2023: 120, 2024: 90 } });
  expect(sheet.lines()[0]).not.toHaveProperty('values.2025');
  // A name is no period.
  sheet.select('A2');
  expect(commandOf('actualUntil').enabled?.(app)).toBe(false);
});
