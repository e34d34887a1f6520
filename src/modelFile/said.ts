import type { Line } from '../model/line.ts';
import type { Text } from '../model/text.ts';
import { isFraction, isGrouped, movedPoint, parseQuantity, unitInFile } from './quantity.ts';
import type { Tree } from './writer.ts';

/** How texts, numbers and years are said in a file. */

export const same = (text: Text | string): boolean => typeof text === 'string' || text.en === text.zh;
export const saidAs = (text: Text | string): Tree =>
  typeof text === 'string' ? text : text.en === text.zh ? text.en : { en: text.en, zh: text.zh };

/** An object without what is left out. */
export const given = (entries: Readonly<Record<string, Tree | undefined>>): Tree =>
  Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, Tree] => entry[1] !== undefined));

/** Whether a unit can stand behind its number. */
export const standsBehind = (unit: string): boolean =>
  /^\S+(?: \S+)*$/.test(unit) && !isGrouped(`1 ${unit}`) && parseQuantity(`1 ${unit}`)?.unit === unit;

/** A stored number as a file has it, with its unit. */
export function quantityOf(value: number, unit: string): Tree {
  if (isFraction(unit)) return `${movedPoint(value, 2)} ${unitInFile(unit)}`;
  return standsBehind(unit) ? `${value} ${unitInFile(unit)}` : value;
}

/** Whether a quantity names its unit. */
export const hasUnit = (unit: string): boolean => isFraction(unit) || standsBehind(unit);

/** A year is a number. */
export const asYear = (text: string | undefined): Tree | undefined =>
  text && /^\d{4}$/.test(text) ? Number(text) : text;

/** Whether something can be asked of a line: a formula of it, and no check. */
export const isAskable = (line: Line | undefined): boolean =>
  (line?.kind === 'series' || line?.kind === 'result') && line.unit !== 'check';
