import { createRoot } from 'solid-js';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { Catalog } from '../../../src/catalog.ts';
import { newDocument } from '../../../src/document/document.ts';
import { createEngine } from '../../../src/engine/client.ts';
import type { Model } from '../../../src/model/model.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { createKeeping } from '../../../src/state/keeping/keeping.ts';
import { RESOLVED, SEEDS } from '../../models/shipped.ts';

const [GUANGDONG, CHINA] = RESOLVED as [Model, Model];
const CATALOG: Catalog = { seeds: SEEDS, first: GUANGDONG, entries: RESOLVED, load: async () => GUANGDONG };

const stored = new Map<string, string>();

/** What of a browser keeping needs before its keeper is there. */
beforeEach(() => {
  stored.clear();
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

function open() {
  return createRoot((dispose) => {
    onTestFinished(dispose);
    const engine = createEngine(() => ({ send: () => {}, stop: () => {} }));
    onTestFinished(() => engine.dispose());
    const workspace = new Workspace(CATALOG, engine);
    const bounds = { isPaused: () => false, hasInteracted: () => false, isAnswered: () => false };
    createKeeping(workspace, () => 'en', undefined, bounds);
    return workspace;
  });
}

it('what was typed just before another document opens is safe, though the screen had not shown it', () => {
  const workspace = open();
  workspace.picture.hold();
  const edits = [{ scenario: 'base', line: 'gd_growth', slot: 'value' as const, content: 0.1234 }];
  workspace.dispatch({ kind: 'cells', edits });
  workspace.show(CHINA, newDocument(CHINA));
  expect([...stored.values()].filter((text) => text.includes('0.1234'))).toHaveLength(1);
});
