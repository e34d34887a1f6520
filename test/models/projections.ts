import type { CellNote } from '../../src/engine/port.ts';
import { lookUpRows } from '../../src/engine/rowLookup.ts';
import { cellIn } from '../../src/engine/rowValues.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import type { Slot } from '../../src/model/content.ts';
import type { Model } from '../../src/model/model.ts';
import { placeOf } from '../../src/model/periods.ts';

/** Reads a computed cell: a number, the text it holds (empty where it holds nothing), or an error as `#code`. */
export type Projections = (scenario: string, line: string, slot: Slot) => number | string;

const noteText = (note: CellNote | undefined): string =>
  note?.kind === 'text' ? note.text : note?.kind === 'error' ? `#${note.code}` : '';

/** All projections of a resolved model as it ships, computed at once without a worker. */
export function projections(model: Model): Projections {
  const rows = model.scenarios.flatMap(({ id }) => model.lines.map((line) => ({ scenario: id, line: line.id })));
  const workbook = new Workbook({ lines: model.lines, periods: model.periods, scenarios: model.scenarios });
  const row = lookUpRows(rows, workbook.read(rows));
  workbook.destroy();
  return (scenario, line, slot) => {
    const found = row(scenario, line);
    if (!found) throw new Error(`no line "${line}" in the scenario "${scenario}"`);
    const shown = cellIn(found, slot === 'value' ? 0 : 1 + placeOf(slot, model.periods));
    return typeof shown === 'number' ? shown : noteText(shown);
  };
}
