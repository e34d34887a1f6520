import { isDateUnit } from '../model/dates.ts';
import type { Unit } from '../model/units.ts';
import type { Clash, Side, Value } from './clash.ts';
import { linesIn, parseExpression } from './expression.ts';
import { Inference, isNumber, isSame, isTime } from './infer.ts';
import type { Measure } from './measure.ts';
import { mendOfResult } from './mend.ts';
import { byPeriod, type Vocabulary } from './vocabulary.ts';

/** An index may be of any size: what is divided by what is not said. */
const LOOSE: ReadonlySet<Unit> = new Set(['index', 'times']);

/** Whether what a formula gives can stand in a line of a unit. */
function fits(value: Value, unit: Unit, vocabulary: Vocabulary): boolean {
  if (isDateUnit(unit)) return true;
  const wanted = vocabulary.measures(unit);
  if (value.kind !== 'one of') return value.kind !== 'date' || wanted.length === 0 || unit === 'year';
  if (wanted.length === 0) return true;
  if (unit === 'year') return value.measures.some(isTime);
  if (value.measures.some((one) => wanted.some((other) => isSame(one, other, vocabulary.step)))) return true;
  if (LOOSE.has(unit)) return value.measures.some((one) => isNumber(byPeriod(one, vocabulary.step)));
  const isPeriods = (one: Measure) => isTime(one) && one.power === 0;
  const hasNumber = [...value.measures, ...wanted].some((one) => isNumber(byPeriod(one, vocabulary.step)));
  return hasNumber && value.measures.some(isPeriods) && wanted.some(isPeriods);
}

/**
 * Where the units of a formula clash; undefined where they do not, and for a formula that cannot be read here.
 * @param unit of the line in which it stands
 */
export function checkFormula(formula: string, unit: Unit, vocabulary: Vocabulary): Clash | undefined {
  const node = parseExpression(formula);
  if (!node) return undefined;
  const inference = new Inference(vocabulary);
  const value = inference.of(node);
  if (inference.clash || fits(value, unit, vocabulary)) return inference.clash;
  const left: Side = { from: node.from, to: node.to, value };
  const mend = mendOfResult(vocabulary, left, unit, linesIn(node));
  return { kind: 'result', unit, left, ...(mend ? { mend } : {}) };
}
