import { describe, expect, it } from 'vitest';
import { Workbook } from '../../../src/engine/workbook.ts';
import type { Target } from '../../../src/io/csv/target.ts';
import { LINES, PERIODS, SCENARIOS } from '../../fixtures/small.ts';
import { Opened } from './reading.ts';

const rows = SCENARIOS.flatMap(({ id }) => LINES.map((line) => ({ scenario: id, line: line.id })));
const { values } = new Workbook({ lines: LINES, periods: PERIODS, scenarios: SCENARIOS }).read(rows);
const TARGET: Target = {
  name: { en: 'Small', zh: '小' },
  lines: LINES,
  periods: PERIODS,
  scenarios: SCENARIOS,
  view: 'base',
  regions: { scale: 'Guangdong', start: 'Beijing' },
  values,
  texts: [],
};

const plan = async (text: string, more: Parameters<Opened['update']>[1] = {}) => {
  const file = await Opened.of(text);
  await file.table();
  return { file, ...(await file.update(TARGET, more)) };
};
const whys = async (text: string) => (await plan(text)).left.map(({ line, why, said }) => [line, why, said]);

describe('a table that changes lines', () => {
  it('finds them by id, label or variable, in the scenario that the row names or in the one in view', async () => {
    const { changes, file } = await plan(
      [
        'Id,Label,Variable,Scenario,Value,2023',
        'growth,,,,15%,',
        ',START,,Fast lane,120,',
        ',,Assumptions|extra,基准 2,,7',
      ].join('\n'),
    );
    expect(changes.map(({ target, scenario }) => [target, scenario])).toEqual([
      ['growth', 'base'],
      ['start', 'fast'],
      ['extra', 'slow'],
    ]);
    expect(await file.edits()).toEqual([
      { scenario: 'base', line: 'growth', slot: 'value', content: 0.15 },
      { scenario: 'fast', line: 'start', slot: 'value', content: 120 },
      { scenario: 'slow', line: 'extra', slot: 2023, content: 7 },
    ]);
  });

  it('reads a scenario’s name in the language of the table, where in the other it is another scenario’s', async () => {
    const chinese = { 增长: 'growth', 起始: 'start' } as const;
    const label = (id: string, en: string) => ({
      en,
      zh: Object.entries(chinese).find(([, of]) => of === id)?.[0] ?? en,
    });
    const lines = LINES.map((line) => ({ ...line, label: label(line.id, line.label.en) }));
    const scenarios = [
      { id: 'one', name: { en: 'One', zh: '高' }, note: '', overrides: {} },
      { id: 'two', name: { en: '高', zh: '二' }, note: '', overrides: {} },
    ];
    const file = await Opened.of('Variable,Scenario,Value,2023\nAssumptions|增长,高,15%,');
    await file.table();
    const { changes } = await file.update({ ...TARGET, lines, scenarios, view: 'one', values: new Float64Array(70) });
    expect(changes.map(({ target, scenario }) => [target, scenario])).toEqual([['growth', 'one']]);
  });

  it('tells each value of a period that the sheet does not have with its place, also where periods go down', async () => {
    const { facts } = await plan('Id,2023,2090,2091\nextra,7,8,9\n');
    expect(facts.told.outside).toEqual({ count: 2, places: ['C2', 'D2'] });
    const down = await plan('Year,extra\n2023,7\n2090,8\n');
    expect(down.facts.told.outside).toEqual({ count: 1, places: ['B3'] });
  });

  it('says of each row that is left why', async () => {
    const head = 'Label,Unit,Value,2022,2023\n';
    expect(await whys(`${head}nobody,,1,,\n`)).toEqual([[2, 'unknown', '']]);
    expect(await whys(`${head}growth,,0.2,,\ngrowth,,0.3,,\n`)).toEqual([[3, 'twice', '']]);
    expect(await whys(`${head}start,亿美元,1,,\n`)).toEqual([[2, 'unit', '亿美元']]);
    expect(await whys(`${head}start,EJ,1,,\n`)).toEqual([[2, 'unitUnknown', 'EJ']]);
    expect(await whys(`${head}extra,,1,,\n`)).toEqual([[2, 'place', '']]);
    expect(await whys(`${head}start,,,1,2\n`)).toEqual([[2, 'scalar', '']]);
    expect(await whys('Label,Scenario,Value\nstart,Nowhere,1\n')).toEqual([[2, 'scenario', 'Nowhere']]);
    expect(await whys('Label,Region,Value\nstart,Guangdong,1\n')).toEqual([[2, 'region', 'Guangdong']]);
    expect(await whys('Label,Model,Value\nstart,Small,1\nextra,Other,1\n')).toEqual([[3, 'model', 'Other']]);
  });

  it('takes another region’s or model’s names for its own where none of them is known here', async () => {
    const { left, changes } = await plan('Label,Model,Region,Value\nstart,Mine,Atlantis,1\n');
    expect([left, changes.length]).toEqual([[], 1]);
  });

  it('takes what stands alike under every year for a single value', async () => {
    const { file } = await plan('Label,2022,2023,2030\nstart,120,120,120\n');
    expect(await file.edits()).toEqual([{ scenario: 'base', line: 'start', slot: 'value', content: 120 }]);
  });

  it('converts what is written in another unit, and knows shares with and without one', async () => {
    const { file } = await plan('Label,Unit,Value\nstart,亿元,1200.1\ngrowth,%,15.3\n');
    expect((await file.edits()).map(({ content }) => content)).toEqual([120.01, 0.153]);
    const bare = await plan('Label,Value\ngrowth,15.3\n');
    expect(bare.facts.fractions).toBe(false);
    expect((await bare.file.edits()).map(({ content }) => content)).toEqual([0.153]);
    const fraction = await plan('Label,Value\ngrowth,0.153\n');
    expect(fraction.facts.fractions).toBe(true);
    expect((await fraction.file.edits()).map(({ content }) => content)).toEqual([0.153]);
    const said = await plan('Label,Value\ngrowth,0.5\n', { fractions: false });
    expect((await said.file.edits()).map(({ content }) => content)).toEqual([0.005]);
  });

  it('takes a unit for what a person says that it is', async () => {
    const { file, facts } = await plan('Label,Unit,Value\nstart,十亿大洋,5\n', { units: { 十亿大洋: 'bn yuan' } });
    expect(facts.unknownUnits).toEqual([]);
    expect((await file.edits()).map(({ content }) => content)).toEqual([5]);
  });

  it('does not put numbers over formulas, or texts over numbers, unless a person says so', async () => {
    const { changes, file, facts } = await plan(
      'Label,Value,2022,2023\nscale,,100,123\nstart,about 100,,\nextra,,2,\n',
    );
    expect(changes.map(({ target, caution }) => [target, caution])).toEqual([
      ['scale', 'computed'],
      ['start', 'text'],
      ['extra', undefined],
    ]);
    expect(facts).toMatchObject({ changes: 3, cautions: 2, cells: 3 });
    expect((await file.edits()).map(({ line }) => line)).toEqual(['extra']);
    expect((await file.edits([0, 2])).map(({ line, slot }) => [line, slot])).toEqual([['scale', 2023]]);
  });

  it('changes nothing where it says what a cell shows, in the digits that other programs keep', async () => {
    const shown = values[values.indexOf(100)] ?? 0;
    expect(shown).toBe(100);
    const scale = [...values].slice(
      LINES.findIndex(({ id }) => id === 'scale') * 5 + 1,
      LINES.findIndex(({ id }) => id === 'scale') * 5 + 5,
    );
    const { facts } = await plan(`Label,2022,2023,2024,2025\nscale,${scale.map((v) => v.toPrecision(15)).join(',')}\n`);
    expect(facts).toMatchObject({ changes: 0, same: 1 });
    // √½, as LibreOffice saves it: rounded to 16 digits and then to 15.
    const at = values.indexOf(scale[1] ?? 0);
    const half = { ...TARGET, values: values.map((value, i) => (i === at ? Math.SQRT1_2 : value)) };
    const of = async (text: string) => {
      const file = await Opened.of(`Line,2023,2024\nscale,${text},\n`);
      await file.table();
      return (await file.update(half)).facts;
    };
    expect(await of('0.707106781186548')).toMatchObject({ changes: 0, same: 1 });
    expect(await of('0.70710678118656')).toMatchObject({ changes: 1, same: 0 });
  });

  it('takes formulas by the addresses of the file, as formulas by the ids of the lines that stand there', async () => {
    const text = [
      'A note,,,',
      'Label,Value,2022,2023',
      'extra,,2,=C3*(1+$B$4)+D2-2000',
      'growth,=SUM(C3:D3)/100,,',
    ].join('\n');
    const { file } = await plan(text, { formulas: true });
    expect((await file.edits([0, 1])).map(({ content }) => content)).toEqual([]);
    expect((await file.edits()).map(({ line, slot, content }) => [line, slot, content])).toEqual([
      ['extra', 2022, 2],
      ['extra', 2023, { formula: '={extra@prev}*(1+{growth})+{year}-2000' }],
      ['growth', 'value', { formula: '=SUM({extra@2022}:{extra@2023})/100' }],
    ]);
  });

  it('is of what cells hold where it has formulas beside ids, and of what they show where it has none', async () => {
    const sheet = 'Id,Value,2022,2023\nscale,,=1,100\n';
    const held = await plan(sheet, { formulas: true });
    expect(held.changes.map(({ cells, caution }) => [cells.length, caution])).toEqual([[2, undefined]]);
    const shown = await plan('Id,Value,2022,2023\nscale,,100,101\n', { formulas: true });
    expect(shown.changes.map(({ cells, caution }) => [cells.length, caution])).toEqual([[1, 'computed']]);
  });

  it('gives a cell back to what it inherits where that is what the table says', async () => {
    const { file } = await plan('Label,Scenario,Value\ngrowth,Fast lane,10%\n');
    expect(await file.edits()).toEqual([{ scenario: 'fast', line: 'growth', slot: 'value', content: undefined }]);
  });
});
