import type { App } from '../app.ts';

/** What commands are given: they change the document through it, and no other way. */
export type CommandApp = Pick<
  App,
  'workspace' | 'editor' | 'rangeActions' | 'dialogs' | 'viewMode' | 'aids' | 'lang' | 't' | 'say'
>;

/**
 * Where keys are heard: anywhere on the page; on the sheet, where nothing is typed; while a cell's content is typed, be
 * it in the cell or in the formula bar; in the cell itself alone; while what is typed is a formula; and while the list of
 * functions and names is open.
 */
export type Context = 'page' | 'sheet' | 'edit' | 'cell' | 'formula' | 'list';

/** What a command is about; the help prints the groups in this order. */
export const GROUPS = ['moving', 'selecting', 'editing', 'typing', 'formulas', 'clipboard', 'lines', 'page'] as const;
export type CommandGroup = (typeof GROUPS)[number];

/** Something that a person can have done, by a key or from a menu. */
export interface CommandSpec {
  readonly group: CommandGroup;
  readonly when: Context;
  /** Commands that differ in their direction alone share a title, and are one row of the help. */
  readonly title?: string;
  /**
   * As `Mod+Shift+Z`: first the modifiers, then the key as the browser names it, letters as capitals. Mod is ⌘ on a Mac
   * and Ctrl elsewhere; Ctrl is Ctrl everywhere, where ⌘ belongs to the system.
   */
  readonly keys?: readonly string[];
  /** Further keys that do the same, of which nobody needs to be told. */
  readonly also?: readonly string[];
  /** Of the page: heard in text fields too, which otherwise have their own. */
  readonly everywhere?: true;
  /** Whether it can ever do anything to what is open; where not, neither menus nor the help show it. */
  readonly applies?: (app: CommandApp) => boolean;
  /** Whether it would do anything now; where not, menus show it grey. */
  readonly enabled?: (app: CommandApp) => boolean;
  /** To how many lines it would be done now; menus say it where they are several. */
  readonly lines?: (app: CommandApp) => number;
  /** Whether it is on, where it is something to be on or off. */
  readonly checked?: (app: CommandApp) => boolean;
  /** @returns whether it did something, or has begun to; false where there is nothing to do or it was refused. */
  readonly run: (app: CommandApp) => boolean;
  /** What its keys do where that is not `run`. @returns false where the browser has the key, as well or alone. */
  readonly byKey?: (app: CommandApp) => boolean;
}

export const DIRECTIONS = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] } as const;
type Direction = keyof typeof DIRECTIONS;

/** The four commands of the arrow keys, held with some modifiers: `moveUp`, `moveDown` and so on. */
export function byArrows<T extends string>(
  title: T,
  modifiers: readonly string[],
  spec: (lines: number, columns: number) => Omit<CommandSpec, 'title' | 'keys' | 'also'>,
): Record<`${T}${Direction}`, CommandSpec> {
  const of = ([direction, [lines, columns]]: [string, readonly [number, number]]) => {
    const [keys = '', ...also] = modifiers.map((held) => `${held}Arrow${direction}`);
    return [`${title}${direction}`, { ...spec(lines, columns), title, keys: [keys], also }];
  };
  return Object.fromEntries(Object.entries(DIRECTIONS).map(of)) as Record<`${T}${Direction}`, CommandSpec>;
}
