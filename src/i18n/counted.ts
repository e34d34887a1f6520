const list = (items: readonly string[], most: number, comma: string, more: (count: number) => string): string => {
  const shown = items.slice(0, most).join(comma);
  return items.length > most ? `${shown}${more(items.length - most)}` : shown;
};
/** The first five of many, and how many more there are. */
export const few = (items: readonly string[]): string => list(items, 5, ', ', (count) => ` and ${count} more`);
export const zhFew = (items: readonly string[]): string => list(items, 5, '、', (count) => `等${count + 5}项`);
/** A count with its noun. */
export const s = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
