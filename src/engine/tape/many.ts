import { criterionOf } from '../functions/criteria.ts';
import { EmptyValue, fail, isError, type Scalar } from '../functions/define.ts';
import { truthOf } from '../functions/truth.ts';
import { Arguments, mayBeMany } from './arguments.ts';
import type { Slot } from './assembler.ts';
import type { Formula, Node } from './formulas.ts';
import { type Held, isBlank, maskOf, numberOf } from './held.ts';
import { OP, type Operation, Unsupported } from './tape.ts';
import type { Translating } from './translate.ts';

/** An argument of what takes many: a cell is passed over where it holds no number, a value is taken for one. */
interface Item {
  readonly value: Held;
  readonly isCell: boolean;
}

const MAKE_REFERENCES: ReadonlySet<string> = new Set(['CHOOSE', 'IF', 'INDEX', 'XLOOKUP']);

/** Whether a node may come to a cell in place of a value. */
const mayBeCell = ({ type, procedureName = '' }: Node): boolean =>
  type === 'PARENTHESES' || (type === 'FUNCTION_CALL' && MAKE_REFERENCES.has(procedureName));

/** Each argument with its items: several where it is a range. */
function itemsOf(given: Arguments): Item[][] {
  return given.nodes.map((node, i): Item[] => {
    const cells = node.type === 'CELL_REFERENCE' ? [[given.held(i)]] : given.cells(i);
    if (cells) return cells.flat().map((value) => ({ value, isCell: true }));
    const value = given.held(i);
    if (mayBeCell(node) && (value.kind !== 'number' || isBlank(value)))
      throw new Unsupported(`${node.procedureName ?? 'brackets'} as an argument of many`);
    if (mayBeMany(node)) given.from.assembler.beVague();
    return [{ value, isCell: false }];
  });
}

/** A pair of a value and a mask, as the folding operations take them; none where nothing counts and nothing is an error. */
function counted(from: Translating, { value, isCell }: Item): [Slot, Slot] | [] {
  const { assembler } = from;
  const always = assembler.constant(0);
  if (value.kind === 'mixed') throw new Unsupported('what may be a truth among many');
  if (!isCell) return [numberOf(from, value), always];
  if (value.kind === 'number') return [value.slot, maskOf(from, value)];
  // Its errors count, its truths do not.
  if (value.kind === 'truth') return [value.slot, assembler.add(OP.keep, [value.slot, assembler.constant(1)])];
  if (isError(value.held)) return [assembler.constant(Number.NaN), always];
  return typeof value.held === 'number' ? [assembler.constant(value.held), always] : [];
}

/** The same operations of values that all count. */
const UNMASKED: Readonly<Partial<Record<Operation, Operation>>> = {
  [OP.sum]: OP.sumOf,
  [OP.least]: OP.leastOf,
  [OP.most]: OP.mostOf,
};

function folded(operation: Operation, from: Translating, items: readonly Item[]): Slot {
  const { assembler } = from;
  const pairs = items.map((item) => counted(from, item)).filter((pair) => pair.length > 0);
  const always = assembler.constant(0);
  const unmasked = UNMASKED[operation];
  return unmasked !== undefined && pairs.length > 0 && pairs.every(([, mask]) => mask === always)
    ? assembler.add(
        unmasked,
        pairs.map(([value]) => value as Slot),
      )
    : assembler.add(operation, pairs.flat());
}

/**
 * Argument by argument, each range by itself, and what was there before added to it; what is computed is added value by
 * value: as the engine sums.
 */
function sum(from: Translating, formula: Formula): Held {
  const { assembler } = from;
  let total: Slot | undefined;
  const given = new Arguments(from, formula);
  for (const [i, items] of itemsOf(given).entries()) {
    const isRange = given.nodes[i]?.type === 'CELL_RANGE';
    const before: Item[] = total === undefined ? [] : [{ value: { kind: 'number', slot: total }, isCell: false }];
    const part = folded(OP.sum, from, items.length > 1 && !isRange ? [...before, ...items] : items);
    if (total === undefined || (items.length > 1 && !isRange)) total = part;
    else total = assembler.add(OP.add, isRange ? [part, total] : [total, part]);
  }
  if (total === undefined) throw new Unsupported('SUM of nothing');
  return { kind: 'number', slot: total };
}

/** A mean as the engine takes it: sums as above, but of what is nearly none nothing is made. */
function average(from: Translating, formula: Formula): Held {
  const given = new Arguments(from, formula);
  const slots: Slot[] = [];
  const groups = itemsOf(given).map((items, i) => ({
    isRange: given.nodes[i]?.type === 'CELL_RANGE',
    places: items.flatMap((item) => {
      const pair = counted(from, item);
      return pair.length > 0 ? [slots.push(...pair) - 2] : [];
    }),
  }));
  const mean = (...numbers: number[]): number => {
    let [sum, count] = [0, 0];
    for (const { isRange, places } of groups) {
      let part = isRange ? 0 : sum;
      for (const place of places) {
        const [value, mask] = [numbers[place] as number, numbers[place + 1] as number];
        if (Number.isNaN(mask)) return mask;
        if (mask !== 0) continue;
        part += value;
        count++;
      }
      sum = isRange ? part + sum : part;
    }
    return sum / count;
  };
  return { kind: 'number', slot: from.assembler.call(mean, slots, true) };
}

const extreme =
  (operation: Operation) =>
  (from: Translating, formula: Formula): Held => ({
    kind: 'number',
    slot: folded(operation, from, itemsOf(new Arguments(from, formula)).flat()),
  });

function count(from: Translating, formula: Formula): Held {
  const items = itemsOf(new Arguments(from, formula)).flat();
  // Of cells truths are not counted, and neither are errors, of which the fold would make one.
  const numbers = items.filter(({ value, isCell }) => !(isCell && value.kind === 'truth'));
  return { kind: 'number', slot: folded(OP.count, from, numbers) };
}

function truths(operation: Operation) {
  return (from: Translating, formula: Formula): Held => {
    const { assembler } = from;
    const slots = itemsOf(new Arguments(from, formula))
      .flat()
      .flatMap(({ value, isCell }): Slot[] => {
        if (value.kind === 'mixed' || isBlank(value)) throw new Unsupported('texts among truths');
        if (value.kind !== 'constant') return [value.slot];
        if (value.held === EmptyValue || (isCell && typeof value.held === 'string')) return [];
        const truth = truthOf(value.held);
        return [assembler.constant(isError(truth) ? Number.NaN : Number(truth))];
      });
    return { kind: 'truth', slot: assembler.add(operation, slots) };
  };
}

/** How many cells meet a criterion that does not vary, and asks for no error of a kind: which it is a lane does not know. */
function countedIf(from: Translating, formula: Formula): Held {
  const given = new Arguments(from, formula);
  const [wanted, cells] = [given.held(1), given.cells(0)?.flat()];
  if (wanted.kind !== 'constant' || !cells) throw new Unsupported('COUNTIF by what varies');
  if (isError(wanted.held) || /#/.test(String(wanted.held))) throw new Unsupported('COUNTIF of errors');
  const meets = criterionOf(wanted.held);
  const error = fail.value();
  let always = 0;
  const slots: Slot[] = [];
  const readers: ((numbers: readonly number[]) => Scalar)[] = [];
  for (const value of cells) {
    if (value.kind === 'mixed') throw new Unsupported('COUNTIF of what may be a truth');
    if (value.kind === 'constant') {
      if (meets(value.held)) always++;
      continue;
    }
    const at = slots.push(value.slot) - 1;
    const mask = value.kind === 'number' && value.blank !== undefined ? slots.push(value.blank) - 1 : -1;
    readers.push((numbers) => {
      if (mask >= 0 && numbers[mask] === 1) return '';
      const number = numbers[at] as number;
      if (Number.isNaN(number)) return error;
      return value.kind === 'truth' ? number !== 0 : number;
    });
  }
  const count = (...numbers: number[]) => readers.filter((read) => meets(read(numbers))).length + always;
  return { kind: 'number', slot: from.assembler.call(count, slots, true) };
}

/** Functions that take any number of values and ranges. */
export const MANY: Readonly<Record<string, (from: Translating, formula: Formula) => Held>> = {
  SUM: sum,
  AVERAGE: average,
  MIN: extreme(OP.least),
  MAX: extreme(OP.most),
  COUNT: count,
  COUNTIF: countedIf,
  AND: truths(OP.all),
  OR: truths(OP.any),
};
