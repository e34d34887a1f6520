import { type Accessor, createEffect, createSignal, on, untrack } from 'solid-js';
import type { FuturesPlan } from '../../analysis/futures.ts';
import {
  CeilingError,
  type Engine,
  EngineStopped,
  type Futures,
  type FuturesQuestion,
  type Without,
  type WorkbookSpec,
} from '../../engine/port.ts';
import type { Slot } from '../../model/content.ts';
import { Apart, type Reason } from './apart.ts';

/** Runs that are drawn in each frame while a number moves; and where each is asked of a workbook. */
const MOVING = 2_000;
const MOVING_SLOWLY = 100;
/** ms from which on it is said that something takes its time. */
const FELT = 200;
/** ms without another question, as between frames of a drag, before all are drawn: a turn of that would hold up the next few. */
const STILL = 25;
/** ms for which a few are let finish although something else is asked by then. */
const PATIENCE = 500;

/** Some cells of results, and where in the list of all of them they begin. */
export interface Stretch {
  readonly line: string;
  readonly slots: readonly Slot[];
  readonly begin: number;
}

/** What is drawn: the plan, of which scenario, and where the results of the line that is asked about and of the charted one stand. */
export interface Drawn {
  readonly spec: WorkbookSpec;
  readonly scenario: string;
  readonly plan: FuturesPlan;
  readonly asked: Stretch;
  readonly charted: Stretch | undefined;
  readonly question: FuturesQuestion;
}

/** The part of the runs that are drawn, and what all of them take, by that. */
interface Progress {
  readonly part: number;
  readonly seconds: number;
}

interface Found {
  readonly drawn: Drawn;
  readonly futures: Futures;
}

/** Where the result in focus is no number, and why, of all that was drawn. */
interface Reasons {
  readonly futures: Futures;
  readonly reasons: readonly Reason[];
}

/**
 * Draws what is asked: a few runs first, so that they follow a drag, then all of them, in turns between which edits come
 * in. What is asked anew is answered next; what was found stays until then. What no tape holds is drawn in a workbook of
 * its own, which takes a thousand times as long.
 */
export function createSimulation(
  engine: Engine,
  question: Accessor<Drawn | undefined>,
  runs: Accessor<number>,
  apart = new Apart(),
) {
  const [found, setFound] = createSignal<Found>();
  const [failing, setFailing] = createSignal<Reasons>();
  const [slower, setSlower] = createSignal<Without>();
  const [progress, setProgress] = createSignal<Progress>();
  const [stopped, setStopped] = createSignal<EngineStopped['reason'] | 'cancelled' | 'ceiling'>();
  let latest = 0;
  /** The question that was taken up last, and how many are under way. */
  let taken = 0;
  let underWay = 0;
  /** Whether a few are drawn in one turn. Then the next ones are asked for while these come back: the page is busy with drawing. */
  let isQuick = false;
  let isCancelled = false;

  let wake = () => {};
  /** Until nothing has been asked for some time, or something is. */
  const stillness = () =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, STILL);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  /** Draws so many, then all of them, in turns. @returns why that can't be, where it can't */
  const drawn = async (
    one: Drawn,
    counts: readonly number[],
    ask: (count: number) => Promise<Futures>,
    isCurrent: () => boolean,
  ): Promise<Without | undefined> => {
    for (const count of counts) {
      const began = performance.now();
      const isFew = count === counts[0];
      for (let turn = 1; ; turn++) {
        const futures = await ask(count);
        const { without, in: line } = futures;
        if (without !== undefined) return { without, ...(line === undefined ? {} : { in: line }) };
        if (futures.runs === count) {
          if (isFew) isQuick = turn === 1;
          // Also where another one is asked meanwhile: it moves on in every frame of a drag.
          if (untrack(question)) setFound({ drawn: one, futures });
          setProgress(undefined);
          break;
        }
        // A few are waited for, so that something follows a drag where they take longer than a frame.
        if (!isCurrent() && (!isFew || isCancelled || performance.now() - began > PATIENCE)) return undefined;
        const [passed, part] = [performance.now() - began, futures.runs / count];
        if (passed > FELT && part > 0) setProgress({ part, seconds: Math.ceil(passed / part / 1000) });
      }
      if (isFew && counts.length > 1) await stillness();
      if (!isCurrent()) return undefined;
    }
    return undefined;
  };
  const draw = async (one: Drawn, all: number, isCurrent: () => boolean) => {
    const few = (count: number) => (all > count ? [count, all] : [all]);
    const { question: asked, spec } = one;
    const why = await drawn(one, few(MOVING), (count) => engine.simulate(asked, count), isCurrent);
    if (isCurrent()) setSlower(why);
    if (why && isCurrent()) await drawn(one, few(MOVING_SLOWLY), (count) => apart.draw(spec, asked, count), isCurrent);
    const { drawn: of, futures } = untrack(found) ?? {};
    if (!futures || of !== one || !isCurrent() || futures.failures.length === 0) return;
    // Without them it is said all the same in how many.
    const reasons = await apart.reasons(spec, asked, futures.failures).catch((error) => {
      if (!isEnd(error)) throw error;
      apart.dispose();
    });
    if (reasons) setFailing({ futures, reasons });
  };
  const start = async () => {
    underWay++;
    try {
      while (taken !== latest && !isCancelled) {
        const own = latest;
        taken = own;
        const one = untrack(question);
        if (one) await draw(one, untrack(runs), () => own === latest && !isCancelled);
      }
    } catch (error) {
      apart.dispose();
      if (!isEnd(error)) throw error;
      setStopped(error instanceof CeilingError ? 'ceiling' : error.reason);
    } finally {
      underWay--;
      if (underWay === 0) setProgress(undefined);
    }
  };
  const again = () => {
    latest++;
    wake();
    isCancelled = false;
    setStopped(undefined);
    if (!untrack(question)) {
      setFound(undefined);
      setSlower(undefined);
      apart.dispose();
    } else if (underWay < (isQuick ? 2 : 1)) void start();
  };
  createEffect(on([question, runs], again));
  return {
    found,
    /** Why the result is no number in some of the futures that were found last; undefined until that is known. */
    reasons: (): readonly Reason[] | undefined => {
      const told = failing();
      return told && told.futures === found()?.futures ? told.reasons : undefined;
    },
    /** Why it takes longer than on the workbook on screen. */
    slower,
    /** How far it is, where that is felt. */
    progress,
    stopped,
    again,
    cancel: () => {
      isCancelled = true;
      setStopped('cancelled');
    },
  };
}

const isEnd = (error: unknown): error is CeilingError | EngineStopped =>
  error instanceof CeilingError || error instanceof EngineStopped;
