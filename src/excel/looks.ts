import type { CellLook } from '../io/xlsx/book.ts';
import { isDateUnit } from '../model/dates.ts';
import { type Unit, unitSpec } from '../model/units.ts';

/** As modellers colour them: what is typed blue, what comes from another sheet green, what is computed in ink. */
const TYPED = '1F5FA8';
const ELSEWHERE = '1B6E3C';
const MUTED = '566070';
const HEAD = 'EEF1F5';
const TINT = 'FFF4DC';

export type Kind = 'typed' | 'base' | 'computed';
const COLOURS: Readonly<Record<Kind, string | undefined>> = { typed: TYPED, base: ELSEWHERE, computed: undefined };

/** Looks that do not depend on a unit. */
export const LOOKS = {
  label: {},
  unit: { colour: MUTED },
  rests: { colour: MUTED, indented: true },
  besideNumber: { indented: true },
  headBeside: { bold: true, fill: HEAD, ruled: true, indented: true },
  head: { bold: true, fill: HEAD, ruled: true },
  headYear: { bold: true, fill: HEAD, ruled: true, right: true, format: '0' },
  heading: { bold: true, fill: HEAD },
  headYearLast: { bold: true, fill: HEAD, ruled: true, right: true, format: '0', ruledBehind: true },
  headingLast: { bold: true, fill: HEAD, ruledBehind: true },
  emptyLast: { ruledBehind: true },
  title: { bold: true },
  note: { colour: MUTED },
  number: { format: 'General' },
  typed: { colour: TYPED },
  link: { colour: TYPED, underlined: true },
} as const satisfies Record<string, CellLook>;

/**
 * The number format of a unit. Shares and points are kept as the fractions that formulas compute with, and shown as
 * percent: Excel can show a fraction times a hundred in no other way.
 * @param signs the words for 0 and for another number in a check
 */
export function formatOf(unit: Unit, decimals: number | undefined, signs: { ok: string; flagged: string }): string {
  if (unit === 'check') return `"${signs.flagged}";"${signs.flagged}";"${signs.ok}"`;
  if (isDateUnit(unit)) return 'yyyy-mm-dd';
  const spec = unitSpec(unit);
  const count = decimals ?? spec.decimals;
  const places = count > 0 ? `.${'0'.repeat(count)}` : '';
  return spec.form === 'plain' ? `${spec.grouping ? '#,##0' : '0'}${places}` : `0${places}%`;
}

/** Looks of values, each made once: a workbook counts its styles by them. */
export class ValueLooks {
  readonly #looks = new Map<string, CellLook>();

  /** `last`: of the last actual period, behind which stands the boundary. */
  of(format: string, kind: Kind, overridden: boolean, last = false): CellLook {
    const key = `${kind} ${overridden} ${last} ${format}`;
    const known = this.#looks.get(key);
    if (known) return known;
    const colour = COLOURS[kind];
    const look: CellLook = {
      format,
      ...(colour ? { colour } : {}),
      ...(overridden ? { fill: TINT } : {}),
      ...(last ? { ruledBehind: true } : {}),
    };
    this.#looks.set(key, look);
    return look;
  }
}
