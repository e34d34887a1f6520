import { render } from 'solid-js/web';
import { App } from '../../src/App.tsx';
import { loadCatalog } from '../../src/catalog.ts';
import { createEngine } from '../../src/engine/client.ts';
import { inWorker } from '../../src/engine/transports.ts';
import { AppProvider, createApp } from '../../src/state/app.ts';
import '../../src/view/styles/tokens.css';
import '../../src/view/styles/base.css';
import '../../src/view/styles/layout.css';
import '../../src/view/styles/header.css';
import '../../src/view/styles/panels.css';
import '../../src/view/styles/answer.css';
import '../../src/view/styles/assumptions.css';
import '../../src/view/styles/inspector.css';
import '../../src/view/styles/touch.css';
import { type AnalysisTimes, measureAnalyses } from './analyses.ts';
import { largeModel, madeByHand, PERIODS, typedModel, WIDTH } from './model.ts';

/**
 * The app as it ships, on the opening model or on a large one: `?formulas=10000&scenarios=4&years=5`, `?typed&scenarios=4`.
 * `made`: its lines and scenarios as a person's own.
 */
const asked = new URLSearchParams(location.search);
const formulas = Number(asked.get('formulas') ?? 0);
const scenarios = Number(asked.get('scenarios') ?? 1);
const periods = { ...PERIODS, first: PERIODS.last + 1 - Number(asked.get('years') ?? WIDTH) };
const formulaModel = () => (formulas > 0 ? largeModel(formulas, scenarios, periods) : undefined);
const large = asked.has('typed') ? typedModel(scenarios) : formulaModel();
const opened = large && asked.has('made') ? madeByHand(large) : undefined;
const shipped = loadCatalog();
const first = opened?.model ?? large;
const catalog = first ? { ...shipped, first, entries: [] } : shipped;
const root = document.getElementById('root');
if (!root) throw new Error('no root');
render(() => {
  const app = createApp(catalog, createEngine(inWorker), opened && { opened });
  return (
    <AppProvider value={app}>
      <App />
    </AppProvider>
  );
}, root);

/** What the worker of the tape measured, in ms for 10,000 runs. */
export interface TapeTimes {
  readonly compiled: number;
  readonly apart: number;
  readonly operations: readonly number[];
  readonly hand: number;
  readonly scale: number;
  readonly whole: number;
  readonly loop: number;
}

declare global {
  interface Window {
    tape: () => Promise<TapeTimes>;
    analyses: () => Promise<AnalysisTimes>;
    bare: (formulas: number, edits: number) => Promise<number[]>;
  }
}
const askOnce = <T,>(worker: Worker, question: unknown): Promise<T> =>
  new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<T>) => {
      worker.terminate();
      resolve(data);
    };
    worker.postMessage(question);
  });
window.bare = (formulas, edits) =>
  askOnce(new Worker(new URL('./bare.ts', import.meta.url), { type: 'module' }), { formulas, edits });
window.tape = () => askOnce(new Worker(new URL('./tape.ts', import.meta.url), { type: 'module' }), shipped.first);
window.analyses = () => measureAnalyses(shipped.first);
