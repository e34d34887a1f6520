import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Workspace } from '../document/workspace.ts';
import type { Editor } from '../sheet/editor.ts';

/** What a person looks at, beyond the view that the document keeps: no part of it, and no step of undo. */
export interface Stage {
  /** Whether the comparison stands in the place of the sheet. */
  readonly comparing: Accessor<boolean>;
  readonly compare: (on: boolean) => void;
  /** The scenario that is picked out, the others being dimmed. */
  readonly picked: Accessor<string | undefined>;
  /** Picks a scenario out; the one that is picked out already is let go. */
  readonly pick: (scenario: string) => void;
  /** Whether the last change is being shown again on the chart. */
  readonly replaying: Accessor<boolean>;
  readonly replay: (on: boolean) => void;
}

export function createStage(workspace: Workspace, editor: Editor): Stage {
  // Whatever gives the sheet the focus, a jump or a search, brings it back.
  const [comparing, compare] = createSignal(false);
  editor.sheetFocus.beforeAsk(() => compare(false));
  const [picked, setPicked] = createSignal<string>();
  const [replaying, replay] = createSignal(false);
  const current = createMemo(() =>
    workspace.scenarioNames().some(({ id }) => id === picked()) ? picked() : undefined,
  );
  return {
    comparing,
    compare,
    picked: current,
    pick: (scenario) => setPicked(current() === scenario ? undefined : scenario),
    replaying,
    replay,
  };
}
