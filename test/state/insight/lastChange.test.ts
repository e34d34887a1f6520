import { createRoot } from 'solid-js';
import { expect, it, onTestFinished } from 'vitest';
import type { Scenario } from '../../../src/document/document.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { DICTIONARIES } from '../../../src/i18n/index.ts';
import type { Line } from '../../../src/model/line.ts';
import type { Model } from '../../../src/model/model.ts';
import type { Text } from '../../../src/model/text.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { before, changeInWords } from '../../../src/state/insight/lastChange.ts';
import { quickest } from '../../fixtures/quickest.ts';
import { RESOLVED, SEEDS } from '../../models/shipped.ts';

const LINES = Array.from({ length: 10_000 }, (_, i): Line => {
  const label = { en: `Own ${i}`, zh: `自有${i}` };
  return { id: `own_${i}`, label, kind: 'input', perPeriod: true, unit: 'firms', value: 1 };
});
const MODEL: Model = { ...(RESOLVED[0] as Model), lines: LINES, periods: { first: 2022, last: 2041 } };

/** A document on 10,000 lines, whose engine has nothing to say. */
function open() {
  return createRoot((dispose) => {
    const catalog = { seeds: SEEDS, first: MODEL, entries: RESOLVED, load: async () => MODEL };
    const engine = createEngine(() => ({ send: () => {}, stop: () => {} }));
    const workspace = new Workspace(catalog, engine);
    onTestFinished(() => {
      workspace.engine.dispose();
      dispose();
    });
    const say = (text: Text | string) => (typeof text === 'string' ? text : text.en);
    return { workspace, lang: () => 'en' as const, t: () => DICTIONARIES.en, say };
  });
}

it('a change of 200,000 cells is told in words before anybody waits for them', async () => {
  const app = open();
  const [base, ...others] = app.workspace.document().scenarios as [Scenario, ...Scenario[]];
  const slots = () => Object.fromEntries(Array.from({ length: 20 }, (_, i) => [2022 + i, 7]));
  const paste = (overrides: Scenario['overrides']) =>
    app.workspace.dispatch({ kind: 'structure', parts: { scenarios: [{ ...base, overrides }, ...others] } });
  paste(Object.fromEntries(LINES.map(({ id }) => [id, slots()])));
  const old = before(app);
  if (!old) throw new Error('there is no step');
  const took = await quickest(() => {
    const words = changeInWords(app, old);
    expect(words).toContain('1 → 7');
    expect(words).toContain('and 199999 more cells');
  });
  // 40 ms where nothing else runs; a search of all lines for each cell takes many seconds.
  expect(took).toBeLessThan(500);
});
