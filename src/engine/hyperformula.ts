import { CellError, type ConfigParams, DetailedCellError, ErrorType, HyperFormula } from 'hyperformula';
import { COMPUTED_ADDRESS, MANY_CELLS, OUTSIDE, TOO_LARGE, TOO_LONG, WRONG_COUNT } from './functions/define.ts';
import { addBaseFunctions, ownFunctions } from './functions/index.ts';
import { unmarkNames } from './names.ts';
import type { ErrorCode, FunctionInfo } from './port.ts';
import type { Address } from './writes.ts';

/**
 * The one door to HyperFormula, with the settings under which what a person typed is not rewritten.
 * Its list of arrays and its evaluator are internals of 3.5.0: the version is pinned, and the engine's tests
 * catch a change.
 */

/** A result that differs from one day to the next can't be sent in a link. */
const VOLATILE = ['RAND', 'RANDBETWEEN', 'NOW', 'TODAY'];
for (const name of VOLATILE) HyperFormula.unregisterFunction(name);
addBaseFunctions();

/** The largest sheet, one line of it the headers. A larger array is refused before it is made; 12,000 x 1,024 numbers are 100 MB. */
const MAX_ROWS = 12_000;
const MAX_COLUMNS = 1_024;

export const CONFIG: Partial<ConfigParams> = {
  licenseKey: 'gpl-v3',
  // 14 significant digits survive; the default of 10 decimals rounds them away.
  precisionRounding: 16,
  // A difference of less than half of the 15th digit is none, as in Excel; the default of 1E-13 loses 10^15+1-10^15.
  precisionEpsilon: 2 ** -50,
  // A formula that comes to an empty cell is 0.
  evaluateNullToZero: true,
  maxRows: MAX_ROWS,
  maxColumns: MAX_COLUMNS,
  // Dates, times and currencies stay the text that was typed.
  dateFormats: [],
  timeFormats: [],
  currencySymbol: [],
  // The app keeps its own history.
  undoLimit: 0,
};

/** The words for truth, which HyperFormula knows only as functions. */
export const CONSTANTS = [
  { name: 'TRUE', expression: '=TRUE()' },
  { name: 'FALSE', expression: '=FALSE()' },
];

const CODES: Readonly<Record<string, ErrorCode>> = {
  DIV_BY_ZERO: 'div0',
  NA: 'na',
  NAME: 'name',
  NUM: 'num',
  REF: 'ref',
  VALUE: 'value',
  CYCLE: 'cycle',
  SPILL: 'array',
  ERROR: 'parse',
};

/** What a formula comes to that could not be evaluated. */
const TOO_COMPLEX = 'Too complex.';

/** What it says of a range where one value is wanted. */
const RANGE_GIVEN = 'Cell range not allowed.';

const BY_MESSAGE: Readonly<Record<string, ErrorCode>> = {
  [`VALUE ${TOO_LARGE}`]: 'limit',
  [`VALUE ${TOO_COMPLEX}`]: 'complex',
  [`VALUE ${TOO_LONG}`]: 'long',
  [`VALUE ${MANY_CELLS}`]: 'array',
  [`REF ${COMPUTED_ADDRESS}`]: 'indirect',
  [`REF ${OUTSIDE}`]: 'outside',
  [`NA ${WRONG_COUNT}`]: 'arguments',
  [`VALUE ${RANGE_GIVEN}`]: 'array',
};

export const errorCode = (error: DetailedCellError): ErrorCode =>
  (VOLATILE.includes(unknownName(error) ?? '') ? 'volatile' : undefined) ??
  BY_MESSAGE[`${error.type} ${error.message}`] ??
  CODES[error.type] ??
  'value';

/** The part of HyperFormula's message that names what is unknown: a function or a name. */
export function unknownName(error: DetailedCellError): string | undefined {
  const name = /^(?:Function name|Named expression) (.+) not recognized\.$/.exec(error.message)?.[1];
  return name && unmarkNames(name);
}

interface Internals {
  readonly _dependencyGraph: {
    readonly arrayMapping: { readonly arrayMapping: ReadonlyMap<string, unknown> };
    readonly addressMapping: { getCell(address: Address): { getCellValue(): unknown } | undefined };
  };
  readonly _evaluator: object;
}
const internals = (hf: HyperFormula): Internals => hf as unknown as Internals;

/** The evaluators of all workbooks, and what evaluates one formula. */
interface Evaluators {
  evaluateAstToCellValue(...formula: unknown[]): unknown;
}
let isGuarded = false;

/**
 * From now on a formula that throws as it is evaluated is an error of its own cell, in every workbook. By itself
 * HyperFormula lets it break off the evaluation of all cells, and does not say which one it was. A first workbook has to
 * be there to reach it, and costs more to make than all the rest of it.
 * @param hf any workbook; left out: one that is made for it
 */
export function guardEvaluation(hf = HyperFormula.buildEmpty(CONFIG)): void {
  if (isGuarded) return;
  isGuarded = true;
  const evaluators: Evaluators = Object.getPrototypeOf(internals(hf)._evaluator);
  const { evaluateAstToCellValue: evaluate } = evaluators;
  evaluators.evaluateAstToCellValue = function (...formula) {
    try {
      return evaluate.apply(this, formula);
    } catch {
      return new CellError(ErrorType.VALUE, TOO_COMPLEX);
    }
  };
}

/** The cells whose result is an array. The engine's list keeps cells that no longer are, so each is asked. */
export function arrayCells(hf: HyperFormula): Address[] {
  return [...internals(hf)._dependencyGraph.arrayMapping.arrayMapping.keys()]
    .map((key) => {
      const [sheet = 0, row = 0, col = 0] = key.split(',').map(Number);
      return { sheet, col, row };
    })
    .filter((address) => hf.isCellPartOfArray(address));
}

/** What a cell holds before it is rounded to 16 digits, which takes longer than to read it. */
export const bareValue = (hf: HyperFormula, address: Address): unknown =>
  internals(hf)._dependencyGraph.addressMapping.getCell(address)?.getCellValue();

/** What formulas are laid out as, and nobody types. */
const INTERNAL: ReadonlySet<string> = new Set(['SPAN', 'REACH', 'CALL.LAMBDA']);

/** Other names of the engine's for functions, which no spreadsheet knows: they are read, and not proposed. */
const UNKNOWN_ELSEWHERE: ReadonlySet<string> = new Set(
  'CHIDISTRT,CHIINVRT,COVARIANCEP,COVARIANCES,FDISTRT,FINVRT,LOGNORMINV,POISSONDIST,SKEWP,STDEVS,TDIST2T,TDISTRT,TINV2T,VARS,WEIBULLDIST'.split(
    ',',
  ),
);

/** Every function that formulas can use, with its parameters: those of a workbook, and ours that it has not needed yet. */
export function functionsOf(hf: HyperFormula): FunctionInfo[] {
  const ours = [...ownFunctions()].map(
    ([name, { summary, parameters, repeats = 0 }]): FunctionInfo => ({
      name,
      parameters: parameters.map((one) => ({
        name: one.name,
        optional: one.optionalArg === true || one.defaultValue !== undefined,
      })),
      repeats,
      summary,
    }),
  );
  const known = new Set(ours.map(({ name }) => name));
  const others = hf
    .getAvailableFunctions()
    .filter(({ canonicalName }) => !known.has(canonicalName))
    .map(({ canonicalName, shortDescription }): FunctionInfo => {
      const details = hf.getFunctionDetails(canonicalName);
      return {
        name: canonicalName,
        parameters: details?.parameters.map(({ name, optional }) => ({ name, optional })) ?? [],
        repeats: details?.repeatLastArgs ?? 0,
        ...(shortDescription === undefined ? {} : { summary: shortDescription }),
      };
    });
  return [...ours, ...others]
    .filter(({ name }) => !INTERNAL.has(name) && !UNKNOWN_ELSEWHERE.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export { DetailedCellError, HyperFormula };
