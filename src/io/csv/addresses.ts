import { columnIndex } from '../../model/address.ts';
import type { Slot } from '../../model/content.ts';
import { type At, type CalendarPart, outsideQuotes, printReference, tryParse } from '../../model/notation.ts';
import type { Step } from '../../model/periods.ts';

/** What stands in a place of a table: a cell of a line, or a period of the header. */
export type AddressedPlace = { readonly line: string; readonly slot: Slot } | { readonly period: number };

/** Looks up a place of the file by its 0-based record and column. */
export type PlaceAt = (record: number, column: number) => AddressedPlace | undefined;

/** An address that is no part of a name, of a call, or of another sheet's address. */
const ADDRESS = /(?<![\w.!'$])(\$?)([A-Z]{1,3})\$?(\d{1,7})(?![\w(.!])/g;

function at(place: { readonly slot: Slot }, here: Slot, fixed: boolean, step: Step): At {
  if (place.slot === 'value') return { kind: 'same' };
  if (fixed || here === 'value') return { kind: 'period', period: place.slot, step };
  const by = place.slot - here;
  return by === 0 ? { kind: 'same' } : { kind: 'lag', by };
}

/**
 * A formula of a table with the addresses of the file (`=B2*1.05`) as one by line ids. Addresses that are of no line are
 * kept and are errors of the cell; what names lines by their ids already stays as it is. `step`: of the periods.
 */
export function fromAddresses(formula: string, here: Slot, placeAt: PlaceAt, step: Step = 'year'): string {
  const part: CalendarPart = step === 'year' ? 'year' : 'period';
  const convert = (stretch: string) =>
    stretch.replace(ADDRESS, (image: string, dollar: string, letters: string, digits: string) => {
      const place = placeAt(Number(digits) - 1, columnIndex(letters));
      if (!place) return printReference({ kind: 'lost', address: image });
      const isFixed = dollar === '$';
      if ('period' in place)
        return printReference({ kind: 'calendar', part, at: at({ slot: place.period }, here, isFixed, step) });
      return printReference({ kind: 'line', id: place.line, at: at(place, here, isFixed, step) });
    });
  const parts = tryParse(formula)?.map((part) => ('ref' in part ? part.source : outsideQuotes(part.text, convert)));
  return parts?.join('') ?? formula;
}
