import { type Accessor, createEffect, createMemo, createSignal, untrack } from 'solid-js';
import { type DataTableFound, dataTable } from '../../analysis/dataTable.ts';
import { tornado } from '../../analysis/tornado.ts';
import { Trials } from '../../analysis/trial.ts';
import type { Connect } from '../../engine/transport.ts';
import { inWorker } from '../../engine/transports.ts';
import type { Text } from '../../model/text.ts';
import type { Asked, DataTable, TableInput } from '../../model/whatIf.ts';
import { startCell, targetFor } from '../insight/resultCell.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { addScenarioWith } from '../structure/scenarios.ts';
import { ask, createAsked } from './asked.ts';
import { createLive, createStanding, specNow } from './live.ts';
import { axisOf, inputThere, inView, isResultThere } from './places.ts';
import { spreadsOf } from './tornado.ts';

/** Values of each input of a table that nobody has asked for yet. */
const USUAL_STEPS = 11;
export const MOST_STEPS = 101;
export const MOST_RESULTS = 12;

/** Why a table can't be asked for. */
export type TableFault =
  | { readonly kind: 'goneInput' | 'goneResult' | 'text'; readonly line: string }
  | { readonly kind: 'same' };

/** Which table is asked for, and what comes of it; it follows every edit as long as it is looked at. */
export function createTable(app: WithEditor & Words, on: Accessor<boolean>, connect: Connect = inWorker) {
  const { workspace } = app;
  const asked = createAsked(workspace);
  const [first, setFirst] = createSignal<DataTable>();
  const table = createMemo(() => asked().table ?? first());

  /** From where to where an input is given numbers that nobody has said. */
  const rangeFor = (cell: Asked): Pick<TableInput, 'low' | 'high'> => {
    const line = inputThere(workspace, cell);
    const { content } = workspace.effective(inView(workspace, cell));
    const held = typeof content === 'number' ? content : (line?.value ?? 0);
    const spread = line && spreadsOf(workspace)(line, held);
    if (spread) return { low: spread.low, high: spread.high };
    if (held === 0) return { low: -1, high: 1 };
    return held > 0 ? { low: held / 2, high: 2 * held } : { low: 2 * held, high: held / 2 };
  };
  const inputOf = (cell: Asked): TableInput => ({ ...cell, ...rangeFor(cell), steps: USUAL_STEPS });

  const [isLooking, setLooking] = createSignal(false);
  /** Where nobody has asked yet: the two inputs that move the result most. It is looked for once, and not kept. */
  const suggest = async () => {
    const result = startCell(app);
    if (!result) return;
    setLooking(true);
    const trials = new Trials(connect, undefined, workspace.engine);
    const means = { trials, signal: new AbortController().signal, onProgress: () => {} };
    try {
      const { swings } = await tornado(specNow(workspace), inView(workspace, result), spreadsOf(workspace), means);
      const inputs = swings
        .filter(({ input, way }) => !input.isWhole && way !== 'flat')
        .flatMap(({ input }) => input.cells.slice(0, 1))
        .slice(0, 2)
        .map(({ line, slot }) => inputOf({ line, slot }));
      if (inputs.length > 0) setFirst({ inputs, results: [result] });
    } catch {
      // It is chosen by hand.
    } finally {
      setLooking(false);
      trials.dispose();
    }
  };
  const [looked, setLooked] = createSignal<unknown>();
  createEffect(() => {
    // Of another model something else is suggested.
    const opened = workspace.model().id;
    if (!on() || asked().table || untrack(looked) === opened) return;
    setLooked(opened);
    setFirst(undefined);
    void untrack(suggest);
  });

  const fault = createMemo((): TableFault | undefined => {
    const { inputs, results } = table() ?? { inputs: [], results: [] };
    const goneInput = inputs.find((cell) => !inputThere(workspace, cell));
    if (goneInput) return { kind: 'goneInput', line: goneInput.line };
    const goneResult = results.find((cell) => !isResultThere(workspace, cell));
    if (goneResult) return { kind: 'goneResult', line: goneResult.line };
    const text = inputs.find((cell) => {
      const { content } = workspace.effective(inView(workspace, cell));
      return typeof content === 'object' && 'text' in content;
    });
    if (text) return { kind: 'text', line: text.line };
    const [one, other] = inputs;
    return one && one.line === other?.line && one.slot === other.slot ? { kind: 'same' } : undefined;
  });

  const standing = createStanding(workspace);
  const question = createMemo(() => {
    standing();
    const wanted = table();
    if (!on() || !wanted || fault()) return undefined;
    const axes = wanted.inputs.map((input) => axisOf(workspace, input));
    return { axes, results: wanted.results.map((cell) => inView(workspace, cell)) };
  });
  const run = createLive(
    workspace,
    question,
    ({ axes, results }, means): Promise<DataTableFound> => dataTable(specNow(workspace), axes, results, means),
    connect,
  );

  const change = (part: Partial<DataTable>): boolean => {
    const before = table();
    const inputs = part.inputs ?? before?.inputs ?? [];
    const results = part.results ?? before?.results ?? [];
    return inputs.length > 0 && results.length > 0 && ask(workspace, { table: { inputs, results } });
  };
  const inputs = () => table()?.inputs ?? [];
  const results = () => table()?.results ?? [];
  const replaced = <T>(list: readonly T[], at: number, one: T): T[] =>
    at < list.length ? list.map((old, i) => (i === at ? one : old)) : [...list, one];
  return {
    table,
    /** Whether it is looked for what to suggest. */
    isLooking,
    fault,
    run,
    inputs,
    results,
    /** The target of a result in its own period, where it has one. */
    targetOf: (cell: Asked) => targetFor(app, cell, true),
    /** Puts another input in a place, or one behind the others, with the range that it has. */
    chooseInput: (at: number, cell: Asked) => change({ inputs: replaced(inputs(), at, inputOf(cell)) }),
    /** @returns false where the range is turned round, or empty, or of too few or too many values */
    setRange: (at: number, part: Partial<Pick<TableInput, 'low' | 'high' | 'steps'>>): boolean => {
      const before = inputs()[at];
      if (!before) return false;
      const input = { ...before, ...part };
      const isSound = input.low < input.high && Number.isInteger(input.steps) && input.steps >= 2;
      return isSound && input.steps <= MOST_STEPS && change({ inputs: replaced(inputs(), at, input) });
    },
    dropInput: (at: number) => change({ inputs: inputs().filter((_, i) => i !== at) }),
    chooseResult: (at: number, cell: Asked) => change({ results: replaced(results(), at, cell) }),
    dropResult: (at: number) => change({ results: results().filter((_, i) => i !== at) }),
    /** A scenario that has the numbers of a cell, in view. One step of undo. */
    take: (values: readonly number[], name: Text): boolean =>
      addScenarioWith(
        app,
        inputs().flatMap((input, i) => {
          const content = values[i];
          return content === undefined ? [] : [{ ...inView(workspace, input), content }];
        }),
        name,
      ),
  };
}

export type TableAsked = ReturnType<typeof createTable>;
