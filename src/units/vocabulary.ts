import { hasPeriods, type Line } from '../model/line.ts';
import type { Step } from '../model/periods.ts';
import { isUnit, KNOWN_UNITS, type Unit } from '../model/units.ts';
import { isCurrency, isDefined, isSpan, type Measure, measuresOf } from './measure.ts';

/** The lines of a model with their units, and the words in which its units are told. */
export interface Vocabulary {
  readonly step: Step;
  readonly lines: readonly Line[];
  readonly byId: ReadonlyMap<string, Line>;
  /** What a unit may mean; each is read once. */
  readonly measures: (unit: Unit) => readonly Measure[];
}

const known = new Map<Unit, readonly Measure[]>();
const MOST_KNOWN = 2_000;

function measures(unit: Unit): readonly Measure[] {
  let found = known.get(unit);
  if (!found) {
    if (known.size > MOST_KNOWN) known.clear();
    found = measuresOf(unit);
    known.set(unit, found);
  }
  return found;
}

export const vocabularyOf = (lines: readonly Line[], step: Step): Vocabulary => ({
  step,
  lines,
  byId: new Map(lines.map((line) => [line.id, line])),
  measures,
});

/**
 * The same for a formula that came from a file, with its lines: what people write beside numbers there, `customers`, `months` or
 * `papers`, is a word, and a price beside it is one of each without saying so. Such a unit says nothing.
 */
export const ofFile = (vocabulary: Vocabulary): Vocabulary => ({
  ...vocabulary,
  measures: (unit) => {
    const found = vocabulary.measures(unit);
    return found.every(isDefined) ? found : [];
  },
});

/** The lines under a heading, up to the next one; those from one line to another that stand in the same columns. */
export function block({ lines }: Vocabulary, first: string, last?: string): readonly Line[] {
  const from = lines.findIndex(({ id }) => id === first);
  if (from < 0) return [];
  if (last !== undefined) {
    const to = lines.findIndex(({ id }) => id === last);
    const isOfPeriods = hasPeriods(lines[from] as Line);
    const between = to < 0 ? [] : lines.slice(Math.min(from, to), Math.max(from, to) + 1);
    return between.filter((line) => hasPeriods(line) === isOfPeriods);
  }
  const end = lines.findIndex(({ kind }, i) => i > from && kind === 'heading');
  return lines.slice(from + 1, end < 0 ? undefined : end);
}

/** The step of the model is one: what is paid per month is, in a month, the amount itself. */
export const byPeriod = ({ power, bases }: Measure, step: Step): Measure => {
  if (!bases.has(step)) return { power, bases };
  const left = new Map(bases);
  left.delete(step);
  return { power, bases: left };
};

/** A measure as a text that tells it from every other. */
export const keyOf = ({ power, bases }: Measure): string =>
  [power, ...[...bases].map(([base, exponent]) => `${base}^${exponent}`).sort()].join(' ');

const SCALES: ReadonlyMap<number, readonly [en: string, zh: string]> = new Map([
  [3, ['thousand ', '千']],
  [4, ['10,000 ', '万']],
  [6, ['mn ', '百万']],
  [8, ['100 mn ', '亿']],
  [9, ['bn ', '十亿']],
  [12, ['tn ', '万亿']],
]);

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** How a unit of the model writes a base: `customers` above the line, `customer` below it. */
function wordsOf(vocabulary: Vocabulary, base: string, below: boolean): string {
  if (isCurrency(base))
    return vocabulary.lines.some((line) => line.kind !== 'heading' && /元/.test(line.unit)) && base === 'CNY'
      ? '元'
      : base;
  const units = vocabulary.lines.flatMap((line) => (line.kind === 'heading' ? [] : [line.unit]));
  for (const unit of units) {
    const found = vocabulary.measures(unit)[0]?.bases;
    const parts = unit.split(/ per |\s*\/\s*/);
    if (!below && found?.size === 1 && found.get(base) === 1 && parts.length === 1) return unit;
    const at = parts.findIndex((part, i) => i > 0 && vocabulary.measures(part)[0]?.bases.get(base) === 1);
    if (below && at > 0) return parts[at] ?? base;
  }
  if (isSpan(base)) return below ? base : `${base}s`;
  const many = below ? wordsOf(vocabulary, base, false) : base;
  return many
    .replace(/ies$/, 'y')
    .replace(/(?<=x|ch|sh|ss)es$/, '')
    .replace(/(?<!s|u|i)s$/, '');
}

/** A unit for each of something: EUR per customer, 元/户. */
export function perUnit(vocabulary: Vocabulary, unit: Unit, base: string): Unit | undefined {
  const made = `${unit}${isChinese(unit) ? '/' : ' per '}${wordsOf(vocabulary, base, true)}`;
  return isUnit(made) ? made : undefined;
}

/**
 * A measure as a unit in the words of the model, one that a line has where there is one. Undefined for a pure number and
 * for what no short text says.
 */
export function unitFor(vocabulary: Vocabulary, measure: Measure): Unit | undefined {
  const wanted = keyOf(byPeriod(measure, vocabulary.step));
  if (measure.bases.size === 0) return undefined;
  const inUse = vocabulary.lines.flatMap((line) => (line.kind === 'heading' ? [] : [line.unit]));
  for (const unit of [...inUse, ...KNOWN_UNITS])
    for (const found of vocabulary.measures(unit).slice(0, 1))
      if (unit !== 'year' && keyOf(byPeriod(found, vocabulary.step)) === wanted) return unit;
  const entries = [...measure.bases].sort(([a], [b]) => Number(isCurrency(b)) - Number(isCurrency(a)));
  if (entries.some(([, exponent]) => Math.abs(exponent) !== 1)) return undefined;
  const above = entries.filter(([, exponent]) => exponent > 0).map(([base]) => wordsOf(vocabulary, base, false));
  const below = entries.filter(([, exponent]) => exponent < 0).map(([base]) => wordsOf(vocabulary, base, true));
  // Nobody means customers times money.
  if (above.length !== 1) return undefined;
  const zh = isChinese(above[0] ?? '');
  const scale = measure.power === 0 ? '' : SCALES.get(measure.power)?.[zh ? 1 : 0];
  if (scale === undefined) return undefined;
  return `${scale}${[above[0], ...below].join(zh ? '/' : ' per ')}`;
}
