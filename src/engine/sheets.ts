import { numberOf } from '../model/line.ts';
import type { Text } from '../model/text.ts';

/** Excel's limit for the name of a sheet. */
const MAX_LENGTH = 31;

/** What neither Excel nor the engine takes in the name of a sheet, and what no file of Excel's can hold. */
const FORBIDDEN = /[:\\/?*[\]'!\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** Half of a pair, where a name was cut within it. */
const HALF = /[\ud800-\udbff]$/;
/** Excel keeps this name for itself. */
const RESERVED = 'history';

/** Shortened to a length without parting a pair. */
export const cutName = (name: string, length: number): string => name.slice(0, length).replace(HALF, '').trim();

const legal = (name: string): string =>
  cutName(name.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim(), MAX_LENGTH) || 'Scenario';

/**
 * A legal sheet name for each scenario, in order: mapped, shortened and made unique (ignoring case), never refused.
 * A shipped scenario's sheet bears its English name.
 */
export function sheetNames(scenarios: readonly { readonly name: Text | string }[]): string[] {
  const taken = new Set([RESERVED]);
  return scenarios.map(({ name }) => {
    const wanted = legal(typeof name === 'string' ? name : name.en);
    let sheet = wanted;
    for (let n = 2; taken.has(sheet.toLowerCase()); n++) {
      const suffix = ` ${n}`;
      sheet = cutName(wanted, MAX_LENGTH - suffix.length) + suffix;
    }
    taken.add(sheet.toLowerCase());
    return sheet;
  });
}

/** Signs of a name that stands in a formula without quotes. */
const BARE = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** What would be an address or a truth there. */
const TAKEN = /^([a-z]{1,3}\d+|r\d*c?\d*|c\d*|true|false)$/i;

/** Whether a word can name a cell or a sheet in the engine and in Excel. */
export const isName = (word: string): boolean => BARE.test(word) && !TAKEN.test(word);

/** Whether a scalar goes by its id in formulas; one whose id can't be a name, or is none that was given, by its address. */
export const goesByName = (id: string): boolean => isName(id) && numberOf(id) === undefined;

export const quoteSheet = (name: string): string => (isName(name) ? name : `'${name}'`);
