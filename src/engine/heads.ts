import { HEADER_ROWS } from '../model/address.ts';
import { isScalar } from '../model/line.ts';
import { periodsOf } from '../model/periods.ts';
import { CONSTANTS } from './hyperformula.ts';
import { headOf, type Layout } from './layout.ts';
import { isName, quoteSheet } from './sheets.ts';
import type { Raw } from './writes.ts';

/** The first row of each sheet. */
export function headerOf({ periods }: Layout): Raw[] {
  const heads = periodsOf(periods).map((period) => headOf(period, periods));
  return [null, null, null, ...heads.map((head) => (typeof head === 'string' ? `'${head}` : head))];
}

/** Each scalar's id is a name on every sheet, pointing into that sheet. The engine takes each name once. */
export function namesOf({ lines, indexOf, sheets }: Layout): { name: string; expression: string; scope?: number }[] {
  const scalars = lines.filter((line, i) => isScalar(line) && isName(line.id) && indexOf(line.id) === i);
  const scoped = sheets.flatMap((sheet, scope) =>
    scalars.map(({ id }) => {
      const row = (indexOf(id) ?? 0) + HEADER_ROWS + 1;
      return { name: id, expression: `=${quoteSheet(sheet)}!$C$${row}`, scope };
    }),
  );
  return [...CONSTANTS, ...scoped];
}
