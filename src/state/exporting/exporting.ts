import { save } from '../../document/kept.ts';
import { type Box, boxes } from '../../document/selection.ts';
import { type CellOf, type ExportedPart, longRecords, type Records, sheetRecords } from '../../io/csv/write.ts';
import { fileName } from '../../io/download.ts';
import { ENDING, writeDocument } from '../../io/json.ts';
import { columnSlot, slotColumn } from '../../model/address.ts';
import type { Slot } from '../../model/content.ts';
import { periodsOf, periodsOfYear, yearOf } from '../../model/periods.ts';
import { yearsOf } from '../../model/years.ts';
import type { Workspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import { inSlices, type Steps } from '../ranges/slices.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { regionsOf, SheetValues } from './tables.ts';

/** What of a document becomes a table: the sheet in view, all scenarios below each other, what is selected. */
export type ExportExtent = 'sheet' | 'long' | 'selection';
export interface CsvChoice {
  readonly extent: ExportExtent;
  /** What stands in the cells; all scenarios are always values. */
  readonly cells: 'values' | 'formulas';
  /** Whether years stand in the place of the periods; they are always values. */
  readonly byYear?: boolean;
}

/** A file to be handed over. */
export interface Exported {
  readonly name: string;
  readonly text: string;
}

function* joining(records: Records): Steps<string> {
  const parts: string[] = [];
  for (const record of records) {
    parts.push(record);
    yield;
  }
  return parts.join('');
}

/** Records as one text; the page is not held up while a large table is written. */
const joined = (records: Records): Promise<string> => inSlices(joining(records));

const columnsOf = ({ model }: Workspace, byYear: boolean): number[] =>
  byYear ? yearsOf(model().periods) : periodsOf(model().periods);

const uncertainIn = (workspace: Workspace) => ({ uncertain: workspace.document().whatIf?.uncertain });

const wholeSheet = (workspace: Workspace, byYear: boolean): ExportedPart => ({
  ...uncertainIn(workspace),
  lines: workspace.model().lines,
  slots: ['value', ...columnsOf(workspace, byYear)],
});

/** The selected lines and columns; all columns where only labels are selected. Years are selected with one of their periods. */
function selectedPart(
  { workspace, editor }: WithEditor & Words,
  byYear: boolean,
): ExportedPart & { readonly selected: readonly Box[] } {
  const { lines, periods } = workspace.model();
  const selected = boxes(editor.selection());
  const columns = new Set(selected.flatMap(({ left, right }) => range(left, right)));
  const inColumns = [...columns]
    .sort((a, b) => a - b)
    .map((column) => columnSlot(column, periods))
    .filter((slot): slot is Slot => slot !== undefined);
  const slots = byYear
    ? [...new Set(inColumns.map((slot) => (slot === 'value' ? slot : yearOf(slot, periods))))]
    : inColumns;
  const rows = lines.filter((_, i) => selected.some(({ top, bottom }) => i >= top && i <= bottom));
  return slots.length > 0
    ? { ...uncertainIn(workspace), lines: rows, slots, selected }
    : { ...wholeSheet(workspace, byYear), lines: rows, selected: selected.map(wide) };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const wide = (box: Box): Box => ({ ...box, left: 0, right: Number.POSITIVE_INFINITY });

/** What stands in cells as they hold it: numbers, texts, and formulas by line ids. */
const contentsOf =
  (workspace: Workspace): CellOf =>
  (scenario, line, slot) =>
    workspace.effective({ scenario, line: line.id, slot }).content;

/** What stands in cells as they show it. @throws EngineStopped */
async function valuesOf(workspace: Workspace, scenarios: readonly string[], byYear: boolean): Promise<CellOf> {
  const read = await SheetValues.read(workspace, scenarios);
  const { periods } = workspace.model();
  return (scenario, line, slot) =>
    byYear && slot !== 'value' ? read.inYear(scenario, line, slot, periods) : read.at(scenario, line, slot);
}

/** A table of the document as CSV. @throws EngineStopped where its values can't be read */
export async function exportCsv(
  app: WithEditor & Words,
  { extent, cells, byYear = false }: CsvChoice,
): Promise<Exported> {
  const { workspace, lang, say } = app;
  const model = workspace.model();
  const { scenario } = workspace;
  const named = (parts: readonly string[]) => `${fileName(parts.join(' - '))}.csv`;
  if (extent === 'long') {
    const { scenarios } = workspace.document();
    const cellOf = await valuesOf(
      workspace,
      scenarios.map(({ id }) => id),
      byYear,
    );
    const form = { model, scenarios, regions: regionsOf(workspace), slots: columnsOf(workspace, byYear) };
    return { name: named([say(model.name)]), text: await joined(longRecords(form, cellOf, lang())) };
  }
  const asFormulas = cells === 'formulas' && !byYear;
  const all = asFormulas ? contentsOf(workspace) : await valuesOf(workspace, [scenario.id], byYear);
  const form = asFormulas ? 'formulas' : 'values';
  const name = named([say(model.name), say(scenario.name)]);
  if (extent === 'sheet')
    return { name, text: await joined(sheetRecords(wholeSheet(workspace, byYear), scenario.id, all, lang(), form)) };
  const part = selectedPart(app, byYear);
  const cellOf: CellOf = (id, line, slot) => {
    const at = workspace.layout().indexOf(line.id) ?? -1;
    const [first, last] = columnsAt(slot, workspace, byYear);
    const isIn = ({ top, bottom, left, right }: Box) => at >= top && at <= bottom && left <= last && right >= first;
    return part.selected.some(isIn) ? all(id, line, slot) : undefined;
  };
  return { name, text: await joined(sheetRecords(part, scenario.id, cellOf, lang(), form)) };
}

/** The first and the last column of a slot: those of a year are of its periods. */
function columnsAt(slot: Slot, { model }: Workspace, byYear: boolean): readonly [number, number] {
  const { periods } = model();
  const { first, last } = (byYear && slot !== 'value' && periodsOfYear(slot, periods)) || { first: slot, last: slot };
  return [slotColumn(first, periods), slotColumn(last, periods)];
}

/** The whole document as the file that opens it again. */
export function exportJson({ workspace, say }: WithEditor & Words): Exported {
  const text = writeDocument(save(workspace.document(), workspace.shipped()));
  return { name: `${fileName(say(workspace.model().name))}${ENDING}`, text };
}
