import { type Accessor, createEffect, createMemo, createSignal, untrack } from 'solid-js';
import { stepOf } from '../../model/periods.ts';
import type { Workspace } from '../document/workspace.ts';
import type { Editor } from '../sheet/editor.ts';
import type { Years } from '../sheet/years.ts';
import { Request } from './request.ts';

/** What stands in the place of the sheet. */
export type Place = 'sheet' | 'compare' | 'whatIf';

/** What a person looks at, beyond the view that the document keeps: no part of it, and no step of undo. */
export interface ViewMode {
  readonly place: Accessor<Place>;
  /** Puts the sheet, or something in its place. @returns whether something else stood there */
  readonly stand: (place: Place) => boolean;
  /** Whether the comparison stands in the place of the sheet. */
  readonly comparing: Accessor<boolean>;
  readonly compare: (on: boolean) => boolean;
  /** The scenario that is picked out, the others being dimmed. */
  readonly picked: Accessor<string | undefined>;
  /** Picks a scenario out; the one that is picked out already is let go. */
  readonly pick: (scenario: string) => void;
  /** Whether sheet, chart and comparison show years of periods that are shorter. */
  readonly byYear: Accessor<boolean>;
  /** What looks by year; loaded with the first model whose periods are shorter. */
  readonly years: Accessor<Years | undefined>;
  /** Whether the last change is being shown again on the chart. */
  readonly replaying: Accessor<boolean>;
  readonly replay: (on: boolean) => boolean;
  /** Where there is no room beside the sheet, shows over the page where the number under the cursor comes from. */
  readonly inspect: Request;
  /** Gives the focus to the region of the page after the one that has it, or before it. */
  readonly toRegion: { readonly after: Request; readonly before: Request };
}

export function createViewMode(workspace: Workspace, editor: Editor): ViewMode {
  // Whatever gives the sheet the focus, a jump or a search, brings it back.
  const [place, setPlace] = createSignal<Place>('sheet');
  const stand = (wanted: Place) => untrack(place) !== setPlace(wanted);
  const comparing = () => place() === 'compare';
  const compare = (on: boolean) => (on ? stand('compare') : comparing() && stand('sheet'));
  editor.sheetFocus.beforeAsk(() => stand('sheet'));
  const [picked, setPicked] = createSignal<string>();
  const [replaying, setReplaying] = createSignal(false);
  const [years, setYears] = createSignal<Years>();
  createEffect(() => {
    if (stepOf(workspace.model().periods) === 'year' || years()) return;
    import('../sheet/years.ts').then(
      (part) => untrack(years) ?? setYears(part.createYears(workspace, editor)),
      () => workspace.notices.notify({ kind: 'notLoaded' }),
    );
  });
  const current = createMemo(() =>
    workspace.scenarioNames().some(({ id }) => id === picked()) ? picked() : undefined,
  );
  return {
    place,
    stand,
    comparing,
    compare,
    picked: current,
    pick: (scenario) => setPicked(current() === scenario ? undefined : scenario),
    byYear: () => editor.fold() !== undefined,
    years,
    replaying,
    replay: (on) => replaying() !== setReplaying(on),
    inspect: new Request(),
    toRegion: { after: new Request(), before: new Request() },
  };
}
