import { isFlag, isFlagHead } from './flags.ts';
import { isNumber, type Role } from './header.ts';

/** What is longer is a remark. */
const LONGEST_FLAG = 12;

/** Columns of flags, each with that of its numbers: the nearest before it, or the only one. `isFixed`: what is none of them. */
export function flagColumns(
  rows: readonly (readonly string[])[],
  heads: readonly string[],
  roles: readonly Role[],
  isFixed: (column: number) => boolean,
): Record<number, number> {
  const values = roles.flatMap((role, i) => (typeof role === 'number' || role === 'value' ? [i] : []));
  const flags: Record<number, number> = {};
  for (const [i, role] of roles.entries()) {
    if (role !== 'none' || isFixed(i)) continue;
    const head = heads[i] ?? '';
    const cells = rows.map((one) => one[i] ?? '').filter((cell) => cell.trim() !== '');
    const before = values.findLast((column) => column < i);
    const of = values.length === 1 ? values[0] : before;
    // Without a head it stands right behind its numbers.
    const isBare = head.trim() === '' && before === i - 1 && cells.every(isFlag);
    const isNamed = isFlagHead(head) && cells.every((cell) => cell.length <= LONGEST_FLAG && !isNumber(cell));
    if (cells.length > 0 && of !== undefined && !Object.values(flags).includes(of) && (isBare || isNamed))
      flags[i] = of;
  }
  return flags;
}
