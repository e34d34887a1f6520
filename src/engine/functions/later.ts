import type { Grid } from '../spans.ts';
import { addFunctions } from './index.ts';

/** Functions that are right without `more.ts`: a formula that names another one needs it. */
export const THERE: ReadonlySet<string> = new Set(
  `ABS AND AVERAGE AVERAGEIF AVERAGEIFS CEILING COUNT COUNTA COUNTIF COUNTIFS EXP FALSE FLOOR IF IFERROR INT LN LOG10 MAX
  MAXIFS MIN MINIFS NOT OR ROUND ROUNDDOWN ROUNDUP SQRT SUM SUMIF SUMIFS TRUE TRUNC XOR`.split(/\s+/),
);

const CALL = /([A-Z_][A-Z0-9_.]*)\s*\(/gi;

/**
 * What the engine does not take as it is, in a formula by lines (`engine/spans.ts`): percents of percents, ranges that a
 * function begins, ranges in brackets or with a blank between them, three arguments where one range has the size of
 * another, truths in an array, marks within a text, and names of other letters.
 */
const LAID_OUT = new RegExp(
  [
    /%\s*%|\)\s*:|[(,]\s*\([^()"]*,[^()"]*\)|\}\s+\{|(?:SUM|AVERAGE)IF\s*\([^,]*,[^,]*,|\{[^}]*(?:true|false)/,
    /\\|"""|[^"\s(,&=<>;{]""|""[^"\s),&=<>;}+*/^-]|^(?:"[^"]*"|'[^']*'|[^"'])*?[^ -ʯ\s]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);
/** What a line says is read for each of its cells, and the same for each build. */
const read = new Map<string, boolean>();

/** Whether a formula names a function that is loaded later, or has to be laid out for the engine. */
export function needsMore(formula: string): boolean {
  const known = read.get(formula);
  if (known !== undefined) return known;
  if (read.size > 10_000) read.clear();
  let needs = LAID_OUT.test(formula);
  for (const [, name = ''] of formula.matchAll(CALL)) needs ||= !THERE.has(name.toUpperCase());
  read.set(formula, needs);
  return needs;
}

let layOut: ((formula: string, grid: Grid) => string) | undefined;
/** A formula in A1 as the engine can read it; by itself where what does it is not loaded. */
export const asRead = (formula: string, grid: Grid): string => layOut?.(formula, grid) ?? formula;

let isLoaded = false;
let loading: Promise<void> | undefined;

/** Whether the functions of `more.ts` are in every workbook that is built from now on. */
export const hasMore = (): boolean => isLoaded;

/** ms after which it is gone on without them. */
const PATIENCE = 20_000;

/** Loads them; where that fails, a formula that names one is an error of its cell, and the next request tries again. */
export function loadMore(): Promise<void> {
  if (loading) return loading;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const part = Promise.race([import('./more.ts').catch(() => undefined), late]);
  loading = part.then((found) => {
    if (!found) loading = undefined;
    else {
      addFunctions(found.MORE);
      found.correctOthers();
      layOut = found.withSpans;
      isLoaded = true;
    }
  });
  return loading;
}

let descriptions: Promise<void> | undefined;

/** Loads what the engine says of its functions; where that fails their names are there, and the next request tries again. */
export function loadDescriptions(): Promise<void> {
  descriptions ??= import('./descriptions.ts').then(
    ({ fillDescriptions }) => fillDescriptions(),
    () => {
      descriptions = undefined;
    },
  );
  return descriptions;
}
