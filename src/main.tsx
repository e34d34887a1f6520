import { render } from 'solid-js/web';
import { App } from './App.tsx';
import { loadCatalog } from './catalog.ts';
import { createEngine } from './engine/client.ts';
import { inWorker } from './engine/transports.ts';
import { AppProvider, createApp } from './state/app.ts';
import './view/styles/tokens.css';
import './view/styles/base.css';
import './view/styles/layout.css';
import './view/styles/panels.css';

function start(root: HTMLElement): void {
  // The worker loads while the page is drawn.
  const engine = createEngine(inWorker);
  const catalog = loadCatalog();
  render(() => {
    const app = createApp(catalog, engine);
    return (
      <AppProvider value={app}>
        <App />
      </AppProvider>
    );
  }, root);
}

const root = document.getElementById('root');
if (root) {
  try {
    start(root);
  } catch (error) {
    // Seeds or models that can't be used: the reasons name file and line.
    root.textContent = error instanceof Error ? error.message : String(error);
    throw error;
  }
}
