/** A place in the sheet: 0-based line, and column with A as 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A rectangle of places, by the corner where it began and the one to which it was drawn. */
export interface Range {
  readonly from: Place;
  readonly to: Place;
}

export interface Selection {
  /** The place that keys type into; it stays while the range is drawn, and moves within it by Enter and Tab. */
  readonly active: Place;
  /** The range that Shift extends. */
  readonly range: Range;
  /** The ranges selected before it, kept by Ctrl. */
  readonly others: readonly Range[];
}

/** A selection in the sheet of a scenario. */
export interface Selected extends Selection {
  readonly scenario: string;
}

/** A range with its edges in order, both included. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const samePlace = (a: Place, b: Place): boolean => a.line === b.line && a.column === b.column;
const sameRange = (a: Range, b: Range): boolean => samePlace(a.from, b.from) && samePlace(a.to, b.to);
export const sameSelection = (a: Selection, b: Selection): boolean =>
  samePlace(a.active, b.active) &&
  sameRange(a.range, b.range) &&
  a.others.length === b.others.length &&
  a.others.every((range, i) => sameRange(range, b.others[i] ?? a.range));

export const at = (place: Place): Selection => ({ active: place, range: { from: place, to: place }, others: [] });

export const boxOf = ({ from, to }: Range): Box => ({
  top: Math.min(from.line, to.line),
  bottom: Math.max(from.line, to.line),
  left: Math.min(from.column, to.column),
  right: Math.max(from.column, to.column),
});

export const rangeOf = ({ top, bottom, left, right }: Box): Range => ({
  from: { line: top, column: left },
  to: { line: bottom, column: right },
});

export const boxes = ({ range, others }: Selection): Box[] => [...others, range].map(boxOf);

export const isSingle = ({ range, others }: Selection): boolean =>
  others.length === 0 && samePlace(range.from, range.to);

export const inBox = ({ line, column }: Place, { top, bottom, left, right }: Box): boolean =>
  line >= top && line <= bottom && column >= left && column <= right;

/** How many places boxes hold, those that lie in several counted for each. */
export const areaOf = (list: readonly Box[]): number =>
  list.reduce((sum, { top, bottom, left, right }) => sum + (bottom - top + 1) * (right - left + 1), 0);

/** The places of a box in reading order. */
export const placesOf = ({ top, bottom, left, right }: Box): Place[] =>
  Array.from({ length: bottom - top + 1 }, (_, i) =>
    Array.from({ length: right - left + 1 }, (__, j) => ({ line: top + i, column: left + j })),
  ).flat();

/** What remains of a box outside of another: up to four boxes. */
function without(box: Box, hole: Box): Box[] {
  const middle = { top: Math.max(box.top, hole.top), bottom: Math.min(box.bottom, hole.bottom) };
  if (middle.top > middle.bottom || hole.left > box.right || hole.right < box.left) return [box];
  return [
    { ...box, bottom: hole.top - 1 },
    { ...box, top: hole.bottom + 1 },
    { ...box, ...middle, right: hole.left - 1 },
    { ...box, ...middle, left: hole.right + 1 },
  ].filter(({ top, bottom, left, right }) => top <= bottom && left <= right);
}

/** The same places in boxes that do not overlap, so that none is counted twice. */
export function disjoint(list: readonly Box[]): Box[] {
  const kept: Box[] = [];
  for (const box of list) {
    const rest = kept.reduce((pieces, hole) => pieces.flatMap((piece) => without(piece, hole)), [box]);
    kept.push(...rest);
  }
  return kept;
}

/**
 * The columns of a line that are selected, first and last of each stretch in turn; undefined where none is. Flat, since
 * every row on screen asks for it at each move of the cursor.
 */
export function selectedColumns({ range, others }: Selection, line: number): number[] | undefined {
  let found: number[] | undefined;
  const add = ({ from, to }: Range) => {
    if (line < Math.min(from.line, to.line) || line > Math.max(from.line, to.line)) return;
    found ??= [];
    found.push(Math.min(from.column, to.column), Math.max(from.column, to.column));
  };
  add(range);
  for (const other of others) add(other);
  return found;
}

/** The next place within what is selected: by lines (Enter) or by columns (Tab), from one range into the next. */
export function stepWithin(selection: Selection, lines: number, columns: number): Place {
  const all = boxes(selection);
  const index = all.findLastIndex((box) => inBox(selection.active, box));
  const box = all[index];
  if (!box) return selection.active;
  const forward = lines + columns > 0;
  const { line, column } = selection.active;
  const turn = lines === 0 ? { line: line + columns, column: forward ? box.left : box.right } : undefined;
  const next = { line: line + lines, column: column + columns };
  if (inBox(next, box)) return next;
  const turned = turn ?? { line: forward ? box.top : box.bottom, column: column + lines };
  if (inBox(turned, box)) return turned;
  const other = all[(index + (forward ? 1 : -1) + all.length) % all.length] ?? box;
  return forward ? { line: other.top, column: other.left } : { line: other.bottom, column: other.right };
}

type Rows = readonly { readonly id: string }[];

/** What is selected once the same lines stand in another order: it goes with its lines. */
export function followed(selected: Selected, before: Rows, after: Rows): Selected {
  const rows = new Map(after.map(({ id }, row) => [id, row]));
  if (before.length !== after.length || before.some(({ id }) => !rows.has(id))) return selected;
  const to = (place: Place): Place => ({ ...place, line: rows.get(before[place.line]?.id ?? '') ?? place.line });
  const range = ({ from, to: end }: Range): Range => ({ from: to(from), to: to(end) });
  return { ...selected, active: to(selected.active), range: range(selected.range), others: selected.others.map(range) };
}
