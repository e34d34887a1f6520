import { shownDecimals } from '../document/entry.ts';
import { addressOf, type Layout } from '../engine/layout.ts';
import type { CellNote } from '../engine/port.ts';
import { quoteSheet } from '../engine/sheets.ts';
import { EXCEL } from '../i18n/excel.ts';
import { whyNone, yearNote } from '../i18n/yearWords.ts';
import type { BookCell, BookSheet } from '../io/xlsx/book.ts';
import { slotColumn } from '../model/address.ts';
import { hasCell } from '../model/coarse.ts';
import { hasPeriods, isScalar, type MeasuredLine } from '../model/line.ts';
import { slotCount } from '../model/model.ts';
import { periodsBeside, placeOf } from '../model/periods.ts';
import { rollupOf } from '../model/rollup.ts';
import { unitSpec } from '../model/units.ts';
import { yearFormula } from '../model/yearFormula.ts';
import { type RolledYear, rolledYears, yearsOf } from '../model/years.ts';
import type { ExcelJob } from './job.ts';
import { formatOf, LOOKS, ValueLooks } from './looks.ts';
import { SIGNS, widthOf } from './scenarioSheet.ts';

const WIDTHS = { unit: 14, value: 12, year: 14, rests: 60 };

/** Makes the sheets of the scenarios by year: their formulas name the periods in the sheets of the scenarios. */
export class YearSheets {
  readonly #notes: ReadonlyMap<number, CellNote>;
  readonly #looks = new ValueLooks();

  constructor(
    readonly job: ExcelJob,
    readonly layout: Layout,
  ) {
    this.#notes = new Map(job.notes);
  }

  /** The sheet of the scenario at a place. `name`: legal in Excel, and no other sheet's. */
  sheet(place: number, name: string): BookSheet {
    const { lang, lines, periods } = this.job;
    const { header } = EXCEL[lang];
    const years = yearsOf(periods);
    const head: BookCell[] = [
      { value: header.line, look: LOOKS.head },
      { value: header.unit, look: LOOKS.head },
      { value: header.value, look: { ...LOOKS.head, right: true } },
      ...years.map((year) => ({ value: year, look: LOOKS.headYear })),
      { value: header.rests, look: LOOKS.headBeside },
    ];
    const labels = lines.map(({ label }) => widthOf(label[lang]));
    return {
      name,
      widths: [
        Math.min(56, Math.max(16, ...labels) + 2),
        WIDTHS.unit,
        WIDTHS.value,
        ...years.map(() => WIDTHS.year),
        WIDTHS.rests,
      ],
      frozen: { rows: 1, columns: 3 },
      printed: years.length + 3,
      rows: [head, ...lines.map((line, index) => this.#row(line, index, place, years.length))],
      names: [],
    };
  }

  #row(line: ExcelJob['lines'][number], index: number, place: number, count: number): (BookCell | undefined)[] {
    const { lang, periods, values } = this.job;
    const label = line.label[lang];
    if (line.kind === 'heading') {
      const rest = Array.from({ length: count + 3 }, () => ({ look: LOOKS.heading }));
      return [{ value: label, look: LOOKS.heading }, ...rest];
    }
    const width = slotCount(periods);
    const begin = (place * this.job.lines.length + index) * width;
    const own = values.subarray(begin + 1, begin + width);
    const years = hasPeriods(line) ? rolledYears(own, periods, rollupOf(line).by, line) : [];
    const cells = years.map((year) => this.#year(line, index, place, begin, year));
    // Years that lack a value for one of their periods: what Excel would make of the others is no year.
    const lacking = years.flatMap((year, i) =>
      typeof year.gap === 'number' && !cells[i] ? [`${year.year}: ${whyNone(year, periods, lang, false)}`] : [],
    );
    const told = hasPeriods(line)
      ? [yearNote(line, periods, lang), ...lacking].filter(Boolean).join(EXCEL[lang].join)
      : '';
    return [
      { value: label, look: LOOKS.label },
      { value: unitSpec(line.unit).label[lang], look: LOOKS.unit },
      isScalar(line) ? this.#scalar(line, place, begin) : undefined,
      ...(hasPeriods(line) ? cells : Array.from({ length: count }, () => undefined)),
      ...(told ? [{ value: told, look: LOOKS.rests }] : []),
    ];
  }

  get #texts() {
    return EXCEL[this.job.lang];
  }

  #sheetOf(place: number): string {
    return `${quoteSheet(this.layout.sheets[place] ?? '')}!`;
  }

  #look(line: MeasuredLine, kind: 'base' | 'computed') {
    return this.#looks.of(formatOf(line.unit, shownDecimals(line), this.#texts), kind, false);
  }

  #scalar(line: MeasuredLine, place: number, at: number): BookCell {
    const formula = `${this.#sheetOf(place)}${addressOf(this.layout, { line: line.id, slot: 'value' })}`;
    return { value: this.#value(this.job.values[at], at), formula, look: this.#look(line, 'base') };
  }

  /** A year of a line; nothing where it has no value and no error. */
  #year(
    line: MeasuredLine,
    index: number,
    place: number,
    begin: number,
    { first, last, value, gap }: RolledYear,
  ): BookCell | undefined {
    const { periods } = this.job;
    const { by } = rollupOf(line);
    const at = (period: number) => begin + 1 + placeOf(period, periods);
    const taken = periodsBeside(by === 'last' ? last : first, last, periods).filter((period) =>
      hasCell(line, period, periods),
    );
    const failed = taken.find((period) => this.#notes.get(at(period))?.kind === 'error');
    if (typeof gap === 'string' || (gap !== undefined && failed === undefined)) return undefined;
    const columns = taken.map((period) => slotColumn(period, periods));
    const formula = yearFormula(by, index, columns, this.#sheetOf(place));
    if (formula === undefined) return undefined;
    const shown = failed === undefined ? value : this.#value(undefined, at(failed));
    return { value: shown, formula, look: this.#look(line, 'computed') };
  }

  #value(value: number | undefined, at: number): NonNullable<BookCell['value']> {
    if (value !== undefined && Number.isFinite(value)) return value;
    const note = this.#notes.get(at);
    return note?.kind === 'error' ? { error: SIGNS[note.code] } : (note?.text ?? '');
  }
}
