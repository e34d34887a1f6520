import type { CellRef, Content } from '../model/content.ts';
import type { Document, Scenario, Structure, View } from './document.ts';
import { holding, keptReasons, patched } from './reasons.ts';
import { atOnce, type Steps } from './steps.ts';

/** One cell set to an override, or reset (`undefined`) to what it inherits. */
export interface CellEdit extends CellRef {
  readonly content: Content | undefined;
  /** Why; where it is left out, another override of the cell keeps its reason, and a reset takes it away. */
  readonly reason?: string | undefined;
}

/**
 * Parts of a document that are replaced whole: lines, periods, scenarios, figures. What is named and undefined goes back
 * to what the model ships. Values share what did not change, so that a step of undo costs little.
 */
export interface Parts extends Structure {
  readonly scenarios?: readonly Scenario[];
}

/** One edit as a value. `structure`: of whole parts, for which the workbook is mostly built anew. */
export type Change =
  | { readonly kind: 'cells'; readonly edits: readonly CellEdit[] }
  | { readonly kind: 'structure'; readonly parts: Parts }
  | { readonly kind: 'view'; readonly view: Partial<View> };

export interface Applied {
  readonly document: Document;
  /** Applied after the change, it gives back the document that was. */
  readonly inverse: Change;
}

/** A scenario after edits of its cells, with the reasons that they leave or bring. */
function settled(scenario: Scenario, overrides: Scenario['overrides'], edits: readonly CellEdit[]): Scenario {
  const kept = keptReasons(scenario.reasons, scenario.overrides, overrides);
  const given = edits.filter((edit) => 'reason' in edit && edit.scenario === scenario.id);
  const brought = given.map(({ line, slot, reason }) => [line, String(slot), reason] as const);
  const reasons = given.length > 0 ? patched(kept ?? {}, brought) : kept;
  return reasons === scenario.reasons ? { ...scenario, overrides } : holding(scenario, overrides, reasons);
}

/**
 * Edits in their order, on copies: each scenario and each line that is touched is copied once, so that a paste of
 * many cells costs its cells and not its cells times its lines. A line without overrides is not kept.
 */
function* editSteps(
  document: Document,
  edits: readonly CellEdit[],
): Steps<{ readonly document: Document; readonly undone: readonly CellEdit[] }> {
  const held = new Map(document.scenarios.map((scenario) => [scenario.id, scenario.overrides]));
  const drafts = new Map<string, Record<string, Record<string, Content>>>();
  const copied = new Set<Record<string, Content>>();
  const undone: CellEdit[] = [];
  for (const edit of edits) {
    yield;
    const overrides = held.get(edit.scenario);
    if (!overrides) continue;
    const lines = drafts.get(edit.scenario) ?? { ...overrides };
    drafts.set(edit.scenario, lines);
    let slots = lines[edit.line] ?? {};
    if (!copied.has(slots)) slots = { ...slots };
    copied.add(slots);
    const { line, slot } = edit;
    undone.push({ scenario: edit.scenario, line, slot, content: slots[slot] });
    if (edit.content === undefined) delete slots[edit.slot];
    else slots[edit.slot] = edit.content;
    if (edit.content !== undefined || Object.keys(slots).length > 0) lines[edit.line] = slots;
    else delete lines[edit.line];
  }
  const scenarios = document.scenarios.map((scenario) => {
    const overrides = drafts.get(scenario.id);
    return overrides ? settled(scenario, overrides, edits) : scenario;
  });
  return { document: { ...document, scenarios }, undone };
}

/** A document after edits of many cells, in steps of an edit. */
export function* editedSteps(document: Document, edits: readonly CellEdit[]): Steps<Document> {
  return (yield* editSteps(document, edits)).document;
}

function applyEdits(document: Document, edits: readonly CellEdit[]): Applied {
  const { document: after, undone } = atOnce(editSteps(document, edits));
  const { scenarios } = after;
  // What has other reasons now gets back those that it had.
  const others = new Map(
    document.scenarios.flatMap(({ id, reasons }, i) =>
      scenarios[i]?.reasons === reasons ? [] : [[id, reasons ?? {}]],
    ),
  );
  const back = undone.toReversed().map((edit): CellEdit => {
    const reasons = others.get(edit.scenario);
    return reasons ? { ...edit, reason: reasons[edit.line]?.[edit.slot] } : edit;
  });
  return { document: after, inverse: { kind: 'cells', edits: back } };
}

const pick = <T extends object>(whole: T, keys: readonly string[]): Partial<T> =>
  Object.fromEntries(keys.map((key) => [key, whole[key as keyof T]])) as Partial<T>;

/** The document after a change, and the change that takes it back. Edits to scenarios that do not exist do nothing. */
export function applyChange(document: Document, change: Change): Applied {
  if (change.kind === 'view') {
    // A key without a value would make a view that differs from one without the key.
    const { chart, ...view } = { ...document.view, ...change.view };
    return {
      document: { ...document, view: chart === undefined ? view : { ...view, chart } },
      inverse: { kind: 'view', view: pick(document.view, Object.keys(change.view)) },
    };
  }
  if (change.kind === 'structure') {
    return {
      document: { ...document, ...change.parts },
      inverse: { kind: 'structure', parts: pick<Parts>(document, Object.keys(change.parts)) },
    };
  }
  return applyEdits(document, change.edits);
}
