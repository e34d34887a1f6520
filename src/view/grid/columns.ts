import { type Accessor, createMemo } from 'solid-js';
import { columnSlot, FIRST_PERIOD_COLUMN, VALUE_COLUMN } from '../../model/address.ts';
import { countOf, type Periods } from '../../model/periods.ts';
import { unitSpec } from '../../model/units.ts';
import type { App } from '../../state/app.ts';
import type { ColumnName } from '../../state/sheet/widths.ts';
import { createNarrow } from '../media.ts';
import { createTextWidth } from './textWidth.ts';

/** Widths in px that columns have before anybody draws them, in text of the usual size. */
interface Usual {
  readonly gutter: number;
  readonly label: number;
  readonly unit: number;
  readonly value: number;
  readonly year: number;
}
const WIDE: Usual = { gutter: 34, label: 240, unit: 96, value: 84, year: 72 };
/** Columns of periods in a model of a person's own, whose numbers come without a unit that makes them small. */
const OWN_YEAR = 88;
const NARROW: Usual = { gutter: 24, label: 132, unit: 72, value: 72, year: 72 };
/** Units of a person's own are shown whole where they are no longer than this, px: a character of text, and the padding. */
const OWN_UNIT = 160;
const LETTER = 7.2;
const PADDING = 18;
/** Columns of values while they show formulas. */
const FORMULA = 200;

/** So few years are all drawn: there is little to save, and nothing to draw while they are scrolled. */
const FEW = 20;
/** Columns drawn beside those in sight. */
const OVERSCAN = 2;

/** px of a cell that its number can't take: the padding at its end, and a little air. */
const AIR = 10;

/** Where a column begins and ends in the sheet's content, px. */
export interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Where the columns of the sheet stand, which are drawn, and what fits into them. All computed, none read from the page. */
export interface Columns {
  readonly gutter: Accessor<number>;
  readonly edges: Accessor<readonly Edges[]>;
  /** The width of the whole content. */
  readonly total: Accessor<number>;
  /** The columns of years that are in the document, in order. */
  readonly drawn: Accessor<readonly number[]>;
  readonly name: (column: number) => ColumnName;
  readonly width: (column: number) => number;
  /** The width of a number as it is shown, px. */
  readonly textWidth: (text: string) => number;
  /** Whether a text can be shown whole in a column. */
  readonly fits: (text: string, column: number) => boolean;
}

/** px that a unit takes in its column; a sign of Chinese is as wide as two letters. */
export const unitWidth = (text: string): number =>
  Math.ceil([...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0) * LETTER) + PADDING;

export const columnTitle = (column: number, periods: Periods): ColumnName =>
  (['label', 'unit'] as const)[column] ?? columnSlot(column, periods) ?? periods.last;

/** `sheet`: the part of the page in which the sheet scrolls, its width, how far it is scrolled, and its size of text. */
export function createColumns(
  { workspace, editor, widths, say }: Pick<App, 'workspace' | 'editor' | 'widths' | 'say'>,
  sheet: {
    element: () => HTMLElement;
    width: Accessor<number>;
    scrollLeft: Accessor<number>;
    scale: Accessor<number>;
  },
): Columns {
  const isNarrow = createNarrow();
  const usual = createMemo(() => (isNarrow() ? NARROW : WIDE));
  const periods = createMemo(() => workspace.model().periods);
  const name = (column: number) => editor.foldAt({ column })?.year(column) ?? columnTitle(column, periods());

  const units = createMemo(() => {
    const scale = sheet.scale();
    const own = workspace.own() && !isNarrow() ? workspace.model().lines : [];
    const texts = own.map((line) => (line.kind === 'heading' ? '' : say(unitSpec(line.unit).label)));
    return scale * Math.max(usual().unit, ...texts.map((text) => Math.min(OWN_UNIT, unitWidth(text))));
  });

  const edges = createMemo((): readonly Edges[] => {
    const own = widths.of(workspace.shipped().id);
    const count = FIRST_PERIOD_COLUMN + countOf(periods());
    const scale = sheet.scale();
    let right = usual().gutter * scale;
    return Array.from({ length: count }, (_, column) => {
      const left = right;
      if (editor.shownFor(column) !== column) return { left, right };
      const key = name(column);
      const year = workspace.own() ? OWN_YEAR : usual().year;
      const wanted = typeof key === 'number' ? year * scale : key === 'unit' ? units() : usual()[key] * scale;
      const width = own[key] ?? wanted;
      right += column >= VALUE_COLUMN && editor.formulas() ? Math.max(width, FORMULA * scale) : width;
      // Labels stay in sight beside whatever is scrolled, and must leave room for it.
      if (column === 0 && sheet.width() > 0) right = Math.min(right, Math.max(NARROW.label, sheet.width() / 2));
      return { left, right };
    });
  });
  const width = (column: number) => {
    const box = edges()[column];
    return box ? box.right - box.left : 0;
  };

  /** The first and last column of years in sight, and those beside them. */
  const inSight = createMemo(
    (): readonly [number, number] => {
      const all = edges();
      const last = all.length - 1;
      if (last - FIRST_PERIOD_COLUMN < FEW) return [FIRST_PERIOD_COLUMN, last];
      const from = sheet.scrollLeft() + (all[0]?.right ?? 0);
      const to = sheet.scrollLeft() + sheet.width();
      let first = FIRST_PERIOD_COLUMN;
      while (first < last && (all[first]?.right ?? 0) <= from) first++;
      let end = first;
      while (end < last && (all[end]?.right ?? 0) < to) end++;
      return [Math.max(FIRST_PERIOD_COLUMN, first - OVERSCAN), Math.min(last, end + OVERSCAN)];
    },
    undefined,
    { equals: (a, b) => a[0] === b[0] && a[1] === b[1] },
  );
  /** The column with the cursor stays in the document, so that the focus has its active descendant. */
  const beside = createMemo(() => {
    const { column } = editor.selection().active;
    const [first, last] = inSight();
    return column >= FIRST_PERIOD_COLUMN && (column < first || column > last) ? column : undefined;
  });
  const drawn = createMemo(() => {
    const [first, last] = inSight();
    const columns = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(width);
    const one = beside();
    if (one === undefined || !width(one)) return columns;
    return one < first ? [one, ...columns] : [...columns, one];
  });
  const textWidth = createMemo(() => createTextWidth(sheet.element, sheet.scale()));
  return {
    gutter: () => usual().gutter * sheet.scale(),
    edges,
    total: () => edges().at(-1)?.right ?? 0,
    drawn,
    name,
    width,
    textWidth: (text) => textWidth().of(text),
    fits: (text, column) => textWidth().fits(text, width(column) - AIR),
  };
}
