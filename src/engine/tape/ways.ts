import type { CellEdit } from '../../document/change.ts';
import { type CellRef, cellKey } from '../../model/content.ts';
import { placeOf } from '../../model/periods.ts';
import type { FuturesQuestion, Without } from '../port.ts';
import { cellIn, rowsIn } from '../rowValues.ts';
import type { Workbook } from '../workbook.ts';
import { Formulas } from './formulas.ts';
import { originsOf } from './origins.ts';
import { tapeOf } from './questions.ts';
import { run } from './run.ts';

/** How results are found of what cells hold in some runs. */
export interface Way {
  /** Runs that take no longer than a turn. */
  readonly most: number;
  /**
   * @param settings by cell, what it holds in each of `count` runs
   * @param fail told of each run in which the result in focus is no number, with what tells reasons apart
   * @returns by result, its value in each run; NaN where it holds no number
   */
  readonly evaluate: (
    settings: Float64Array,
    count: number,
    fail: (lane: number, reason: string) => void,
  ) => Float64Array;
}

/** By a tape, or why there is none. */
export function byTape(workbook: Workbook, { drawn, results, focus }: FuturesQuestion): Way | Without {
  const inputs = drawn.map(({ cell }) => cell);
  const tape = tapeOf(workbook, inputs, results);
  if ('without' in tape) return tape;
  return {
    most: Number.POSITIVE_INFINITY,
    evaluate: (settings, count, fail) => {
      const found = run(tape, settings, count);
      const failed: number[] = [];
      for (let lane = 0; lane < count; lane++) if (Number.isNaN(found[focus * count + lane])) failed.push(lane);
      if (failed.length === 0) return found;
      const some = new Float64Array(inputs.length * failed.length);
      for (let input = 0; input < inputs.length; input++)
        for (const [i, lane] of failed.entries())
          some[input * failed.length + i] = settings[input * count + lane] as number;
      for (const [i, origin] of originsOf(tape, some, failed.length, focus).entries())
        fail(failed[i] as number, String(origin));
      return found;
    },
  };
}

/** Runs that are set in a workbook before others have their turn: one takes a millisecond, and more. */
const IN_WORKBOOK = 8;

/** Setting by setting in the workbook itself. */
export function byWorkbook(workbook: Workbook, { drawn, results, focus }: FuturesQuestion): Way {
  const asked = results[focus];
  return {
    most: IN_WORKBOOK,
    evaluate: (settings, count, fail) => {
      const values = new Float64Array(results.length * count);
      for (let lane = 0; lane < count; lane++) {
        workbook.apply(
          drawn.map(({ cell }, i): CellEdit => ({ ...cell, content: settings[i * count + lane] as number })),
        );
        for (const [i, value] of numbersIn(workbook, results).entries()) values[i * count + lane] = value;
        if (asked && Number.isNaN(values[focus * count + lane])) fail(lane, reasonIn(workbook, asked));
      }
      return values;
    },
  };
}

/** What cells hold, not rounded; NaN where that is no number. */
const numbersIn = (workbook: Workbook, cells: readonly CellRef[]): number[] =>
  workbook.look((hf, address) => {
    const formulas = new Formulas(hf);
    return cells.map((cell) => {
      const at = address(cell);
      const held = at && formulas.value(formulas.vertex(at));
      return typeof held === 'number' ? held : Number.NaN;
    });
  });

function reasonIn(workbook: Workbook, cell: CellRef): string {
  const place = cell.slot === 'value' ? 0 : 1 + placeOf(cell.slot, workbook.spec.periods);
  const note = cellIn(rowsIn(workbook.read([cell]), 1)(0), place);
  if (typeof note !== 'object' || note.kind === 'text') return note === undefined ? '' : 'text';
  return [note.code, note.root ? cellKey(note.root) : ''].join(' ');
}
