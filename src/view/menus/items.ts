import type { CommandId } from '../../state/commands/index.ts';

/** An entry of a menu: a command, or what only this menu does. */
export type MenuItem =
  | CommandId
  | {
      readonly label: string;
      readonly run: () => void;
      readonly disabled?: boolean;
      /** Where it is something to be on or off. */
      readonly checked?: boolean;
      /** What stands at the right side, as keys do. */
      readonly hint?: string;
      /** Whether it is there only for who looks for it by name. */
      readonly sought?: boolean;
    };

/** The entries of a menu in groups, with a line between them. */
export type MenuItems = readonly (readonly MenuItem[])[];

/** A field by which entries are found: its name, and what is said where none is. */
export interface Search {
  readonly name: string;
  readonly nothing: string;
}

/** Whether a key writes. */
export const isText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

/** Where a menu opens: at its button, or at a point of the window, px. */
export type Anchor = HTMLElement | { readonly x: number; readonly y: number };

/** What has the focus in a menu that opens: an entry for who came by keys, none for who came by the pointer. */
export type Begin = 'first' | 'last' | 'none';
