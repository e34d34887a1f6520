import { type Box, boxOf, type Place, type Selection } from '../../document/selection.ts';
import type { CellRef, Content } from '../../model/content.ts';
import type { Steps } from './slices.ts';

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
 * The lines and columns of which a copy takes the places. Several ranges are put together where they share their lines
 * or their columns; undefined where they share neither.
 */
export function copyShape({ range, others }: Selection): { lines: number[]; columns: number[] } | undefined {
  const all = [...others, range].map(boxOf);
  const [first] = all;
  if (!first) return undefined;
  const distinct = (list: number[]) => [...new Set(list)].sort((a, b) => a - b);
  const lines = distinct(all.flatMap(({ top, bottom }) => count(top, bottom)));
  const columns = distinct(all.flatMap(({ left, right }) => count(left, right)));
  const share = (a: keyof Box, b: keyof Box) => all.every((box) => box[a] === first[a] && box[b] === first[b]);
  return share('top', 'bottom') || share('left', 'right') ? { lines, columns } : undefined;
}

/** Where each place of a source goes: its line and column there, and the place in the sheet. */
export interface Landing {
  readonly from: readonly [line: number, column: number];
  readonly to: Place;
}

/** The boxes that a paste fills: all that are selected with one value, else the last one. */
const targets = (height: number, width: number, selected: readonly Box[]): readonly Box[] =>
  height === 0 || width === 0 ? [] : height === 1 && width === 1 ? selected : selected.slice(-1);

/** As many lines and columns as are filled: all of a box into which the source fits evenly, else the source once. */
function filled(height: number, width: number, { top, bottom, left, right }: Box): readonly [number, number] {
  const [lines, columns] = [bottom - top + 1, right - left + 1];
  return lines % height === 0 && columns % width === 0 ? [lines, columns] : [height, width];
}

/** In how many places a paste lands. */
export const landingCount = (height: number, width: number, selected: readonly Box[]): number =>
  targets(height, width, selected).reduce((sum, box) => {
    const [down, across] = filled(height, width, box);
    return sum + down * across;
  }, 0);

/**
 * Where a paste lands, line by line: one value in every selected place, a source as often as it fits evenly into the
 * selected range, else once from the range's upper left corner.
 */
export function* landings(height: number, width: number, selected: readonly Box[]): Generator<Landing> {
  for (const box of targets(height, width, selected)) {
    const [down, across] = filled(height, width, box);
    for (let line = 0; line < down; line++)
      for (let column = 0; column < across; column++)
        yield { from: [line % height, column % width], to: { line: box.top + line, column: box.left + column } };
  }
}

/** On which line each line of a source lands, and in which box. */
export function* landingLines(
  height: number,
  width: number,
  selected: readonly Box[],
): Generator<{ readonly from: number; readonly line: number; readonly left: number }> {
  for (const box of targets(height, width, selected)) {
    const [down] = filled(height, width, box);
    for (let i = 0; i < down; i++) yield { from: i % height, line: box.top + i, left: box.left };
  }
}

/** The 15 digits that Excel keeps; the ones after them are mostly binary noise. Shorter numbers have no more. */
export const excelDigits = (value: number): number =>
  String(value).length <= 16 ? value : Number(value.toPrecision(15));

/** The same text whichever line breaks it came with, and whether or not its last line ends with one. */
export const sameBreaks = (text: string): string => text.replaceAll('\r\n', '\n').replace(/\n$/, '');

/** Parts of a text that are put into a blob at once: some hundred kB, which takes a millisecond. */
const PARTS = 200;

/** A text in parts as a blob, in steps: tens of MB at once would keep the thread for several frames. */
export function* blobOf(parts: readonly string[], type: string): Steps<Blob> {
  const blobs: Blob[] = [];
  for (let from = 0; from < parts.length; from += PARTS) {
    blobs.push(new Blob([parts.slice(from, from + PARTS).join('')]));
    yield;
  }
  return new Blob(blobs, { type });
}

/**
 * More cells are copied as text alone: the browser reads all of a table again for what it must not hold, in one task,
 * which takes half a second for 400,000 cells.
 */
export const MOST_IN_TABLE = 20_000;

/** The first place of the active range, where what is not repeated lands. */
export const cornerOf = ({ range }: Selection): Box[] => {
  const { top, left } = boxOf(range);
  return [{ top, left, bottom: top, right: left }];
};
