import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { TrialStopped, Trials } from '../../analysis/trial.ts';
import type { Engine, Without, WorkbookSpec } from '../../engine/port.ts';
import { inWorker } from '../../engine/transports.ts';
import type { Workspace } from '../document/workspace.ts';

/** The workbook as the document has it now, for analyses; it stays the same while only the view changes. */
export function createSpec(workspace: Workspace): Accessor<WorkbookSpec> {
  const scenarios = createMemo(() => workspace.document().scenarios);
  return createMemo(() => {
    const { lines, periods } = workspace.model();
    return { lines, periods, scenarios: scenarios() };
  });
}

/** One calculation: the trials to calculate on, when to stop, and whom to tell how far it is, as a part of the whole. */
export interface Work {
  readonly trials: Trials;
  readonly signal: AbortSignal;
  readonly onProgress: (part: number) => void;
}

export interface AnalysisRun<Q, T> {
  /** What was found, and for which question; it stays until something else is found. */
  readonly found: Accessor<{ readonly question: Q; readonly value: T } | undefined>;
  /** Whether it is being calculated, and how far it is, from 0 to 1. */
  readonly running: Accessor<boolean>;
  readonly progress: Accessor<number>;
  /** Why the last calculation ended without a result. */
  readonly stopped: Accessor<TrialStopped['reason'] | undefined>;
  /** Why it takes longer than on the workbook on screen. */
  readonly slower: Accessor<Without | undefined>;
  readonly cancel: () => void;
  readonly again: () => void;
}

/**
 * Works out each question as it is asked: by the engine of the workbook on screen, or where that can't in a second worker,
 * which begins with the first such question and ends with the owner.
 * A new question, or the end of the owner, calls off what is under way.
 */
export function createRun<Q, T>(
  engine: Engine,
  question: Accessor<Q | undefined>,
  work: (q: Q, w: Work) => Promise<T>,
): AnalysisRun<Q, T> {
  let isSlower = false;
  const [slower, setSlower] = createSignal<Without>();
  const trials = new Trials(inWorker, undefined, engine, (why) => {
    isSlower = true;
    setSlower(why);
  });
  const [found, setFound] = createSignal<{ question: Q; value: T }>();
  const [running, setRunning] = createSignal(false);
  const [progress, setProgress] = createSignal(0);
  const [stopped, setStopped] = createSignal<TrialStopped['reason']>();
  let control = new AbortController();

  const start = async (asked: Q | undefined) => {
    control.abort();
    control = new AbortController();
    const { signal } = control;
    setStopped(undefined);
    isSlower = false;
    setRunning(asked !== undefined);
    // In hundredths, so that the bar is drawn a hundred times and not a thousand.
    setProgress(0);
    const onProgress = (part: number) => setProgress(Math.floor(part * 100) / 100);
    if (asked === undefined) {
      setFound(undefined);
      return;
    }
    try {
      const value = await work(asked, { trials, signal, onProgress });
      if (signal.aborted) return;
      setFound({ question: asked, value });
      if (!isSlower) setSlower(undefined);
    } catch (error) {
      if (!signal.aborted) setStopped(error instanceof TrialStopped ? error.reason : 'crash');
      if (!(error instanceof TrialStopped)) throw error;
    } finally {
      if (!signal.aborted) setRunning(false);
    }
  };
  createEffect(on(question, (asked) => void start(asked)));
  onCleanup(() => {
    control.abort();
    trials.dispose();
  });
  return {
    found,
    running,
    progress,
    stopped,
    slower,
    cancel: () => {
      control.abort();
      setRunning(false);
      setStopped('cancelled');
    },
    again: () => void start(question()),
  };
}
