import type { ByteReader, Writer } from './bytes.ts';
import { type Codec, signed, whole } from './codec.ts';

/** Periods by their ordinals, which count from 2000: that keeps most years in one byte. */
const EPOCH = 2000;
export const period: Codec<number> = {
  write: (to, value) => signed.write(to, value - EPOCH),
  read: (from) => signed.read(from) + EPOCH,
};

/** The periods that are held, each after the one before it; behind them `value`, which most lines hold alone. */
export function writeSlots(to: Writer, slots: readonly string[]): void {
  const periods = slots.filter((slot) => slot !== 'value').map(Number);
  whole.write(to, 2 * periods.length + (periods.length < slots.length ? 0 : 1));
  periods.forEach((one, i) => {
    if (i === 0) period.write(to, one);
    else whole.write(to, one - (periods[i - 1] as number) - 1);
  });
}

export function readSlots(from: ByteReader): string[] {
  const head = whole.read(from);
  const slots: string[] = [];
  for (let left = Math.floor(head / 2), last = 0; left > 0; left--) {
    last = slots.length === 0 ? period.read(from) : last + whole.read(from) + 1;
    slots.push(String(last));
  }
  return head % 2 === 0 ? [...slots, 'value'] : slots;
}
