import type { Text } from '../model/text.ts';

/** Excel's limit for the name of a sheet. */
const MAX_LENGTH = 31;

/** What neither Excel nor the engine takes in the name of a sheet. */
const FORBIDDEN = /[:\\/?*[\]'!]/g;

const legal = (name: string): string =>
  name.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH).trim() || 'Scenario';

/**
 * A legal sheet name for each scenario, in order: mapped, shortened and made unique (ignoring case), never refused.
 * A shipped scenario's sheet bears its English name.
 */
export function sheetNames(scenarios: readonly { readonly name: Text | string }[]): string[] {
  const taken = new Set<string>();
  return scenarios.map(({ name }) => {
    const wanted = legal(typeof name === 'string' ? name : name.en);
    let sheet = wanted;
    for (let n = 2; taken.has(sheet.toLowerCase()); n++) {
      const suffix = ` ${n}`;
      sheet = wanted.slice(0, MAX_LENGTH - suffix.length) + suffix;
    }
    taken.add(sheet.toLowerCase());
    return sheet;
  });
}

/** Names that stand in a formula without quotes, and are no address. */
const BARE = /^[A-Za-z_][A-Za-z0-9_]*$/;
const ADDRESS_LIKE = /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/;

export const quoteSheet = (name: string): string => (BARE.test(name) && !ADDRESS_LIKE.test(name) ? name : `'${name}'`);
