import { crc32 } from '../io/crc.ts';

/** What programs change of a text as they save it: blanks, line breaks, what no file holds. */
const UNSTEADY = /[\s\p{Cc}\p{Cs}\ufffe\uffff]+/gu;

/** A text as it is compared with one that another program saved. */
export const steadyText = (text: string): string => text.replace(UNSTEADY, ' ').trim();

/** A number by the digits that every spreadsheet keeps. */
export const steadyNumber = (value: number): number => Number(value.toPrecision(15));

const steady = (value: unknown): string => {
  if (typeof value === 'number') return String(steadyNumber(value));
  if (typeof value === 'string') return steadyText(value);
  return typeof value === 'boolean' ? String(value) : '';
};

/** A sum over what stands in cells, by which it is known whether one of them was changed. Empty ones do not count. */
export function digestOf(values: readonly unknown[]): string {
  const text = values
    .map(steady)
    .filter((one) => one !== '')
    .join('\n');
  return crc32(new TextEncoder().encode(text)).toString(16).padStart(8, '0');
}
