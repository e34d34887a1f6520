import { editableNumber, parseEntry } from '../../document/entry.ts';
import { moved, toldUnit } from '../../i18n/amounts.ts';
import { readTyped } from '../../io/reading/amounts.ts';
import type { Line } from '../../model/line.ts';
import type { Lang } from '../../model/text.ts';
import type { Unit } from '../../model/units.ts';
import { unitFromText } from '../../units/named.ts';

/** A stored amount as a form has it: 229.92 bn yuan are 2299.2 in 亿元, with all of their digits. */
export const amountToType = (value: number, unit: Unit, lang: Lang): string =>
  editableNumber(moved(value, toldUnit(unit, lang).places), unit);

/** An amount that was typed in a form, as it is stored; undefined where it is no number. What bears a unit is in that one. */
export function typedAmount(text: string, unit: Unit, lang: Lang): number | undefined {
  const plain = parseEntry(text, unit);
  if (typeof plain === 'number') return moved(plain, -toldUnit(unit, lang).places);
  const read = readTyped(text, unit);
  return typeof read === 'number' ? read : undefined;
}

/**
 * A unit that was typed in a form: in Chinese 亿元 is the bn yuan in which other lines of the model work, so that a formula
 * may add them. Where a line is in 亿元 itself, as a table brings it, it is that. `old`: the unit that the line has.
 */
export function typedUnit(text: string, lines: readonly Line[], lang: Lang, old?: Unit): Unit {
  const typed = unitFromText(text);
  const isTold = (unit: Unit) => toldUnit(unit, lang).label === text.trim();
  if (old !== undefined && (typed === old || isTold(old))) return old;
  const used = lines.flatMap((one) => (one.kind === 'heading' ? [] : [one.unit]));
  if (used.includes(typed)) return typed;
  return used.find(isTold) ?? typed;
}
