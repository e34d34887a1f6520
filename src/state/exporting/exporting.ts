import { save } from '../../document/kept.ts';
import { type Box, boxes, inBox } from '../../document/selection.ts';
import { type CellOf, type ExportedPart, longRecords, type Records, sheetRecords } from '../../io/csv/write.ts';
import { fileName } from '../../io/download.ts';
import { ENDING, writeDocument } from '../../io/json.ts';
import { columnSlot, slotColumn } from '../../model/address.ts';
import type { Slot } from '../../model/content.ts';
import { periodsOf } from '../../model/periods.ts';
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

const wholeSheet = ({ model }: Workspace): ExportedPart => {
  const { lines, periods } = model();
  return { lines, slots: ['value', ...periodsOf(periods)] };
};

/** The selected lines and columns; all columns where only labels are selected. */
function selectedPart({ workspace, editor }: WithEditor & Words): ExportedPart & { readonly selected: readonly Box[] } {
  const { lines, periods } = workspace.model();
  const selected = boxes(editor.selection());
  const columns = new Set(selected.flatMap(({ left, right }) => range(left, right)));
  const slots = [...columns]
    .sort((a, b) => a - b)
    .map((column) => columnSlot(column, periods))
    .filter((slot): slot is Slot => slot !== undefined);
  const rows = lines.filter((_, i) => selected.some(({ top, bottom }) => i >= top && i <= bottom));
  return slots.length > 0
    ? { lines: rows, slots, selected }
    : { ...wholeSheet(workspace), lines: rows, selected: selected.map(wide) };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const wide = (box: Box): Box => ({ ...box, left: 0, right: Number.POSITIVE_INFINITY });

/** What stands in cells as they hold it: numbers, texts, and formulas by line ids. */
const contentsOf =
  (workspace: Workspace): CellOf =>
  (scenario, line, slot) =>
    workspace.effective({ scenario, line: line.id, slot }).content;

/** What stands in cells as they show it. @throws EngineStopped */
async function valuesOf(workspace: Workspace, scenarios: readonly string[]): Promise<CellOf> {
  const read = await SheetValues.read(workspace, scenarios);
  return (scenario, line, slot) => read.at(scenario, line, slot);
}

/** A table of the document as CSV. @throws EngineStopped where its values can't be read */
export async function exportCsv(app: WithEditor & Words, { extent, cells }: CsvChoice): Promise<Exported> {
  const { workspace, lang, say } = app;
  const model = workspace.model();
  const { scenario } = workspace;
  const named = (parts: readonly string[]) => `${fileName(parts.join(' - '))}.csv`;
  if (extent === 'long') {
    const { scenarios } = workspace.document();
    const cellOf = await valuesOf(
      workspace,
      scenarios.map(({ id }) => id),
    );
    const form = { model, scenarios, regions: regionsOf(workspace) };
    return { name: named([say(model.name)]), text: await joined(longRecords(form, cellOf, lang())) };
  }
  const all = cells === 'formulas' ? contentsOf(workspace) : await valuesOf(workspace, [scenario.id]);
  const name = named([say(model.name), say(scenario.name)]);
  if (extent === 'sheet')
    return { name, text: await joined(sheetRecords(wholeSheet(workspace), scenario.id, all, lang(), cells)) };
  const part = selectedPart(app);
  const cellOf: CellOf = (id, line, slot) => {
    const place = { line: workspace.layout().indexOf(line.id) ?? -1, column: columnOf(slot, workspace) };
    return part.selected.some((box) => inBox(place, box)) ? all(id, line, slot) : undefined;
  };
  return { name, text: await joined(sheetRecords(part, scenario.id, cellOf, lang(), cells)) };
}

const columnOf = (slot: Slot, { model }: Workspace): number => slotColumn(slot, model().periods);

/** The whole document as the file that opens it again. */
export function exportJson({ workspace, say }: WithEditor & Words): Exported {
  const text = writeDocument(save(workspace.document(), workspace.shipped()));
  return { name: `${fileName(say(workspace.model().name))}${ENDING}`, text };
}
