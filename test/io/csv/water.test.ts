import { describe, expect, it } from 'vitest';
import { periodText } from '../../../src/model/periods.ts';
import { Opened } from './reading.ts';

/** The table of a water utility as its people write it: the same lines, whatever stands above and how the unit is said. */
const FORMS: Readonly<Record<string, string>> = {
  'a unit in its column': 'District,Unit,2025 Q1,2025 Q2\nNorth,m3/day,1200,1500\nSouth,m3/day,2200,2500',
  'quarters before years': 'District,Unit,Q1 2025,Q2 2025\nNorth,m3/day,1200,1500\nSouth,m3/day,2200,2500',
  'a title and an empty row above':
    'Water demand by district,,,\n,,,\nDistrict,Unit,2025 Q1,2025 Q2\nNorth,m3/day,"1,200","1,500"\nSouth,m3/day,"2,200","2,500"',
  'the unit behind the label': 'District,2025 Q1,2025 Q2\nNorth (m3/day),1200,1500\nSouth (m3/day),2200,2500',
  'the unit above the table': 'Water demand\nUnit: m3/day\nDistrict,2025 Q1,2025 Q2\nNorth,1200,1500\nSouth,2200,2500',
  'in Chinese': '区域,单位,2025年一季度,2025年二季度\nNorth,m3/day,1200,1500\nSouth,m3/day,2200,2500',
};

describe('quarters of a water utility', () => {
  it.each(Object.entries(FORMS))('become the same lines from %s', async (_, text) => {
    const opened = await Opened.of(text);
    await opened.table();
    const { lines, periods, scenarios } = await opened.build();
    expect([periods.first, periods.last].map((one) => periodText(one, 'quarter'))).toEqual(['2025Q1', '2025Q2']);
    expect(lines.map((line) => [line.label.en, line.kind === 'heading' ? '' : line.unit])).toEqual([
      ['North', 'm3/day'],
      ['South', 'm3/day'],
    ]);
    expect(Object.values(scenarios[0]?.overrides ?? {}).map((slots) => Object.values(slots))).toEqual([
      [1200, 1500],
      [2200, 2500],
    ]);
  });
});
