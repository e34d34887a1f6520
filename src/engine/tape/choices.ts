import { EmptyValue, isError } from '../functions/define.ts';
import { truthOf } from '../functions/truth.ts';
import { Arguments, mayBeMany } from './arguments.ts';
import type { Slot } from './assembler.ts';
import type { Formula } from './formulas.ts';
import { constant, type Held, isBlank, numberOf, oneOf } from './held.ts';
import { OP, Unsupported } from './tape.ts';
import type { Translating } from './translate.ts';

/** What a condition comes to: a slot that is 0 where it does not hold, or what is known of it. */
function condition(from: Translating, value: Held): Slot | boolean {
  if (value.kind !== 'constant') {
    // An empty text is no truth, and no error.
    if (value.kind !== 'number' || value.blank === undefined) return value.slot;
    return from.assembler.add(OP.choose, [value.blank, from.assembler.constant(0), value.slot]);
  }
  const { held } = value;
  if (isError(held)) return from.assembler.constant(Number.NaN);
  if (held === '' || held === EmptyValue) return false;
  const truth = truthOf(held);
  return isError(truth) ? from.assembler.constant(Number.NaN) : truth;
}

function conditional(from: Translating, formula: Formula): Held {
  const given = new Arguments(from, formula);
  const asked = condition(from, given.held(0));
  const branch = (i: number) => (given.nodes[i] ? given.held(i) : constant(false));
  if (typeof asked === 'boolean') return branch(asked ? 1 : 2);
  return oneOf(from, [branch(1), branch(2)], (slots) => from.assembler.add(OP.choose, [asked, ...slots]));
}

/** The value behind the first condition that holds; an error where none does. */
function conditions(from: Translating, formula: Formula): Held {
  const given = new Arguments(from, formula);
  if (given.nodes.length % 2 === 1) throw new Unsupported('IFS with a condition alone');
  const after = (i: number): Held => {
    if (i >= given.nodes.length) return { kind: 'number', slot: from.assembler.constant(Number.NaN) };
    const value = given.held(i);
    if (isBlank(value) || (value.kind === 'constant' && typeof value.held === 'string'))
      throw new Unsupported('a text as a condition');
    const asked = condition(from, value);
    if (typeof asked === 'boolean') return asked ? given.held(i + 1) : after(i + 2);
    const values = [given.held(i + 1), after(i + 2)];
    return oneOf(from, values, (slots) => from.assembler.add(OP.choose, [asked, ...slots]));
  };
  return after(0);
}

/** A place from 1: a number where it does not vary, else a slot. */
type Place = number | { readonly slot: Slot };

function placeAt(given: Arguments, i: number): Place {
  const value = given.held(i);
  if (value.kind !== 'constant') return { slot: numberOf(given.from, value) };
  return Math.trunc(given.from.formulas.number(value.held));
}

/** What stands at a place among values; a place that does not vary must be one of them. */
function picked({ from }: Arguments, place: Place, values: readonly Held[], isAlone = false): Held {
  if (typeof place === 'number') {
    const value = values[isAlone && place === 0 ? 0 : place - 1];
    if (!value) {
      if (place === 0) throw new Unsupported('a place of 0');
      return { kind: 'number', slot: from.assembler.constant(Number.NaN) };
    }
    return value;
  }
  const only = isAlone ? 1 : 0;
  return oneOf(from, values, (slots) => from.assembler.add(OP.pick, [place.slot, ...slots], only));
}

/** What stands in a row and column of a range, one of which varies. */
function indexed(from: Translating, formula: Formula): Held {
  const given = new Arguments(from, formula);
  const area = given.nodes[0]?.type === 'CELL_REFERENCE' ? [[given.held(0)]] : given.cells(0);
  const width = area?.[0]?.length ?? 0;
  if (!area || width === 0) throw new Unsupported('INDEX of no cells');
  const isRow = area.length === 1 && given.nodes.length < 3;
  const row: Place = isRow ? 1 : placeAt(given, 1);
  const column: Place = isRow ? placeAt(given, 1) : given.nodes.length > 2 ? placeAt(given, 2) : width === 1 ? 1 : 0;
  const alone = (place: Place, count: number): Place => (place === 0 && count === 1 ? 1 : place);
  const [r, c] = [alone(row, area.length), alone(column, width)];
  if (typeof c === 'number') {
    const values = area.map((cells) => cells[c - 1]).filter((value) => value !== undefined);
    return picked(given, r, values, values.length === 1);
  }
  const values = typeof r === 'number' ? area[r - 1] : undefined;
  if (!values) throw new Unsupported('INDEX of a block');
  return picked(given, c, values, values.length === 1);
}

function chosen(from: Translating, formula: Formula): Held {
  const given = new Arguments(from, formula);
  const place = placeAt(given, 0);
  const values = given.nodes.slice(1);
  if (typeof place === 'number' && place >= 1 && place <= values.length) return given.held(place);
  return picked(
    given,
    place,
    values.map((_, i) => given.held(i + 1)),
  );
}

/** Whether a value is no error, as a slot. */
function wellIs({ assembler }: Translating, value: Held): Slot {
  if (value.kind === 'constant') return assembler.constant(isError(value.held) ? 0 : 1);
  const isNumber = assembler.add(OP.isNumber, [value.slot]);
  if (value.kind !== 'number' || value.blank === undefined) return isNumber;
  const orBlank = assembler.add(OP.choose, [value.blank, assembler.constant(1), isNumber]);
  return assembler.add(OP.choose, [assembler.add(OP.isNumber, [value.blank]), orBlank, assembler.constant(0)]);
}

/** The first argument, of which an error is asked: what may be many cells is none that a lane knows. */
function certain(from: Translating, formula: Formula): Held {
  const given = new Arguments(from, formula);
  if (mayBeMany(given.part(0).node)) throw new Unsupported('an error of INDEX');
  return given.held(0);
}

function negated(from: Translating, formula: Formula): Held {
  const asked = condition(from, new Arguments(from, formula).held(0));
  const slot = typeof asked === 'boolean' ? from.assembler.constant(Number(asked)) : asked;
  return { kind: 'truth', slot: from.assembler.add(OP.not, [slot]) };
}

function unlessError(from: Translating, formula: Formula): Held {
  const given = new Arguments(from, formula);
  const [value, instead] = [certain(from, formula), given.held(1)];
  const isWell = wellIs(from, value);
  return oneOf(from, [value, instead], (slots) => from.assembler.add(OP.choose, [isWell, ...slots]));
}

function errorTest(from: Translating, formula: Formula): Held {
  const isWell = wellIs(from, certain(from, formula));
  return { kind: 'truth', slot: from.assembler.add(OP.not, [isWell]) };
}

function isNumber(from: Translating, formula: Formula): Held {
  const value = certain(from, formula);
  if (value.kind !== 'number') throw new Unsupported('ISNUMBER of what may be a truth');
  return { kind: 'truth', slot: from.assembler.add(OP.isNumber, [value.slot]) };
}

/** Functions that choose one of several values, or ask what one is. */
export const CHOICES: Readonly<Record<string, (from: Translating, formula: Formula) => Held>> = {
  IF: conditional,
  IFS: conditions,
  INDEX: indexed,
  CHOOSE: chosen,
  IFERROR: unlessError,
  ISERROR: errorTest,
  ISNUMBER: isNumber,
  NOT: negated,
};
