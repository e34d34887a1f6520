import { medians } from '../../chance/defaults.ts';
import { quantileOf } from '../../chance/shapes.ts';
import type { FUTURES } from '../../i18n/futures.ts';
import type { Shape, Uncertainty } from '../../model/whatIf.ts';

/** How numbers of an input are shown and typed. */
export interface Numbers {
  readonly edit: (stored: number) => string;
  readonly parse: (text: string) => number | undefined;
}

type Words = (typeof FUTURES)['en'];
export type FieldName = keyof Words['fields'];

/** A field of a distribution with what stands in it. */
export interface ShapeField {
  readonly name: FieldName;
  readonly text: string;
  /** May be left empty. */
  readonly optional?: boolean;
  readonly wide?: boolean;
}

/** Above it nothing is left of a distribution: two in three draws are a factor of 20,000 away. */
const MOST_LOG_DEVIATION = 10;

const lists = { values: true, samples: true } as const;

/** The fields of a distribution, in their order. `shares`: how shares are shown. */
export function fieldsOf({ shape, relative }: Uncertainty, own: Numbers, shares: Numbers): readonly ShapeField[] {
  const { edit } = relative ? shares : own;
  switch (shape.kind) {
    case 'uniform':
    case 'triangular':
    case 'pert':
      return [
        { name: 'low', text: edit(shape.low) },
        { name: 'high', text: edit(shape.high) },
      ];
    case 'normal':
      return [{ name: 'deviation', text: edit(shape.deviation) }];
    case 'lognormal':
      return [{ name: 'logDeviation', text: String(shape.deviation) }];
    case 'metalog':
      return [
        { name: 'p10', text: edit(shape.p10) },
        { name: 'p50', text: edit(shape.p50) },
        { name: 'p90', text: edit(shape.p90) },
        { name: 'least', text: shape.least === undefined ? '' : edit(shape.least), optional: true },
        { name: 'most', text: shape.most === undefined ? '' : edit(shape.most), optional: true },
      ];
    case 'discrete':
      return [
        {
          name: 'values',
          text: shape.values.map((value, i) => `${edit(value)}: ${shape.weights[i]}`).join('; '),
          wide: true,
        },
      ];
    case 'samples':
      return [{ name: 'samples', text: shape.values.map(edit).join('; '), wide: true }];
  }
}

/** The distribution with another text in one of its fields, or in a sentence why there is none. */
export function withField(
  uncertainty: Uncertainty,
  field: FieldName,
  typed: string,
  numbers: { readonly own: Numbers; readonly shares: Numbers; readonly held: number | undefined },
  words: Words['bad'],
): Uncertainty | string {
  const { own, shares, held } = numbers;
  const { edit, parse } = uncertainty.relative ? shares : own;
  const text = typed.trim();
  if (field in lists) {
    const shape = field === 'values' ? discrete(text, parse, words) : samples(text, parse, words);
    return typeof shape === 'string' ? shape : { ...uncertainty, shape };
  }
  const { shape } = uncertainty;
  if ((field === 'least' || field === 'most') && text === '' && shape.kind === 'metalog') {
    const { [field]: _, ...rest } = shape;
    return checked({ ...uncertainty, shape: rest }, held, edit, words);
  }
  const value = field === 'logDeviation' ? Number(text.replace(',', '.') || Number.NaN) : parse(text);
  if (value === undefined || Number.isNaN(value)) return words.number(text);
  if (field === 'logDeviation' && !(value > 0 && value <= MOST_LOG_DEVIATION))
    return words.logDeviation(String(MOST_LOG_DEVIATION));
  const key = field === 'logDeviation' ? 'deviation' : field;
  return checked({ ...uncertainty, shape: { ...shape, [key]: value } as Shape }, held, edit, words);
}

function checked(
  uncertainty: Uncertainty,
  held: number | undefined,
  edit: Numbers['edit'],
  words: Words['bad'],
): Uncertainty | string {
  const { shape } = uncertainty;
  if ('low' in shape && !(shape.low < shape.high)) return words.turned(edit(shape.low), edit(shape.high));
  if ('deviation' in shape && !(shape.deviation > 0)) return words.positive;
  if (shape.kind === 'metalog') {
    const { p10, p50, p90, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = shape;
    if (!(p10 < p50 && p50 < p90)) return words.ascending;
    if (!(least < p10 && p90 < most)) return words.outside;
    if (quantileOf(uncertainty, held || 1) === 'infeasible') {
      const [from, to] = medians(p10, p90, shape.least, shape.most);
      return words.median(edit(from), edit(to));
    }
  }
  return uncertainty;
}

/** "3: 0.2; 5: 0.8" */
function discrete(text: string, parse: Numbers['parse'], words: Words['bad']): Shape | string {
  const [values, weights]: [number[], number[]] = [[], []];
  for (const part of text.split(/[;；\n]/).filter((one) => one.trim() !== '')) {
    const [left = '', right = '1'] = part.split(/[:：]/);
    const [value, weight] = [parse(left.trim()), Number(right.trim())];
    if (value === undefined || !(weight >= 0) || !Number.isFinite(weight)) return words.list(part.trim());
    values.push(value);
    weights.push(weight);
  }
  return weights.some((weight) => weight > 0) ? { kind: 'discrete', values, weights } : words.weights;
}

/** Numbers as they are pasted from a column. */
function samples(text: string, parse: Numbers['parse'], words: Words['bad']): Shape | string {
  const parts = text.split(/[;；\s]+/).filter(Boolean);
  const values = parts.map(parse);
  const bad = values.indexOf(undefined);
  if (bad >= 0) return words.number(parts[bad] as string);
  return values.length > 0 ? { kind: 'samples', values: values as number[] } : words.samples;
}
