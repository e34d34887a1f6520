import type { CommandApp, Context } from './command.ts';
import { COMMANDS, type Command } from './index.ts';

/** What of a keyboard's event tells which key it is. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const written = (mod: boolean, alt: boolean, shift: boolean, key: string): string =>
  `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;

/** The keys of a command in one order, with Ctrl as Mod: both are taken for it. */
function inOrder(keys: string): string {
  const parts = keys.split('+');
  const held = (name: string) => parts.includes(name);
  return written(held('Mod') || held('Ctrl'), held('Alt'), held('Shift'), parts.at(-1) ?? '');
}

/** The keys of an event in the same notation. */
function pressed({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  const mod = ctrlKey || metaKey;
  // The key above Tab, whatever it writes.
  const own = mod && code === 'Backquote' ? '`' : key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  return written(mod, altKey, shiftKey, own);
}

const BY_KEYS: ReadonlyMap<string, Command> = new Map(
  COMMANDS.flatMap((command) =>
    [...(command.keys ?? []), ...(command.also ?? [])].map((keys) => [`${command.when} ${inOrder(keys)}`, command]),
  ),
);

/** The command that keys call in a context. */
export const commandFor = (context: Context, press: Press): Command | undefined =>
  BY_KEYS.get(`${context} ${pressed(press)}`);

/**
 * Whether a key belongs to an input method. Enter that commits a candidate does not commit the cell: Safari ends the
 * composition before that key, and tells of it only by the code 229.
 */
const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Does what a key calls, in the first context that has a use for it. @returns the command, undefined where the key is the browser's. */
function obey(event: KeyboardEvent, app: CommandApp, contexts: readonly Context[]): Command | undefined {
  if (isComposing(event)) return undefined;
  const keys = pressed(event);
  for (const context of contexts) {
    const command = BY_KEYS.get(`${context} ${keys}`);
    if (!command) continue;
    if (!command.byKey) command.run(app);
    else if (!command.byKey(app)) continue;
    return command;
  }
  return undefined;
}

const IN_BAR: readonly Context[] = ['list', 'formula', 'edit'];
const IN_CELL: readonly Context[] = [...IN_BAR, 'cell'];

/** While a cell's content is typed: in the cell, or in the formula bar. @returns whether the key was used. */
export const editKey = (event: KeyboardEvent, app: CommandApp, where: 'cell' | 'bar'): boolean =>
  obey(event, app, where === 'bar' ? IN_BAR : IN_CELL) !== undefined;

/** On the sheet, while cells are only selected. What is not used stays the browser's: find, print, a new tab. */
export function sheetKey(event: KeyboardEvent, app: CommandApp): boolean {
  const leaving = commandFor('sheet', event)?.id === 'leave';
  const used = obey(event, app, ['sheet']) !== undefined;
  if (!MODIFIERS.has(event.key)) app.editor.leaving = leaving;
  return used;
}
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);

const FIELD = 'input:not([type="range"], .cell-input), textarea:not(.cell-input)';

/** Anywhere on the page. A field that is typed in has its own undo, and what stands open over the page its own keys. */
export function pageKey(event: KeyboardEvent, app: CommandApp): boolean {
  // A key that nothing has the focus for comes from the document, which is no element.
  const target = event.target as Partial<Element> | null;
  if (event.defaultPrevented || target?.closest?.('dialog, [role="menu"]')) return false;
  const command = commandFor('page', event);
  if (!command) return false;
  const typing = app.editor.draft() !== undefined || target?.matches?.(FIELD);
  if (typing && !command.everywhere) return false;
  return obey(event, app, ['page']) !== undefined;
}
