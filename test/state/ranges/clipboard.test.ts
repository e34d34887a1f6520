import { createRoot } from 'solid-js';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../../../src/engine/client.ts';
import { DICTIONARIES } from '../../../src/i18n/index.ts';
import type { Model } from '../../../src/model/model.ts';
import type { Text } from '../../../src/model/text.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { numberIn, slotIndex } from '../../../src/state/insight/cells.ts';
import { Clipboard } from '../../../src/state/ranges/clipboard.ts';
import { Jobs } from '../../../src/state/ranges/jobs.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import { inProcess } from '../../fixtures/inProcess.ts';
import { waitFor } from '../../fixtures/waitFor.ts';
import { RESOLVED, SEEDS } from '../../models/shipped.ts';

const [GUANGDONG] = RESOLVED as [Model];

it('a cell that is copied before the values of an edit have come is not copied with its old one', async () => {
  await createRoot(async (dispose) => {
    onTestFinished(dispose);
    const catalog = { seeds: SEEDS, first: GUANGDONG, entries: RESOLVED, load: async () => GUANGDONG };
    const workspace = new Workspace(catalog, createEngine(inProcess));
    onTestFinished(() => workspace.engine.dispose());
    const editor = new Editor(workspace);
    const say = (text: Text | string) => (typeof text === 'string' ? text : text.en);
    const app = { workspace, editor, say, lang: () => 'en' as const, t: () => DICTIONARIES.en };
    const clipboard = new Clipboard(app, new Jobs());
    const row = workspace.rows.watch('base', 'gd_scale');
    const shown = () => numberIn(row(), slotIndex({ slot: 2025 }, workspace));
    /** What the event of the copy is given at once. */
    const copied = () => {
      const given = new Map<string, string>();
      clipboard.copy(false, { setData: (kind: string, text: string) => void given.set(kind, text) } as DataTransfer);
      return given.get('text/plain');
    };
    editor.jump({ scenario: 'base', line: 'gd_scale', slot: 2025 });
    await waitFor(() => expect(shown()).toBeCloseTo(229.92, 2));
    await waitFor(() => expect(copied()).toMatch(/^229\.92/));
    workspace.dispatch({
      kind: 'cells',
      edits: [{ scenario: 'base', line: 'gd_growth', slot: 'value', content: 0.26 }],
    });
    expect(copied()).toBeUndefined();
    await waitFor(() => expect(shown()).toBeCloseTo(300.06, 2));
    expect(copied()).toMatch(/^300\.0/);
  });
});
