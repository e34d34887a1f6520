import type { Unit } from '../model/units.ts';
import type { Mend, Side, Value } from './clash.ts';
import { type Measure, sameBases } from './measure.ts';
import { spansIn } from './rescale.ts';
import { byPeriod, keyOf, perUnit, unitFor, type Vocabulary } from './vocabulary.ts';

const measuresOf = (value: Value): readonly Measure[] => (value.kind === 'one of' ? value.measures : []);

function ratio(a: Measure, b: Measure): Measure {
  const bases = new Map(a.bases);
  for (const [base, exponent] of b.bases) {
    const left = (bases.get(base) ?? 0) - exponent;
    if (left === 0) bases.delete(base);
    else bases.set(base, left);
  }
  return { power: a.power - b.power, bases };
}

/** A factor that turns what is given into what is wanted. */
function factorOf(
  given: Measure,
  wanted: Measure,
  step: string,
): Omit<Extract<Mend, { kind: 'factor' }>, 'unit'> | undefined {
  if (sameBases(given, wanted)) {
    const power = given.power - wanted.power;
    return power === 0 || !Number.isInteger(power)
      ? undefined
      : { kind: 'factor', by: 10 ** Math.abs(power), divides: power < 0 };
  }
  if (given.power !== wanted.power) return undefined;
  // Per year where a month's is wanted: the step of the model stands for the span that is not named.
  const left = [...ratio(given, wanted).bases].filter(([base]) => base !== step);
  const [first, second] = left;
  if (!first || left.length > 2) return undefined;
  const [from, exponent] = first;
  const to = second ? second[0] : step;
  if (second && second[1] !== -exponent) return undefined;
  const count = spansIn(from, to);
  if (count === undefined || Math.abs(exponent) !== 1) return undefined;
  const times = exponent === 1 ? count : 1 / count;
  return times > 1
    ? { kind: 'factor', by: times, divides: false }
    : { kind: 'factor', by: Math.round(1 / times), divides: true };
}

/** The one line that stands between two units: the price between customers and money. */
function between(
  vocabulary: Vocabulary,
  given: Measure,
  wanted: Measure,
): { line: string; divides: boolean } | undefined {
  const { step } = vocabulary;
  const [up, down] = [ratio(wanted, given), ratio(given, wanted)].map((one) => keyOf(byPeriod(one, step)));
  const named = (key: string | undefined) =>
    vocabulary.lines.filter(
      (line) =>
        line.kind !== 'heading' &&
        vocabulary.measures(line.unit).some((one) => one.bases.size > 1 && keyOf(byPeriod(one, step)) === key),
    );
  const [times, over] = [named(up), named(down)];
  const [line, ...others] = [...times, ...over];
  return line && others.length === 0 ? { line: line.id, divides: times.length === 0 } : undefined;
}

/** The one input among the lines of a formula that is of each of what the result has too much of: a price. */
function eachOf(vocabulary: Vocabulary, given: Measure, wanted: Measure, lines: readonly string[]): Mend | undefined {
  const [extra, ...others] = byPeriod(ratio(given, wanted), vocabulary.step).bases;
  if (!extra || others.length > 0 || extra[1] !== 1 || given.power !== wanted.power) return undefined;
  const prices = [...new Set(lines)].flatMap((id) => {
    const line = vocabulary.byId.get(id);
    if (line?.kind !== 'input') return [];
    const [measure] = vocabulary.measures(line.unit);
    return measure && keyOf(byPeriod(measure, vocabulary.step)) === keyOf(byPeriod(wanted, vocabulary.step))
      ? [line]
      : [];
  });
  const [line] = prices;
  const unit = line && perUnit(vocabulary, line.unit, extra[0]);
  return unit !== undefined && prices.length === 1 ? { kind: 'each', line: line?.id ?? '', unit } : undefined;
}

/**
 * How what a formula gives comes to the unit of its line.
 * @param lines that the formula names
 */
export function mendOfResult(
  vocabulary: Vocabulary,
  whole: Side,
  unit: Unit,
  lines: readonly string[],
): Mend | undefined {
  const [wanted] = vocabulary.measures(unit);
  const given = measuresOf(whole.value);
  const [first] = given;
  if (!first || !wanted) return whole.value.kind === 'date' ? { kind: 'unit', unit: 'year' } : undefined;
  const other = unitFor(vocabulary, first);
  const set = other === undefined ? {} : { unit: other };
  for (const one of given) {
    const factor = factorOf(one, wanted, vocabulary.step);
    if (factor) return { ...factor, ...set };
  }
  const each = eachOf(vocabulary, first, wanted, lines);
  if (each) return each;
  const missing = first.bases.size > 0 && wanted.bases.size > 0 ? between(vocabulary, first, wanted) : undefined;
  if (missing) return { kind: 'line', ...missing, ...set };
  return other === undefined ? undefined : { kind: 'unit', unit: other };
}

/** How one side comes to the unit of the other. */
export function mendOfSides(vocabulary: Vocabulary, left: Side, right: Side): Mend | undefined {
  const [a] = measuresOf(left.value);
  const [b] = measuresOf(right.value);
  if (!a || !b) return undefined;
  const numbers = [a, b].map((one) => byPeriod(one, vocabulary.step).bases.size === 0);
  if (numbers[0] !== numbers[1])
    return numbers[0] ? { kind: 'rate', of: right, rate: left } : { kind: 'rate', of: left, rate: right };
  // The larger unit is brought to the smaller one: a product says less of the digits than a division.
  const [from, side, to] = a.power >= b.power ? ([a, left, b] as const) : ([b, right, a] as const);
  const factor = factorOf(from, to, vocabulary.step);
  if (factor) return { ...factor, side };
  const onRight = between(vocabulary, b, a);
  if (onRight) return { kind: 'line', ...onRight, side: right };
  const onLeft = between(vocabulary, a, b);
  return onLeft && { kind: 'line', ...onLeft, side: left };
}
