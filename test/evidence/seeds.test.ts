import { describe, expect, it } from 'vitest';
import { seedProblems } from '../../src/evidence/seeds.ts';
import { figureRows, readSeeds, sourceRows } from '../seeds.ts';

const change = (id: string, cells: Record<string, string>) =>
  figureRows().map((row) => (row.cells.id === id ? { ...row, cells: { ...row.cells, ...cells } } : row));

describe('seeds', () => {
  it('hold every figure with its source', () => {
    expect(seedProblems(figureRows(), sourceRows())).toEqual([]);
    const { figures, sources } = readSeeds();
    expect(figures.size).toBe(figureRows().length);
    expect(sources.get(figures.get('gd-scale-target-2025')?.source ?? '')?.publisher).toBe('Global Times');
  });

  it.each([
    [{ source: 'nobody' }, 'source: "nobody" stands in no line of seeds/sources.csv'],
    [{ source: '' }, 'source: the source is missing'],
    [{ unit: 'bn dong' }, 'unit: unknown unit "bn dong"'],
    [{ period: 'soon' }, 'period: a period begins with its year'],
    [{ period: '2025 H1' }, 'period: a target needs its year'],
    [{ value: '3O0' }, 'value: the value is no number'],
    [{ reported: '2023-13' }, 'reported: a date reads 2023, 2023-11 or 2023-11-13'],
    [{ id: 'gd-scale-2022' }, 'the id "gd-scale-2022" stands twice'],
  ])('refuse %j by the line on which it stands', (cells, message) => {
    const rows = change('gd-scale-target-2025', cells);
    const line = figureRows().find((row) => row.cells.id === 'gd-scale-target-2025')?.line;
    expect(seedProblems(rows, sourceRows())).toEqual([`seeds/figures.csv, line ${line}: ${message}`]);
  });

  it('refuse an address that is neither http nor https', () => {
    const rows = sourceRows().map((row, i) =>
      i === 0 ? { ...row, cells: { ...row.cells, url: 'javascript:1' } } : row,
    );
    expect(seedProblems(figureRows(), rows)[0]).toMatch(/sources\.csv, line 2: url/);
  });
});
