import { any, bare, define, fail, isError, isRange, type Result, valuesOf } from './define.ts';

/** The truths among arguments: in ranges texts and empty cells are left out, a text given by itself must name one. */
function truthsOf(given: readonly Result[]): boolean[] | Result {
  const truths: boolean[] = [];
  for (const one of given) {
    const isOwn = !isRange(one);
    for (const held of valuesOf(one)) {
      if (isError(held)) return held;
      if (typeof held === 'boolean') truths.push(held);
      else if (typeof held === 'number') truths.push(held !== 0);
      else if (isOwn && typeof held === 'string') {
        const named = /^(?:true|false)$/i.test(held);
        if (!named) return fail.value();
        truths.push(held.toLowerCase() === 'true');
      }
    }
  }
  return truths.length === 0 ? fail.value() : truths;
}

const over = (name: string, summary: string, of: (truths: readonly boolean[]) => boolean) =>
  define({
    name,
    summary,
    source: 'https://support.microsoft.com/office/and-function-5f19b2e8-e1df-4408-897a-ce285a19e9d9',
    parameters: [any('logical1')],
    repeats: 1,
    calculate: (...given: Result[]) => {
      const truths = truthsOf(given);
      return Array.isArray(truths) ? of(truths) : bare(truths);
    },
  });

export const LOGICAL = [
  over('AND', 'Whether all are true.', (truths) => truths.every(Boolean)),
  over('OR', 'Whether any is true.', (truths) => truths.some(Boolean)),
  over('XOR', 'Whether an odd number of them is true.', (truths) => truths.filter(Boolean).length % 2 === 1),
];
