import type { CellRef, Content } from '../model/content.ts';
import type { Document, View } from './document.ts';

/** One cell set to an override, or reset (`undefined`) to what it inherits. */
export interface CellEdit extends CellRef {
  readonly content: Content | undefined;
}

/** One edit as a value. */
export type Change =
  | { readonly kind: 'cells'; readonly edits: readonly CellEdit[] }
  | { readonly kind: 'view'; readonly view: Partial<View> };

export interface Applied {
  readonly document: Document;
  /** Applied after the change, it gives back the document that was. */
  readonly inverse: Change;
}

/**
 * Edits in their order, on copies: each scenario and each line that is touched is copied once, so that a paste of
 * many cells costs its cells and not its cells times its lines. A line without overrides is not kept.
 */
function applyEdits(document: Document, edits: readonly CellEdit[]): Applied {
  const drafts = new Map<string, Record<string, Record<string, Content>>>();
  const copied = new Set<Record<string, Content>>();
  const undone: CellEdit[] = [];
  for (const edit of edits) {
    const scenario = document.scenarios.find(({ id }) => id === edit.scenario);
    if (!scenario) continue;
    const lines = drafts.get(edit.scenario) ?? { ...scenario.overrides };
    drafts.set(edit.scenario, lines);
    let slots = lines[edit.line] ?? {};
    if (!copied.has(slots)) slots = { ...slots };
    copied.add(slots);
    undone.push({ ...edit, content: slots[edit.slot] });
    if (edit.content === undefined) delete slots[edit.slot];
    else slots[edit.slot] = edit.content;
    if (Object.keys(slots).length > 0) lines[edit.line] = slots;
    else delete lines[edit.line];
  }
  const scenarios = document.scenarios.map((scenario) => {
    const overrides = drafts.get(scenario.id);
    return overrides ? { ...scenario, overrides } : scenario;
  });
  return { document: { ...document, scenarios }, inverse: { kind: 'cells', edits: undone.reverse() } };
}

function pick(view: View, keys: readonly string[]): Partial<View> {
  return Object.fromEntries(Object.entries(view).filter(([key]) => keys.includes(key)));
}

/** The document after a change, and the change that takes it back. Edits to scenarios that do not exist do nothing. */
export function applyChange(document: Document, change: Change): Applied {
  if (change.kind === 'view') {
    return {
      document: { ...document, view: { ...document.view, ...change.view } },
      inverse: { kind: 'view', view: pick(document.view, Object.keys(change.view)) },
    };
  }
  return applyEdits(document, change.edits);
}
