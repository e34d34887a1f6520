import { type Content, MAX_CELL_LENGTH, type Slot } from '../../model/content.ts';
import { Converter } from './convert.ts';
import { inCycles } from './cycles.ts';
import type { Draft } from './draft.ts';
import { Unmapped } from './formula.ts';
import type { Ground, Spot } from './ground.ts';
import { contentOf, valueIn } from './held.ts';
import type { Contents } from './lineOf.ts';
import type { Formula, Formulas } from './needs.ts';
import type { Names } from './scope.ts';
import type { Kept, KeptWhy, Placed, Source } from './types.ts';

/** What the cells of the model hold, with where each came from. */
export interface Mapped {
  readonly contents: ReadonlyMap<Draft, Contents>;
  readonly placed: readonly Placed[];
  readonly kept: readonly Kept[];
}

interface Live {
  readonly formula: Formula;
  readonly spot: Spot;
  text: string;
  readonly spots: readonly Spot[];
  why?: { readonly why: KeptWhy; readonly said: string };
}

const keyOfSpot = ({ draft, slot }: Spot): string => `${draft.index}@${slot}`;

/** Maps every formula that stands in a line; what can't be mapped keeps its value, with the reason. */
export function mapped(ground: Ground, formulas: Formulas, names: Names, known: (name: string) => boolean): Mapped {
  const converter = new Converter(ground, known, (sheet, row, column) => names.scope(sheet, row, column));
  const live: Live[] = [];
  const bySpot = new Map<string, number>();
  for (const formula of formulas.all) {
    const spot = ground.spot(formula.sheet, formula.row, formula.column);
    if (!spot || ground.calendar.has(spot.draft)) continue;
    bySpot.set(keyOfSpot(spot), live.length);
    live.push(convert(converter, formula, spot));
  }
  const next = live.map(({ spots, why }) =>
    why ? [] : [...new Set(spots.map((spot) => bySpot.get(keyOfSpot(spot))))].filter((one) => one !== undefined),
  );
  for (const place of inCycles(live.length, (node) => next[node] ?? [])) {
    const one = live[place];
    if (one) one.why = { why: 'cycle', said: ground.address(one.formula.sheet, one.formula.row, one.formula.column) };
  }
  return collected(ground, live);
}

function convert(converter: Converter, formula: Formula, spot: Spot): Live {
  try {
    const { text, spots } = converter.convert(formula, spot);
    const isLong = text.length > MAX_CELL_LENGTH / 2;
    return { formula, spot, text, spots, ...(isLong ? { why: { why: 'long', said: `${text.length}` } } : {}) };
  } catch (error) {
    if (!(error instanceof Unmapped)) throw error;
    return { formula, spot, text: '', spots: [], why: { why: error.why, said: error.said } };
  }
}

function collected(ground: Ground, live: readonly Live[]): Mapped {
  const contents = new Map<Draft, Map<Slot, Content>>();
  const placed: Placed[] = [];
  const kept: Kept[] = [];
  const formulaAt = new Map<string, Live>();
  for (const one of live) formulaAt.set(keyOfSpot(one.spot), one);
  for (const draft of ground.lines) {
    const held = new Map<Slot, Content>();
    contents.set(draft, held);
    const grid = ground.grids[draft.sheet];
    if (!grid) continue;
    for (const [row, column] of draft.cells.values()) {
      const spot = ground.spot(draft.sheet, row, column);
      const cell = grid.at(row, column);
      // A cell that is a line of its own already, beside this one.
      if (!spot || spot.draft !== draft) continue;
      const from: Source = { sheet: draft.sheet, row, column };
      const formula = formulaAt.get(keyOfSpot(spot));
      if (!cell && !formula) continue;
      const value = cell && valueIn(grid, cell);
      const isLive = formula !== undefined && !formula.why;
      const content: Content | undefined = isLive ? { formula: formula.text } : contentOf(value);
      if (content !== undefined) held.set(spot.slot, content);
      placed.push({
        from,
        line: draft.id,
        slot: spot.slot,
        kind: isLive ? 'formula' : 'constant',
        ...(value === undefined ? {} : { stored: value }),
      });
      if (formula?.why) kept.push({ at: from, ...formula.why, formula: `=${formula.formula.text}` });
    }
  }
  return { contents, placed, kept };
}
