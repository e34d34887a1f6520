import type { WorkbookSpec } from '../engine/port.ts';
import type { CellRef } from '../model/content.ts';
import { isWhole, type Unit } from '../model/units.ts';
import type { TableInput } from '../model/whatIf.ts';
import { inputsFeeding } from './feeds.ts';
import { evaluateAll, heldNumbers, type Means } from './settings.ts';

/** An input of a table, and the numbers that it is given. */
export interface Axis {
  readonly cell: CellRef;
  readonly values: readonly number[];
}

/** What results come to where one or two inputs are given numbers. */
export interface DataTableFound {
  readonly axes: readonly Axis[];
  readonly results: readonly CellRef[];
  /** By result: by value of the second input, where there is one, by value of the first; NaN where it holds no number. */
  readonly values: readonly Float64Array[];
  /** What the inputs hold and the results come to as they stand. */
  readonly held: readonly number[];
  readonly now: readonly number[];
  /** Inputs that none of the results reads. */
  readonly unread: readonly CellRef[];
  /** For what only a workbook of its own could answer. */
  readonly without?: string;
}

/** The numbers that an input is given, from low to high; years and the like each once. */
export function axisValues({ low, high, steps }: Omit<TableInput, 'line' | 'slot'>, unit: Unit): number[] {
  // Free of the noise of binary fractions, as they would be typed.
  const at = (i: number) => Number((low + (i * (high - low)) / (steps - 1)).toPrecision(12));
  const values = Array.from({ length: steps }, (_, i) => (i === steps - 1 ? high : at(i)));
  return isWhole(unit) ? [...new Set(values.map(Math.round))] : values;
}

/** @throws TrialStopped */
export async function dataTable(
  spec: WorkbookSpec,
  axes: readonly Axis[],
  results: readonly CellRef[],
  means: Means,
): Promise<DataTableFound> {
  const inputs = axes.map(({ cell }) => cell);
  const across = axes[0]?.values ?? [];
  const down = axes[1]?.values ?? [Number.NaN];
  const held = await heldNumbers(spec, inputs, means);
  // The first setting is as it stands.
  const count = 1 + across.length * down.length;
  const settings = new Float64Array(inputs.length * count);
  for (const [i, one] of held.entries()) settings[i * count] = one;
  for (const [y, second] of down.entries()) {
    for (const [x, first] of across.entries()) {
      const at = 1 + y * across.length + x;
      settings[at] = first;
      if (inputs.length > 1) settings[count + at] = second;
    }
  }
  const { values, without } = await evaluateAll(spec, { inputs, results, settings, count }, means);
  const feeding = results.flatMap((result) => inputsFeeding(spec, result));
  return {
    axes,
    results,
    values: results.map((_, i) => values.slice(i * count + 1, (i + 1) * count)),
    held,
    now: results.map((_, i) => values[i * count] as number),
    unread: inputs.filter((cell) => !feeding.some(({ line, slot }) => line === cell.line && slot === cell.slot)),
    ...(without === undefined ? {} : { without }),
  };
}

/** A stretch of a line along which a value is met, between the middles of cells: 0 is that of the first. */
export type Stretch = readonly [x1: number, y1: number, x2: number, y2: number];

/** Corners of a square in turn, each with the next. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/**
 * Where a table of `width` columns crosses a value, square by square between the middles of four cells, straight between the
 * crossings of their sides. Where a cell holds no number nothing is drawn.
 */
export function contour(values: Float64Array, width: number, level: number): Stretch[] {
  const height = values.length / width;
  const stretches: Stretch[] = [];
  for (let y = 0; y + 1 < height; y++) {
    for (let x = 0; x + 1 < width; x++) {
      const corners = CORNERS.map(([dx, dy]) => (values[(y + dy) * width + x + dx] as number) - level);
      if (corners.some(Number.isNaN)) continue;
      const met = CORNERS.flatMap(([dx, dy], i): (readonly [number, number])[] => {
        const [from, to] = [corners[i] as number, corners[(i + 1) % 4] as number];
        // A corner on the line belongs to what reaches it.
        if (from >= 0 === to >= 0) return [];
        const part = from / (from - to);
        const [nx, ny] = CORNERS[(i + 1) % 4] as readonly [number, number];
        return [[x + dx + part * (nx - dx), y + dy + part * (ny - dy)]];
      });
      // A saddle is crossed twice: its middle says which corners go together.
      const isTurned =
        met.length === 4 && corners.reduce((sum, one) => sum + one, 0) >= 0 === (corners[0] as number) >= 0;
      const ordered =
        isTurned || met.length < 4 ? met : [met[3], met[0], met[1], met[2]].flatMap((one) => (one ? [one] : []));
      for (let i = 0; i + 1 < ordered.length; i += 2) {
        const [[x1, y1], [x2, y2]] = [
          ordered[i] as readonly [number, number],
          ordered[i + 1] as readonly [number, number],
        ];
        stretches.push([x1, y1, x2, y2]);
      }
    }
  }
  return stretches;
}
