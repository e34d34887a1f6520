import type { Overrides } from '../model/model.ts';
import type { Scenario } from './document.ts';

export type Reasons = NonNullable<Scenario['reasons']>;

/**
 * A record by line and slot with some cells set and others taken out; a line that holds nothing is not kept. Lines that
 * are left alone stay the same objects.
 */
export function patched<T>(
  held: Readonly<Record<string, Readonly<Record<string, T>>>>,
  changes: Iterable<readonly [line: string, slot: string, value: T | undefined]>,
): Readonly<Record<string, Readonly<Record<string, T>>>> {
  const lines: Record<string, Readonly<Record<string, T>>> = { ...held };
  const copies = new Map<string, Record<string, T>>();
  for (const [line, slot, value] of changes) {
    const slots = copies.get(line) ?? { ...lines[line] };
    copies.set(line, slots);
    if (value !== undefined) slots[slot] = value;
    else delete slots[slot];
  }
  for (const [line, slots] of copies)
    if (Object.keys(slots).length > 0) lines[line] = slots;
    else delete lines[line];
  return lines;
}

/** A scenario that holds other overrides, and other reasons for them. */
export function holding(scenario: Scenario, overrides: Overrides, reasons: Reasons | undefined): Scenario {
  const { reasons: _, ...rest } = scenario;
  return reasons && Object.keys(reasons).length > 0 ? { ...rest, overrides, reasons } : { ...rest, overrides };
}

/**
 * The reasons that stay as overrides change: one belongs to its override, goes with it, and is none of one that is made
 * anew. The same object where all stay. What did not change is the same object in both, and costs nothing.
 */
export function keptReasons(reasons: Scenario['reasons'], before: Overrides, after: Overrides): Scenario['reasons'] {
  const gone = Object.entries(reasons ?? {}).flatMap(([line, slots]) => {
    const [was, is] = [before[line], after[line]];
    if (was === is) return [];
    const stays = (slot: string) => was?.[slot] !== undefined && is?.[slot] !== undefined;
    return Object.keys(slots).flatMap((slot) => (stays(slot) ? [] : [[line, slot, undefined] as const]));
  });
  return reasons && gone.length > 0 ? patched(reasons, gone) : reasons;
}
