import { type Box, boxes, type Selection } from '../../document/selection.ts';
import type { Layout } from '../../engine/layout.ts';
import type { Editor } from '../sheet/editor.ts';

/** The sheet as a gesture found it: work that takes a while goes by that, whatever is selected and shown by then. */
export interface Gesture {
  readonly layout: Layout;
  readonly scenario: string;
  readonly selection: Selection;
  readonly boxes: readonly Box[];
  /** Whether its cells are where it found them: in the same document, with the same lines, periods and scenarios. */
  readonly stands: () => boolean;
}

export function gestureOf({ workspace, selection: selected }: Editor): Gesture {
  const { opened, scenarioId: scenario } = workspace;
  const [layout, selection] = [workspace.layout(), selected()];
  const stands = () => workspace.opened === opened && workspace.layout() === layout;
  return { layout, scenario, selection, boxes: boxes(selection), stands };
}
