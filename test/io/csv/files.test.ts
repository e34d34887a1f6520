import { describe, expect, it } from 'vitest';
import { fixture, inShort, Opened } from './reading.ts';

describe('a file as a program or an office writes it', () => {
  it('of LibreOffice: quotes, a line break within a cell, percent signs', async () => {
    const file = await Opened.of(fixture('libreoffice.csv'));
    expect(file.preview).toMatchObject({ encoding: 'utf-8', delimiter: ',', sign: '.', header: 0, signDoubt: false });
    expect(file.preview.roles).toEqual(['label', 'unit', 2021, 2022, 2023, 'none']);
    expect(await file.table()).toMatchObject({ total: 4, notes: [], footnotes: [], long: { count: 0 } });
    expect(inShort(await file.build())).toEqual([
      ['Industry scale', 'input', 'bn yuan', { 2021: 120.5, 2022: 1500.25, 2023: 1729.5 }],
      ['Growth on the year before', 'input', 'percent', { 2022: 0.153, 2023: 0.1528 }],
      ['核心企业', 'input', 'firms', { 2021: 700, 2022: 900, 2023: 12000 }],
      ['Balance', 'input', 'bn yuan', { 2021: -5.25, 2022: 0, 2023: 3.5 }],
    ]);
  });

  it('of a German LibreOffice: semicolons and decimal commas give the same', async () => {
    const file = await Opened.of(fixture('libreoffice-de.csv'));
    expect(file.preview).toMatchObject({ delimiter: ';', sign: ',', signDoubt: false });
    await file.table();
    const other = await Opened.of(fixture('libreoffice.csv'));
    await other.table();
    expect(inShort(await file.build())).toEqual(inShort(await other.build()));
  });

  it.each([
    ['excel-zh.csv', 'gb18030', ','],
    ['excel-zh-unicode.txt', 'utf-16le', '\t'],
  ])('of a Chinese Excel: %s', async (name, encoding, delimiter) => {
    const file = await Opened.of(fixture(name));
    expect(file.preview).toMatchObject({ encoding, delimiter, sign: '.', encodingDoubt: false, signDoubt: false });
    expect(file.preview.roles).toEqual(['label', 'unit', 2021, 2022, 2023]);
    await file.table();
    expect(inShort(await file.build())).toEqual([
      ['核心产业规模', 'input', 'bn yuan', { 2021: 120.5, 2022: 150.025, 2023: 172.95 }],
      ['比上年增长', 'input', 'percent', { 2022: 0.245, 2023: 0.153 }],
      ['核心企业', 'input', 'firms', { 2021: 700, 2022: 900, 2023: 1000 }],
      ['企业平均规模', 'input', 'mn yuan per firm', { 2021: 172.1, 2022: 166.7, 2023: 173 }],
      ['差额', 'input', 'bn yuan', { 2021: -0.525, 2022: 0, 2023: 0.35 }],
    ]);
  });

  it('with characters of four bytes in GB18030', async () => {
    const file = await Opened.of(fixture('gb18030-rare.csv'), { encoding: 'gb18030' });
    await file.table();
    const built = await file.build();
    expect(built.lines.map(({ label }) => label.zh)).toEqual(['𠮷祥智能(㐂字号)', '䶮氏算力中心', '朱镕基路园区企业']);
    expect(built.scenarios[0]?.overrides[built.lines[0]?.id ?? '']).toEqual({ 2021: 1.25, 2022: 1.53 });
  });

  it('of a statistics office: notes above, footnotes below, headings, dots for nothing, marks behind numbers', async () => {
    const file = await Opened.of(fixture('statistics-office.csv'));
    expect(file.preview).toMatchObject({ encoding: 'gb18030', encodingDoubt: false, header: 3, signDoubt: false });
    expect(file.preview.interpreted).toEqual([{ text: '2023年(初步核算)', period: 2023 }]);
    const table = await file.table();
    expect(table.notes).toEqual(['表1　某省人工智能产业主要指标', '（2019—2023年）', '单位：亿元']);
    expect(table.footnotes).toEqual(['注：①2023年为初步核算数，与此前口径略有不同。', '资料来源：某省统计局。']);
    const built = await file.build();
    expect(built.periods).toEqual({ first: 2019, last: 2023 });
    expect(built).toMatchObject({ texts: 0, outside: 0 });
    expect(inShort(built)).toEqual([
      ['一、产业规模'],
      ['核心产业规模', 'input', 'bn yuan', { 2019: 80, 2020: 100, 2021: 120, 2022: 150, 2023: 172.95 }],
      ['比上年增长', 'input', 'percent', { 2020: 0.25, 2021: 0.2, 2022: 0.25, 2023: 0.153 }],
      ['其中：营业收入', 'input', 'bn yuan', { 2019: 72, 2020: 90.5, 2021: 109, 2022: 136.4, 2023: 157.2 }],
      ['二、企业'],
      ['核心企业数', 'input', 'firms', { 2020: 600, 2021: 700, 2022: 900, 2023: 1000 }],
      ['规模以上企业', 'input', 'firms', { 2020: 300, 2021: 400, 2022: 500, 2023: 600 }],
      ['三、算力'],
      ['算力规模', 'input', 'EFLOPS', { 2021: 15, 2022: 20, 2023: 25 }],
    ]);
  });
});
