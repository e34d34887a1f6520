import { shownDecimals } from '../document/entry.ts';
import { addressOf, type Layout } from '../engine/layout.ts';
import { EXCEL } from '../i18n/excel.ts';
import type { BookCell } from '../io/xlsx/book.ts';
import { columnName, HEADER_ROWS } from '../model/address.ts';
import type { MeasuredLine } from '../model/line.ts';
import { slotInText } from '../model/periods.ts';
import type { Asked } from '../model/whatIf.ts';
import type { ExcelJob, ExcelTable } from './job.ts';
import { formatOf, LOOKS } from './looks.ts';

/** Rows between the lines of a sheet and its tables, and from one to the next. */
const APART = 2;
/** The column in which the values of an input stand: behind it those of the results. */
const AXIS = 2;

type Rows = (readonly (BookCell | undefined)[])[];

/**
 * Tables of one or two inputs as Excel has them, below the lines of the sheet in which their inputs stand: Excel recalculates
 * them for inputs of their own sheet alone. Of two inputs each result has a table, of one they stand beside each other.
 */
export function dataTableRows(job: ExcelJob, layout: Layout, table: ExcelTable): Rows {
  const rows: Rows = [];
  const first = HEADER_ROWS + layout.lines.length;
  const apart = () => rows.push(...Array.from({ length: APART }, () => []));
  const [across, down] = table.axes;
  if (!across) return rows;
  const blocks = down
    ? table.results.map((result, i) => ({ results: [result], values: [table.values[i] ?? new Float64Array()] }))
    : [{ results: table.results, values: table.values }];
  for (const { results, values } of blocks) {
    apart();
    rows.push(...block(job, layout, table, first + rows.length, results, values));
  }
  return rows;
}

function block(
  job: ExcelJob,
  layout: Layout,
  { axes }: ExcelTable,
  top: number,
  results: readonly Asked[],
  values: readonly Float64Array[],
): Rows {
  const texts = EXCEL[job.lang];
  const lineOf = ({ line }: Asked) => layout.lines[layout.indexOf(line) ?? -1] as MeasuredLine;
  const name = (asked: Asked): string => {
    const label = lineOf(asked).label[job.lang];
    return asked.slot === 'value' ? label : texts.tableCell(label, slotInText(asked.slot, job.lang));
  };
  const address = (asked: Asked): string => addressOf(layout, asked) ?? '';
  const look = (asked: Asked, ...held: number[]) => {
    const line = lineOf(asked);
    return { format: formatOf(line.unit, shownDecimals(line, ...held), texts) };
  };
  const [across, down] = axes;
  if (!across) return [];
  const result = results[0] as Asked;
  const head = (asked: Asked): BookCell => ({ formula: address(asked), look: { ...look(asked), bold: true } });
  const typed = (asked: Asked, value: number, all: readonly number[]): BookCell => ({
    value,
    look: { ...look(asked, ...all), ...LOOKS.typed },
  });
  const columns = down ? across.values.map((value) => typed(across, value, across.values)) : results.map(head);
  const side = down ?? across;
  const [from, to] = [
    `${columnName(AXIS + 1)}${top + 4}`,
    `${columnName(AXIS + columns.length)}${top + 3 + side.values.length}`,
  ];
  const reference = {
    ref: `${from}:${to}`,
    inputs: down ? ([address(across), address(down)] as const) : ([address(across)] as const),
  };
  const title = texts.table(results.map(name).join(texts.list), axes.map(name).join(texts.list));
  const spread = (text: string): (BookCell | undefined)[] => [
    undefined,
    undefined,
    undefined,
    { value: text, look: LOOKS.note },
  ];
  return [
    [{ value: title, look: LOOKS.title }],
    down
      ? spread(name(across))
      : [undefined, undefined, undefined, ...results.map((one) => ({ value: name(one), look: LOOKS.note }))],
    [{ value: name(side), look: LOOKS.note }, undefined, down ? head(result) : undefined, ...columns],
    ...side.values.map((value, y): (BookCell | undefined)[] => [
      undefined,
      undefined,
      typed(side, value, side.values),
      ...columns.map((_, x): BookCell => {
        const found = down ? values[0]?.[y * columns.length + x] : values[x]?.[y];
        const isNumber = found !== undefined && Number.isFinite(found);
        return {
          value: isNumber ? found : { error: '#VALUE!' },
          look: look(down ? result : (results[x] ?? result)),
          ...(x === 0 && y === 0 ? { table: reference } : {}),
        };
      }),
    ]),
  ];
}
