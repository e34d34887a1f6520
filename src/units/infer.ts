import { isDateUnit } from '../model/dates.ts';
import type { Line } from '../model/line.ts';
import type { Reference } from '../model/notation.ts';
import { unitSpec } from '../model/units.ts';
import type { Clash, Side, Value } from './clash.ts';
import { constantOf, type Node } from './expression.ts';
import { isSpan, type Measure, sameBases } from './measure.ts';
import { mendOfSides } from './mend.ts';
import { couldBe, rescaled, SOME_COUNT, turnedInto } from './rescale.ts';
import { block, byPeriod, keyOf, type Vocabulary } from './vocabulary.ts';

const ANY: Value = { kind: 'any' };
const FREE: Value = { kind: 'free' };
const DATE: Value = { kind: 'date' };
const PURE: Measure = { power: 0, bases: new Map() };
const NUMBER: Value = { kind: 'one of', measures: [PURE] };
const YEARS: Value = { kind: 'one of', measures: [{ power: 0, bases: new Map([['year', 1]]) }] };

/** More readings say nothing. */
const MOST_READINGS = 32;

export const isNumber = ({ bases }: Measure): boolean => bases.size === 0;
export const isTime = ({ bases }: Measure): boolean => [...bases.keys()].every(isSpan);
/** Heads, things: what points of each of them could be summed over. */
const isCount = ({ power, bases }: Measure): boolean => power === 0 && bases.size === 1 && [...bases.values()][0] === 1;

function distinct(measures: readonly Measure[]): Value {
  const byKey = new Map(measures.map((measure) => [keyOf(measure), measure]));
  return byKey.size > MOST_READINGS ? ANY : { kind: 'one of', measures: [...byKey.values()] };
}

function times(a: Measure, b: Measure, sign: 1 | -1): Measure {
  const bases = new Map(a.bases);
  for (const [base, exponent] of b.bases) {
    const sum = (bases.get(base) ?? 0) + sign * exponent;
    if (sum === 0) bases.delete(base);
    else bases.set(base, sum);
  }
  return { power: a.power + sign * b.power, bases };
}

const toThe = ({ power, bases }: Measure, n: number): Measure => ({
  power: power * n,
  bases: n === 0 ? new Map() : new Map([...bases].map(([base, exponent]) => [base, exponent * n])),
});

const PASS = 'SUM SUMSQ AVERAGE AVERAGEA MIN MAX MINA MAXA MEDIAN MODE IFERROR IFNA GEOMEAN HARMEAN TRIMMEAN'.split(
  ' ',
);
const FIRST =
  'ROUND ROUNDUP ROUNDDOWN MROUND ABS INT TRUNC CEILING FLOOR EVEN ODD INDEX LARGE SMALL PERCENTILE PERCENTILE.INC QUARTILE QUARTILE.INC STDEV STDEV.S STDEV.P STDEVP AVEDEV N VALUE SUMIFS AVERAGEIFS MINIFS MAXIFS'.split(
    ' ',
  );
const COUNTS =
  'COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS ROW ROWS COLUMN COLUMNS MATCH RANK RANK.EQ SIGN AND OR NOT XOR ISNUMBER ISBLANK ISTEXT ISERROR ISNA TRUE FALSE RAND PI CORREL RSQ PERCENTRANK'.split(
    ' ',
  );
const EXPONENTS = new Set(['EXP', 'LN', 'LOG', 'LOG10']);

/** Follows one formula. Only the first clash is told: the others may follow from it. */
export class Inference {
  clash: Clash | undefined;

  constructor(readonly vocabulary: Vocabulary) {}

  #tell(clash: Clash): Value {
    this.clash ??= clash;
    return ANY;
  }

  of(node: Node): Value {
    switch (node.kind) {
      case 'number':
        return FREE;
      case 'other':
        return ANY;
      case 'sign':
      case 'percent':
        return this.of(node.of);
      case 'ref':
        return this.#agree('', this.#sides(node), false);
      case 'call':
        return this.#call(node);
      case 'binary':
        return this.#binary(node);
    }
  }

  /** What a line counts. */
  #line(line: Line | undefined): Value {
    if (!line || line.kind === 'heading') return ANY;
    if (line.unit === 'year' || isDateUnit(line.unit)) return DATE;
    const measures = this.vocabulary.measures(line.unit);
    if (measures.length === 0) return ANY;
    const { form } = unitSpec(line.unit);
    const kind = form === 'points' ? { points: true } : form === 'share' ? { share: true } : {};
    return { kind: 'one of', measures, ...kind };
  }

  /** What each line of a reference counts: of a block each child has its own unit. */
  #members({ ref, last, from, to }: Extract<Node, { kind: 'ref' }>): Side[] {
    const values = (lines: readonly Line[]) =>
      lines
        .filter(({ kind }) => kind !== 'heading')
        .map((line): Side => ({ from, to, line: line.id, value: this.#line(line) }));
    if (ref.kind === 'children') return values(block(this.vocabulary, ref.id));
    // The number of a month is counted in nothing.
    if (ref.kind === 'calendar') return ref.part === 'year' ? [{ from, to, value: DATE }] : [{ from, to, value: FREE }];
    if (ref.kind !== 'line') return [];
    const other = lineOf(last);
    if (last && other !== ref.id) return other === undefined ? [] : values(block(this.vocabulary, ref.id, other));
    const line = this.vocabulary.byId.get(ref.id);
    return line ? values([line]) : [];
  }

  /** The sides that a node brings to a sum: all lines of a block, else itself. */
  #sides(node: Node): Side[] {
    return node.kind === 'ref' ? this.#members(node) : [{ from: node.from, to: node.to, value: this.of(node) }];
  }

  /** What all sides have in common. `tells`: a clash is told where they have nothing. */
  #agree(by: string, sides: readonly Side[], tells = true): Value {
    let common: Side | undefined;
    for (const side of sides) {
      if (side.value.kind === 'any') continue;
      if (!common || common.value.kind === 'free') {
        common = side;
        continue;
      }
      if (side.value.kind === 'free') continue;
      const both = this.#both(common.value, side.value);
      if (!both) return tells ? this.#told(by, common, side) : ANY;
      common = { ...common, value: both };
    }
    return common?.value ?? ANY;
  }

  #told(by: string, left: Side, right: Side): Value {
    const mend = mendOfSides(this.vocabulary, left, right);
    return this.#tell({ kind: 'sides', by, left, right, ...(mend ? { mend } : {}) });
  }

  /** The readings in which two are one; undefined where there are none. */
  #both(a: Value, b: Value): Value | undefined {
    if (a.kind === 'date' || b.kind === 'date') {
      if (a.kind === b.kind) return DATE;
      const other = a.kind === 'date' ? b : a;
      return other.kind === 'one of' && !other.measures.some(isTime) ? undefined : ANY;
    }
    if (a.kind !== 'one of') return b;
    if (b.kind !== 'one of') return a;
    const { step } = this.vocabulary;
    const common = a.measures.filter((one) => b.measures.some((other) => isSame(one, other, step)));
    if (common.length > 0) return { ...a, measures: common };
    // A span of time is a number of periods.
    const spans = [...a.measures, ...b.measures].filter((one) => isTime(one) && !isNumber(one) && one.power === 0);
    const isLoose = [a, b].every(({ measures }) => measures.some((one) => isTime(one) && one.power === 0));
    const hasNumber = [a, b].some(({ measures }) => measures.some((one) => isNumber(byPeriod(one, step))));
    return isLoose && hasNumber ? { kind: 'one of', measures: spans.length > 0 ? spans : [PURE] } : undefined;
  }

  #binary(node: Extract<Node, { kind: 'binary' }>): Value {
    const { op, left, right } = node;
    if (op === '^') return this.#power(left, right);
    if (op === '-' && isLog(left) && isLog(right)) {
      const [a, b] = [left.args[0], right.args[0]];
      if (a && b) this.#agree('-', [...this.#sides(a), ...this.#sides(b)]);
      return NUMBER;
    }
    const [a, b] = [this.of(left), this.of(right)];
    if (op === '&') return ANY;
    if (op === '*' || op === '/') return this.#product(a, b, op === '*' ? 1 : -1, left, right);
    const sides = [sideOf(left, a), sideOf(right, b)] as const;
    if (op === '+' || op === '-') return this.#sum(op, ...sides);
    this.#agree(op, sides);
    return FREE;
  }

  #sum(op: string, left: Side, right: Side): Value {
    const [a, b] = [left.value, right.value];
    const dates = [a, b].filter(({ kind }) => kind === 'date').length;
    if (dates === 2) return op === '-' ? YEARS : this.#told(op, left, right);
    if (dates === 0) return this.#agree(op, [left, right]);
    const other = a.kind === 'date' ? b : a;
    if (other.kind === 'one of' && !other.measures.some(isTime)) return this.#told(op, left, right);
    return b.kind === 'date' && op === '-' ? ANY : DATE;
  }

  #product(a: Value, b: Value, sign: 1 | -1, left?: Node, right?: Node): Value {
    if (a.kind === 'any' || b.kind === 'any' || a.kind === 'date' || b.kind === 'date') return ANY;
    const [ca, cb] = [left && constantOf(left), right && constantOf(right)];
    if (b.kind !== 'one of') {
      if (a.kind !== 'one of') return FREE;
      if (cb === undefined) return a.measures.every(isNumber) ? FREE : a;
      return this.#scaled(a.measures, cb, sign);
    }
    if (a.kind !== 'one of') {
      const turned = sign === 1 ? b.measures : b.measures.map((one) => times(PURE, one, -1));
      // A literal times a number may be of any unit, as the literal is.
      if (turned.every((one) => isNumber(byPeriod(one, this.vocabulary.step)))) return FREE;
      return ca === undefined ? distinct(turned) : this.#scaled(turned, ca, 1);
    }
    const measures = a.measures.flatMap((one) => b.measures.map((other) => times(one, other, sign)));
    // Points of each of some things, together: five measures of half a point are two and a half points.
    const isSummed = sign === 1 && ((a.points && b.measures.every(isCount)) || (b.points && a.measures.every(isCount)));
    const isShared = sign === 1 && (a.share || b.share);
    const turned = isShared ? measures.flatMap((one) => turnedInto(one, SOME_COUNT)) : [];
    return distinct([...measures, ...turned, ...(isSummed ? [PURE] : [])]);
  }

  #scaled(measures: readonly Measure[], by: number, sign: 1 | -1): Value {
    const readings = measures.flatMap((one) => [one, ...rescaled(one, by, sign)]);
    const isLoose = measures.every(isNumber) && readings.length === measures.length;
    return isLoose ? FREE : distinct(readings);
  }

  #power(base: Node, exponent: Node): Value {
    const [a, b] = [this.of(base), this.of(exponent)];
    this.#number('^', exponent, b);
    if (a.kind !== 'one of') return a.kind === 'free' ? FREE : ANY;
    if (a.measures.every(isNumber)) return a.measures.every(({ power }) => power === 0) ? NUMBER : ANY;
    const n = constantOf(exponent);
    if (n === undefined) return ANY;
    return distinct(a.measures.map((one) => toThe(one, exponent.kind === 'sign' ? -n : n)));
  }

  /** Holds that a node is a number, or a span of time as a number of periods. */
  #number(by: string, node: Node, value: Value): void {
    if (value.kind === 'one of' && !value.measures.some(isTime))
      this.#tell({ kind: 'exponent', by, left: { from: node.from, to: node.to, value } });
  }

  #call({ name, args }: Extract<Node, { kind: 'call' }>): Value {
    const [first, second, third] = args;
    const sidesOf = (nodes: readonly Node[]) => nodes.flatMap((node) => this.#sides(node));
    if (PASS.includes(name)) return this.#agree(name, sidesOf(args));
    if (name === 'LET' || name === 'LAMBDA') return ANY;
    if (name === 'IF' || name === 'NPV' || name === 'SWITCH' || name === 'CHOOSE') {
      if (first) this.of(first);
      const rest = args.slice(1);
      return this.#agree(
        name,
        sidesOf(name === 'SWITCH' ? rest.filter((_, i) => i % 2 === 1 || i === rest.length - 1) : rest),
      );
    }
    if (name === 'IFS') {
      for (const condition of args.filter((_, i) => i % 2 === 0)) this.of(condition);
      return this.#agree(name, sidesOf(args.filter((_, i) => i % 2 === 1)));
    }
    if (EXPONENTS.has(name)) {
      if (first) this.#number(name, first, this.of(first));
      return NUMBER;
    }
    const values = args.map((arg) => this.of(arg));
    const [a = ANY, b = ANY, c = ANY] = values;
    if (FIRST.includes(name)) return a;
    if (COUNTS.includes(name)) return FREE;
    if (name === 'SUMIF' || name === 'AVERAGEIF' || name === 'XLOOKUP') return third ? c : a;
    if (name === 'LOOKUP') return third ? c : b;
    if (name === 'MOD') return a;
    if (name === 'POWER') return first && second ? this.#power(first, second) : ANY;
    if (name === 'SQRT') return a.kind === 'one of' ? distinct(a.measures.map((one) => toThe(one, 0.5))) : a;
    if (name === 'QUOTIENT') return this.#product(a, b, -1, first, second);
    if (name === 'SUMPRODUCT' || name === 'PRODUCT')
      return values.slice(1).reduce((product, value, i) => this.#product(product, value, 1, undefined, args[i + 1]), a);
    return ANY;
  }
}

const sideOf = (node: Node, value: Value): Side => {
  const line = node.kind === 'ref' && !node.last ? lineOf(node.ref) : undefined;
  return { from: node.from, to: node.to, value, ...(line === undefined ? {} : { line }) };
};

const lineOf = (ref: Reference | undefined): string | undefined => (ref?.kind === 'line' ? ref.id : undefined);

const isLog = (node: Node): node is Extract<Node, { kind: 'call' }> =>
  node.kind === 'call' && (node.name === 'LN' || node.name === 'LOG' || node.name === 'LOG10');

export const isSame = (a: Measure, b: Measure, step: Vocabulary['step']): boolean => {
  const [one, other] = [byPeriod(a, step), byPeriod(b, step)];
  return (one.power === other.power && sameBases(one, other)) || couldBe(one, other);
};
