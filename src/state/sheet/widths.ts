import { type Accessor, createSignal } from 'solid-js';
import * as v from 'valibot';
import { readStored, writeStored } from '../page/stored.ts';

/** A column by what stands in it: the same period keeps its width when others are added before it. */
export type ColumnName = 'label' | 'unit' | 'value' | number;

/** Widths of columns in px, as a person drew them; columns that nobody drew are left out. */
type Drawn = Readonly<Record<string, number>>;

export const MIN_WIDTH = 36;
export const MAX_WIDTH = 800;

/** How wide the columns of each model are drawn: how somebody looks at it, which belongs to no document. */
export interface Widths {
  /** The widths of a model's columns, by name. */
  readonly of: (model: string) => Drawn;
  /** Draws columns; undefined: as wide as they come. Kept for the next visit where `keep` says so. */
  readonly draw: (model: string, columns: readonly ColumnName[], width: number | undefined, keep?: boolean) => void;
}

const KEY = 'foresheet.widths';
/** Models of which widths are kept; the ones drawn longest ago are forgotten. */
const KEPT = 50;
const width = v.pipe(v.number(), v.minValue(MIN_WIDTH), v.maxValue(MAX_WIDTH));
const Stored = v.record(v.string(), v.record(v.pipe(v.string(), v.regex(/^(label|unit|value|\d{4,5})$/)), width));

export function createWidths(): Widths {
  const [drawn, setDrawn]: [Accessor<Readonly<Record<string, Drawn>>>, (all: Readonly<Record<string, Drawn>>) => void] =
    createSignal(readStored(KEY, Stored) ?? {});
  const none: Drawn = {};
  return {
    of: (model) => drawn()[model] ?? none,
    draw: (model, columns, px, keep = true) => {
      const { [model]: own = none, ...others } = drawn();
      const changed = new Map(Object.entries(own));
      for (const column of columns) {
        if (px === undefined) changed.delete(String(column));
        else changed.set(String(column), Math.round(Math.max(MIN_WIDTH, Math.min(px, MAX_WIDTH))));
      }
      const rest = Object.entries(others).slice(-KEPT + 1);
      setDrawn(Object.fromEntries([...rest, [model, Object.fromEntries(changed)]]));
      if (keep) writeStored(KEY, drawn());
    },
  };
}
