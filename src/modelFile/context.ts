import { periodsText } from '../model/axis.ts';
import { cellOfOrdinal, coarseStep, ownPeriods } from '../model/coarse.ts';
import type { Line, MeasuredLine } from '../model/line.ts';
import { isOneOf, type Periods, periodIn, periodText, stepOf } from '../model/periods.ts';
import type { Text } from '../model/text.ts';
import { isUnit, type Unit } from '../model/units.ts';
import type { Path } from './comments.ts';
import type { Formulas } from './formulas.ts';
import { brief, type Fault } from './problems.ts';
import { isFraction, isGrouped, parseQuantity, type Quantity, shifted, unitFromFile } from './quantity.ts';
import type { TextFile } from './schema.ts';
import type { Parsed } from './yaml.ts';

/** What every part of the reader works with: where to report, and the periods of the model. */
export interface Context {
  readonly parsed: Parsed;
  readonly periods: Periods;
  readonly formulas: Formulas;
  /** The unit of a figure that a line may name. */
  readonly unitOf: (figure: string) => Unit | undefined;
  /** Whether a file has a line, be it with a fault of its own. */
  readonly isDeclared: (id: string) => boolean;
}

/** Tells that a name is of no line, or of a heading; of one that has a fault of its own it is told there. */
export function tellNoLine(context: Context, path: Path, id: string, line: Line | undefined, of?: 'key'): void {
  if (line) report(context, path, { kind: 'isHeading', id: brief(id) }, of);
  else if (!context.isDeclared(id)) report(context, path, { kind: 'noLine', id: brief(id) }, of);
}

export const report = ({ parsed }: Pick<Context, 'parsed'>, path: Path, fault: Fault, of?: 'key' | 'value'): void =>
  parsed.at(path, fault, of);

/** One text, or one a language; one that is missing is the other. */
export function both(text: TextFile): Text {
  if (typeof text !== 'object') return { en: String(text), zh: String(text) };
  const { en, zh } = text;
  return { en: String(en ?? zh ?? ''), zh: String(zh ?? en ?? '') };
}

/** A formula as it is kept, its pieces spelled out; in a file it may do without its sign. */
export function toFormula({ formulas }: Context, path: Path, text: string | number): string {
  const plain = formulas.plain(path, String(text));
  return plain === '' || plain.startsWith('=') ? plain : `=${plain}`;
}

/** The key of a period among what a scenario holds. */
export const slotKey = (ordinal: number): string => String(ordinal);

/** A unit by its name in a file. What is not known is told at its place. */
export function readUnit(context: Context, path: Path, text: string | number): Unit | undefined {
  const unit = unitFromFile(String(text).trim());
  if (isUnit(unit)) return unit;
  report(context, path, { kind: 'unit', text: brief(unit) });
  return undefined;
}

/** A number with its unit; undefined where that was told. */
export function readQuantity(context: Context, path: Path, text: string | number): Quantity | undefined {
  const written = String(text);
  const quantity = isGrouped(text) ? undefined : parseQuantity(text);
  if (quantity) return quantity;
  // “１２％” is a number that was typed with a Chinese keyboard.
  const narrow = written.normalize('NFKC');
  const isWide = narrow !== written && parseQuantity(narrow) !== undefined;
  if (isGrouped(text)) report(context, path, { kind: 'grouping', text: brief(written) });
  else if (isWide) report(context, path, { kind: 'wide', text: brief(written), other: brief(narrow) });
  else report(context, path, { kind: 'quantity', text: brief(written) });
  return undefined;
}

/** The stored number of a quantity of a line in a unit; undefined where something is wrong with it, which is told. */
export function stored(
  context: Context,
  path: Path,
  { digits, unit: named }: Quantity,
  unit: Unit,
): number | undefined {
  if (named !== undefined && named !== unit) {
    report(context, path, { kind: 'units', text: brief(named), other: unit });
    return undefined;
  }
  if (!isFraction(unit)) return Number(digits);
  if (named !== undefined) return shifted(digits, -2);
  if (Math.abs(Number(digits)) <= 1) return Number(digits);
  report(context, path, { kind: 'share', text: digits, percent: `${digits} %`, stored: String(shifted(digits, -2)) });
  return undefined;
}

/** The ordinal of a period of the model; undefined where it is none, which is told. `first`: the earliest that is taken. */
export function readPeriod(
  context: Context,
  path: Path,
  text: string | number,
  of?: 'key',
  first = context.periods.first,
): number | undefined {
  const step = stepOf(context.periods);
  const ordinal = periodIn(String(text), step);
  if (ordinal === undefined) {
    report(context, path, { kind: 'period', text: brief(String(text)), example: periodText(first, step) }, of);
    return undefined;
  }
  if (isOneOf(ordinal, context.periods) || ordinal === first) return ordinal;
  report(context, path, outside(String(text), { ...context.periods, first }), of);
  return undefined;
}

/** The same of a line's own periods, of which the ordinal is that of the cell. */
export function readCell(
  context: Context,
  path: Path,
  text: string | number,
  line: Pick<MeasuredLine, 'step'>,
  of?: 'key',
): number | undefined {
  const step = coarseStep(line, context.periods);
  const own = readPeriod(step ? { ...context, periods: ownPeriods(line, context.periods) } : context, path, text, of);
  return step && own !== undefined ? cellOfOrdinal(own, step, context.periods) : own;
}

/** That a period is none of a model's. */
export function outside(text: string, periods: Periods): Fault {
  if (periods.list) return { kind: 'periodList', text, list: periodsText(periods) };
  const [first = '', last = ''] = [periods.first, periods.last].map((one) => periodText(one, stepOf(periods)));
  return { kind: 'periodRange', text, first, last };
}
