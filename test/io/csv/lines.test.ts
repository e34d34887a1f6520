import { describe, expect, it } from 'vitest';
import { type AddressedPlace, fromAddresses } from '../../../src/io/csv/addresses.ts';
import { freeId } from '../../../src/io/csv/ids.ts';
import { inShort, Opened } from './reading.ts';

const opened = async (text: string) => {
  const file = await Opened.of(text);
  await file.table();
  return file;
};

describe('the lines that a table makes', () => {
  it('are inputs with a value a year, scalars, and headings; a text stays where a number belongs', async () => {
    const file = await opened(
      ['Name,Unit,Value,2021,2022', 'Part one,,,,', 'Scale,亿元,,1200,about 1500', 'Rate,%,15.3,,'].join('\n'),
    );
    const built = await file.build();
    expect(inShort(built)).toEqual([
      ['Part one'],
      ['Scale', 'input', 'bn yuan', { 2021: 120, 2022: { text: 'about 1500' } }],
      ['Rate', 'input', 'percent', { value: 0.153 }],
    ]);
    expect(built).toMatchObject({ texts: 1, periods: { first: 2021, last: 2022 } });
    expect(built.lines[1]).toMatchObject({ perPeriod: true });
    expect(built.lines[2]).not.toHaveProperty('perPeriod');
  });

  it('keep formulas where a person says so, by the addresses of the file, and leave them out where not', async () => {
    const text = [
      'Notes above,,,,',
      'Name,Value,2021,2022,2023',
      'Growth,10%,,,',
      'Scale,,100,=C4*(1+$B$3),=D4*(1+$B$3)',
      'Double,,=C4*2,=D4*2,=E4*2',
      'Since,,=C2-2020,=D2-2020,=E2-2020',
      'Sum,=SUM(C4:E4),,,',
      'Lost,=Z99+1,,,',
    ].join('\n');
    const file = await opened(text);
    const { lines, scenarios } = await file.build({ formulas: true });
    const [growth, scale, double, since, sum, lost] = lines;
    const id = scale?.id;
    expect(growth).toMatchObject({ kind: 'input' });
    expect(scale).toMatchObject({ kind: 'series', formula: `={${id}@prev}*(1+{${growth?.id}})` });
    // What was typed is the line's own: a reset of the base does not take it.
    expect(scale).toMatchObject({ values: { 2021: 100 } });
    expect(scenarios[0]?.overrides[id ?? '']).toBeUndefined();
    expect(double).toMatchObject({ kind: 'series', formula: `={${id}}*2` });
    expect(since).toMatchObject({ kind: 'series', formula: '={year}-2020' });
    expect(sum).toMatchObject({ kind: 'result', formula: `=SUM({${id}@2021}:{${id}@2023})` });
    expect(lost).toMatchObject({ kind: 'result', formula: '={?Z99}+1' });
    const without = await file.build({ formulas: false });
    expect(without.formulas).toBe(10);
    expect(without.lines.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'input'));
  });

  it('show as many decimals as the table has, and those of their unit where these are more', async () => {
    const file = await opened(
      ['Name,Unit,2021,2022', 'A,,1,2', 'B,,1.25,2', 'C,亿元,1205,1500.25', 'D,%,15,15.28', 'E,家,3,4'].join('\n'),
    );
    const { lines } = await file.build();
    expect(lines.map((line) => (line.kind === 'heading' ? undefined : line.decimals))).toEqual([
      0,
      undefined,
      3,
      2,
      undefined,
    ]);
  });

  it('keep a unit as it is written, in ones and thousands as they are, and are written and read back the same', async () => {
    const rows = ['Price,EUR,49.99,50', 'Steel,万吨,4,5', 'Rate,% of sales,15.3,16', 'Cost,USD,400,500', 'None,,1,2'];
    const file = await opened(['Name,Unit,2021,2022', ...rows].join('\n'));
    const built = await file.build();
    expect(inShort(built)).toEqual([
      ['Price', 'input', 'EUR', { 2021: 49.99, 2022: 50 }],
      ['Steel', 'input', '万吨', { 2021: 4, 2022: 5 }],
      ['Rate', 'input', '% of sales', { 2021: 0.153, 2022: 0.16 }],
      ['Cost', 'input', 'USD', { 2021: 400, 2022: 500 }],
      ['None', 'input', '', { 2021: 1, 2022: 2 }],
    ]);
  });

  it('ask of a row of small shares beside rows of larger ones, and change that row alone', async () => {
    const file = await opened('Name,Unit,Value\nInterest,%,5\nChurn,%,0.03\n');
    expect((await file.build()).shares).toEqual({ areFractions: false, example: '0.03' });
    expect(inShort(await file.build({ fractions: true }))).toEqual([
      ['Interest', 'input', 'percent', { value: 0.05 }],
      ['Churn', 'input', 'percent', { value: 0.03 }],
    ]);
  });

  it('ask of 0.03 in percent whether it is 0.03 % or 3 %, and not where the numbers say it', async () => {
    const file = await opened('Name,Unit,2021,2022\nRate,%,0.03,0.04\n');
    const asked = await file.build();
    expect(asked.shares).toEqual({ areFractions: false, example: '0.03' });
    expect(inShort(asked)).toEqual([['Rate', 'input', 'percent', { 2021: 0.0003, 2022: 0.0004 }]]);
    expect(inShort(await file.build({ fractions: true }))).toEqual([
      ['Rate', 'input', 'percent', { 2021: 0.03, 2022: 0.04 }],
    ]);
    const told = await opened('Name,Unit,2021,2022\nRate,%,3%,4%\nOther,%,15.3,0.04\n');
    expect((await told.build()).shares).toBeUndefined();
  });

  it('begin a series where its first formula stands, with another one first, and keep what differs', async () => {
    const file = await opened(
      ['Name,2020,2021,2022,2023,2024', 'A,,=1,={x@prev}*2,7,={x@prev}*2', 'B,1,2,3,=4,'].join('\n'),
    );
    const { lines, scenarios } = await file.build({ formulas: true });
    expect(lines[0]).toMatchObject({ start: 2021, first: '=1', formula: '={x@prev}*2', values: { 2023: 7 } });
    expect(lines[1]).toMatchObject({ kind: 'input', perPeriod: true });
    expect(scenarios[0]?.overrides[lines[1]?.id ?? '']).toEqual({ 2020: 1, 2021: 2, 2022: 3, 2023: { formula: '=4' } });
  });

  it('of the long form are one a variable, with its scenarios; many regions are named', async () => {
    const file = await opened(
      [
        'Model,Scenario,Region,Variable,Unit,2022,2023',
        'M,Base,World,Primary Energy,EJ/yr,1,2',
        'M,High,World,Primary Energy,EJ/yr,1,3',
        'M,Base,Asia,Primary Energy,EJ/yr,4,5',
      ].join('\n'),
    );
    const built = await file.build();
    expect(built.lines.map(({ label }) => label.en)).toEqual(['Primary Energy (World)', 'Primary Energy (Asia)']);
    const [world = '', asia = ''] = built.lines.map(({ id }) => id);
    expect(built.scenarios).toEqual([
      { id: 'base', name: 'Base', overrides: { [world]: { 2022: 1, 2023: 2 }, [asia]: { 2022: 4, 2023: 5 } } },
      // What a scenario lacks is kept empty: the figures of another one are not its own.
      {
        id: 'own-1',
        name: 'High',
        overrides: { [world]: { 2023: 3 }, [asia]: { 2022: { text: '' }, 2023: { text: '' } } },
      },
    ]);
    expect(built.lines.map((line) => line.kind !== 'heading' && line.unit)).toEqual(['EJ/yr', 'EJ/yr']);
  });

  it('join a document in its years and scenarios, with ids that are free', async () => {
    const file = await opened(
      ['Id,Name,Scenario,2021,2022,2023', 'gd_x,A,Fast,1,2,3', 'own_1,B,Nowhere,4,5,6'].join('\n'),
    );
    const built = await file.build(
      {},
      {
        ids: ['gd_x', 'own_2'],
        periods: { first: 2022, last: 2030 },
        scenarios: [
          { id: 'base', names: ['base'] },
          { id: 'fast', names: ['fast', 'fast lane'] },
        ],
      },
    );
    expect(built).toMatchObject({
      outside: 1,
      unknownScenarios: [{ name: 'Nowhere', line: 3 }],
      periods: { first: 2022, last: 2030 },
    });
    expect(built.lines.map(({ id }) => id)).toEqual(['own_3']);
    expect(built.scenarios[1]).toEqual({ id: 'fast', name: 'fast', overrides: { own_3: { 2022: 2, 2023: 3 } } });
  });

  it.each(['constructor', 'a1', 'gdp2030', 'Upper', 'year', '', 'x'.repeat(81), '__proto__'])(
    'never bear the id %j',
    (wanted) => {
      expect(freeId(wanted, new Set())).toBe('own_1');
    },
  );
});

describe('addresses of a file', () => {
  const place = (record: number, column: number): AddressedPlace | undefined =>
    record === 0
      ? { period: 2021 + column }
      : record < 3
        ? { line: `l${record}`, slot: column === 9 ? 'value' : 2021 + column }
        : undefined;

  it.each([
    ['=A2', '={l1@prev}'],
    ['=$A$2+B3', '={l1@2021}+{l2}'],
    ['=SUM(A2:C2)', '=SUM({l1@prev}:{l1@+1})'],
    ['=J2*B$2', '={l1}*{l1}'],
    ['="A2"&B2', '="A2"&{l1}'],
    ['=LOG10(B2)', '=LOG10({l1})'],
    ['=Sheet1!B2', '=Sheet1!B2'],
    ['={l2@prev}+B2', '={l2@prev}+{l1}'],
    ['=A1', '={year@prev}'],
    ['=$A$1', '={year@2021}'],
    ['=B1', '={year}'],
    ['=B9', '={?B9}'],
    ['=rate*2', '=rate*2'],
    ['={broken', '={broken'],
  ])('%s in the second column is %s', (formula, expected) => {
    expect(fromAddresses(formula, { slot: 2022 }, place, { first: 2021, last: 2030 })).toBe(expected);
  });

  it('count columns where years are left out', () => {
    const years = [2020, 2025, 2035];
    const at = (record: number, column: number) => ({ line: `l${record}`, slot: years[column] as number });
    const axis = { first: 2020, last: 2035, list: years };
    expect(fromAddresses('=B2*2+A2', { slot: 2035 }, at, axis)).toBe('={l1@prev}*2+{l1@-2}');
    expect(fromAddresses('=$A2', { slot: 2035 }, at, axis)).toBe('={l1@2020}');
  });
});
