import { droppedOf } from './axes.ts';
import { Doubles } from './doubles.ts';
import { both, type Draft, headingOf, joined, type Needs } from './draft.ts';
import { keyOf, type SheetGrid } from './grid.ts';
import { type ListArea, Scalars } from './scalars.ts';
import { SheetBuild } from './sheetBuild.ts';
import type { SimpleValues } from './simple.ts';
import { TableLines } from './tableLines.ts';
import type { LeftOut, LiveChoices } from './types.ts';
import { View } from './view.ts';
import { downTables, type TimeTable, timeTables } from './zones.ts';

/** Lines that stand together in a sheet. */
interface Block {
  readonly top: number;
  readonly left: number;
  readonly drafts: readonly Draft[];
  /** Its own title, where others stand beside it. */
  readonly heading?: Draft;
}

/** A sheet cut into blocks: its lines in order, headings among them. */
export interface SheetCut {
  readonly build: SheetBuild;
  readonly drafts: readonly Draft[];
  readonly tables: readonly TimeTable[];
  readonly left: readonly LeftOut[];
  readonly lists: readonly ListArea[];
}

function topOf({ view, heads, lines, axes }: TimeTable): readonly [top: number, left: number] {
  const line = Math.min(...heads, ...lines);
  const position = Math.min(...axes.map(({ first }) => first));
  return view.place(line, view.isAcross ? 0 : position);
}

/** Cuts a sheet. @param isPart whether months without a year are periods, or heads of anything */
export function cutSheet(
  grid: SheetGrid,
  needs: Needs,
  simple: SimpleValues,
  isPart: boolean,
  choices: LiveChoices,
): SheetCut {
  const build = new SheetBuild(grid);
  const doubles = new Doubles(grid, choices.doubled);
  const [across, down] = [new View(grid, true, simple, doubles), new View(grid, false, simple, doubles)];
  const downs = downTables(down, across);
  const claimed = new Set<number>();
  for (const { heads, lines, labels, until } of downs)
    for (const column of [...heads, ...lines])
      for (let row = labels[0]; row <= until; row++) claimed.add(keyOf(row, column));
  const isNeeded = (row: number, column: number) => needs.single(grid.place, row, column);
  const all = timeTables(across, (row, column) => claimed.has(keyOf(row, column)), isNeeded);
  const tables = [...all, ...downs].filter(({ axes }) => isPart || axes.some((axis) => !axis.isPart));
  const blocks: Block[] = tables.map((table) => {
    const [top, left] = topOf(table);
    const { drafts } = new TableLines(table, build, needs);
    if (!table.above) return { top, left, drafts };
    const [row, column] = table.view.place(...table.above);
    return { top, left, drafts, heading: headingOf({ sheet: grid.place, row, column }, both(table.title)) };
  });
  const scalars = new Scalars(across, build, needs);
  blocks.push(...scalars.blocks);
  blocks.sort((a, b) => a.top - b.top || a.left - b.left);
  return {
    build,
    drafts: withHeadings(blocks, across, build),
    tables,
    left: [...scalars.left, ...tables.flatMap((table) => droppedIn(table))],
    lists: scalars.lists,
  };
}

/** Columns that are left out of a table, since another one names the same period. */
function droppedIn({ view, axes, heads, lines }: TimeTable): LeftOut[] {
  const last = Math.max(...heads, ...lines);
  return axes.flatMap((axis) =>
    droppedOf(axis).map((position): LeftOut => {
      const place = (line: number) => {
        const [row, column] = view.place(line, position);
        return { sheet: view.grid.place, row, column };
      };
      const value = view.value(axis.line, position);
      return {
        at: place(axis.line),
        until: place(last),
        why: 'doubled',
        said: `${value ?? ''}`,
        formulas: [...heads, ...lines].filter((line) => view.cell(line, position)?.formula !== undefined).length,
      };
    }),
  );
}

/** Rows in which nothing was placed but a text stands at their beginning head the lines that follow. */
function withHeadings(blocks: readonly Block[], view: View, build: SheetBuild): Draft[] {
  const drafts: Draft[] = [];
  const seen = new Set<number>();
  let title = '';
  for (const block of blocks) {
    const [first] = block.drafts;
    if (block.heading) seen.add(block.heading.from.row);
    for (const draft of block.drafts) {
      const row = draft.isAcross ? draft.from.row : block.top;
      const heading = headingBefore(view, build, row, seen);
      if (heading) {
        title = heading.label.en;
        drafts.push(heading);
      }
      if (block.heading && draft === first) {
        title = block.heading.label.en;
        drafts.push(block.heading);
      }
      if (draft.title === '') draft.title = title;
      drafts.push(draft);
    }
  }
  return drafts;
}

/** How far above a line its heading is looked for, rows. */
const REACH = 40;

function headingBefore(view: View, build: SheetBuild, row: number, seen: Set<number>): Draft | undefined {
  const found: (readonly [row: number, column: number, text: string])[] = [];
  for (let at = row - 1; at >= Math.max(0, row - REACH) && !seen.has(at); at--) {
    seen.add(at);
    const positions = view.positions(at);
    const [first] = positions;
    if (first === undefined) continue;
    if (positions.some((column) => build.places.has(keyOf(at, column)))) break;
    const text = view.text(at, first);
    // Several texts head columns; a number or a period says something else.
    const isTitle = text !== '' && text.length <= 120 && positions.length <= 2 && !view.time(at, first);
    // What names the groups below it is no title of all of them.
    if (isTitle && build.groups.has(keyOf(at, first))) continue;
    if (isTitle && found.length < 2) found.unshift([at, first, text]);
  }
  seen.add(row);
  const last = found.at(-1);
  if (!last) return undefined;
  const from = { sheet: build.grid.place, row: last[0], column: last[1] };
  return headingOf(from, joined(...found.map(([, , text]) => both(text))));
}
