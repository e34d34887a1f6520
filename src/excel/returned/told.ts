import type { CellRef } from '../../model/content.ts';

/** A cell of the file: its sheet by name, its address; both empty where neither is there any more. `said`: of what it is. */
export interface Place {
  readonly sheet: string;
  readonly address: string;
  readonly said: string;
  /** What stood there as the workbook was made, where `said` stands there now. */
  readonly was?: string;
  /** The cell of the document that came back with another content. */
  readonly cell?: CellRef;
}

/**
 * What was changed in the file since it was made, and is taken over. `stays`: cells of a scenario that go on with the formula
 * that the base no longer has.
 */
export const TAKEN = [
  'values',
  'formulas',
  'emptied',
  'inherits',
  'stays',
  'newLines',
  'goneLines',
  'movedLines',
  'labels',
  'units',
  'scenarioNames',
  'newScenarios',
  'goneScenarios',
] as const;

/**
 * What is not.
 * - `frozen`: formulas that refer to what is no part of the model: their values are taken;
 * - `brokenFormulas`: formulas that refer to what was taken out: they stay as they were, and name what is gone;
 * - `beside`: cells that no line has a place for; `heads`: other heads of columns; `goneColumns`: periods that were taken out;
 * - `goneRows`: rows that were taken out in a scenario's sheet alone; `baseGone`: the sheet of the base was taken out;
 * - `sheets`: sheets that were added; `pages`: sheets that are made from the model; `notes`: texts of the last column;
 * - `unitsKept`, `labelsKept`: of lines that have theirs from a shipped model, or that would have none;
 * - `charts`, `pivots`.
 */
export const KEPT = [
  'frozen',
  'brokenFormulas',
  'beside',
  'heads',
  'goneColumns',
  'goneRows',
  'baseGone',
  'sheets',
  'pages',
  'notes',
  'unitsKept',
  'labelsKept',
  'charts',
  'pivots',
] as const;

export type ToldKind = (typeof TAKEN)[number] | (typeof KEPT)[number];

export interface Told {
  readonly kind: ToldKind;
  readonly count: number;
  /** At most `MOST_PLACES`, in their order. */
  readonly places: readonly Place[];
}

export const MOST_PLACES = 200;

/** What is told, counted by kind. */
export class Telling {
  readonly #counts = new Map<ToldKind, number>();
  readonly #places = new Map<ToldKind, Place[]>();

  tell(kind: ToldKind, place: Place, count = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
    const places = this.#places.get(kind) ?? [];
    this.#places.set(kind, places);
    if (places.length < MOST_PLACES) places.push(place);
  }

  get told(): readonly Told[] {
    return [...TAKEN, ...KEPT].flatMap((kind): Told[] => {
      const count = this.#counts.get(kind);
      return count === undefined ? [] : [{ kind, count, places: this.#places.get(kind) ?? [] }];
    });
  }
}
