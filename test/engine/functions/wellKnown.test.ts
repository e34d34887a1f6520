import { expect, it } from 'vitest';
import { Workbook } from '../../../src/engine/workbook.ts';
import { SPEC } from '../../fixtures/small.ts';

/** The hundred functions that people use most in Excel, and the volatile ones among them that are refused. */
const WELL_KNOWN = `
SUM IF VLOOKUP COUNTIF SUMIF IFERROR INDEX MATCH COUNT AVERAGE MAX MIN AND OR NOT ROUND CONCATENATE LEFT RIGHT MID
LEN TRIM TEXT DATE YEAR MONTH DAY SUMIFS COUNTIFS AVERAGEIF AVERAGEIFS COUNTA COUNTBLANK SUMPRODUCT XLOOKUP HLOOKUP
LOOKUP OFFSET CHOOSE SWITCH IFS IFNA ISERROR ISBLANK ISNUMBER ISTEXT ISNA ROUNDUP ROUNDDOWN INT MOD ABS SQRT POWER EXP
LN LOG LARGE SMALL RANK MEDIAN MODE STDEV VAR PERCENTILE QUARTILE SUBSTITUTE REPLACE FIND SEARCH UPPER LOWER PROPER
VALUE CONCAT TEXTJOIN REPT EXACT EDATE EOMONTH DATEDIF NETWORKDAYS WORKDAY WEEKDAY WEEKNUM DATEVALUE PMT PV FV NPV IRR
RATE NPER TRANSPOSE UNIQUE SORT FILTER SEQUENCE ROW COLUMN SUBTOTAL CEILING TODAY NOW RAND RANDBETWEEN
`
  .trim()
  .split(/\s+/);
const VOLATILE = ['TODAY', 'NOW', 'RAND', 'RANDBETWEEN'];

it('knows the functions that are used most, but for those whose result changes by itself', () => {
  expect(new Set(WELL_KNOWN).size).toBeGreaterThanOrEqual(100);
  const ours = new Set(new Workbook(SPEC).functions().map(({ name }) => name));
  expect(WELL_KNOWN.filter((name) => !ours.has(name))).toEqual(VOLATILE);
});
