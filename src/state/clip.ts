import type { CellRef, Content } from '../model/content.ts';
import { type Box, boxOf, type Place, type Selection } from './selection.ts';

/** A copied place: its cell where it holds a value, what that holds, and how it reads. */
export interface ClipCell {
  readonly cell: CellRef | undefined;
  readonly content: Content | undefined;
  readonly value: Content | undefined;
  readonly text: string;
  /** It must not be read as a number or a formula. */
  readonly isText: boolean;
}

const count = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/**
 * The places that a copy takes, line by line. Several ranges are put together where they share their lines or their
 * columns; undefined where they share neither.
 */
export function copyPlaces({ range, others }: Selection): Place[][] | undefined {
  const all = [...others, range].map(boxOf);
  const [first] = all;
  if (!first) return undefined;
  const grid = (lines: number[], columns: number[]) => lines.map((line) => columns.map((column) => ({ line, column })));
  const distinct = (list: number[]) => [...new Set(list)].sort((a, b) => a - b);
  const lines = distinct(all.flatMap(({ top, bottom }) => count(top, bottom)));
  const columns = distinct(all.flatMap(({ left, right }) => count(left, right)));
  const share = (a: keyof Box, b: keyof Box) => all.every((box) => box[a] === first[a] && box[b] === first[b]);
  return share('top', 'bottom') || share('left', 'right') ? grid(lines, columns) : undefined;
}

/** Where each place of a source goes: its line and column there, and the place in the sheet. */
export interface Landing {
  readonly from: readonly [line: number, column: number];
  readonly to: Place;
}

/**
 * Where a paste lands: one value in every selected place, a source as often as it fits evenly into the selected range,
 * else once from the range's upper left corner.
 */
export function landings(height: number, width: number, selected: readonly Box[]): Landing[] {
  const target = selected.at(-1);
  if (!target || height === 0 || width === 0) return [];
  const one = height === 1 && width === 1;
  return (one ? selected : [target]).flatMap((box) => {
    const [lines, columns] = [box.bottom - box.top + 1, box.right - box.left + 1];
    const even = lines % height === 0 && columns % width === 0;
    const [down, across] = even ? [lines, columns] : [height, width];
    return Array.from({ length: down * across }, (_, i): Landing => {
      const [line, column] = [Math.floor(i / across), i % across];
      return { from: [line % height, column % width], to: { line: box.top + line, column: box.left + column } };
    });
  });
}
