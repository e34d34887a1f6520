// What hands do, as WebDriver takes it in both of its forms. Keys are named as Playwright names them: `Control+z`.

/** The code points that WebDriver has for keys without a letter. @type {Record<string, string>} */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F2: '\uE032',
};

const down = (/** @type {string} */ value) => ({ type: 'keyDown', value });
const up = (/** @type {string} */ value) => ({ type: 'keyUp', value });

/** @param {readonly object[]} actions */
const keyboard = (actions) => [{ type: 'key', id: 'keyboard', actions }];

/** A key with those that are held meanwhile. @param {string} chord */
export function press(chord) {
  const keys = chord.split('+').map((key) => KEYS[key] ?? key);
  return keyboard([...keys.map(down), ...keys.toReversed().map(up)]);
}

/** @param {string} text */
export const type = (text) => keyboard([...text].flatMap((letter) => [down(letter), up(letter)]));

/**
 * Presses the mouse at each place in turn without letting go before the last; one place is a click.
 * @param {readonly { x: number, y: number }[]} places
 */
export function drag(places) {
  const moves = places.map(({ x, y }, i) => ({
    type: 'pointerMove',
    x: Math.round(x),
    y: Math.round(y),
    duration: i === 0 ? 0 : 16,
  }));
  const actions = [...moves.slice(0, 1), { type: 'pointerDown', button: 0 }, ...moves.slice(1)];
  const pointer = [...actions, { type: 'pointerUp', button: 0 }];
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: pointer }];
}
