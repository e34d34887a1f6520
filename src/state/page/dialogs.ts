import { type Accessor, createSignal } from 'solid-js';
import type { Slot } from '../../model/content.ts';

/** What can stand open over the page. */
export type Dialog =
  | {
      readonly name:
        | 'more'
        | 'share'
        | 'guide'
        | 'keyboard'
        | 'about'
        | 'periods'
        | 'figures'
        | 'newModel'
        | 'templates'
        | 'keepLines'
        | 'goalSeek'
        | 'exportCsv';
    }
  /** The chart in view, or a new one. */
  | { readonly name: 'chart'; readonly isNew?: boolean }
  /** The list of documents, or the versions of the open one. */
  | { readonly name: 'documents'; readonly versions?: boolean }
  /** `entry`: the equation at which the methods open. */
  | { readonly name: 'methods'; readonly entry?: string | undefined }
  /** `to`: the scenario that is compared with the base; else the one in view. */
  | { readonly name: 'bridge'; readonly to?: string }
  /** What of a scenario is asked for. */
  | { readonly name: 'scenario'; readonly id: string; readonly part: 'note' | 'colour' | 'copy' | 'delete' }
  /** A new line before the 0-based place `at`. */
  | { readonly name: 'line'; readonly at: number }
  /** A line as it is. */
  | { readonly name: 'line'; readonly line: string }
  /** A new figure, or one of the person's own; `target`: a new target of that line in that period. */
  | {
      readonly name: 'figure';
      readonly figure?: string;
      readonly target?: { readonly line: string; readonly slot: Slot };
    }
  /** A file that was dropped on the page. */
  | { readonly name: 'import'; readonly file?: File };

export interface Dialogs {
  readonly open: Accessor<Dialog | undefined>;
  readonly show: (dialog: Dialog) => true;
  readonly close: () => void;
}

export function createDialogs(): Dialogs {
  const [open, setOpen] = createSignal<Dialog | undefined>();
  const show = (dialog: Dialog) => {
    setOpen(dialog);
    return true as const;
  };
  return { open, show, close: () => setOpen(undefined) };
}
