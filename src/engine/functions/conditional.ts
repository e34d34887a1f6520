import { type Criterion, criterionOf } from './criteria.ts';
import {
  define,
  fail,
  isError,
  optional,
  type Range,
  type Result,
  range,
  type Scalar,
  scalar,
  valuesOf,
} from './define.ts';

/** Places, in reading order, that meet all criteria; an error where the ranges differ in shape. */
function places(pairs: readonly (Range | Scalar)[]): number[] | Result {
  const conditions: { readonly values: readonly Scalar[]; readonly meets: Criterion }[] = [];
  const first = pairs[0] as Range;
  for (let i = 0; i < pairs.length; i += 2) {
    const [tested, asked] = [pairs[i] as Range, pairs[i + 1] as Scalar];
    if (!tested.sameDimensionsAs(first)) return fail.value();
    conditions.push({ values: valuesOf(tested), meets: criterionOf(asked) });
  }
  const found: number[] = [];
  const count = first.numberOfElements();
  for (let i = 0; i < count; i++)
    if (conditions.every(({ values, meets }) => meets(values[i] as Scalar))) found.push(i);
  return found;
}

/** The numbers at places of a range; the first error among them ends it. */
function numbersAt(values: readonly Scalar[], at: readonly number[]): number[] | Result {
  const numbers: number[] = [];
  for (const place of at) {
    const held = values[place];
    if (isError(held)) return held;
    if (typeof held === 'number') numbers.push(held);
  }
  return numbers;
}

type Of = (numbers: readonly number[]) => Result;
const sum: Of = (numbers) => numbers.reduce((total, one) => total + one, 0);
const mean: Of = (numbers) => (numbers.length === 0 ? fail.div0() : (sum(numbers) as number) / numbers.length);
const least: Of = (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.min(a, b)));
const most: Of = (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.max(a, b)));

function aggregate(of: Of, values: readonly Scalar[], pairs: readonly (Range | Scalar)[]): Result {
  const at = places(pairs);
  if (!Array.isArray(at)) return at;
  const numbers = numbersAt(values, at);
  return Array.isArray(numbers) ? of(numbers) : numbers;
}

/** Over the values of a range where others meet their criteria. */
const overAll = (name: string, summary: string, of: Of) =>
  define({
    name,
    summary,
    parameters: [range('values'), range('criteria_range1'), scalar('criteria1')],
    repeats: 2,
    calculate: (values: Range, ...pairs: (Range | Scalar)[]) =>
      values.sameDimensionsAs(pairs[0] as Range) ? aggregate(of, valuesOf(values), pairs) : fail.value(),
  });

const overOne = (name: string, summary: string, of: Of) =>
  define({
    name,
    summary,
    parameters: [range('range'), scalar('criteria'), range('values', optional)],
    // One of another size is laid out in that of the tested range (`spans.ts`).
    calculate: (tested: Range, asked: Scalar, values: Range = tested) =>
      values.sameDimensionsAs(tested) ? aggregate(of, valuesOf(values), [tested, asked]) : fail.value(),
  });

export const CONDITIONAL = [
  // https://support.microsoft.com/office/sumif-function-169b8c99-c05c-4483-a712-1697a653039b
  overOne('SUMIF', 'Sums what meets a criterion.', sum),
  // https://support.microsoft.com/office/averageif-function-faec8e2e-0dec-4308-af69-f5576d8ac642
  overOne('AVERAGEIF', 'The mean of what meets a criterion.', mean),
  // https://support.microsoft.com/office/sumifs-function-c9e748f5-7ea7-455d-9406-611cebce642b
  overAll('SUMIFS', 'Sums what meets several criteria.', sum),
  // https://support.microsoft.com/office/averageifs-function-48910c45-1fc0-4389-a028-f7c5c3001690
  overAll('AVERAGEIFS', 'The mean of what meets several criteria.', mean),
  // https://support.microsoft.com/office/minifs-function-6ca1ddaa-079b-4e74-80cc-72eef32e6599
  overAll('MINIFS', 'The least of what meets several criteria.', least),
  // https://support.microsoft.com/office/maxifs-function-dfd611e6-da2c-488a-919b-9b6376b28883
  overAll('MAXIFS', 'The largest of what meets several criteria.', most),
  // https://support.microsoft.com/office/countif-function-e0de10c6-f885-4e71-abb4-1f464816df34
  define({
    name: 'COUNTIF',
    summary: 'How many cells meet a criterion.',
    parameters: [range('range'), scalar('criteria')],
    calculate: (tested: Range, asked: Scalar) => counted([tested, asked]),
  }),
  // https://support.microsoft.com/office/countifs-function-dda3dc6e-f74e-4aee-88bc-aa8c2a866842
  define({
    name: 'COUNTIFS',
    summary: 'How many cells meet several criteria.',
    parameters: [range('criteria_range1'), scalar('criteria1')],
    repeats: 2,
    calculate: (...pairs: (Range | Scalar)[]) => counted(pairs),
  }),
];

function counted(pairs: readonly (Range | Scalar)[]): Result {
  const at = places(pairs);
  return Array.isArray(at) ? at.length : at;
}
