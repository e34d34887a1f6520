import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js';
import type { Means } from '../../analysis/settings.ts';
import { TrialStopped, Trials } from '../../analysis/trial.ts';
import type { WorkbookSpec } from '../../engine/port.ts';
import type { Connect } from '../../engine/transport.ts';
import { inWorker } from '../../engine/transports.ts';
import type { Workspace } from '../document/workspace.ts';
import type { AnalysisRun } from '../insight/runs.ts';

/** ms for which a question is let finish although another one waits: what takes longer is called off for it. */
const PATIENCE = 1000;

/** The workbook as the engine has been told of it, which may be a frame before it is seen. */
export function specNow({ gateway, model }: Workspace): WorkbookSpec {
  const { lines, periods } = untrack(model);
  return { lines, periods, scenarios: gateway.state.document.scenarios };
}

/** Changes with whatever results may depend on: the document, and values that came without a change of it. */
export function createStanding(workspace: Workspace): Accessor<unknown> {
  const [late, setLate] = createSignal(0);
  let seen: unknown;
  createEffect(
    on(workspace.rows.revision, () => {
      const { document } = workspace.gateway.state;
      // As when a function has been loaded.
      if (seen === document) setLate((count) => count + 1);
      seen = document;
    }),
  );
  const scenarios = createMemo(() => workspace.document().scenarios);
  const uncertain = createMemo(() => workspace.document().whatIf?.uncertain);
  return createMemo(() => [scenarios(), uncertain(), workspace.model(), late()], undefined, { equals: false });
}

/**
 * Works out a question again whenever it changes, as in each frame of a drag: one at a time, the latest next, so that none
 * piles up and something is shown all along.
 */
export function createLive<Q, T>(
  { engine }: Workspace,
  question: Accessor<Q | undefined>,
  work: (q: Q, means: Means) => Promise<T>,
  connect: Connect = inWorker,
): AnalysisRun<Q, T> {
  const trials = new Trials(connect, undefined, engine);
  const [found, setFound] = createSignal<{ question: Q; value: T }>();
  const [running, setRunning] = createSignal(false);
  const [progress, setProgress] = createSignal(0);
  const [stopped, setStopped] = createSignal<TrialStopped['reason']>();
  let under: { readonly control: AbortController; readonly began: number } | undefined;
  let next: { readonly question: Q } | undefined;
  let isGone = false;

  const start = async (asked: Q) => {
    const own = { control: new AbortController(), began: performance.now() };
    under = own;
    const { signal } = own.control;
    setStopped(undefined);
    setProgress(0);
    setRunning(true);
    const onProgress = (part: number) => !signal.aborted && setProgress(Math.floor(part * 100) / 100);
    try {
      const value = await work(asked, { trials, signal, onProgress });
      if (!signal.aborted) setFound(() => ({ question: asked, value }));
    } catch (error) {
      if (!signal.aborted) setStopped(error instanceof TrialStopped ? error.reason : 'crash');
      if (!(error instanceof TrialStopped)) throw error;
    } finally {
      if (under === own) {
        under = undefined;
        const waiting = next;
        next = undefined;
        if (waiting && !isGone) void start(waiting.question);
        else setRunning(false);
      }
    }
  };
  const callOff = () => {
    under?.control.abort();
    under = undefined;
    next = undefined;
  };
  const ask = (asked: Q | undefined) => {
    if (asked === undefined) {
      callOff();
      setRunning(false);
      setStopped(undefined);
      setFound(undefined);
    } else if (under && performance.now() - under.began < PATIENCE) next = { question: asked };
    else {
      callOff();
      void start(asked);
    }
  };
  createEffect(on(question, ask));
  onCleanup(() => {
    isGone = true;
    callOff();
    trials.dispose();
  });
  return {
    found,
    running,
    progress,
    stopped,
    cancel: () => {
      callOff();
      setRunning(false);
      setStopped('cancelled');
    },
    again: () => ask(untrack(question)),
  };
}
