import { createRoot } from 'solid-js';
import { render } from 'solid-js/web';
import { App } from './App.tsx';
import { loadCatalog } from './catalog.ts';
import { createEngine } from './engine/client.ts';
import { inWorker } from './engine/transports.ts';
import { DICTIONARIES } from './i18n/index.ts';
import { AppProvider, createApp } from './state/app.ts';
import { lastSession } from './state/keeping/lastSession.ts';
import { createWaiting } from './view/opening/waiting.ts';
import './view/styles/tokens.css';
import './view/styles/base.css';
import './view/styles/layout.css';
import './view/styles/header.css';
import './view/styles/panels.css';
import './view/styles/answer.css';
import './view/styles/assumptions.css';
import './view/styles/inspector.css';
import './view/styles/touch.css';
import './view/styles/forced.css';

async function start(root: HTMLElement): Promise<void> {
  // The worker loads while the page is drawn, and so does what was kept at the last visit.
  const engine = createEngine(inWorker);
  const last = lastSession();
  const opening = last && import('./state/keeping/opening.ts').catch(notLoaded);
  const catalog = loadCatalog();
  const waiting = createWaiting(root);
  const first = last && (await opening?.then(({ reopen }) => reopen(last, catalog, waiting)));
  waiting.end();
  // In turns of their own, so that a slow machine paints and hears between what is read, what is held and what is drawn.
  await turn();
  const app = createRoot(() => createApp(catalog, engine, first));
  await turn();
  root.replaceChildren();
  render(
    () => (
      <AppProvider value={app}>
        <App />
      </AppProvider>
    ),
    root,
  );
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Other numbers are not shown in place of those that were open. */
function notLoaded(cause: unknown): never {
  throw new Error(`${DICTIONARIES.en.sheet.load} ${DICTIONARIES.zh.sheet.load}`, { cause });
}

const root = document.getElementById('root');
if (root) {
  start(root).catch((error: unknown) => {
    // Seeds or models that can't be used: the reasons name file and line.
    root.textContent = error instanceof Error ? error.message : String(error);
    throw error;
  });
}
