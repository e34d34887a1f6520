import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../src/io/csv/preview.ts';
import { readXlsx } from '../../../src/io/xlsx/read.ts';
import { sheetText } from '../../../src/io/xlsx/sheetText.ts';
import { periodText, slotText, stepOf } from '../../../src/model/periods.ts';
import { SHEET_CHOICES } from '../../../src/state/importing/workbookImport.ts';
import { Opened } from './reading.ts';

const file = (name: string) => readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url));

/** A table as it is taken by what is found of it: its periods, and each line with what the scenarios hold. */
async function taken(content: string | Uint8Array, choices: Choices = {}) {
  const opened = await Opened.of(content, choices);
  await opened.table();
  const built = await opened.build({ formulas: opened.preview.hasFormulas });
  const { first, last } = built.periods;
  const step = stepOf(built.periods);
  const held = (scenario: number, id: string) =>
    Object.entries(built.scenarios[scenario]?.overrides[id] ?? {}).map(([slot, content]) => [
      slot === 'value' ? slot : slotText(Number(slot)),
      typeof content === 'object' && 'text' in content ? `'${content.text}` : content,
    ]);
  return {
    preview: opened.preview,
    built,
    periods: `${periodText(first, step)}..${periodText(last, step)}`,
    lines: Object.fromEntries(
      built.lines.map((line) => [
        line.label.en + (line.kind !== 'heading' && line.unit !== '' ? ` [${line.unit}]` : ''),
        line.kind === 'series' ? line : Object.fromEntries(held(0, line.id)),
      ]),
    ),
    others: built.scenarios
      .slice(1)
      .map(({ name }, i) => [
        name,
        Object.fromEntries(built.lines.map((line) => [line.label.en, Object.fromEntries(held(i + 1, line.id))])),
      ]),
  };
}

/** The first sheet of a workbook as the text that is taken in of it. */
async function sheetOf(name: string): Promise<string> {
  const [sheet] = (await readXlsx(new Uint8Array(file(name)), { entries: true })).sheets;
  return [...sheetText(sheet ?? { name: '', rows: [] })].join('');
}

describe('a sheet of a workbook', () => {
  it('headed by the last days of years has years, in the unit that stands in the corner', async () => {
    const { lines, preview } = await taken(await sheetOf('dates-as-header.xlsx'), SHEET_CHOICES);
    expect(preview.interpreted).toEqual([
      { text: '2014-12-31', period: 2014 },
      { text: '2015-12-31', period: 2015 },
      { text: '2016-12-31', period: 2016 },
    ]);
    expect(lines).toEqual({ 'Receivables [$ m]': { 2014: 1, 2015: 2, 2016: 3 } });
  });

  it('with columns of changes between two stretches of years has all years; the changes are told to be left out', async () => {
    const { lines, preview } = await taken(await sheetOf('two-tables-side-by-side.xlsx'), SHEET_CHOICES);
    expect(lines).toEqual({ Sales: { 2014: 1, 2015: 2, 2016: 3, 2017: 4, 2018: 5 } });
    expect(preview.leftOut).toEqual([
      { letters: 'E', head: 'Var 14-15' },
      { letters: 'F', head: 'Var 15-16' },
    ]);
  });
});

describe('a header is found by rule', () => {
  it('months without a year, above amounts that look like years: their year is asked', async () => {
    const { preview, lines, periods } = await taken(file('amounts-near-2000-taken-for-years.csv'), {
      start: 2024 * 12,
    });
    expect(preview).toMatchObject({ header: 0, start: { written: 'Jan' } });
    expect(periods).toBe('2024-01..2024-03');
    expect(lines).toEqual({
      Rent: { '2024-01': 2000, '2024-02': 2000, '2024-03': 2050 },
      Food: { '2024-01': 300, '2024-02': 310, '2024-03': 305 },
    });
  });

  it('the first days of years are years, and it is told', async () => {
    const { preview, lines, periods } = await taken(file('dates-as-header.csv'));
    expect(preview.interpreted).toEqual([
      { text: '2020-01-01', period: 2020 },
      { text: '2021-01-01', period: 2021 },
      { text: '2022-01-01', period: 2022 },
    ]);
    expect(periods).toBe('2020..2022');
    expect(lines).toEqual({ Sales: { 2020: 1, 2021: 2, 2022: 3 } });
  });

  it('months', async () => {
    const { lines } = await taken(file('months.csv'));
    expect(lines).toEqual({ Sales: { '2024-01': 1, '2024-02': 2, '2024-03': 3 } });
  });

  it('years that are only counted ask for the first', async () => {
    const { preview } = await taken(file('year-1-2-3.csv'));
    expect(preview.start).toEqual({ written: 'Year 1', period: new Date().getUTCFullYear() });
    const { lines } = await taken(file('year-1-2-3.csv'), { start: 2030 });
    expect(lines).toEqual({ Sales: { 2030: 100, 2031: 110, 2032: 121 } });
  });

  it('suggest the year that stands above for what only counts', async () => {
    const { preview } = await taken('Budget of 2031 in EUR\nItem,Q1,Q2\nSales,1,2\n');
    expect(preview.start?.period).toBe(2031 * 4);
  });

  it('take the years above the parts of them', async () => {
    const { lines } = await taken(',2024,,2025,\nItem,Q3,Q4,Q1,Q2\nSales,1,2,3,4\n');
    expect(lines).toEqual({ Sales: { '2024Q3': 1, '2024Q4': 2, '2025Q1': 3, '2025Q2': 4 } });
  });

  it('years of any century, with gaps', async () => {
    const { lines, periods } = await taken(file('years-before-1900.csv'));
    expect(periods).toBe('1890..1905');
    expect(lines).toEqual({ CO2: { 1890: 1, 1895: 2, 1900: 3, 1905: 4 } });
  });

  it('years five apart', async () => {
    const { lines, periods } = await taken(file('five-year-steps.csv'));
    expect(periods).toBe('2020..2035');
    expect(lines).toEqual({
      Energy: { 2020: 10, 2025: 12, 2030: 15, 2035: 19 },
      Coal: { 2020: 8, 2025: 7, 2030: 5, 2035: 2 },
    });
  });

  it('the newest year first', async () => {
    const { lines } = await taken('Item,2024,2023\nSales,2,1\n');
    expect(lines).toEqual({ Sales: { 2023: 1, 2024: 2 } });
  });

  it('a row of data below names of columns is none, whatever its numbers are', async () => {
    const { preview } = await taken('Item,Low,Mid,High\nRent,2000,2010,2050\nFood,300,310,320\n');
    expect(preview.roles).not.toContain(2000);
  });
});

describe('what rows are called', () => {
  it('countries, where nothing else says it', async () => {
    const { lines } = await taken(file('country-header-blocked.csv'));
    expect(lines).toEqual({ A: { 2020: 1, 2021: 2 }, C: { 2020: 3, 2021: 4 } });
  });

  it.each(['Region', 'Area', 'Province', '地区'])('%s alike', async (head) => {
    expect((await taken(`${head},2020,2021\nA,1,2\n`)).lines).toEqual({ A: { 2020: 1, 2021: 2 } });
  });

  it('all key columns joined where one alone would repeat', async () => {
    const { lines } = await taken(file('second-key-column-lost.csv'));
    expect(lines).toEqual({
      'Angola – Energy': { 2025: 17, 2030: 21 },
      'Angola – Peak': { 2025: 3, 2030: 4 },
    });
  });

  it('a column without a head that names them, not an empty one', async () => {
    expect((await taken(',Region,2020,2021\nOil,World,1,2\nGas,World,3,4\n')).lines).toEqual({
      Oil: { 2020: 1, 2021: 2 },
      Gas: { 2020: 3, 2021: 4 },
    });
    expect((await taken(',Thing,2020,2021\n,Oil,1,2\n,Gas,3,4\n')).lines).toEqual({
      Oil: { 2020: 1, 2021: 2 },
      Gas: { 2020: 3, 2021: 4 },
    });
  });

  it('of two columns that say the same, the one in words; the other is told', async () => {
    const { lines, preview } = await taken('ISO,Place,2020,2021\nCN,China,1,2\nFR,France,3,4\n');
    expect(Object.keys(lines)).toEqual(['China', 'France']);
    expect(preview.leftOut).toEqual([{ letters: 'A', head: 'ISO' }]);
  });

  it('the ones that a person chooses', async () => {
    const { lines } = await taken('A,B,2020,2021\nx,1a,1,2\ny,2b,3,4\n', { roles: { 0: 'label', 1: 'label' } });
    expect(Object.keys(lines)).toEqual(['x – 1a', 'y – 2b']);
  });

  it('a row without values is a line, unless its name stands alone above others; both are told', async () => {
    const { built } = await taken('Item,Unit,2020,2021\nCosts,,,\nRent,EUR,1,2\nFood,EUR,,\nFuel,EUR,3,4\n');
    expect(built.lines.map(({ kind, label }) => [kind, label.en])).toEqual([
      ['heading', 'Costs'],
      ['input', 'Rent'],
      ['input', 'Food'],
      ['input', 'Fuel'],
    ]);
    expect(built.told.empty).toEqual({ count: 1, places: ['4'] });
  });

  it('units in a row of their own below the header', async () => {
    expect((await taken('Year,Output,Jobs\n,t,people\n2020,10,5\n2021,11,6\n')).lines).toEqual({
      'Output [t]': { 2020: 10, 2021: 11 },
      'Jobs [people]': { 2020: 5, 2021: 6 },
    });
    expect((await taken('Item,2020,2021\n(unit),EUR,EUR\nRent,10,5\n')).lines).toEqual({
      'Rent [EUR]': { 2020: 10, 2021: 5 },
    });
  });
});

describe('periods down the rows', () => {
  it('are turned', async () => {
    const { lines, preview } = await taken(file('years-down-rows.csv'));
    expect(lines).toEqual({
      Output: { 2020: 10, 2021: 11, 2022: 12 },
      Jobs: { 2020: 5, 2021: 6, 2022: 7 },
    });
    expect(preview.turned).toEqual({
      header: ['', '2020', '2021', '2022'],
      roles: ['label', 2020, 2021, 2022],
      rows: [
        ['Output', '10', '11', '12'],
        ['Jobs', '5', '6', '7'],
      ],
    });
  });

  it('with one column of values: a line a key, of columns that say the same only one', async () => {
    const { lines, preview } = await taken(file('long-value-column.csv'));
    expect(lines).toEqual({ X: { 2020: 12, 2021: 13 }, Y: { 2020: 4, 2021: 5 } });
    expect(preview.leftOut).toEqual([{ letters: 'B', head: 'Code' }]);
  });

  it('with several: a line a key and column, whatever years their values look like', async () => {
    const { lines } = await taken(file('long-owid-values-look-like-years.csv'));
    expect(lines).toEqual({
      'X – GDP': { 2020: 1200, 2021: 1300 },
      'X – Steel': { 2020: 1950, 2021: 2050 },
      'Y – GDP': { 2020: 400, 2021: 410 },
      'Y – Steel': { 2020: 30, 2021: 31 },
    });
  });

  it('dates, quarters, in Chinese, with units, scenarios and several keys', async () => {
    const { lines, others } = await taken(
      [
        '地区,产品,情景,季度,单位,数值',
        '华东,钢,基准,2024年一季度,万吨,1',
        '华东,钢,基准,2024年二季度,万吨,2',
        '华东,铝,基准,2024年一季度,万吨,3',
        '华东,钢,高,2024年一季度,万吨,5',
      ].join('\n'),
    );
    expect(lines).toEqual({
      '钢 [万吨]': { '2024Q1': 1, '2024Q2': 2 },
      '铝 [万吨]': { '2024Q1': 3 },
    });
    expect(others).toEqual([['高', { 钢: { '2024Q1': 5, '2024Q2': "'" }, 铝: { '2024Q1': "'" } }]]);
  });

  it('years down and months across', async () => {
    const { lines, periods } = await taken('Year,Jan,Feb,Mar\n2023,1,2,3\n2024,4,5,6\n');
    expect(periods).toBe('2023-01..2024-03');
    expect(Object.values(lines)).toEqual([
      { '2023-01': 1, '2023-02': 2, '2023-03': 3, '2024-01': 4, '2024-02': 5, '2024-03': 6 },
    ]);
  });

  it('tell the rows whose period cannot be read, and values that stand twice', async () => {
    const opened = await Opened.of('Place,Year,GDP\nX,2020,1\nX,2020,2\nX,soon,3\nX,2021,4\nX,2022,5\n');
    const table = await opened.table();
    expect(table.noPeriod).toEqual({ count: 1, places: ['B4'] });
    expect(table.twice).toEqual({ count: 1, places: ['C3'] });
  });

  it('as statistics offices hand them out: what is called so goes before other dates, codes and flags are no names', async () => {
    const eurostat = await taken(
      [
        'DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG',
        'ESTAT:X,01/01/24 11:00:00,A,MIO_EUR,AT,2020,1.5,',
        'ESTAT:X,01/01/24 11:00:00,A,MIO_EUR,AT,2021,1.6,p',
        'ESTAT:X,01/01/24 11:00:00,A,MIO_EUR,BE,2020,2.5,',
      ].join('\n'),
    );
    expect(eurostat.lines).toEqual({ 'AT [MIO_EUR]': { 2020: 1.5, 2021: 1.6 }, 'BE [MIO_EUR]': { 2020: 2.5 } });
    expect(eurostat.preview.leftOut.map(({ head }) => head)).toEqual(['DATAFLOW', 'LAST UPDATE', 'freq']);
    expect(eurostat.preview.flags.map(({ head }) => head)).toEqual(['OBS_FLAG']);
    const fao = await taken(
      [
        'Area Code (M49),Area,Element Code,Element,Item,Year Code,Year,Unit,Value,Flag',
        '004,Chad,5312,Area harvested,Wheat,2020,2020,ha,100,A',
        '004,Chad,5510,Production,Wheat,2020,2020,t,300,A',
      ].join('\n'),
    );
    expect(fao.lines).toEqual({
      'Area harvested – Wheat [ha]': { 2020: 100 },
      'Production – Wheat [t]': { 2020: 300 },
    });
  });

  it('tell what stands in a table of years and months with its place', async () => {
    const { built } = await taken('Year,Jan,Feb\n1880,1,2\n1881,3,***\n');
    expect(built.told.texts).toEqual({ count: 1, places: ['C3'] });
  });

  it('of days become months as each line suggests or as a person says; one day a month is a month', async () => {
    const days = 'Date,Price,Volume,Balance\n2024-02-01,5,50,500\n2024-01-02,2,20,200\n2024-01-01,1,10,100\n';
    const { lines, preview } = await taken(days);
    expect(preview.isDaily).toBe(true);
    expect(lines).toEqual({
      Price: { '2024-01': 1.5, '2024-02': 5 },
      Volume: { '2024-01': 30, '2024-02': 50 },
      Balance: { '2024-01': 200, '2024-02': 500 },
    });
    expect((await (await Opened.of(days)).table()).gathered).toEqual({
      mean: { count: 1, lines: ['Price'] },
      sum: { count: 1, lines: ['Volume'] },
      last: { count: 1, lines: ['Balance'] },
    });
    const by = async (gather: NonNullable<Choices['gather']>) => (await taken(days, { gather })).lines.Price;
    expect(await by('first')).toEqual({ '2024-01': 1, '2024-02': 5 });
    expect(await by('last')).toEqual({ '2024-01': 2, '2024-02': 5 });
    expect(await by('sum')).toEqual({ '2024-01': 3, '2024-02': 5 });
    // Side by side, with decimals behind a comma, a gap and a sign of percent.
    const across =
      'Item;2024-01-01;2024-01-08;2024-01-15;2024-02-05\nTemperature;1,5;;2,5;4\nOrders;1;2;3;4\nShare;10%;;20%;30%\n';
    expect((await taken(across)).lines).toEqual({
      Temperature: { '2024-01': 2, '2024-02': 4 },
      Orders: { '2024-01': 6, '2024-02': 4 },
      'Share [percent]': { '2024-01': 0.15, '2024-02': 0.3 },
    });
  });

  it('that name a day twice keep the first, and tell the other', async () => {
    const opened = await Opened.of('Date,Sales\n2024-01-01,1\n2024-01-01,9\n2024-01-02,2\n');
    expect((await opened.table()).twice).toEqual({ count: 1, places: ['B3'] });
    expect((await taken('Date,Sales\n2024-01-01,1\n2024-01-01,9\n2024-01-02,2\n')).lines).toEqual({
      Sales: { '2024-01': 3 },
    });
  });

  it('of one day a month are months', async () => {
    const monthly = await taken('Place,Date,Close\nA,2024-01-31,1\nA,2024-02-29,2\nB,2024-01-31,3\n');
    expect(monthly.preview.isDaily).toBe(false);
    expect(monthly.lines).toEqual({ 'A – Close': { '2024-01': 1, '2024-02': 2 }, 'B – Close': { '2024-01': 3 } });
  });

  it('as a person says it', async () => {
    const text = 'Thing,When,N\nA,2020,7\nA,2021,8\nB,2020,9\n';
    const { lines } = await taken(text, { roles: { 1: 'time' } });
    expect(lines).toEqual({ 'A – N': { 2020: 7, 2021: 8 }, 'B – N': { 2020: 9 } });
  });

  it('keep formulas by their addresses', async () => {
    const { built } = await taken('Year,Price,Sales\n2020,2,10\n2021,=B2*1.1,=C2+B3\n2022,=B3*1.1,=C3+B4\n');
    const [price, sales] = built.lines;
    expect(price).toMatchObject({ kind: 'series', formula: `={${price?.id}@prev}*1.1` });
    expect(sales).toMatchObject({ kind: 'series', formula: `={${sales?.id}@prev}+{${price?.id}}` });
  });
});

describe('a year and its part in two columns', () => {
  it('leave out the rows of whole years, with their places', async () => {
    const text = 'series,year,period,value\nA,2023,M01,3\nA,2023,M02,4\nA,2023,M13,3.5\nA,2024,M01,5\n';
    const opened = await Opened.of(text);
    const { noPeriod, twice } = await opened.table();
    expect([noPeriod, twice.count]).toEqual([{ count: 1, places: ['C4'] }, 0]);
    expect((await taken(text)).lines).toEqual({ A: { '2023-01': 3, '2023-02': 4, '2024-01': 5 } });
  });

  it('count once: beside a date, or a month that is written out, year and month say nothing more', async () => {
    const text = 'Date,Year,Month,Sales\n2023-01-31,2023,1,10\n2023-02-28,2023,2,11\n';
    expect((await taken(text)).lines).toEqual({ Sales: { '2023-01': 10, '2023-02': 11 } });
    const long = 'Year,Month,Sales\n2023,2023-01,1\n2023,2023-02,2\n';
    expect((await taken(long)).lines).toEqual({ Sales: { '2023-01': 1, '2023-02': 2 } });
  });

  it('can be said by hand, also of heads that nobody knows', async () => {
    const text = 'Año,Mes,Ventas\n2023,1,10\n2023,2,11\n2023,12,12\n2024,1,13\n';
    const { preview, lines } = await taken(text, { roles: { 0: 'time', 1: 'time' } });
    expect(preview.roles).toEqual(['time', 'time', 'value']);
    expect(lines).toEqual({ Ventas: { '2023-01': 10, '2023-02': 11, '2023-12': 12, '2024-01': 13 } });
    const apart = await taken(text.replace('Mes', 'Month'), { roles: { 0: 'time', 1: 'none' } });
    expect(apart.preview.roles).toEqual(['time', 'none', 'value']);
  });
});

describe('several tables in one sheet', () => {
  const SIDE = 'Item,2020,2021,,Item,2020,2021\nA,1,2,,B,5,6\nC,3,4,,,,\n';
  const BELOW = 'Costs\nItem,2020,2021\nA,1,2\n\nSales\nItem,2022,2023\nB,5,6\n';

  it.each([
    ['beside each other', SIDE],
    ['below each other', BELOW],
  ])('%s are chosen from', async (_, text) => {
    const first = await taken(text);
    expect(first.preview.tables).toHaveLength(2);
    expect(Object.keys(first.lines)[0]).toBe('A');
    const second = await taken(text, { table: 1 });
    expect(Object.values(second.lines)).toEqual([text === SIDE ? { 2020: 5, 2021: 6 } : { 2022: 5, 2023: 6 }]);
  });

  it.each([
    ['an empty column between names and values', 'Item,,2020,2021\nA,,1,2\nB,,3,4\n'],
    ['an empty row between groups', 'Item,2020,2021\nA,1,2\n\nB,3,4\n'],
    ['notes apart', 'Title\n\nItem,2020,2021\nA,1,2\n\nSource: office\n'],
  ])('are none for %s', async (_, text) => {
    expect((await taken(text)).preview.tables).toEqual([]);
  });
});

describe('tables of the IAMC', () => {
  it('of two models: a scenario is one of a model, and what it lacks is empty', async () => {
    const { built, lines, others } = await taken(file('iamc-two-models.csv'));
    expect(built.scenarios.map(({ name }) => name)).toEqual(['Ref (A)', 'Net zero (B)']);
    expect(lines).toEqual({ 'Energy [EJ/yr]': { 2020: 10, 2030: 20, 2040: 30 } });
    expect(others).toEqual([['Net zero (B)', { Energy: { 2020: 100, 2030: 90, 2040: "'" } }]]);
    expect(built.told.lacking).toEqual({ count: 1, places: ['Energy (Net zero (B))'] });
  });

  it('whose scenario lacks a line: it is empty there', async () => {
    const { others } = await taken(file('iamc-scenario-lacks-a-line.csv'));
    expect(others).toEqual([['High', { Energy: { 2020: 5, 2030: 6 }, Coal: { 2020: "'", 2030: "'" } }]]);
  });

  it('with parts of a year: they are lines of their own, and told', async () => {
    const { lines, built } = await taken(
      [
        'Model,Scenario,Region,Variable,Unit,Subannual,2020,2030',
        'A,Ref,World,Demand,GW,Year,10,20',
        'A,Ref,World,Demand,GW,Winter,12,22',
      ].join('\n'),
    );
    expect(lines).toEqual({ 'Demand [GW]': { 2020: 10, 2030: 20 }, 'Demand – Winter [GW]': { 2020: 12, 2030: 22 } });
    expect(built.told.subannual).toEqual({ count: 1, places: ['3'] });
  });
});

describe('a period that heads two columns', () => {
  const text = 'Item,2024,2025,2025E\nSales,1,2,3\n';

  it('is told with both, and the first is taken until a person takes the other', async () => {
    const { preview, lines } = await taken(text);
    const [c, d] = [
      { letters: 'C', head: '2025' },
      { letters: 'D', head: '2025E' },
    ];
    expect(preview.doubled).toEqual([{ period: 2025, taken: c, left: [d] }]);
    expect(lines).toEqual({ Sales: { 2024: 1, 2025: 2 } });
    expect(preview.periods[3]).toBe(2025);
    const other = await taken(text, { roles: { 3: 2025 } });
    expect(other.preview.doubled).toEqual([{ period: 2025, taken: d, left: [c] }]);
    expect(other.lines).toEqual({ Sales: { 2024: 1, 2025: 3 } });
  });
});

describe('years before those of a model', () => {
  const far = async (text: string) => (await taken(text)).preview.far.map(({ text, place }) => `${text} ${place}`);

  it('are told with their places, across and down', async () => {
    expect(await far('Item,-500,-400,-300\nPop,1,2,3\n')).toEqual(['-500 B1', '-400 C1', '-300 D1']);
    expect(await far('Item,500 BCE,400 BC\nPop,1,2\n')).toEqual(['500 BCE B1', '400 BC C1']);
    expect(await far('Item,-500,0,1500,1600\nPop,1,2,3,4\n')).toEqual(['-500 B1', '0 C1']);
    expect(await far('Year,Pop\n-500,1\n-400,2\n')).toEqual(['-500 A2', '-400 A3']);
  });

  it('do not take those of a model with them', async () => {
    const text = 'Entity,Year,Pop\nRome,-500,1\nRome,0,2\nRome,1500,3\nRome,1600,4\n';
    expect((await taken(text)).lines).toEqual({ 'Rome – Pop': { 1500: 3, 1600: 4 } });
    expect((await (await Opened.of(text)).table()).noPeriod).toEqual({ count: 2, places: ['B2', 'B3'] });
  });

  it('are nothing that amounts are taken for', async () => {
    expect(await far('Item,2024,2025\nProfit,-500,-400\n')).toEqual([]);
    expect(await far('Name,Low,High\nA,-500,-400\n')).toEqual([]);
  });
});

describe('a table that begins below what is looked at first', () => {
  const rows = Array.from({ length: 600 }, (_, i) => `Line ${i},${i},${i + 1}`).join('\n');
  const both = `Item,2024,2025\n${rows}\n\nRegion,2024,2026\nNorth,7,8\nSouth,9,10\n`;

  it('is told, and nothing of it is taken', async () => {
    const opened = await Opened.of(both);
    const table = await opened.table();
    expect(table.next).toEqual({ record: 602, head: ['Region', '2024', '2026'] });
    expect(table.total).toBe(600);
  });

  it('is taken alone where a person says so', async () => {
    // Also where the file is longer than what is looked at first.
    const wide = both.replace('Line 0,', `${'x'.repeat(300_000)},`);
    expect((await taken(wide, { begin: 602 })).preview.records).toHaveLength(3);
    const { lines, preview } = await taken(both, { begin: 602 });
    expect(preview.header).toBe(602);
    expect(lines).toEqual({ North: { 2024: 7, 2026: 8 }, South: { 2024: 9, 2026: 10 } });
  });

  it('is read on where it is none, and amounts near 2000 behind an empty row begin none', async () => {
    const on = await (await Opened.of(both, { oneTable: true })).table();
    expect([on.next, on.total]).toEqual([undefined, 603]);
    const amounts = await (await Opened.of(`Item,2024,2025\n${rows}\n\nStaff,1500,1600\n`)).table();
    expect([amounts.next, amounts.total]).toEqual([undefined, 601]);
  });

  it('whose periods go down as well', async () => {
    const days = Array.from({ length: 600 }, (_, i) => `${1300 + i},${i}`).join('\n');
    const opened = await Opened.of(`Year,Sales\n${days}\n\nYear,Cost\n2024,7\n2025,8\n`);
    expect((await opened.table()).next).toEqual({ record: 602, head: ['Year', 'Cost'] });
  });
});

describe('cells', () => {
  it('are counted in what their name says in brackets, money too', async () => {
    const text = 'Item,2020,2021\nSales (EUR k),1,2\nFees (€),3,4\nLoans (gross),5,6\n';
    expect(Object.keys((await taken(text)).lines)).toEqual(['Sales [EUR k]', 'Fees [€]', 'Loans (gross)']);
  });

  it('with flags are their numbers, marks of missing values nothing; both are told with their places', async () => {
    const { lines, built } = await taken(file('eurostat-colon-and-flags.csv'));
    expect(lines).toEqual({ A: { 2020: 1.5, 2021: 2.5 }, B: { 2021: 3.1 }, C: { 2020: 4.2, 2021: 5 } });
    expect(built.told).toEqual({
      missing: { count: 1, places: ['B3'] },
      flagsKept: { count: 2, places: ['B4', 'C4'] },
    });
  });

  it('keep the flags of statistics offices for the notes of their lines, wherever these stand', async () => {
    const flagsOf = async (text: string, choices: Choices = {}) => (await taken(text, choices)).built.flags;
    const said = (flag: string, ...slots: number[]) => ({ flag, slots, scenario: '' });
    const de = [said('e', 2020), said('b', 2022)];
    expect(await flagsOf('geo,2020,2021,2022\nDE,1.5 e,2,3 b\n')).toEqual({ own_1: de });
    expect(await flagsOf('geo,2020,2020_flags,2021,2021_flags,2022,2022_flags\nDE,1.5,e,2,,3,b\n')).toEqual({
      own_1: de,
    });
    expect(await flagsOf('geo,2020,,2021,,2022,\nDE,1.5,e,2,,3,b\n')).toEqual({ own_1: de });
    const long = 'geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nDE,2020,1.5,e\nDE,2021,2,\nDE,2022,3,b\n';
    expect(await flagsOf(long)).toEqual({ own_1: de });
    // A footnote is a flag too, and so is what stands behind the mark of a missing value.
    expect(await flagsOf('geo,2020,2021,2022\nDE,"1,234*",: c,3p\n')).toEqual({
      own_1: [said('*', 2020), said('c', 2021), said('p', 2022)],
    });
    const columns = (await taken(long)).preview;
    expect(columns.flags).toEqual([{ letters: 'D', head: 'OBS_FLAG' }]);
    expect((await taken(long, { roles: { 3: 'none' } })).built.flags).toEqual({});
  });

  it('that hold dates are told as dates', async () => {
    const { built } = await taken('Item,2024,2025\nStart,2024-03-05,6\nPrice,5,Anna\n');
    expect(built.told).toEqual({ dates: { count: 1, places: ['B2'] }, texts: { count: 1, places: ['C3'] } });
  });

  it('of which all of a row are dates make a line of dates', async () => {
    const { lines, built } = await taken('Item,Value\nStart,2024-03-05\nEnd,2025年1月1日\nPrice,5\n');
    expect(lines).toEqual({ 'Start [date]': { value: 45356 }, 'End [date]': { value: 45658 }, Price: { value: 5 } });
    expect(built.told).toEqual({});
  });

  it('of a workbook that are numbers kept as texts are numbers, and told; codes stay texts', async () => {
    const sheet = "Item,Value\nRate,'20%\nPrice,\"'1,234.5\"\nCode,'007\n";
    const { lines, built } = await taken(sheet, SHEET_CHOICES);
    expect(built.told.textNumbers).toEqual({ count: 2, places: ['B2', 'B3'] });
    expect(lines).toEqual({ 'Rate [percent]': { value: 0.2 }, Price: { value: 1234.5 }, Code: { value: "'007" } });
  });

  it('that hold formulas by address are formulas, without being asked', async () => {
    const { built, preview } = await taken(file('formulas-live-as-text.csv'));
    expect(preview.hasFormulas).toBe(true);
    const [growth, sales, cost, profit] = built.lines;
    expect(sales).toMatchObject({
      kind: 'series',
      formula: `={${sales?.id}@prev}*(1+{${growth?.id}})`,
      values: { 2024: 100 },
    });
    expect(cost).toMatchObject({ kind: 'series', formula: `={${sales?.id}}*0.6` });
    expect(profit).toMatchObject({ kind: 'series', formula: `={${sales?.id}}-{${cost?.id}}` });
  });

  it('with a comma before decimals', async () => {
    const { lines } = await taken(file('semicolon-decimal-comma.csv'));
    expect(lines).toEqual({
      Sales: { 2024: 1234.5, 2025: 2345.6 },
      'Rate [percent]': { 2024: 0.051, 2025: 0.052 },
    });
  });

  it('show no more decimals than a cell has room for', async () => {
    const { built, lines } = await taken(file('six-decimals-hash.csv'));
    expect(lines).toEqual({
      Sales: { 2024: 1234567, 2025: 2345678 },
      Loss: { 2024: -12, 2025: -13 },
      Capacity: { 2024: 1.23456789, 2025: 2 },
    });
    expect(built.lines.map((line) => line.kind !== 'heading' && line.decimals)).toEqual([0, 0, 3]);
  });

  it('in an encoding that is not told are asked about, and read whole in the right one', async () => {
    const opened = await Opened.of(file('utf8-in-latin1.csv'));
    expect(opened.preview.encodingDoubt).toBe(true);
    const { lines } = await taken(file('utf8-in-latin1.csv'), { encoding: 'windows-1252' });
    expect(Object.keys(lines)).toEqual(['Erdgas [Eur/MWh]', 'Öl [Eur/MWh]', 'Solare Prozesswärme [Eur/MWh]']);
  });
});
