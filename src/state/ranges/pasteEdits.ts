import type { CellEdit } from '../../document/change.ts';
import type { Box, Place } from '../../document/selection.ts';
import { cellAt } from '../../engine/layout.ts';
import { VALUE_COLUMN } from '../../model/address.ts';
import type { CellRef, Content } from '../../model/content.ts';
import { unitSpec } from '../../model/units.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import { landingCount, landings } from './clip.ts';
import { editOf } from './edits.ts';
import type { Gesture } from './gesture.ts';
import type { Job } from './jobs.ts';
import type { Steps } from './slices.ts';

/** What lands in a place, before anybody asked whether it fits. */
export interface Incoming {
  readonly text: string;
  /** What it is in a cell; `to`: where that stands. */
  readonly contentFor: (target: CellRef, to: Place) => Content | undefined;
}

/** What a paste brings, as a block of cells. */
export interface PasteSource {
  readonly height: number;
  readonly width: number;
  readonly at: (line: number, column: number) => Incoming | undefined;
}

/** What comes of a paste. */
export interface PasteResult {
  readonly edits: readonly CellEdit[];
  /** Where it lands first and last. */
  readonly first: Place | undefined;
  readonly last: Place | undefined;
  /** One value that fills many places. */
  readonly one: boolean;
  /** How many values would be lost, beyond the edge or where no value belongs. */
  readonly out: number;
}

/** Label and unit of a line, which are texts of the sheet and no cells. */
export function labelAt({ workspace, say }: WithWorkspace & Words, { line, column }: Place): string | undefined {
  const found = workspace.model().lines[line];
  if (!found || column >= VALUE_COLUMN) return undefined;
  if (column === 0) return say(found.label);
  return found.kind === 'heading' ? '' : say(unitSpec(found.unit).label);
}

/** The edits of a paste into the boxes and the scenario that a gesture found, in steps of a place. */
export function* pasteEdits(
  app: WithWorkspace & Words,
  source: PasteSource,
  { layout, scenario }: Gesture,
  selected: readonly Box[],
  job?: Job,
): Steps<PasteResult> {
  const { workspace } = app;
  const count = landingCount(source.height, source.width, selected);
  job?.expect(count);
  const one = source.height === 1 && source.width === 1 && count > 1;
  const edits: CellEdit[] = [];
  let [first, last]: [Place | undefined, Place | undefined] = [undefined, undefined];
  let out = 0;
  const isNew = ({ line, column }: Place) =>
    column < VALUE_COLUMN && layout.lines[line] !== workspace.model().lines[line];
  for (const { from, to } of landings(source.height, source.width, selected)) {
    const incoming = source.at(from[0], from[1]);
    const cell = incoming && cellAt(layout, scenario, to.column, to.line);
    if (cell) edits.push(editOf(workspace, cell, incoming.contentFor(cell, to)));
    // One value that fills many places is not lost where it has none.
    // Nor are names and units that came with their lines.
    else if (incoming && incoming.text !== '' && !one && !isNew(to) && incoming.text !== labelAt(app, to)) out++;
    first ??= to;
    last = to;
    job?.did(1);
    yield;
  }
  return { edits, first, last, one, out };
}
