import { EmptyValue, isError, type Scalar } from '../functions/define.ts';
import type { Assembler, Slot } from './assembler.ts';
import type { Formulas } from './formulas.ts';
import { OP, Unsupported } from './tape.ts';

/**
 * What a formula comes to while a tape is put together: what does not vary as it is held, and what does as a slot.
 * `blank`: a mask, 1 where an empty text stands, of which the slot makes an error as arithmetic does.
 */
export type Held =
  | { readonly kind: 'constant'; readonly held: Scalar }
  | { readonly kind: 'number'; readonly slot: Slot; readonly blank?: Slot }
  | { readonly kind: 'truth'; readonly slot: Slot }
  /** A number, nothing, or a truth where `isTruth`, as the lane has it: as a number alone it is certain. */
  | { readonly kind: 'mixed'; readonly slot: Slot; readonly isTruth: boolean };

/** What formulas are made into: a tape, with the formulas from which its constants come. */
export interface Making {
  readonly assembler: Assembler;
  readonly formulas: Formulas;
}

export const constant = (held: Scalar): Held => ({ kind: 'constant', held });

/** A value in arithmetic: a text that is no number is an error, a truth 0 or 1. */
export function numberOf({ assembler, formulas }: Making, value: Held): Slot {
  return value.kind === 'constant' ? assembler.constant(formulas.number(value.held)) : value.slot;
}

export const maskOf = ({ assembler }: Making, value: Held): Slot =>
  value.kind === 'number' && value.blank !== undefined ? value.blank : assembler.constant(0);

export const isBlank = (value: Held): boolean => value.kind === 'number' && value.blank !== undefined;

/** What may be an error in place of a number, and varies in what it holds. */
const isNumeric = (value: Held): boolean =>
  value.kind === 'constant'
    ? typeof value.held === 'number' || value.held === '' || isError(value.held)
    : value.kind === 'number';
const isTruth = (value: Held): boolean =>
  value.kind === 'constant' ? typeof value.held === 'boolean' || isError(value.held) : value.kind === 'truth';

/** A value that is one of several, as `slot` takes them by their slots. @throws Unsupported */
export function oneOf(making: Making, values: readonly Held[], slot: (slots: readonly Slot[]) => Slot): Held {
  const numbers = () => slot(values.map((value) => numberOf(making, value)));
  if (values.every(isTruth)) return { kind: 'truth', slot: numbers() };
  if (values.every(isNumeric)) {
    const masked = values.some((value) => isBlank(value) || (value.kind === 'constant' && value.held === ''));
    if (!masked) return { kind: 'number', slot: numbers() };
    const one = making.assembler.constant(1);
    const masks = values.map((value) => (value.kind === 'constant' && value.held === '' ? one : maskOf(making, value)));
    return { kind: 'number', slot: numbers(), blank: slot(masks) };
  }
  const isPlain = (value: Held): boolean =>
    value.kind === 'constant' ? typeof value.held !== 'string' : !isBlank(value);
  if (!values.every(isPlain)) throw new Unsupported('texts');
  const isTruthful = values.some(
    (value) =>
      value.kind === 'truth' ||
      (value.kind === 'mixed' && value.isTruth) ||
      (value.kind === 'constant' && typeof value.held === 'boolean'),
  );
  return { kind: 'mixed', slot: numbers(), isTruth: isTruthful };
}

export type Comparison =
  | typeof OP.equal
  | typeof OP.unequal
  | typeof OP.less
  | typeof OP.atMost
  | typeof OP.greater
  | typeof OP.atLeast;

const HOLDS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  [OP.equal]: (order) => order === 0,
  [OP.unequal]: (order) => order !== 0,
  [OP.less]: (order) => order < 0,
  [OP.atMost]: (order) => order <= 0,
  [OP.greater]: (order) => order > 0,
  [OP.atLeast]: (order) => order >= 0,
};

type Plain = Exclude<Held, { kind: 'mixed' }>;

/** Whether one value stands to another as asked. @throws Unsupported */
export function compared(making: Making, by: Comparison, a: Held, b: Held): Held {
  if (a.kind === 'mixed' || b.kind === 'mixed') throw new Unsupported('a comparison of what may be a truth');
  return { kind: 'truth', slot: withBlank(making, by, a, b) };
}

/** An empty text is compared as the text that it is, where it stands. */
function withBlank(making: Making, by: Comparison, a: Plain, b: Plain): Slot {
  const { assembler } = making;
  const text: Plain = { kind: 'constant', held: '' };
  if (a.kind === 'number' && a.blank !== undefined) {
    const as = (value: Plain) => withBlank(making, by, value, b);
    return assembler.add(OP.choose, [a.blank, as(text), as({ kind: 'number', slot: a.slot })]);
  }
  if (b.kind === 'number' && b.blank !== undefined) {
    const as = (value: Plain) => withBlank(making, by, a, value);
    return assembler.add(OP.choose, [b.blank, as(text), as({ kind: 'number', slot: b.slot })]);
  }
  return plainly(making, by, a, b);
}

/** What stands for the kind of a value: numbers come before texts and texts before truths, whatever they are. */
const sampleOf = (value: Plain): Scalar => (value.kind === 'constant' ? value.held : value.kind === 'truth' ? true : 0);

function plainly(making: Making, by: Comparison, a: Plain, b: Plain): Slot {
  const { assembler, formulas } = making;
  const like = (value: Plain, other: Plain): boolean => {
    if (value.kind !== 'constant') return value.kind === other.kind;
    if (value.held === EmptyValue) return true;
    return typeof value.held === (other.kind === 'truth' ? 'boolean' : 'number');
  };
  const errors = [a, b].some((value) => value.kind === 'constant' && isError(value.held));
  if (errors) return assembler.constant(Number.NaN);
  const varying = [a, b].filter((value) => value.kind !== 'constant');
  const [first] = varying;
  if (first && like(a, first) && like(b, first)) return assembler.add(by, [numberOf(making, a), numberOf(making, b)]);
  const holds = HOLDS[by](formulas.compare(sampleOf(a), sampleOf(b)));
  // An error is one all the same.
  return varying.reduce(
    (slot, value) => assembler.add(OP.keep, [numberOf(making, value), slot]),
    assembler.constant(holds ? 1 : 0),
  );
}
