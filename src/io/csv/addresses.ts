import { columnIndex } from '../../model/address.ts';
import type { Stepped } from '../../model/coarse.ts';
import type { Slot } from '../../model/content.ts';
import { countedAt, fixedAt } from '../../model/model.ts';
import { type At, type CalendarPart, outsideQuotes, printReference, tryParse } from '../../model/notation.ts';
import { isOneOf, type Periods, stepOf } from '../../model/periods.ts';

/** What stands in a place of a table: a cell of a line, with how long the periods of that are, or a period of the header. */
export type AddressedPlace =
  | { readonly line: string; readonly slot: Slot; readonly bears?: Stepped }
  | { readonly period: number };

/** Looks up a place of the file by its 0-based record and column. */
export type PlaceAt = (record: number, column: number) => AddressedPlace | undefined;

/** An address that is no part of a name, of a call, or of another sheet's address. */
const ADDRESS = /(?<![\w.!'$])(\$?)([A-Z]{1,3})\$?(\d{1,7})(?![\w(.!])/g;

/** The cell in which a formula stands. `line`: how long its own periods are. */
export interface Here {
  readonly slot: Slot;
  readonly line?: Stepped;
}

/** How a formula names a slot. `line`: that of the slot; undefined for the header, and for the ends of a range. */
function at(slot: Slot, here: Here, line: Stepped, fixed: boolean, periods: Periods): At | undefined {
  if (slot === 'value') return { kind: 'same' };
  if (fixed || here.slot === 'value') return fixedAt(line, slot, periods);
  if (!isOneOf(slot, periods) || !isOneOf(here.slot, periods)) return undefined;
  return countedAt({ line, from: here.line }, here.slot, slot, periods);
}

/**
 * A formula of a table with the addresses of the file (`=B2*1.05`) as one by line ids. Addresses that are of no line are
 * kept and are errors of the cell; what names lines by their ids already stays as it is. `periods`: those of the sheet.
 */
export function fromAddresses(formula: string, here: Here, placeAt: PlaceAt, periods: Periods): string {
  const part: CalendarPart = stepOf(periods) === 'year' ? 'year' : 'period';
  const convert = (stretch: string) =>
    stretch.replace(ADDRESS, (image: string, dollar: string, letters: string, digits: string, from: number) => {
      const place = placeAt(Number(digits) - 1, columnIndex(letters));
      const lost = printReference({ kind: 'lost', address: image });
      if (!place) return lost;
      const inRange = stretch[from - 1] === ':' || stretch[from + image.length] === ':';
      const [slot, line] =
        'period' in place ? [place.period, undefined] : [place.slot, inRange ? undefined : place.bears];
      const counted = at(slot, inRange ? { slot: here.slot } : here, line, dollar === '$', periods);
      if (!counted) return lost;
      return 'period' in place
        ? printReference({ kind: 'calendar', part, at: counted })
        : printReference({ kind: 'line', id: place.line, at: counted });
    });
  const parts = tryParse(formula)?.map((part) => ('ref' in part ? part.source : outsideQuotes(part.text, convert)));
  return parts?.join('') ?? formula;
}
