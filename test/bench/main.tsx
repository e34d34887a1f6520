import { render } from 'solid-js/web';
import { App } from '../../src/App.tsx';
import { loadCatalog } from '../../src/catalog.ts';
import { createEngine } from '../../src/engine/client.ts';
import { inWorker } from '../../src/engine/transports.ts';
import { AppProvider, createApp } from '../../src/state/app.ts';
import '../../src/view/styles/tokens.css';
import '../../src/view/styles/base.css';
import '../../src/view/styles/layout.css';
import '../../src/view/styles/panels.css';
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

declare global {
  interface Window {
    bare: (formulas: number, edits: number) => Promise<number[]>;
  }
}
window.bare = (count, edits) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./bare.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<number[]>) => {
      worker.terminate();
      resolve(data);
    };
    worker.postMessage({ formulas: count, edits });
  });
