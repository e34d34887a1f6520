import { addFunctions } from './index.ts';

/** Names of the functions in `more.ts`, by which it is known that a formula needs them. */
export const LATER: ReadonlySet<string> = new Set(
  `
AGGREGATE, BETA.DIST, BETA.INV, BETADIST, BETAINV, BINOM.DIST, BINOM.INV, BINOMDIST, BYCOL, BYROW, CHIDIST,
CHIDISTRT, CHIINV, CHIINVRT, CHISQ.DIST, CHISQ.DIST.RT, CHISQ.INV, CHISQ.INV.RT, CHOOSECOLS, CHOOSEROWS, CONCAT,
CONFIDENCE.T, CONVERT, CRITBINOM, DOLLAR, DROP, ERF, ERF.PRECISE, ERFC, ERFC.PRECISE, ERROR.TYPE, EXPAND,
F.DIST, F.DIST.RT, F.INV, F.INV.RT, FDIST, FDISTRT, FILTER, FINV, FINVRT, FIXED, FREQUENCY, GAMMA, GAMMA.DIST,
GAMMA.INV, GAMMADIST, GAMMAINV, GAMMALN, GAMMALN.PRECISE, GROWTH, HYPGEOMDIST, KURT, LAMBDA, LET, LINEST,
LOGEST, LOGINV, LOGNORM.DIST, LOGNORM.INV, LOGNORMDIST, LOGNORMINV, LOOKUP, MAKEARRAY, MAP, MDETERM, MEDIANPOOL,
MINVERSE, MMULT, MODE, MODE.MULT, MODE.SNGL, MUNIT, NEGBINOMDIST, NORM.DIST, NORM.INV, NORM.S.DIST, NORM.S.INV,
NORMDIST, NORMINV, NORMSDIST, NORMSINV, NUMBERVALUE, PERCENTRANK, PERCENTRANK.EXC, PERCENTRANK.INC, PERMUT,
PERMUTATIONA, PROB, REDUCE, SCAN, SORT, SORTBY, SUBTOTAL, T.DIST, T.DIST.2T, T.DIST.RT, T.INV, T.INV.2T, T.TEST,
TAKE, TDIST, TDIST2T, TDISTRT, TEXT, TEXTAFTER, TEXTBEFORE, TEXTJOIN, TEXTSPLIT, TINV, TINV2T, TOCOL, TOROW,
TREND, TRIMMEAN, TTEST, TYPE, UNIQUE, VDB, WEEKNUM, WRAPCOLS, WRAPROWS
`
    .split(/[\s,]+/)
    .filter(Boolean),
);

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
