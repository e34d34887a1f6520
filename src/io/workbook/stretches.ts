import type { Slot } from '../../model/content.ts';
import { shifted } from '../../model/periods.ts';
import type { Ground, Spot } from './ground.ts';

/** What stands in a cell of a range: a cell of the model, a value that is none, or nothing. */
export type Item = Spot | { readonly text: string } | undefined;

/** Items that stand together in the model: as one range, a single cell or a value. */
export interface Stretch {
  readonly from: Item;
  readonly to: Item;
  /** How it lies in the sheet of the model; both for a single cell. */
  readonly lies: 'across' | 'down' | 'both';
  readonly length: number;
}

const isSpot = (item: Item): item is Spot => item !== undefined && 'draft' in item;

/** Whether between two lines stands none that has cells in the same column. */
function isFree({ lines }: Ground, from: number, to: number, slot: Slot): boolean {
  for (let i = from + 1; i < to; i++) {
    const kind = lines[i]?.kind;
    if (kind === 'scalar' ? slot === 'value' : kind === 'periods' && slot !== 'value') return false;
  }
  return true;
}

/** How the second of two spots follows the first one; undefined where it does not. */
function following(ground: Ground, a: Spot, b: Spot, isLoose: boolean): 'across' | 'down' | undefined {
  const isCalendar = ground.calendar.has(a.draft) || ground.calendar.has(b.draft);
  if (a.draft === b.draft && a.slot !== 'value' && b.slot !== 'value')
    return b.slot === shifted(a.slot, 1, ground.periods) ? 'across' : undefined;
  if (isCalendar || a.slot !== b.slot || a.draft.kind !== b.draft.kind) return undefined;
  const gap = b.draft.index - a.draft.index;
  if (gap === 1) return 'down';
  return isLoose && gap > 1 && isFree(ground, a.draft.index, b.draft.index, a.slot) ? 'down' : undefined;
}

/**
 * The stretches of a row or a column of a range.
 * @param isLoose whether lines without a cell there may lie between, and cells that are empty be passed over
 */
export function stretchesOf(ground: Ground, items: readonly Item[], isLoose: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  for (const item of items) {
    if (isLoose && !isSpot(item)) continue;
    const last = stretches.at(-1);
    // The same value again, or nothing again.
    if (last && !isSpot(item) && !isSpot(last.to) && last.to?.text === item?.text) {
      stretches[stretches.length - 1] = { ...last, length: last.length + 1 };
      continue;
    }
    const way = last && isSpot(last.to) && isSpot(item) ? following(ground, last.to, item, isLoose) : undefined;
    if (last && way && (last.lies === 'both' || last.lies === way))
      stretches[stretches.length - 1] = { from: last.from, to: item, lies: way, length: last.length + 1 };
    else stretches.push({ from: item, to: item, lies: 'both', length: 1 });
  }
  return stretches;
}

/** A whole block of lines and periods, as one range of the model. */
export interface BlockRange {
  readonly from: Spot;
  readonly to: Spot;
  /** Whether rows of the file are columns of the model. */
  readonly isTurned: boolean;
}

/** A block of cells as one range, where lines and periods stand in it as in the file. */
export function blockOf(ground: Ground, rows: readonly (readonly Item[])[], isLoose: boolean): BlockRange | undefined {
  const first = rows[0]?.find(isSpot);
  if (!first) return undefined;
  const turned = first.draft.isAcross ? rows : (rows[0] ?? []).map((_, i) => rows.map((row) => row[i]));
  const lines = isLoose ? turned.filter((line) => line.some(isSpot)) : turned;
  let before: Spot | undefined;
  let start: Spot | undefined;
  for (const line of lines) {
    const [head, ...rest] = line;
    if (!isSpot(head) || head.slot === 'value') return undefined;
    let last = head;
    for (const item of rest) {
      if (!isSpot(item) || following(ground, last, item, false) !== 'across') return undefined;
      last = item;
    }
    if (before && following(ground, before, head, isLoose) !== 'down') return undefined;
    start ??= head;
    before = head;
  }
  const end = lines.at(-1)?.at(-1);
  return start && isSpot(end) ? { from: start, to: end, isTurned: !first.draft.isAcross } : undefined;
}
