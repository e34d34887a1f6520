import type { Fixed, Node, Reference } from './node.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Functions of which several arguments mean the same as one range of them. */
const LISTS = words(
  `AND AVEDEV AVERAGE AVERAGEA CONCAT COUNT COUNTA DEVSQ GCD GEOMEAN HARMEAN KURT LCM MAX MAXA MEDIAN MIN MINA MODE
  MODE.SNGL NPV OR PRODUCT SKEW STDEV STDEV.P STDEV.S STDEVA STDEVP STDEVPA SUBTOTAL SUM SUMSQ TEXTJOIN VAR VAR.P VAR.S
  VARA VARP VARPA XOR`,
);
/** Arguments of these that are no part of the list. */
const BEFORE_LIST: Readonly<Record<string, number>> = { NPV: 1, SUBTOTAL: 1, 'COUNTA OF': 1, TEXTJOIN: 2 };

/** Functions to which texts and empty cells in a range are as if they were not there. */
const TOLERANT = words(
  `AVEDEV AVERAGE COUNT DEVSQ GCD GEOMEAN HARMEAN IRR KURT LARGE LCM MAX MEDIAN MIN MODE MODE.SNGL NPV PERCENTILE
  PERCENTILE.INC PERCENTILE.EXC PRODUCT QUARTILE QUARTILE.INC RANK RANK.EQ RANK.AVG SKEW SMALL STDEV STDEV.P STDEV.S STDEVP
  SUBTOTAL SUM SUMSQ VAR VAR.P VAR.S VARP`,
);

/** Functions of one value for each argument: a range given to them is the one cell of it beside the formula. */
const OF_VALUES = words(
  `ABS ACOS ASIN ATAN ATAN2 CEILING CEILING.MATH CHAR CODE COS CUMIPMT CUMPRINC DATE DATEVALUE DAY DAYS DAYS360 DB DDB
  DOLLAR EDATE EFFECT EOMONTH EVEN EXACT EXP FACT FIND FIXED FLOOR FLOOR.MATH FV HOUR INT IPMT ISBLANK ISERR ISERROR
  ISEVEN ISNA ISNUMBER ISODD ISTEXT LEFT LEN LN LOG LOG10 LOWER MID MINUTE MOD MONTH MROUND NOMINAL NOT NPER ODD PMT POWER
  PPMT PROPER PV QUOTIENT RATE REPT RIGHT ROUND ROUNDDOWN ROUNDUP RRI SEARCH SECOND SIGN SIN SLN SQRT SUBSTITUTE SYD T TAN
  TEXT TIME TRIM TRUNC UPPER VALUE VDB WEEKDAY WEEKNUM YEAR YEARFRAC`,
);

/** Functions that compute what is given to them cell by cell, in every file. */
const OF_ARRAYS = words(
  `SUMPRODUCT MMULT MDETERM MINVERSE LOOKUP FILTER SORT SORTBY UNIQUE XLOOKUP XMATCH HSTACK VSTACK TRANSPOSE LET MAP
  REDUCE SCAN BYROW BYCOL FREQUENCY LINEST LOGEST TREND GROWTH AGGREGATE TOCOL TOROW TAKE DROP CHOOSEROWS CHOOSECOLS`,
);

/** Functions that hand on one of their arguments; how many come before those. */
const HANDS_ON: Readonly<Record<string, number>> = { IF: 1, CHOOSE: 1, IFERROR: 0, IFNA: 0 };

/** Functions to which it is the same whether a list of cells lies or stands, as long as all of them do. */
const SHAPELESS = words(
  `AVERAGEIF AVERAGEIFS CORREL COUNTIF COUNTIFS COVAR COVARIANCE.P COVARIANCE.S FORECAST FORECAST.LINEAR INTERCEPT IRR LARGE
  LOOKUP MATCH MAXIFS MINIFS MIRR PEARSON PERCENTILE PERCENTILE.INC PERCENTILE.EXC QUARTILE QUARTILE.INC RANK RANK.EQ
  RANK.AVG RSQ SLOPE SMALL STEYX SUMIF SUMIFS SUMPRODUCT SUMSQ SUMX2MY2 SUMX2PY2 SUMXMY2 XIRR XMATCH XNPV COUNTBLANK SERIESSUM
  FVSCHEDULE`,
);

/** Functions that go through texts to find one: their lists are looked at as they are. */
const LOOKS_UP = words(
  `AVERAGEIF AVERAGEIFS COUNTIF COUNTIFS COUNTBLANK MATCH LOOKUP MAXIFS MINIFS SUMIF SUMIFS VLOOKUP HLOOKUP XLOOKUP XMATCH`,
);

/** What comes of a range where it stands. */
export interface Wanted {
  /** One value; an array or a range; or as many arguments as it takes. */
  readonly as: 'value' | 'array' | 'list';
  /** Whether operators go through arrays cell by cell. */
  readonly isArray: boolean;
  /** Whether texts and empty cells do not count. */
  readonly isTolerant: boolean;
  /** Whether it is the same if rows are columns. */
  readonly isShapeless: boolean;
  /** What stands for an empty cell of which no line was made. */
  readonly blank: '0' | '""';
}

export const VALUE: Wanted = { as: 'value', isArray: false, isTolerant: false, isShapeless: false, blank: '0' };
export const ARRAY: Wanted = { ...VALUE, as: 'array', isArray: true };

/** SUBTOTAL counts texts where it is told to, and leaves them out else. */
export const calledAs = (name: string, [first]: readonly Node[]): string =>
  name === 'SUBTOTAL' && [undefined, 3, 103].includes(constant(first)) ? 'COUNTA OF' : name;

/** What a function wants of its argument at a place. */
export function wantedBy(name: string, place: number, count: number, around: Wanted): Wanted {
  const isArray = around.isArray || OF_ARRAYS.has(name) || (name === 'INDEX' && place === 0);
  const isTolerant = TOLERANT.has(name);
  if (LISTS.has(name) || name === 'COUNTA OF')
    return place < (BEFORE_LIST[name] ?? 0)
      ? { ...VALUE, isArray: around.isArray }
      : { ...VALUE, as: 'list', isArray: around.isArray, isTolerant, isShapeless: true };
  const handed = HANDS_ON[name];
  if (handed !== undefined) {
    if (place < handed) return { ...around, as: around.isArray ? 'array' : 'value', isTolerant: false };
    return around.as === 'value' ? around : { ...around, as: 'array', isTolerant: false };
  }
  if (OF_VALUES.has(name)) return around.isArray ? { ...around, as: 'array', isTolerant: false } : VALUE;
  const isPicked = (name === 'MATCH' && place !== 1) || (name === 'INDEX' && place > 0);
  if (isPicked) return { ...VALUE, isArray: around.isArray };
  const isShapeless = SHAPELESS.has(name) || (name === 'INDEX' && count === 2);
  return { as: 'array', isArray, isTolerant, isShapeless, blank: isTolerant || LOOKS_UP.has(name) ? '""' : '0' };
}

const constant = (node: Node | undefined): number | undefined => {
  if (!node || node.kind === 'missing') return undefined;
  if (node.kind === 'unary' && node.sign === '-') {
    const of = constant(node.of);
    return of === undefined ? undefined : -of;
  }
  if (node.kind === 'call' && node.given.length === 0 && /^(?:TRUE|FALSE)$/.test(node.name))
    return node.name === 'TRUE' ? 1 : 0;
  if (node.kind !== 'literal') return undefined;
  if (/^(?:TRUE|FALSE)\(\)$/.test(node.text)) return node.text.startsWith('T') ? 1 : 0;
  return /^[\d.]+$/.test(node.text) ? Number(node.text) : undefined;
};

/** One row or column of a block, by its place from 1. */
function slice(of: Reference, place: number, isColumn: boolean): Reference | undefined {
  const { area } = of;
  const at = (isColumn ? area.column : area.row) + place - 1;
  if (!Number.isInteger(place) || place < 1 || at > (isColumn ? area.lastColumn : area.lastRow)) return undefined;
  const isFixed = isColumn ? of.from.column : of.from.row;
  const fixed = (one: Fixed): Fixed => (isColumn ? { ...one, column: isFixed } : { ...one, row: isFixed });
  return {
    ...of,
    area: isColumn ? { ...area, column: at, lastColumn: at } : { ...area, row: at, lastRow: at },
    from: fixed(of.from),
    to: fixed(of.to),
  };
}

/** VLOOKUP and HLOOKUP as INDEX and MATCH of a row or column, OFFSET of plain distances as what it is. */
export function simplified(node: Node): Node {
  switch (node.kind) {
    case 'binary':
      return { ...node, left: simplified(node.left), right: simplified(node.right) };
    case 'unary':
    case 'percent':
    case 'single':
      return { ...node, of: simplified(node.of) };
    case 'group':
      return { ...node, of: node.of.map(simplified) };
    case 'span':
      return { ...node, from: simplified(node.from), to: simplified(node.to) };
    case 'call':
      return simplifiedCall({ ...node, given: node.given.map(simplified) });
    default:
      return node;
  }
}

function simplifiedCall(node: Extract<Node, { kind: 'call' }>): Node {
  const { name, given } = node;
  const [first, second, third, fourth] = given;
  const isColumn = name === 'VLOOKUP';
  if (first && (isColumn || name === 'HLOOKUP') && second?.kind === 'area') {
    const place = constant(third);
    const way = given.length < 4 ? 1 : fourth?.kind === 'missing' ? 0 : constant(fourth);
    const [keys, list] = [slice(second, 1, isColumn), place === undefined ? undefined : slice(second, place, isColumn)];
    if (way === undefined || !keys || !list) return node;
    const match: Node = {
      kind: 'call',
      name: 'MATCH',
      given: [first, keys, { kind: 'literal', text: way === 0 ? '0' : '1' }],
    };
    return { kind: 'call', name: 'INDEX', given: [list, match] };
  }
  if (name === 'INDEX' && first?.kind === 'area' && given.length === 3 && second && third) {
    const { area } = first;
    if (area.row === area.lastRow || area.column === area.lastColumn) {
      // Of a single row or column the other place is 1, or says nothing.
      const isRow = area.row === area.lastRow;
      const [place, other] = isRow ? [third, second] : [second, third];
      const said = constant(other);
      if (said === 1 || (other.kind === 'missing' && isRow) || said === 0) return { ...node, given: [first, place] };
      return node;
    }
    const [row, column] = [constant(second), constant(third)];
    if (column !== undefined && column > 0) {
      const list = slice(first, column, true);
      if (list) return { ...node, given: [list, second] };
    }
    if (row !== undefined && row > 0) {
      const list = slice(first, row, false);
      if (list) return { ...node, given: [list, third] };
    }
    return node;
  }
  if (name === 'OFFSET' && first?.kind === 'area') {
    const { area } = first;
    const [rows, columns] = [
      second?.kind === 'missing' ? 0 : constant(second),
      third?.kind === 'missing' ? 0 : constant(third),
    ];
    const size = (one: Node | undefined, own: number) => (!one || one.kind === 'missing' ? own : constant(one));
    const height = size(fourth, area.lastRow - area.row + 1);
    const width = size(given[4], area.lastColumn - area.column + 1);
    if (rows === undefined || columns === undefined || !height || !width || height < 1 || width < 1) return node;
    const [row, column] = [area.row + rows, area.column + columns];
    if (row < 0 || column < 0) return node;
    return {
      ...first,
      area: { row, column, lastRow: row + height - 1, lastColumn: column + width - 1 },
      to: first.from,
    };
  }
  if ((name === 'SUMIF' || name === 'AVERAGEIF') && first?.kind === 'area' && third?.kind === 'area') {
    const [tested, values] = [first.area, third.area];
    const area = {
      ...values,
      lastRow: values.row + tested.lastRow - tested.row,
      lastColumn: values.column + tested.lastColumn - tested.column,
    };
    return { ...node, given: [first, second ?? { kind: 'missing' }, { ...third, area }] };
  }
  return node;
}
