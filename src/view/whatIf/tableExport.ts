import type { DataTableFound } from '../../analysis/dataTable.ts';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import { BYTE_ORDER_MARK, writeRecord } from '../../io/csv/escape.ts';
import { download, fileName } from '../../io/download.ts';
import type { CellRef } from '../../model/content.ts';
import type { MeasuredLine } from '../../model/line.ts';
import { unitSpec } from '../../model/units.ts';
import type { DataTable } from '../../model/whatIf.ts';
import type { App } from '../../state/app.ts';
import { cellName, scenarioName } from '../../state/insight/cells.ts';
import type { ChartTheme } from '../chart/theme.ts';
import type { ReaderUnits } from '../dialogs/analysis/measure.ts';
import { inBrackets } from '../dialogs/kit/fields.tsx';
import { lightTheme } from '../picture/picture.ts';
import { type Drawing, inUnit, type Mark, measuring, mixed, pngOf, svgOf } from './drawing.ts';
import { type Heat, heatOf, lineUnits } from './heat.ts';

export type TableForm = 'SVG' | 'PNG' | 'CSV' | 'Excel';

/** What is shown: the table, which result of it, the targets, and how it is read. */
export interface ShownTable {
  readonly found: DataTableFound;
  readonly shown: number;
  readonly targets: readonly (number | undefined)[];
  readonly reader: ReaderUnits;
}

/** px */
const MARGIN = 32;
const ROW = 24;
const LETTER = 8;

/** Of two inputs each result below the other, of one beside each other; numbers in the unit that their name says. */
function csvOf(app: App, { axes, results, values }: DataTableFound): string {
  const unitOf = ({ line }: CellRef): string => (app.workspace.line(line) as MeasuredLine | undefined)?.unit ?? '';
  const name = (cell: CellRef): string => {
    return cellName(app, cell) + inBrackets(unitSpec(unitOf(cell)).label[app.lang()], app.lang());
  };
  const [across, down] = axes;
  if (!across) return '';
  const given = (cell: CellRef) => (value: number) => inUnit(value, unitOf(cell));
  if (!down)
    return [
      [name(across.cell), ...results.map(name)],
      ...across.values.map((value, y) => [
        given(across.cell)(value),
        ...results.map((result, x) => inUnit(values[x]?.[y] ?? Number.NaN, unitOf(result))),
      ]),
    ]
      .map(writeRecord)
      .join('');
  const width = across.values.length;
  return results
    .map((result, i) =>
      [
        [name(result), name(across.cell), ...across.values.slice(1).map(() => '')],
        [name(down.cell), ...across.values.map(given(across.cell))],
        ...down.values.map((value, y) => [
          given(down.cell)(value),
          ...across.values.map((_, x) => inUnit(values[i]?.[y * width + x] ?? Number.NaN, unitOf(result))),
        ]),
      ]
        .map(writeRecord)
        .join(''),
    )
    .join('\r\n');
}

function drawingOf(app: App, { found, shown, targets, reader }: ShownTable, theme: ChartTheme): Drawing {
  const t = WHAT_IF[app.lang()].dataTable;
  const heat: Heat = heatOf(app, found, shown, targets, reader);
  const measure = measuring(theme.fontFamily);
  const [across, down] = found.axes;
  const result = found.results[down ? shown : 0];
  const scenario = result?.scenario ?? '';
  const axisName = (cell: CellRef | undefined) => {
    if (!cell) return '';
    return cellName(app, cell) + inBrackets(lineUnits(app, cell.line, reader, true).unit, app.lang());
  };
  const title = result ? t.about(cellName(app, result), scenarioName(app, scenario)) : '';
  const target = targets[shown];
  const key = result && target !== undefined ? t.target(lineUnits(app, result.line, reader).say(target)) : t.noTarget;
  const sideName = axisName((down ?? across)?.cell);
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => measure(text, 12))) + 2 * LETTER;
  const side = Math.min(220, widest([...heat.rows, sideName]));
  const cell = widest([...heat.columns, ...heat.cells.flat().map(({ text }) => text)]);
  const width = Math.max(2 * MARGIN + side + cell * heat.columns.length, 2 * MARGIN + measure(title, 18, true), 480);
  const marks: Mark[] = [
    { kind: 'text', x: MARGIN, y: MARGIN + 9, text: title, size: 18, colour: theme.ink, strong: true },
    { kind: 'text', x: MARGIN, y: MARGIN + 34, text: key, size: 12, colour: theme.muted },
  ];
  const left = MARGIN + side;
  const top = MARGIN + 52 + 2 * ROW;
  const write = (x: number, y: number, text: string, colour: string, anchor: 'start' | 'end') =>
    marks.push({ kind: 'text', x, y, text, size: 12, colour, anchor });
  if (down) write(left + LETTER, top - 1.5 * ROW, axisName(across?.cell), theme.muted, 'start');
  write(MARGIN, top - ROW / 2, sideName, theme.muted, 'start');
  for (const [x, column] of heat.columns.entries())
    write(left + (x + 1) * cell - LETTER, top - ROW / 2, column, theme.muted, 'end');
  const lines = heat.line.map(([x1, y1, x2, y2]) => {
    const at = (x: number, y: number) => [left + (x + 0.5) * cell, top + (y + 0.5) * ROW] as const;
    return { from: at(x1, y1), to: at(x2, y2) };
  });
  for (const [y, row] of heat.cells.entries()) {
    for (const [x, one] of row.entries()) {
      const colour = one.isNone ? theme.line : one.heat < 0 ? theme.target : theme.accent;
      const fill = one.isNone ? colour : mixed(colour, theme.surface, 0.45 * Math.abs(one.heat));
      marks.push({ kind: 'rect', x: left + x * cell, y: top + y * ROW, width: cell, height: ROW, fill });
    }
  }
  for (const line of lines) marks.push({ kind: 'line', ...line, colour: theme.surface, width: 5 });
  for (const line of lines) marks.push({ kind: 'line', ...line, colour: theme.ink, width: 2 });
  for (const [y, row] of heat.cells.entries()) {
    const middle = top + (y + 0.5) * ROW;
    write(left - LETTER, middle, heat.rows[y] ?? '', theme.muted, 'end');
    for (const [x, { text }] of row.entries()) write(left + (x + 1) * cell - LETTER, middle, text, theme.ink, 'end');
  }
  const height = top + heat.rows.length * ROW + MARGIN;
  return { width: Math.ceil(width), height, ground: theme.surface, font: theme.fontFamily, title, marks };
}

/** Hands a table out. @throws Error where it can't be made */
export async function exportTable(
  app: App,
  form: TableForm,
  table: ShownTable,
  asked: DataTable | undefined,
): Promise<void> {
  if (form === 'Excel') {
    const { exportExcel, XLSX_TYPE } = await import('../../state/exporting/excel.ts');
    const { name, bytes } = await exportExcel(app, asked);
    download(bytes, name, XLSX_TYPE);
    return;
  }
  const { workspace, say, lang } = app;
  const [result] = table.found.results;
  const of = result ? cellName(app, result) : '';
  const name = fileName([say(workspace.model().name), WHAT_IF[lang()].tabs.table, of].join(' - '));
  if (form === 'CSV') download(BYTE_ORDER_MARK + csvOf(app, table.found), `${name}.csv`, 'text/csv');
  else {
    const drawing = drawingOf(app, table, lightTheme());
    if (form === 'SVG') download(svgOf(drawing), `${name}.svg`, 'image/svg+xml');
    else download(await pngOf(drawing), `${name}.png`, 'image/png');
  }
}
