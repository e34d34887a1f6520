import * as v from 'valibot';
import { MAX_CELL_LENGTH } from '../model/content.ts';

/** What the schemas of a model file are made of. */

export const NAME = 200;
export const PROSE = 5_000;
const MANY = 20_000;

export const described = <T extends v.GenericSchema>(schema: T, text: string) => v.pipe(schema, v.description(text));
export const optional = <T extends v.GenericSchema>(schema: T, text: string) =>
  v.exactOptional(described(schema, text));

const textOf = (most: number) => {
  const one = v.union([v.pipe(v.string(), v.maxLength(most)), v.number()], 'text');
  return v.union([one, v.strictObject({ en: v.exactOptional(one), zh: v.exactOptional(one) })], 'text');
};
export const name = textOf(NAME);
export const prose = textOf(PROSE);
export const word = v.union([v.pipe(v.string(), v.maxLength(NAME)), v.number()], 'text');
export const id = v.pipe(v.string('text'), v.maxLength(80));
export const quantity = v.union([v.number(), v.pipe(v.string(), v.maxLength(MAX_CELL_LENGTH))], 'quantity');
export const formula = v.union([v.number(), v.pipe(v.string(), v.maxLength(MAX_CELL_LENGTH))], 'text');
export const period = v.union([v.number(), v.pipe(v.string(), v.maxLength(20))], 'period');
export const year = v.pipe(v.number('number'), v.integer(), v.minValue(1000), v.maxValue(9999));
export const date = v.union(
  [year, v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/))],
  'date',
);
export const grade = v.picklist(['A', 'B', 'C']);
export const url = v.pipe(v.string('text'), v.maxLength(2_000), v.regex(/^$|^https?:\/\/[^\s/]\S*$/, 'url'));
export const whole = (low: number, high: number) =>
  v.pipe(v.number('number'), v.integer(), v.minValue(low), v.maxValue(high));
export const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item, 'list'), v.maxLength(MANY));
/** A cell by its line and, where that has periods, its period: `cash@2026`. */
export const cell = v.pipe(v.string('text'), v.maxLength(120));
