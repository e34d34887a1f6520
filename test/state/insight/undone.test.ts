import { createRoot, createSignal } from 'solid-js';
import { expect, it, onTestFinished } from 'vitest';
// What is loaded at the first undo is here before the clock runs.
import '../../../src/state/insight/lastChange.ts';
import type { Lang } from '../../../src/model/text.ts';
import { createUndone } from '../../../src/state/insight/undone.ts';
import { createWords } from '../../../src/state/page/words.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { waitFor } from '../../fixtures/waitFor.ts';

function open(lang: 'en' | 'zh' = 'en') {
  const app = openCommandApp(undefined, lang);
  const undone = createRoot((dispose) => {
    onTestFinished(dispose);
    return createUndone(app);
  });
  const type = (slot: 2025 | 2026, content: number) =>
    app.workspace.dispatch({ kind: 'cells', edits: [{ scenario: 'base', line: 'gd_scale', slot, content }] });
  return { ...app, undone, type };
}

it('an undo and a redo say which step it was, and another edit is the end of that', async () => {
  const { workspace, undone, type } = open();
  type(2025, 300);
  type(2025, 310);
  workspace.undo();
  await waitFor(() => expect(undone()).toBe('Undone: Industry scale, 2025: 300.00 → 310.00 bn yuan'));
  workspace.undo();
  await waitFor(() => expect(undone()).toMatch(/^Undone: .*→ 300\.00 bn yuan$/));
  workspace.redo();
  await waitFor(() => expect(undone()).toMatch(/^Redone: .*→ 300\.00 bn yuan$/));
  type(2026, 5);
  await waitFor(() => expect(undone()).toBe(''));
});

it('in Chinese as well, and of the sheet itself what became of it', async () => {
  const { workspace, undone, type } = open('zh');
  type(2025, 300);
  workspace.undo();
  await waitFor(() => expect(undone()).toMatch(/^已撤销：.*3000亿元$/));
  const { lines } = workspace.model();
  workspace.dispatch({ kind: 'structure', parts: { lines: lines.slice(0, -1) } });
  workspace.undo();
  await waitFor(() => expect(undone()).toBe('已撤销：改动了行'));
});

it('of steps undone at once the last is told, and nothing of a document that another has taken the place of', async () => {
  const { workspace, undone, type } = open();
  for (const content of [1, 2, 3]) type(2025, content);
  for (let i = 0; i < 3; i++) workspace.undo();
  await waitFor(() => expect(undone()).toMatch(/^Undone: .*→ 1\.00 bn yuan$/));
  workspace.redo();
  await workspace.open('china');
  expect(undone()).toBe('');
});

it('follow the language that is switched to while they are shown', async () => {
  const app = openCommandApp();
  const [lang, setLang] = createSignal<Lang>('en');
  const undone = createRoot((dispose) => {
    onTestFinished(dispose);
    return createUndone({ ...app, ...createWords(lang) });
  });
  app.workspace.dispatch({ kind: 'cells', edits: [{ scenario: 'base', line: 'gd_scale', slot: 2025, content: 300 }] });
  app.workspace.undo();
  await waitFor(() => expect(undone()).toMatch(/^Undone: Industry scale/));
  setLang('zh');
  await waitFor(() => expect(undone()).toMatch(/^已撤销：/));
});

it('name the periods as they are written, whatever their step', async () => {
  const { workspace, undone } = open();
  workspace.dispatch({ kind: 'structure', parts: { periods: { first: 24312, last: 24323, step: 'month' } } });
  workspace.undo();
  await waitFor(() => expect(undone()).toBe('Undone: Periods 2022–2035 → 2026-01–2026-12'));
});
