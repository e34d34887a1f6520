import { type CellError, fail, isError, type Scalar } from './define.ts';

/** Whether a value counts as true; a text has to name a truth. */
export function truthOf(held: Scalar): boolean | CellError {
  if (isError(held) || typeof held === 'boolean') return held;
  if (typeof held === 'number') return held !== 0;
  if (typeof held !== 'string') return false;
  return /^(?:true|false)$/i.test(held) ? held.toLowerCase() === 'true' : fail.value();
}
