import * as v from 'valibot';
import { FIRST_YEAR, LAST_YEAR, parsePeriod, stepOfOrdinal } from '../model/periods.ts';

export const number = v.pipe(v.number(), v.finite('a number must be finite'));
/** A period as it is written, as its ordinal; a year may be a number. */
export const period = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(FIRST_YEAR), v.maxValue(LAST_YEAR)),
  v.pipe(
    v.string(),
    v.check((text) => ordinalIn(text) !== undefined, 'a period reads 2026, 2026H1, 2026Q3 or 2026-07'),
    v.transform((text) => ordinalIn(text) ?? 0),
  ),
]);
export function ordinalIn(text: string): number | undefined {
  const ordinal = parsePeriod(text)?.ordinal;
  return ordinal !== undefined && stepOfOrdinal(ordinal) ? ordinal : undefined;
}
