import { type Accessor, createContext, createMemo, createSignal, useContext } from 'solid-js';
import type { Catalog } from '../catalog.ts';
import type { Engine } from '../engine/port.ts';
import type { Lang } from '../model/text.ts';
import type { WhatIf } from '../model/whatIf.ts';
import { Workspace } from './document/workspace.ts';
import { createUnitChecks, type UnitChecks } from './insight/unitChecks.ts';
import { createKeeping, type Keeping } from './keeping/keeping.ts';
import type { RestoredSession } from './keeping/lastSession.ts';
import { createDialogs, type Dialogs } from './page/dialogs.ts';
import { LazyModule } from './page/lazyModule.ts';
import { createPreferences, type WithPreferences } from './page/preferences.ts';
import { createInteracted } from './page/userInteracted.ts';
import { createViewMode, type ViewMode } from './page/viewMode.ts';
import { createWords, type Words } from './page/words.ts';
import type { RangeActions } from './ranges/rangeActions.ts';
import { createPreview, type LinkPreview } from './sharing/preview.ts';
import type { Aids } from './sheet/aids.ts';
import { Editor } from './sheet/editor.ts';
import { createHighlights, type Highlights } from './sheet/highlights.ts';
import { createWidths, type Widths } from './sheet/widths.ts';
import type { FuturesState, WithFutures } from './whatIf/futures.ts';

/** What every view is given: the work, the cursor, and the words. */
export interface App extends WithFutures, WithPreferences, Words {
  /** What helps with the formula that is being edited; loaded when the first one is. */
  readonly aids: Accessor<Aids | undefined>;
  readonly setAids: (aids: Aids | undefined) => void;
  readonly rangeActions: LazyModule<RangeActions>;
  readonly widths: Widths;
  readonly dialogs: Dialogs;
  readonly highlights: Highlights;
  readonly preview: LinkPreview;
  readonly viewMode: ViewMode;
  readonly keeping: Keeping;
  readonly unitChecks: UnitChecks;
  /** By line, the distributions of inputs that are uncertain. */
  readonly uncertain: Accessor<WhatIf['uncertain']>;
  /** Whether a person has interacted with the page: what only they need is loaded then. */
  readonly hasInteracted: () => boolean;
  /** Whether the first answer stands: what is not needed for it is loaded from then on, and never before. */
  readonly isAnswered: () => boolean;
  readonly setAnswered: () => void;
}

/** `first`: what was open at the last visit. */
export function createApp(catalog: Catalog, engine: Engine, first?: RestoredSession): App {
  const preview = createPreview();
  // Where the address holds a link, its numbers are the first that are shown.
  const workspace = new Workspace(catalog, engine, preview.active(), first?.opened);
  const preferences = createPreferences();
  const { lang } = preferences;
  const words = createWords(lang);
  const editor = new Editor(workspace, words.say);
  const hasInteracted = createInteracted();
  const [aids, setAids] = createSignal<Aids>();
  // What draws futures; loaded once something is uncertain, or somebody asks for them.
  const [futures, setFutures] = createSignal<FuturesState>();
  const [isAnswered, setAnswered] = createSignal(false);
  const shared = {
    workspace,
    editor,
    preferences,
    widths: createWidths(),
    dialogs: createDialogs(),
    highlights: createHighlights(),
    preview,
    viewMode: createViewMode(workspace, editor),
    keeping: createKeeping(workspace, lang, first, {
      isPaused: preview.active,
      hasInteracted,
      isAnswered,
    }),
    aids,
    setAids,
    futures,
    setFutures,
    hasInteracted,
    uncertain: createMemo(() => workspace.document().whatIf?.uncertain),
    isAnswered,
    setAnswered: () => setAnswered(true),
    ...words,
    unitChecks: createUnitChecks({ workspace, ...words }, () => isAnswered() && hasInteracted()),
  };
  const bring = async () => new (await import('./ranges/rangeActions.ts')).RangeActions(shared);
  return { ...shared, rangeActions: new LazyModule(bring, () => editor.refuse('load')) };
}

const AppContext = createContext<App>();
export const AppProvider = AppContext.Provider;

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('a view stands outside of the app');
  return app;
}

/** The texts of one part of the page, in the language of the interface. */
export function useTexts<T extends Readonly<Record<Lang, unknown>>>(texts: T): Accessor<T[Lang]> {
  const { lang } = useApp();
  return () => texts[lang()];
}
