import { addFunctions } from './index.ts';

/** Names of the functions in `more.ts`, by which it is known that a formula needs them. */
export const LATER: ReadonlySet<string> = new Set('BYCOL,BYROW,LAMBDA,LET,MAKEARRAY,MAP,REDUCE,SCAN'.split(','));

const CALL = /([A-Z][A-Z0-9.]*)\s*\(/gi;
/** What a line says is read for each of its cells, and the same for each build. */
const read = new Map<string, boolean>();

/** Whether a formula names a function that is loaded later. */
export function needsMore(formula: string): boolean {
  const known = read.get(formula);
  if (known !== undefined) return known;
  if (read.size > 10_000) read.clear();
  let needs = false;
  for (const [, name = ''] of formula.matchAll(CALL)) needs ||= LATER.has(name.toUpperCase());
  read.set(formula, needs);
  return needs;
}

let isLoaded = false;
let loading: Promise<void> | undefined;

/** Whether the functions of `more.ts` are in every workbook that is built from now on. */
export const hasMore = (): boolean => isLoaded;

/** Loads them; where that fails, a formula that names one is an error of its cell, and the next request tries again. */
export function loadMore(): Promise<void> {
  loading ??= import('./more.ts').then(
    ({ MORE }) => {
      addFunctions(MORE);
      isLoaded = true;
    },
    () => {
      loading = undefined;
    },
  );
  return loading;
}
