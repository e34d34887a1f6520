/** ms after which letters begin a new word. */
const PAUSE = 600;

/** What of a keyboard's event says what was typed. */
type Typed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'timeStamp'>;

/**
 * Finds entries by their first letters. The same letter again goes on to the next entry that begins with it. Each call
 * takes a key, the labels and the index of the entry with the focus; undefined where the key writes nothing or nothing begins so.
 */
export function createTypeahead(): (event: Typed, labels: readonly string[], at: number) => number | undefined {
  let word = '';
  let last = Number.NEGATIVE_INFINITY;
  return ({ key, ctrlKey, metaKey, altKey, timeStamp }, labels, at) => {
    if (ctrlKey || metaKey || altKey || key.length !== 1 || key === ' ') return undefined;
    word = (timeStamp - last > PAUSE ? '' : word) + key.toLowerCase();
    last = timeStamp;
    const repeated = [...word].every((letter) => letter === word[0]);
    const wanted = repeated ? key.toLowerCase() : word;
    // A word that grows may stay where it is; a letter alone goes on.
    const start = repeated ? at + 1 : Math.max(at, 0);
    const order = labels.map((_, i) => (start + i) % labels.length);
    return order.find((i) => labels[i]?.toLowerCase().startsWith(wanted));
  };
}
