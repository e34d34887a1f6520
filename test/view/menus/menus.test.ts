import { describe, expect, it } from 'vitest';
import { ariaKeys, keyText } from '../../../src/view/menus/keyText.ts';
import { placeMenu } from '../../../src/view/menus/place.ts';
import { createTypeahead } from '../../../src/view/menus/typeahead.ts';

describe('keys as they are shown', () => {
  it.each([
    ['Mod+Shift+Z', '⇧⌘Z', 'Ctrl+Shift+Z'],
    ['Mod+Alt+Enter', '⌥⌘↩', 'Ctrl+Alt+Enter'],
    ['Ctrl+Space', '⌃空格', 'Ctrl+空格'],
    ['Mod+[', '⌘[', 'Ctrl+['],
    ['Shift+ArrowUp', '⇧↑', 'Shift+↑'],
    ['Backspace', '⌫', 'Backspace'],
    ['F1', 'F1', 'F1'],
  ])('are of the keyboard: %s', (keys, mac, other) => {
    expect(keyText(keys, { Space: '空格' }, true)).toBe(mac);
    expect(keyText(keys, { Space: '空格' }, false)).toBe(other);
  });

  it('are told to assistive technology by their full names', () => {
    expect(ariaKeys('Mod+Shift+Z', true)).toBe('Meta+Shift+Z');
    expect(ariaKeys('Ctrl+Space', false)).toBe('Control+Space');
  });
});

describe('the place of a menu', () => {
  const room = { width: 360, height: 640 };
  const menu = { width: 200, height: 300 };
  const at = (left: number, top: number) => ({ left, top, right: left + 60, bottom: top + 28 });

  it.each([
    ['below its button', at(10, 10), { left: 10, top: 38 }],
    ['above where there is no room below', at(10, 500), { left: 10, top: 200 }],
    ['to the left where there is none at the right', at(290, 10), { left: 150, top: 38 }],
    ['where it fits, if on neither side', at(180, 310), { left: 40, top: 10 }],
    ['within the window, if it is too high for either', at(10, 200), { left: 10, top: 228 }],
  ])('is %s', (_, anchor, place) => {
    expect(placeMenu(anchor, menu, room)).toEqual(place);
  });

  it('lies within the window wherever it is opened, as long as it fits', () => {
    for (let x = 0; x <= room.width; x += 20)
      for (let y = 0; y <= room.height; y += 20) {
        const { left, top } = placeMenu({ left: x, right: x, top: y, bottom: y }, menu, room);
        expect(left).toBeGreaterThanOrEqual(4);
        expect(top).toBeGreaterThanOrEqual(4);
        expect(left + menu.width).toBeLessThanOrEqual(room.width - 4);
        expect(top + menu.height).toBeLessThanOrEqual(room.height - 4);
      }
    // One that can't fit shows its beginning.
    expect(placeMenu(at(10, 10), { width: 500, height: 900 }, room)).toEqual({ left: 4, top: 4 });
  });
});

describe('typing in a menu', () => {
  const labels = ['Cut', 'Copy', 'Paste', 'Paste values', 'Fill down', 'Fill right'];
  const typing = () => {
    const find = createTypeahead();
    return (key: string, timeStamp: number, at: number, held = {}) =>
      find({ key, timeStamp, ctrlKey: false, metaKey: false, altKey: false, ...held }, labels, at);
  };

  it('leads to what begins with the letters', () => {
    const type = typing();
    expect(type('f', 0, -1)).toBe(4);
    expect(type('i', 100, 4)).toBe(4);
    expect(type('p', 2000, 4)).toBe(2);
    expect(type('x', 4000, 2)).toBeUndefined();
  });

  it('goes on with the same letter, and round', () => {
    const type = typing();
    expect(type('c', 0, -1)).toBe(0);
    expect(type('c', 100, 0)).toBe(1);
    expect(type('c', 200, 1)).toBe(0);
  });

  it('takes no keys that are held with others', () => {
    expect(typing()('c', 0, -1, { ctrlKey: true })).toBeUndefined();
    expect(typing()(' ', 0, -1)).toBeUndefined();
  });
});
