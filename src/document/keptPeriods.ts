import type { Line } from '../model/line.ts';
import { LAST_YEAR, type Periods, periodText, stepOfOrdinal } from '../model/periods.ts';
import type { Asked, WhatIf } from '../model/whatIf.ts';

/** Periods as they are kept: by their texts, which people read in files; years as the numbers that they are. */

/** A period as it is kept. */
export function keptPeriod(ordinal: number): number | string {
  const step = stepOfOrdinal(ordinal) ?? 'year';
  return step === 'year' ? ordinal : periodText(ordinal, step);
}

export interface KeptPeriods extends Pick<Periods, 'yearStart'> {
  readonly first: number | string;
  readonly last: number | string;
  readonly list?: readonly (number | string)[];
}

/** Which step they are of, the texts say. */
export const keptPeriods = ({ first, last, list, yearStart }: Periods): KeptPeriods => ({
  first: keptPeriod(first),
  last: keptPeriod(last),
  ...(list ? { list: list.map(keptPeriod) } : {}),
  ...(yearStart === undefined ? {} : { yearStart }),
});

/** Whether slots are kept by other keys than they have. */
const isOther = (slot: string): boolean => Number(slot) > LAST_YEAR;

/** What a line holds, by its slots as they are kept; the same object where they are years. */
export const keptSlots = <T>(slots: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.keys(slots).some(isOther)
    ? Object.fromEntries(Object.entries(slots).map(([slot, held]) => [keptSlot(slot), held]))
    : slots;

const keptSlot = (slot: string): string => (isOther(slot) ? `${keptPeriod(Number(slot))}` : slot);

/** What lines hold, each by its slots as they are kept. */
export const keptCells = <T>(
  lines: Readonly<Record<string, Readonly<Record<string, T>>>>,
): Readonly<Record<string, Readonly<Record<string, T>>>> =>
  Object.fromEntries(Object.entries(lines).map(([line, slots]) => [line, keptSlots(slots)]));

/** A line as it is kept; the same object where it is the same. */
export function keptLine(line: Line): object {
  if (line.kind !== 'series') return line;
  const { start, values, later, exceptions } = line;
  const [held, kept] = [values, later].map((typed) => typed && keptSlots(typed));
  const isInYears = [start, ...(exceptions ?? [])].every((period) => period === undefined || period <= LAST_YEAR);
  if (held === values && kept === later && isInYears) return line;
  return {
    ...line,
    ...(start === undefined ? {} : { start: keptPeriod(start) }),
    ...(held ? { values: held } : {}),
    ...(kept ? { later: kept } : {}),
    ...(exceptions ? { exceptions: exceptions.map(keptPeriod) } : {}),
  };
}

/** What is asked of cells, their periods as they are kept. */
export function keptWhatIf({ futures, tornado, table, ...rest }: WhatIf): object {
  const kept = <T extends Asked>(asked: T) => ({
    ...asked,
    slot: asked.slot === 'value' ? asked.slot : keptPeriod(asked.slot),
  });
  return {
    ...rest,
    ...(futures ? { futures: kept(futures) } : {}),
    ...(tornado ? { tornado: kept(tornado) } : {}),
    ...(table ? { table: { inputs: table.inputs.map(kept), results: table.results.map(kept) } } : {}),
  };
}
