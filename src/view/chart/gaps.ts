import { isValue } from './reading.ts';

type Values = readonly (number | null)[];

/** px of the mark of a value that a line alone would not show. */
const MARK = 2.5;

/**
 * The radius of a mark at each value: of those that stand alone between gaps, which no line would show; where gaps are
 * joined, of all. 0 where none is marked.
 */
export function markRadii(values: Values, joined: boolean): number | number[] {
  const isAlone = (i: number) => isValue(values[i]) && !isValue(values[i - 1]) && !isValue(values[i + 1]);
  if (!values.some((_, i) => isAlone(i))) return 0;
  return values.map((value, i) => ((joined && isValue(value)) || isAlone(i) ? MARK : 0));
}
