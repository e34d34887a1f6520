import { type Accessor, createMemo } from 'solid-js';
import type { App } from '../../state/app.ts';

/** px of a row, for a pointer and for a finger, in text of the usual size. */
export const ROW = { fine: 28, coarse: 32 } as const;

/** Rows drawn above and below those in sight. */
const OVERSCAN = 3;

/** Where the rows of the sheet stand, px below its header, and which are drawn. All computed, none read from the page. */
export interface RowsInSight {
  /** Where each row begins, and where the last one ends. */
  readonly tops: Accessor<Float64Array>;
  /** The rows that are in the document, in order. */
  readonly drawn: Accessor<readonly number[]>;
  /** The first row that is in sight whole. */
  readonly first: () => number;
}

/** The first of ascending numbers that is at least a value; their count where none is. */
function firstFrom(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `sheet`: how far it is scrolled, the height of the part in which its rows are seen, and that of a row. */
export function createRowsInSight(
  { editor }: Pick<App, 'editor'>,
  sheet: {
    scrollTop: Accessor<number>;
    height: Accessor<number>;
    row: Accessor<number>;
  },
): RowsInSight {
  const tops = createMemo(() => {
    const ends = new Float64Array(editor.rowCount + 1);
    for (let i = 0; i < ends.length; i++) ends[i] = i * sheet.row();
    return ends;
  });
  const inSight = createMemo(
    (): readonly [number, number] => {
      const all = tops();
      const last = all.length - 2;
      const from = firstFrom(all, sheet.scrollTop() + 1) - 1;
      const to = firstFrom(all, sheet.scrollTop() + sheet.height()) - 1;
      return [Math.max(0, from - OVERSCAN), Math.min(last, to + OVERSCAN)];
    },
    undefined,
    { equals: (a, b) => a[0] === b[0] && a[1] === b[1] },
  );
  /** The row with the cursor stays in the document, so that the focus has its active descendant. */
  const beside = createMemo(() => {
    const { line } = editor.selection().active;
    const [first, last] = inSight();
    return line < first || line > last ? line : undefined;
  });
  const drawn = createMemo(() => {
    const [first, last] = inSight();
    const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
    const one = beside();
    if (one === undefined || one >= tops().length - 1) return rows;
    return one < first ? [one, ...rows] : [...rows, one];
  });
  return { tops, drawn, first: () => Math.min(firstFrom(tops(), sheet.scrollTop()), tops().length - 2) };
}
