import type { CellEdit } from '../document/change.ts';
import type { Answers, Engine, Question, WorkbookSpec } from '../engine/port.ts';
import { type Row, rowsIn } from '../engine/rowValues.ts';
import type { CellRef } from '../model/content.ts';
import { placeOf } from '../model/periods.ts';
import { leanSpec } from './feeds.ts';
import { heldSheet } from './sheet.ts';
import { stopped, TrialStopped, type Trials } from './trial.ts';

/** On what a question is worked out, when to stop, and whom to tell how far it is, as a part of the whole. */
export interface Means {
  readonly trials: Trials;
  readonly signal: AbortSignal;
  readonly onProgress: (part: number) => void;
}

/** ms that a stretch of a question takes: edits of the sheet come in between, and so does who calls it off. */
const STRETCH = 40;
/** Settings of the first stretch, by which the others are measured. */
const FIRST = 128;
/** Settings that a workbook of its own is given at once. */
const IN_WORKBOOK = 16;

/**
 * What results come to in each setting of inputs: by the workbook on screen, or where that can't, setting by setting in one
 * of its own, which takes a thousand times as long; `without` then names what it was for.
 * @throws TrialStopped
 */
export async function evaluateAll(spec: WorkbookSpec, question: Question, means: Means): Promise<Answers> {
  const { live } = means.trials;
  if (!live) return inWorkbook(spec, question, means);
  const found = await onTape(live, question, means);
  const { without, in: line } = found;
  if (without === undefined) return found;
  const why = { without, ...(line === undefined ? {} : { in: line }) };
  means.trials.onSlower(why);
  return { ...(await inWorkbook(spec, question, means)), ...why };
}

async function onTape(live: Engine, question: Question, { signal, onProgress }: Means): Promise<Answers> {
  const { inputs, results, count } = question;
  const values = new Float64Array(results.length * count);
  let size = FIRST;
  for (let from = 0; from < count; ) {
    const end = Math.min(count, from + size);
    const began = performance.now();
    const part = await asking(signal, () => live.evaluate({ inputs, results, ...settingsOf(question, from, end) }));
    if (part.without !== undefined) return part;
    for (let i = 0; i < results.length; i++)
      values.set(part.values.subarray(i * (end - from), (i + 1) * (end - from)), i * count + from);
    // The first stretch makes the tape as well: of that no stretch is measured.
    if (from > 0) size = Math.max(16, Math.round((STRETCH * (end - from)) / Math.max(1, performance.now() - began)));
    else size = 4 * FIRST;
    from = end;
    onProgress(from / count);
  }
  return { values };
}

/** A stretch of a question, input by input. */
function settingsOf({ inputs, settings, count }: Question, from: number, end: number) {
  const part = new Float64Array(inputs.length * (end - from));
  for (let i = 0; i < inputs.length; i++)
    part.set(settings.subarray(i * count + from, i * count + end), i * (end - from));
  return { settings: part, count: end - from };
}

async function asking<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  try {
    const found = await ask();
    if (!signal.aborted) return found;
  } catch (error) {
    if (!signal.aborted) throw stopped(error);
  }
  throw new TrialStopped('cancelled');
}

async function inWorkbook(
  spec: WorkbookSpec,
  { inputs, results, settings, count }: Question,
  { trials, signal, onProgress }: Means,
): Promise<Answers> {
  const values = new Float64Array(results.length * count).fill(Number.NaN);
  for (const [i, result] of results.entries()) {
    const trial = await trials.open(leanSpec(spec, [result], [result.scenario]), result, signal);
    for (let from = 0; from < count; from += IN_WORKBOOK) {
      const end = Math.min(count, from + IN_WORKBOOK);
      const steps = Array.from({ length: end - from }, (_, at) =>
        inputs.map((cell, place): CellEdit => ({ ...cell, content: settings[place * count + from + at] as number })),
      );
      const readings = await trial.evaluate(steps);
      for (const [at, { value = Number.NaN }] of readings.entries()) values[i * count + from + at] = value;
      onProgress((i + end / count) / results.length);
    }
  }
  return { values };
}

/** The numbers that cells hold: as they were typed, else as the workbook has them; NaN where they hold none. @throws TrialStopped */
export async function heldNumbers(
  spec: WorkbookSpec,
  cells: readonly CellRef[],
  { trials, signal }: Pick<Means, 'trials' | 'signal'>,
): Promise<readonly number[]> {
  const sheet = heldSheet(spec);
  const typed = cells.map((cell) => sheet.effective(cell).content);
  const open = cells.filter((_, i) => typeof typed[i] !== 'number');
  const { live } = trials;
  let read = (_: number): Row | undefined => undefined;
  if (live && open.length > 0) {
    const found = await asking(signal, () => live.read(open));
    read = rowsIn(found, open.length);
  }
  let at = 0;
  return cells.map(({ slot }, i) => {
    const content = typed[i];
    if (typeof content === 'number') return content;
    return read(at++)?.values[slot === 'value' ? 0 : 1 + placeOf(slot, spec.periods)] ?? Number.NaN;
  });
}
