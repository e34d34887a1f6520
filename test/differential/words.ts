/** Functions that a file of Excel names with a prefix, since they are younger than it. */
const PREFIXED = new Set(
  `ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR
  CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST COMBINA CONCAT
  CONFIDENCE.NORM CONFIDENCE.T COT MODE.MULT MUNIT PERMUTATIONA COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL ERF.PRECISE ERFC.PRECISE
  EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FLOOR.MATH FLOOR.PRECISE FORECAST.LINEAR FORMULATEXT GAMMA
  GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HYPGEOM.DIST IFNA IFS ISFORMULA ISOWEEKNUM LOGNORM.DIST LOGNORM.INV
  MAXIFS MINIFS MODE.SNGL NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION
  PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANK.AVG
  RANK.EQ RRI SEC SECH SHEET SHEETS SKEW.P STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST
  TEXTJOIN UNICHAR UNICODE VAR.P VAR.S WEIBULL.DIST XOR Z.TEST`.split(/\s+/),
);

/** Names that are our own for a function of Excel. */
const OTHER_NAMES: Readonly<Record<string, string>> = {};

/** Operators that have the name of a function with us: `HF.ADD(2,3)` is `2+3`. */
const OPERATORS: Readonly<Record<string, string>> = {
  ADD: '+',
  MINUS: '-',
  MULTIPLY: '*',
  DIVIDE: '/',
  POW: '^',
  CONCAT: '&',
  EQ: '=',
  NE: '<>',
  GT: '>',
  GTE: '>=',
  LT: '<',
  LTE: '<=',
};

function plain(formula: string): string {
  const [, name = '', args = ''] = /^=(HF\.[A-Z_]+|ARRAYFORMULA)\((.*)\)$/.exec(formula) ?? [];
  const operator = OPERATORS[name.slice(3)];
  if (operator) return `=${args.split(',').join(operator)}`;
  if (name === 'HF.UMINUS') return `=-${args}`;
  if (name === 'HF.UPLUS') return `=+${args}`;
  if (name === 'HF.UNARY_PERCENT') return `=${args}%`;
  return name === 'ARRAYFORMULA' ? `=${args}` : formula;
}

/** A formula as a file of Excel holds it, without its `=`. */
export function fileFormula(formula: string): string {
  const named = plain(formula).replace(/"[^"]*"|[A-Za-z][\w.]*(?=\()/g, (part) => {
    if (part.startsWith('"')) return part;
    const name = OTHER_NAMES[part.toUpperCase()] ?? part;
    return PREFIXED.has(name) ? `_xlfn.${name}` : name;
  });
  return named.slice(1);
}
