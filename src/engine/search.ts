import type { Effective } from '../document/contents.ts';
import { FIRST_PERIOD_COLUMN, HEADER_ROWS, VALUE_COLUMN } from '../model/address.ts';
import type { CellRef } from '../model/content.ts';
import type { Line, MeasuredLine } from '../model/line.ts';
import { unitSpec } from '../model/units.ts';
import { bareValue } from './hyperformula.ts';
import { cellAt, type Layout } from './layout.ts';
import { normalised, numberForm, numberMatcher } from './match.ts';
import type { FindQuery, Found } from './port.ts';
import type { WorkbookValues } from './reading.ts';
import { sourceOf } from './source.ts';

/** ms of one stretch: an edit that comes meanwhile waits no longer. */
const STRETCH = 12;

/**
 * Finding in a workbook. A line is found at its label by its label in either language and by its id, at its unit by
 * that; a cell by its number as it is shown, by its text, by the sign of its error, and by its formula where formulas
 * are shown. Small letters and capitals are the same.
 */
export class Search {
  /** By line: label in both languages and id, and the unit. */
  readonly #names: { readonly label: string; readonly unit: string }[];

  constructor(
    readonly layout: Layout,
    readonly effective: (cell: CellRef, line: Line) => Effective,
  ) {
    this.#names = layout.lines.map((line) => {
      const unit = line.kind === 'heading' ? undefined : unitSpec(line.unit).label;
      return {
        label: normalised([line.label.en, line.label.zh, line.id].join('\n')),
        unit: unit ? normalised(`${unit.en}\n${unit.zh}`) : '',
      };
    });
  }

  /** Looks through a scenario from a line on, for as long as a stretch may take. */
  run(query: FindQuery, reading: WorkbookValues, scenario: string, from: number): Found {
    const { lines } = this.layout;
    const columns = FIRST_PERIOD_COLUMN + reading.count;
    const holds = query.formulas ? this.#bySource(query, scenario) : this.#byValue(query, reading, scenario);
    const end = performance.now() + STRETCH;
    const hits: number[] = [];
    let line = Math.max(0, from);
    for (; line < lines.length; line++) {
      const target = lines[line] as Line;
      if (this.#names[line]?.label.includes(query.text)) hits.push(line * columns);
      if (this.#names[line]?.unit.includes(query.text)) hits.push(line * columns + 1);
      if (target.kind === 'heading') continue;
      const hasPeriods = target.kind === 'series' || (target.kind === 'input' && !!target.perPeriod);
      const [first, last] = hasPeriods ? [FIRST_PERIOD_COLUMN, columns - 1] : [VALUE_COLUMN, VALUE_COLUMN];
      const matches = holds(target, line);
      for (let column = first; column <= last; column++) if (matches(column)) hits.push(line * columns + column);
      if (performance.now() > end) break;
    }
    return { hits: Int32Array.from(hits), next: line + 1 < lines.length ? line + 1 : undefined };
  }

  #byValue(query: FindQuery, reading: WorkbookValues, scenario: string) {
    const sheet = this.layout.scenarioIds.indexOf(scenario);
    const numbers = numberMatcher(query.text);
    return (line: MeasuredLine, index: number) => {
      const form = numberForm(line);
      const isCheck = line.unit === 'check';
      return (col: number): boolean => {
        const address = { sheet, row: index + HEADER_ROWS, col };
        const bare = bareValue(reading.hf, address);
        if (typeof bare === 'number' && !isCheck && !numbers?.may(bare, form)) return false;
        const value = reading.hf.getCellValue(address);
        if (value === null || value === '') return false;
        if (typeof value === 'number') {
          if (isCheck) return query.checks[value === 0 ? 'ok' : 'flagged'];
          return numbers?.holds(value, form) ?? false;
        }
        const noted = reading.note(value, address);
        return noted.kind === 'error' ? query.errors.includes(noted.code) : normalised(noted.text).includes(query.text);
      };
    };
  }

  #bySource(query: FindQuery, scenario: string) {
    return (line: Line, index: number) =>
      (column: number): boolean => {
        const cell = cellAt(this.layout, scenario, column, index);
        return !!cell && normalised(sourceOf(this.layout, line, cell, this.effective(cell, line))).includes(query.text);
      };
  }
}
