import type { BookCell } from '../xlsx/cells.ts';
import type { Draft } from './draft.ts';
import type { SheetGrid } from './grid.ts';
import type { LiveChoices, Question, Source } from './types.ts';

const PERCENT = /^(?:[%％]|per ?cent|pct|百分比)(?: ?(?:p\.?a\.?|a year|per year))?$/i;

/** Whether a unit that is written beside numbers is percent. */
export const isPercentText = (text: string): boolean => PERCENT.test(text.trim());

type Size = 'small' | 'large';
type Asked = Extract<Question, { kind: 'percent' }>;

/** Numbers up to one may be fractions; undefined where there is none, or their format says percent. */
function sizeOf(draft: Draft, grid: SheetGrid): { readonly size: Size; readonly example: number } | undefined {
  if (!isPercentText(draft.unit)) return undefined;
  const cells = [...draft.cells.values()].map(([row, column]) => grid.at(row, column));
  const found = cells.filter((cell): cell is BookCell & { value: number } => typeof cell?.value === 'number');
  if (found.some((cell) => grid.form(cell) === 'percent')) return undefined;
  const example = found.find(({ value }) => value !== 0)?.value;
  if (example === undefined) return undefined;
  return { size: found.every(({ value }) => Math.abs(value) <= 1) ? 'small' : 'large', example };
}

/**
 * Numbers beside a % that their format does not say. Small ones are fractions, unless formulas divide by 100, and large ones
 * count percent; where these formulas say it of large ones, there is no doubt.
 */
export class Percents {
  readonly #by = new Map<Draft, Size>();
  readonly #asked = new Map<Size, Asked>();

  /** @param divides whether formulas of the workbook divide by 100 */
  constructor(
    drafts: readonly Draft[],
    grids: readonly SheetGrid[],
    divides: boolean,
    choices: LiveChoices['fractions'] = {},
  ) {
    for (const draft of drafts) {
      const grid = grids[draft.sheet];
      const found = draft.kind === 'heading' || !grid ? undefined : sizeOf(draft, grid);
      if (!found) continue;
      const { size, example } = found;
      this.#by.set(draft, size);
      const areFractions = choices[size] ?? (size === 'small' && !divides);
      const before = this.#asked.get(size) ?? { kind: 'percent', size, example, places: [], areFractions };
      this.#asked.set(size, { ...before, places: [...before.places, placeOf(draft)] });
    }
    if (divides) this.#asked.delete('large');
  }

  get questions(): readonly Question[] {
    return [...this.#asked.values()];
  }

  /** Whether the numbers of a line are fractions, as formulas compute with them. */
  areFractions(draft: Draft): boolean {
    const size = this.#by.get(draft);
    return size !== undefined && (this.#asked.get(size)?.areFractions ?? false);
  }
}

function placeOf({ sheet, cells, from }: Draft): Source {
  const [first] = cells.values();
  return first ? { sheet, row: first[0], column: first[1] } : from;
}
