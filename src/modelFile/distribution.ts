import { medians } from '../chance/defaults.ts';
import { faultOf } from '../chance/shapes.ts';
import { MOST_SAMPLES, MOST_WEIGHT } from '../document/whatIfSchema.ts';
import type { InputRange } from '../model/line.ts';
import type { Shape, ShapeKind, Uncertainty } from '../model/whatIf.ts';
import { brief, type Fault } from './problems.ts';
import { isFraction, movedPoint, NUMBER, parseQuantity, shifted } from './quantity.ts';

/** How a value may turn out, as one text: `pert 5..40`, `normal 10 % of value`, `quantiles 17; 24; 35 within 0..`. */

const KINDS: Readonly<Record<string, ShapeKind>> = {
  pert: 'pert',
  triangular: 'triangular',
  uniform: 'uniform',
  normal: 'normal',
  lognormal: 'lognormal',
  quantiles: 'metalog',
  values: 'discrete',
  samples: 'samples',
};
const NAMES = Object.fromEntries(Object.entries(KINDS).map(([name, kind]) => [kind, name])) as Record<
  ShapeKind,
  string
>;

/** Of what it is read. `power`: by which a bare number is shifted to be stored. */
export interface Measured {
  readonly unit: string;
  readonly power: number;
  readonly range: InputRange | undefined;
}

/** A number as it is written. */
interface Written {
  readonly digits: string;
  readonly isPercent: boolean;
}

const FORM = /^([a-z]+)(?:\s+([\s\S]+))?$/;
const OF_VALUE = /\s+of\s+value$/;
const ONE = `(${NUMBER})(%?)`;
const ALONE = new RegExp(`^${ONE}$`);
const ENDS = new RegExp(`^(?:${ONE})?\\s*\\.\\.\\s*(?:${ONE})?$`);
const WEIGHED = new RegExp(`^${ONE}(?:\\s*:\\s*${ONE})?$`);

const writtenAs = (digits: string | undefined, percent: string | undefined): Written | undefined =>
  digits !== undefined && Number.isFinite(Number(digits)) ? { digits, isPercent: percent === '%' } : undefined;

/** What stands between semicolons, or between commas that are followed by a blank: in 1,200 none is. */
const partsOf = (text: string, between: RegExp): string[] => text.split(between).filter((part) => part !== '');
const LIST = /\s*;\s*|,\s+|\s+/;
const ITEMS = /\s*;\s*|,\s+/;

const alone = (text: string): Written | undefined => {
  const [, digits, percent] = ALONE.exec(text) ?? [];
  return writtenAs(digits, percent);
};

/** The two ends of `5..40`; one that is left out is undefined, a text that is none has neither. */
function endsOf(text: string): readonly [Written | undefined, Written | undefined] {
  const [, low, lowPercent, high, highPercent] = ENDS.exec(text) ?? [];
  return [writtenAs(low, lowPercent), writtenAs(high, highPercent)];
}

/** What a text says, before it is known what its numbers are; undefined where it says nothing. */
interface Said {
  readonly numbers: readonly Written[];
  /** From its numbers as they are stored. */
  readonly shape: (numbers: readonly number[]) => Shape;
}

function saidIn(kind: ShapeKind, text: string): Said | undefined {
  const told = (numbers: readonly (Written | undefined)[], shape: Said['shape']): Said | undefined =>
    numbers.length > 0 && numbers.every((one) => one !== undefined) ? { numbers, shape } : undefined;
  switch (kind) {
    case 'uniform':
    case 'triangular':
    case 'pert':
      return told(endsOf(text), ([low = 0, high = 0]) => ({ kind, low, high }));
    case 'normal':
    case 'lognormal':
      return told([alone(text)], ([deviation = 0]) => ({ kind, deviation }));
    case 'metalog': {
      const [three = '', bounds, ...more] = text.split(/\s+within\s+/);
      const quantiles = partsOf(three, LIST).map(alone);
      const [least, most] = bounds === undefined ? [] : endsOf(bounds);
      if (quantiles.length !== 3 || more.length > 0 || (bounds !== undefined && !least && !most)) return undefined;
      const ends = [...(least ? [least] : []), ...(most ? [most] : [])];
      return told([...quantiles, ...ends], ([p10 = 0, p50 = 0, p90 = 0, ...rest]) => ({
        kind,
        p10,
        p50,
        p90,
        ...(least ? { least: rest[0] as number } : {}),
        ...(most ? { most: rest.at(-1) as number } : {}),
      }));
    }
    case 'discrete': {
      const items = partsOf(text, ITEMS).map((item) => WEIGHED.exec(item));
      const weights = items.map((item) => shifted(item?.[3] ?? '1', item?.[4] === '%' ? -2 : 0));
      if (!weights.every((weight) => weight >= 0 && weight <= MOST_WEIGHT) || !weights.some((weight) => weight > 0))
        return undefined;
      return told(
        items.map((item) => writtenAs(item?.[1], item?.[2])),
        (values) => ({ kind, values, weights }),
      );
    }
    case 'samples':
      return told(partsOf(text, LIST).map(alone), (values) => ({ kind, values }));
  }
}

/** What a text says of a line, or what is wrong with it. */
export function readDistribution(text: string, measured: Measured): Uncertainty | Fault {
  const found = distributionIn(text, measured);
  const narrow = text.normalize('NFKC');
  if ('shape' in found || narrow === text || !('shape' in distributionIn(narrow, measured))) return found;
  return { kind: 'wide', text: brief(text), other: brief(narrow) };
}

function distributionIn(text: string, { unit, power, range }: Measured): Uncertainty | Fault {
  const plain = text.trim().replace(/\s+%/g, '%').replaceAll('\u2212', '-');
  const isRelative = OF_VALUE.test(plain);
  const [, name = '', body = ''] = FORM.exec(plain.replace(OF_VALUE, '')) ?? [];
  const kind = Object.hasOwn(KINDS, name) ? (KINDS[name] as ShapeKind) : undefined;
  const unread: Fault = { kind: 'distribution', text: brief(text) };
  if (kind === undefined) return unread;
  if (body === '' && !isRelative && (kind === 'uniform' || kind === 'triangular' || kind === 'pert'))
    return range ? { shape: { kind, low: range.low, high: range.high } } : { kind: 'needs', key: name, other: 'range' };
  const said = saidIn(kind, body);
  if (!said) return kind === 'discrete' ? { kind: 'weights', text: brief(text) } : unread;
  const { numbers, shape } = said;
  if (numbers.length > MOST_SAMPLES) return { kind: 'many', most: MOST_SAMPLES };
  // 5..40 % are both in percent; 5 %..40 are nothing.
  const isPercent = numbers.at(-1)?.isPercent === true;
  if (isRelative ? !isPercent : !isPercent && numbers.some((one) => one.isPercent)) return unread;
  const [first = ''] = numbers.map(({ digits }) => digits);
  if (kind === 'lognormal') {
    if (!isPercent && Number(first) > 1)
      return { kind: 'share', text: first, percent: `${first} %`, stored: String(shifted(first, -2)) };
  } else if (isPercent && !isRelative && !isFraction(unit))
    return { kind: 'ofValue', text: brief(text), other: `${brief(text)} of value` };
  const by = isPercent ? -2 : kind === 'lognormal' ? 0 : power;
  const uncertainty: Uncertainty = {
    shape: shape(numbers.map(({ digits }) => shifted(digits, by))),
    ...(isRelative ? { relative: true } : {}),
  };
  return wrongIn(uncertainty, by, text) ?? uncertainty;
}

/** How much of a deviation stays in the next period: `once`, `anew`, or a number between 0 and 1, also as 0.50. */
export function readMemory(text: string | number): number | Fault {
  if (text === 'once') return 1;
  if (text === 'anew') return 0;
  const { digits, unit } = parseQuantity(text) ?? {};
  const share = digits === undefined || unit !== undefined ? Number.NaN : Number(digits);
  return share >= 0 && share <= 1 ? share : { kind: 'memory', text: brief(String(text)) };
}

/** The same as a text; empty where nobody has said it. */
export const writeMemory = (memory: number | undefined): string =>
  memory === undefined ? '' : memory === 1 ? 'once' : memory === 0 ? 'anew' : String(memory);

/** Why nothing can be drawn. `by`: how its numbers were shifted. */
function wrongIn(uncertainty: Uncertainty, by: number, text: string): Fault | undefined {
  const { shape } = uncertainty;
  if ('low' in shape) return shape.low < shape.high ? undefined : { kind: 'turned', text: brief(text) };
  if ('deviation' in shape) return shape.deviation > 0 ? undefined : { kind: 'deviation', text: brief(text) };
  if (shape.kind !== 'metalog') return undefined;
  const { p10, p50, p90, least, most } = shape;
  if (!(p10 < p50 && p50 < p90)) return { kind: 'ascending', text: brief(text) };
  const fault = faultOf(uncertainty, 1);
  if (fault !== 'infeasible') return fault && { kind: 'beyond', text: brief(text) };
  const [low = '', high = ''] = medians(p10, p90, least, most).map((one) =>
    String(Number(movedPoint(Number(one.toPrecision(4)), -by))),
  );
  return { kind: 'infeasible', low, high };
}

/** The same as a text; undefined for one of which nothing can be drawn, and a file could not be opened again. */
export function printDistribution(
  { shape, relative }: Uncertainty,
  unit: string,
  range: InputRange | undefined,
): string | undefined {
  const isShifted = relative || isFraction(unit);
  const digits = (value: number) => (isShifted ? movedPoint(value, 2) : String(value));
  const name = NAMES[shape.kind];
  const share = relative ? ' % of value' : '';
  switch (shape.kind) {
    case 'uniform':
    case 'triangular':
    case 'pert':
      return !relative && shape.low === range?.low && shape.high === range.high
        ? name
        : `${name} ${digits(shape.low)}..${digits(shape.high)}${share}`;
    case 'normal':
      return `${name} ${digits(shape.deviation)}${share}`;
    case 'lognormal':
      return `${name} ${movedPoint(shape.deviation, 2)} %${relative ? ' of value' : ''}`;
    case 'metalog': {
      if (faultOf({ shape }, 1)) return undefined;
      const { p10, p50, p90, least, most } = shape;
      const [low, high] = [least, most].map((end) => (end === undefined ? '' : digits(end)));
      const bounds = least === undefined && most === undefined ? '' : ` within ${low}..${high}`;
      const quantiles = `${name} ${[p10, p50, p90].map(digits).join('; ')}`;
      // The sign stands behind a number: `within 0 %.. of value`.
      if (relative && high === '' && bounds !== '') return `${quantiles} within ${low} %.. of value`;
      return `${quantiles}${bounds}${share}`;
    }
    case 'discrete': {
      const percent = relative ? ' %' : '';
      const items = shape.values.map((value, i) => `${digits(value)}${percent}: ${shape.weights[i]}`);
      return `${name} ${items.join('; ')}${relative ? ' of value' : ''}`;
    }
    case 'samples':
      return `${name} ${shape.values.map(digits).join('; ')}${share}`;
  }
}
