import type { Slot } from '../model/content.ts';
import { type Model, years } from '../model/model.ts';
import type { CellNote } from './port.ts';
import { Workbook } from './workbook.ts';

/** Reads a computed cell: a number, the text it holds (empty where it holds nothing), or an error as `#code`. */
export type Projections = (scenario: string, line: string, slot: Slot) => number | string;

const noteText = (note: CellNote | undefined): string =>
  note?.kind === 'text' ? note.text : note?.kind === 'error' ? `#${note.code}` : '';

/** All projections of a resolved model as it ships, computed at once without a worker. */
export function projections(model: Model): Projections {
  const rows = model.scenarios.flatMap(({ id }) => model.lines.map((line) => ({ scenario: id, line: line.id })));
  const workbook = new Workbook({ lines: model.lines, periods: model.periods, scenarios: model.scenarios });
  const { values, notes } = workbook.read(rows);
  workbook.destroy();
  const noted = new Map(notes);
  const width = 1 + years(model.periods).length;
  const place = new Map(rows.map(({ scenario, line }, i) => [`${scenario}\n${line}`, i * width]));
  return (scenario, line, slot) => {
    const start = place.get(`${scenario}\n${line}`);
    if (start === undefined) throw new Error(`no line "${line}" in the scenario "${scenario}"`);
    const i = start + (slot === 'value' ? 0 : 1 + slot - model.periods.first);
    const value = values[i];
    return value === undefined || Number.isNaN(value) ? noteText(noted.get(i)) : value;
  };
}
