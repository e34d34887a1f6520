/** Whether the keyboard is Apple's, where ⌘ does what Ctrl does elsewhere. */
export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** The key that is held, on a Mac and elsewhere. */
const HELD: Readonly<Record<string, readonly [mac: string, other: string]>> = {
  Ctrl: ['⌃', 'Ctrl'],
  Alt: ['⌥', 'Alt'],
  Shift: ['⇧', 'Shift'],
  Mod: ['⌘', 'Ctrl'],
};
const MAC_ORDER = Object.keys(HELD);

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Arrows: '↑ ↓ ← →',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};
const MAC_SIGNS: Readonly<Record<string, string>> = { Enter: '↩', Backspace: '⌫', Delete: '⌦' };

/** The keys of a command as its keyboard shows them: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. `names`: keys named by words. */
export function keyText(keys: string, names: Readonly<Record<string, string>>, mac: boolean): string {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const sign = (mac ? MAC_SIGNS[key] : undefined) ?? SIGNS[key] ?? names[key] ?? key;
  if (!mac) return [...parts.map((part) => HELD[part]?.[1] ?? part), sign].join('+');
  const held = MAC_ORDER.filter((name) => parts.includes(name)).map((name) => HELD[name]?.[0]);
  return `${held.join('')}${sign}`;
}

/** The same for assistive technology, as `aria-keyshortcuts` has it. */
export const ariaKeys = (keys: string, mac: boolean): string =>
  keys.replace('Mod', mac ? 'Meta' : 'Control').replace('Ctrl', 'Control');
