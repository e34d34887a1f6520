import { describe, expect, it } from 'vitest';
import { findHeader } from '../../../src/io/csv/header.ts';
import { parseRecords } from '../../../src/io/csv.ts';
import { readPeriodCell } from '../../../src/io/reading/periodCells.ts';
import { ordinalOf } from '../../../src/model/periods.ts';
import { fixture, inShort, Opened, rolesOf } from './reading.ts';

const records = (text: string, size?: number) => {
  const found: string[][] = [];
  parseRecords(
    text,
    ',',
    '\n',
    (batch) => {
      found.push(...batch.records);
      return true;
    },
    size,
  );
  return found;
};

describe('records', () => {
  it('are the same however the text is cut into batches', () => {
    const text = 'a,"b\n""c""",中文\n"",x,\n\n"long, cell with\nbreaks",1,2\nlast,,';
    for (let size = 1; size <= text.length + 1; size++) expect(records(text, size)).toEqual(records(text));
    expect(records(text)).toEqual([
      ['a', 'b\n"c"', '中文'],
      ['', 'x', ''],
      [''],
      ['long, cell with\nbreaks', '1', '2'],
      ['last', '', ''],
    ]);
  });
});

describe('the year of a header', () => {
  it.each([
    ['2022', 2022, false],
    ['２０２２', 2022, false],
    ['2022年', 2022, false],
    ['2022年度', 2022, false],
    ['Year 2022', 2022, false],
    ['2022.0', 2022, false],
    ['FY2022', 2022, true],
    ['2022/23', 2022, true],
    ['2022-2023', 2022, true],
    ['FY 2022/23', 2022, true],
    ['2023E', 2023, true],
    ['2023年（预计）', 2023, true],
    ['2023*', 2023, true],
  ])('%s is %d', (text, year, interpreted) => {
    expect(readPeriodCell(text)).toEqual({ kind: 'period', step: 'year', period: year, interpreted });
  });

  it.each(['2022-11', '2022Q1', '2022年1-9月', '2019-2023', '2022-35', '1150', '20222', '150', '', '2022 and on'])(
    '%j is none',
    (text) => {
      const found = readPeriodCell(text);
      expect(found?.kind === 'period' && found.step === 'year').toBe(false);
    },
  );

  it('heads the table in the record that has most of them, not in notes and not among figures', () => {
    expect(
      findHeader([
        ['In 2022 and 2023'],
        ['2023', '', ''],
        ['Name', '2021', '2022', '2023'],
        ['x', '2001', '2002', '1'],
      ]),
    ).toBe(2);
    expect(
      findHeader([
        ['Line', 'Unit', 'Value'],
        ['a', '%', '1'],
      ]),
    ).toBe(0);
    expect(
      findHeader([
        ['a', 'b'],
        ['1', '2000'],
      ]),
    ).toBe(-1);
  });

  it('stands once: a second column of a year is left, and told', async () => {
    const header = ['Name', '2021', '2022', '2022年'];
    expect(rolesOf(header)).toEqual(['label', 2021, 2022, 'none']);
    expect((await Opened.of(header.join(','))).preview.doubled).toEqual([
      { period: 2022, taken: { letters: 'C', head: '2022' }, left: [{ letters: 'D', head: '2022年' }] },
    ]);
  });

  it('leaves to columns what they are called, in either language', () => {
    expect(rolesOf(['Model', 'Scenario', 'Region', 'Variable', 'Unit', '2022'])).toEqual([
      'model',
      'scenario',
      'region',
      'variable',
      'unit',
      2022,
    ]);
    expect(rolesOf(['指标', '单位', '数值', '2022', '编号'])).toEqual(['label', 'unit', 'value', 2022, 'id']);
    expect(rolesOf(['', 'remark', '2022'])).toEqual(['label', 'none', 2022]);
  });
});

describe('a table', () => {
  const HEAD = 'Name,2021,2022\n';
  const built = async (text: string) => {
    const file = await Opened.of(text);
    await file.table();
    return inShort(await file.build());
  };

  it('reads lone CR, mixed line breaks and line breaks within quotes', async () => {
    const expected = [
      ['x', 'input', '', { 2021: 1, 2022: 2 }],
      ['y\nz', 'input', '', { 2021: 3 }],
    ];
    expect(await built('Name,2021,2022\rx,1,2\r"y\nz",3,\r')).toEqual(expected);
    expect(await built('Name,2021,2022\r\nx,1,2\n"y\nz",3,\r')).toEqual(expected);
    expect(await built('Name,2021,2022\r\nx,1,2\r\n"y\nz",3,')).toEqual(expected);
  });

  it('keeps NUL as a character of a text', async () => {
    expect(await built(`${HEAD}a\0b,1,2\n`)).toEqual([['a\0b', 'input', '', { 2021: 1, 2022: 2 }]]);
  });

  it('reads short rows as empty at their end, and names the lines of rows that are too long', async () => {
    const file = await Opened.of(`${HEAD}x,1\ny,1,2,\nz,1,2,3\n`);
    expect(file.preview.roles).toHaveLength(4);
    const strict = await Opened.of(`${HEAD}${'a,1,2\n'.repeat(600)}x,1\n"y\n",1,2,\nz,1,2,3\n`);
    expect(await strict.table()).toMatchObject({ total: 603, long: { count: 1, first: [{ line: 605, cells: 4 }] } });
  });

  it.each([
    [`${HEAD}x,1,2\n"y,3,4\nz,5,6\n`, { kind: 'open', line: 3 }],
    [`${HEAD}"a\nb",1,2\n"y"z,3,4\nz,5,6\n`, { kind: 'stray', line: 4 }],
  ])('whose quotes make no sense is refused with the line: %j', async (text, failure) => {
    const file = await Opened.of(text);
    expect(await file.failure()).toEqual(failure);
  });

  it('in which a later part is in another encoding is refused with the line, and asked about with that part', async () => {
    const begin = new TextEncoder().encode(`${HEAD}${'abcdefgh,1,2\n'.repeat(30_000)}`);
    const odd = Uint8Array.from([
      0xd6, 0xb8, 0xb1, 0xea, 0xa3, 0xac, 0xb9, 0xe6, 0xc4, 0xa3, 0x2c, 0x31, 0x2c, 0x32, 0x0a,
    ]);
    const bytes = new Uint8Array(begin.length + odd.length);
    bytes.set(begin);
    bytes.set(odd, begin.length);
    const file = await Opened.of(bytes);
    expect(file.preview).toMatchObject({ encoding: 'utf-8', encodingDoubt: false });
    expect(await file.failure()).toEqual({ kind: 'encoding', line: 30_002 });
    const again = await file.look({});
    expect(again.encodingDoubt).toBe(true);
    expect(again.readings.find(({ encoding }) => encoding === 'gb18030')?.sample).toContain('指标');
    await file.look({ encoding: 'gb18030' });
    expect(await file.table()).toMatchObject({ total: 30_001 });
  });

  it('keeps the rows that hold a text, in one column or any, and counts all', async () => {
    const file = await Opened.of(`${HEAD}Beijing,1,2\nGuangdong,3,4\nShenzhen (Guangdong),5,6\n`);
    expect(await file.table({ column: 0, text: 'guangdong' })).toMatchObject({ total: 3, passed: 2 });
    expect((await file.build()).lines).toHaveLength(2);
    expect(await file.table({ column: 1, text: '5' })).toMatchObject({ total: 3, passed: 1 });
  });

  it('that was printed on several pages has its header once', async () => {
    expect(await built(`${HEAD}x,1,2\n${HEAD}y,3,4\n`)).toHaveLength(2);
  });

  it('with rare characters is Chinese without a question', async () => {
    const { preview } = await Opened.of(fixture('gb18030-rare.csv'));
    expect(preview).toMatchObject({ encoding: 'gb18030', encodingDoubt: false });
  });

  it('in which 1,234 stands beside 1.234 is not taken before somebody says how it is meant', async () => {
    const text = 'Name;2021;2022\nx;1,234;1.234\n';
    const { preview } = await Opened.of(text);
    expect(preview).toMatchObject({ delimiter: ';', signDoubt: true });
    const point = await Opened.of(text, { sign: '.' });
    await point.table();
    expect(point.preview.signDoubt).toBe(false);
    expect(inShort(await point.build())).toEqual([['x', 'input', '', { 2021: 1234, 2022: 1.234 }]]);
    const comma = await Opened.of(text, { sign: ',' });
    await comma.table();
    expect(inShort(await comma.build())).toEqual([['x', 'input', '', { 2021: 1.234, 2022: 1234 }]]);
  });
});

describe('a million rows', () => {
  it('are read with progress', { timeout: 60_000 }, async () => {
    const text = `Name,2021,2022\n${'a row like others,1.5,2.5\n'.repeat(1_000_000)}`;
    const file = await Opened.of(text);
    const { encoding, delimiter, header, roles } = file.preview;
    const shares: number[] = [];
    const { table } = await file.service.answer(
      { kind: 'read', settings: { encoding, delimiter, header, roles } },
      (share) => shares.push(share),
    );
    expect(table).toMatchObject({ total: 1_000_000, passed: 1_000_000 });
    expect(shares.length).toBeGreaterThan(10);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe('rows of longer periods', () => {
  const months = Array.from(
    { length: 24 },
    (_, i) => `${2026 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  const sales = months.map((_, i) => i + 1);
  const yearly = (values: readonly (number | string)[]) =>
    months.map((_, i) => (i % 12 === 11 ? values[(i - 11) / 12] : ''));
  const table = (...rows: readonly (readonly unknown[])[]) =>
    [['Line', ...months], ...rows].map((row) => row.join(',')).join('\n');

  it('are lines of such periods where each has a value and nothing else has, and that is told', async () => {
    const file = await Opened.of(
      table(['Sales', ...sales], ['Budget', ...yearly([100, 120])], ['Once', ...yearly([5, ''])]),
    );
    await file.table();
    const { lines, scenarios, told } = await file.build();
    expect(lines.map((line) => 'step' in line && line.step)).toEqual([false, 'year', false]);
    expect(told.longer).toEqual({ count: 1, places: ['3'] });
    const [first = 0, second = 0] = [ordinalOf(2026, 12, 'month'), ordinalOf(2027, 12, 'month')];
    expect(scenarios[0]?.overrides.own_2).toEqual({ [first]: 100, [second]: 120 });
  });

  it('stay lines of months where a scenario has values in others', async () => {
    const rows = [
      ['Base', 'Budget', ...yearly([100, 120])],
      ['Low', 'Budget', ...sales],
    ];
    const file = await Opened.of([['Scenario', 'Line', ...months], ...rows].map((row) => row.join(',')).join('\n'));
    await file.table();
    const { lines, scenarios, told } = await file.build();
    expect(lines.map((line) => 'step' in line)).toEqual([false]);
    expect(Object.values(scenarios[1]?.overrides.own_1 ?? {}).filter((one) => typeof one === 'number')).toHaveLength(
      24,
    );
    expect([told.longer, told.outside]).toEqual([undefined, undefined]);
  });
});
