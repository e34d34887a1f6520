/** Where labels go: pure geometry in CSS pixels, y downwards. */

export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A straight piece of a line: x1, y1, x2, y2. */
export type Stroke = readonly [number, number, number, number];

/**
 * Moves centres at least `gap` apart inside [low, high], keeping their order and moving them as little as possible
 * (least squares: once each centre gives up its rank times the gap, what is left is an isotonic regression).
 * Where they do not fit, they share the room evenly. Equal centres keep the order in which they were given.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const room = Math.max(0, high - low);
  const step = order.length > 1 ? Math.min(gap, room / (order.length - 1)) : gap;
  const pools: { sum: number; count: number }[] = [];
  order.forEach((index, rank) => {
    let pool = { sum: (wanted[index] ?? 0) - rank * step, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count >= pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  });
  const ceiling = Math.max(low, high - step * (order.length - 1));
  const placed = new Array<number>(wanted.length);
  let rank = 0;
  for (const pool of pools) {
    const start = Math.min(Math.max(pool.sum / pool.count, low), ceiling);
    for (let i = 0; i < pool.count; i += 1, rank += 1) placed[order[rank] ?? 0] = start + rank * step;
  }
  return placed;
}

/** The text, or as much of its beginning as fits into `width` with an ellipsis. */
export function shorten(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const letters = Array.from(text);
  for (let count = letters.length - 1; count > 0; count -= 1) {
    const short = `${letters.slice(0, count).join('').trimEnd()}…`;
    if (measure(short) <= width) return short;
  }
  return '…';
}

export function overlaps(a: LabelBox, b: LabelBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether any part of the stroke lies in the box (Liang and Barsky's clipping). */
export function crosses(box: LabelBox, [x1, y1, x2, y2]: Stroke): boolean {
  let from = 0;
  let to = 1;
  for (const [run, near, far] of [
    [x2 - x1, box.left - x1, box.right - x1],
    [y2 - y1, box.top - y1, box.bottom - y1],
  ] as const) {
    if (run === 0) {
      if (near > 0 || far < 0) return false;
      continue;
    }
    from = Math.max(from, Math.min(near / run, far / run));
    to = Math.min(to, Math.max(near / run, far / run));
  }
  return from <= to;
}

/** What crossing a line costs, in places down the list of candidates: more than there are, so that what is free is taken. */
const CROSSING = 100;
/** px that a line stays away. */
const CLEAR = 2;
/** How much better another place must be before a label leaves the one it has: without it labels jump in a drag. */
const STAY = 6;

/**
 * The first candidate inside `within` that covers none of `taken`, preferring those that cross few lines.
 * Candidates are in order of preference; `held` is the place the label has now. -1 where none is free.
 */
export function choosePlace(
  candidates: readonly LabelBox[],
  within: LabelBox,
  taken: readonly LabelBox[],
  lines: readonly (readonly Stroke[])[],
  held?: number,
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  candidates.forEach((box, index) => {
    const inside =
      box.left >= within.left && box.right <= within.right && box.top >= within.top && box.bottom <= within.bottom;
    if (!inside || taken.some((other) => overlaps(box, other))) return;
    const wide = { left: box.left - CLEAR, top: box.top - CLEAR, right: box.right + CLEAR, bottom: box.bottom + CLEAR };
    const crossings = lines.filter((strokes) => strokes.some((stroke) => crosses(wide, stroke))).length;
    const cost = index + CROSSING * crossings - (index === held ? STAY : 0);
    if (cost < least) {
      least = cost;
      best = index;
    }
  });
  return best;
}
