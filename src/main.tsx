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

// The worker loads while the page is drawn.
const engine = createEngine(inWorker);
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

render(() => {
  const app = createApp(loadCatalog(), engine);
  return (
    <AppProvider value={app}>
      <App />
    </AppProvider>
  );
}, root);
