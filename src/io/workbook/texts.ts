import type { Line } from '../../model/line.ts';
import { namedRole } from '../csv/header.ts';
import { keyOf, type SheetGrid } from './grid.ts';
import { timeOf } from './periodCells.ts';
import type { SheetCut } from './sheetCut.ts';
import type { Titled } from './titleUnits.ts';
import type { LeftOut, Placed } from './types.ts';

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What labels, units and notes are put together from, and texts too. */
const piecesOf = (text: string): string[] =>
  text
    .split(/\n| – |[()（）]/)
    .map((piece) => spaced(piece).replace(/[:：]$/, ''))
    .filter((piece) => piece !== '');

/** Beside numbers so short a text is their unit, which may be read as another name of it. */
const LONGEST_UNIT = 16;
const SAID = 80;

/**
 * Titles, footnotes and remarks: texts of sheets that were taken which stand in no line, and in no name, unit or note of one.
 */
export function textsBeside(
  grids: readonly SheetGrid[],
  cuts: readonly (SheetCut | undefined)[],
  lines: readonly Line[],
  placed: readonly Placed[],
  titled: readonly Titled[],
): LeftOut[] {
  const words = lines.flatMap((line) => [
    line.label.en,
    line.note?.en ?? '',
    ...(line.kind === 'heading' ? [] : [line.unit]),
  ]);
  const said = new Set(words.flatMap(piecesOf));
  const left: LeftOut[] = [];
  for (const [sheet, cut] of cuts.entries()) {
    const grid = grids[sheet];
    if (!cut || !grid) continue;
    const own = placed.filter(({ from }) => from.sheet === sheet).map(({ from }) => from);
    const taken = new Set(own.map(({ row, column }) => keyOf(row, column)));
    const rows = new Set(own.map(({ row }) => row));
    const units = titled.flatMap(({ at }) => (at.sheet === sheet ? [at] : []));
    const told = new Set([...cut.build.texts, ...units].map(({ row, column }) => keyOf(row, column)));
    const areas = cut.left.map(({ at, until = at }) => ({ at, until }));
    for (const cell of grid.sheet.cells) {
      const { row, column, value, formula } = cell;
      if (typeof value !== 'string' || formula !== undefined) continue;
      const pieces = piecesOf(value);
      const key = keyOf(row, column);
      const isName =
        namedRole(value) !== undefined || timeOf(grid, cell) !== undefined || pieces.every((piece) => said.has(piece));
      const isIn = areas.some(
        ({ at, until }) => row >= at.row && row <= until.row && column >= at.column && column <= until.column,
      );
      if (taken.has(key) || told.has(key) || isName || isIn) continue;
      if (rows.has(row) && value.trim().length <= LONGEST_UNIT) continue;
      left.push({ at: { sheet, row, column }, why: 'text', said: value.slice(0, SAID), formulas: 0 });
    }
  }
  return left;
}
