import { type Effective, effective, inheritsByReference, type OverrideLookup } from '../document/contents.ts';
import { shownDecimals } from '../document/entry.ts';
import { addressOf, hasSlot, headOf, type Layout, layOut } from '../engine/layout.ts';
import type { CellNote, ErrorCode } from '../engine/port.ts';
import { goesByName, quoteSheet } from '../engine/sheets.ts';
import { DISTRIBUTIONS, distributionText, memoryText } from '../i18n/distributions.ts';
import { EXCEL } from '../i18n/excel.ts';
import { publisherOf } from '../i18n/figureWords.ts';
import { formatCell, formatDate } from '../i18n/format.ts';
import { term } from '../i18n/terms.ts';
import { isPlainText } from '../io/csv/cells.ts';
import type { BookCell, BookSheet, BookValue, CellLook, ErrorSign } from '../io/xlsx/book.ts';
import { type CellRef, type Content, isFormula, type Slot, sameCell } from '../model/content.ts';
import type { Cited } from '../model/figure.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import { periodsOf } from '../model/periods.ts';
import { unitSpec } from '../model/units.ts';
import { excelFormula, isArrayFormula } from './formula.ts';
import type { ExcelJob } from './job.ts';
import { formatOf, LOOKS, ValueLooks } from './looks.ts';

/** What Excel calls our errors; those that it does not have are values that it can't compute with. */
export const SIGNS: Readonly<Record<ErrorCode, ErrorSign>> = {
  div0: '#DIV/0!',
  na: '#N/A',
  name: '#NAME?',
  num: '#NUM!',
  ref: '#REF!',
  value: '#VALUE!',
  cycle: '#VALUE!',
  parse: '#NAME?',
  array: '#VALUE!',
  complex: '#VALUE!',
  long: '#VALUE!',
  indirect: '#REF!',
  outside: '#REF!',
  arguments: '#N/A',
  volatile: '#NAME?',
  unloaded: '#N/A',
  limit: '#VALUE!',
};

/** Errors that Excel would tell of in a dialog, or could not be given: their formulas are kept as text. */
const NOT_LIVE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['cycle', 'array', 'complex', 'limit']);

const WIDTHS = { unit: 14, value: 12, year: 11, rests: 80 };

/** Characters that a text takes in a column: those of Chinese are twice as wide. */
export const widthOf = (text: string): number =>
  text.length + (text.match(/[\u2e80-\u9fff\uff00-\uffef]/g)?.length ?? 0);

/** A cell without a formula; a text that would be taken for something else is marked as one. */
const textAsText = (value: BookValue, look: CellLook): BookCell => ({
  value,
  look: typeof value === 'string' && value !== '' && !isPlainText(value) ? { ...look, quoted: true } : look,
});

/** A cell of a formula that is not live in the file, and what stands there in its place. */
export interface Frozen extends CellRef {
  readonly value: BookValue;
}

/** Makes the sheets of scenarios, all of one shape: the addresses are those of the app. */
export class ScenarioSheets {
  readonly #slots: readonly Slot[];
  readonly #notes: ReadonlyMap<number, CellNote>;
  readonly #overrides: ReadonlyMap<string, ExcelJob['scenarios'][number]['overrides']>;
  readonly #base: string;
  readonly #looks = new ValueLooks();
  readonly #cited: ReadonlyMap<string, Cited>;
  /** The cells whose formulas are none of Excel's, with the values that stand in their places; of the sheets that were made. */
  readonly frozen: Frozen[] = [];

  constructor(
    readonly job: ExcelJob,
    readonly layout: Layout,
  ) {
    this.#slots = ['value', ...periodsOf(job.periods)];
    this.#notes = new Map(job.notes);
    this.#overrides = new Map(job.scenarios.map(({ id, overrides }) => [id, overrides]));
    this.#base = job.scenarios[0]?.id ?? '';
    this.#cited = new Map(job.figures.map((cited) => [cited.figure.id, cited]));
  }

  get #texts() {
    return EXCEL[this.job.lang];
  }

  /** The sheet of the scenario at a place. */
  sheet(place: number): BookSheet {
    const { layout } = this;
    const name = layout.sheets[place] ?? '';
    const labels = layout.lines.map(({ label }) => widthOf(label[this.job.lang]));
    return {
      name,
      widths: [
        Math.min(56, Math.max(16, ...labels) + 2),
        WIDTHS.unit,
        WIDTHS.value,
        ...this.#slots.slice(1).map(() => WIDTHS.year),
        WIDTHS.rests,
      ],
      frozen: { rows: 1, columns: 3 },
      // What the lines rest on is read on the screen: printed beside the years it would make all of it tiny.
      printed: this.#slots.length + 2,
      rows: [this.#header(), ...layout.lines.map((line, index) => this.#row(line, index, place))],
      // A name reads the same in each formula and means its own sheet, as in the app.
      names: layout.lines.flatMap((line) =>
        isScalar(line) && goesByName(line.id)
          ? [{ name: line.id, refersTo: `${quoteSheet(name)}!${this.#absolute(line.id)}` }]
          : [],
      ),
    };
  }

  #absolute(line: string): string {
    return (addressOf(this.layout, { line, slot: 'value' }) ?? '').replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  }

  #header(): BookCell[] {
    const { header } = this.#texts;
    return [
      { value: header.line, look: LOOKS.head },
      { value: header.unit, look: LOOKS.head },
      { value: header.value, look: { ...LOOKS.head, right: true } },
      ...this.#slots.slice(1).map((slot) => ({
        value: headOf(Number(slot), this.job.periods),
        look: this.#isLast(slot) ? LOOKS.headYearLast : LOOKS.headYear,
      })),
      { value: header.rests, look: LOOKS.headBeside },
    ];
  }

  #row(line: Line, index: number, place: number): (BookCell | undefined)[] {
    const label = line.label[this.job.lang];
    if (line.kind === 'heading') {
      const periods = this.#slots.map((slot) => ({ look: this.#isLast(slot) ? LOOKS.headingLast : LOOKS.heading }));
      const bare = { look: LOOKS.heading };
      return [{ value: label, look: LOOKS.heading }, bare, ...periods, bare];
    }
    const kept: string[] = [];
    const format = (typed?: Content) => formatOf(line.unit, shownDecimals(line, typed), this.#texts);
    const cells = this.#slots.map((slot, i) =>
      hasSlot(line, slot, this.job.periods)
        ? this.#cell(
            line,
            slot,
            (place * this.layout.lines.length + index) * this.#slots.length + i,
            place,
            format,
            kept,
          )
        : this.#empty(slot),
    );
    const rests = [...this.#rests(line, place), ...kept].join(this.#texts.join);
    return [
      { value: label, look: LOOKS.label },
      { value: unitSpec(line.unit).label[this.job.lang], look: LOOKS.unit },
      ...cells,
      ...(rests ? [{ value: rests, look: LOOKS.rests }] : []),
    ];
  }

  readonly #lookUp: OverrideLookup = (scenario, line, slot) => this.#overrides.get(scenario)?.[line]?.[slot];

  /** A cell; a formula that Excel can't read is told in `kept`, and its value stands in its place. */
  #cell(
    line: Line,
    slot: Slot,
    at: number,
    place: number,
    format: (typed?: Content) => string,
    kept: string[],
  ): BookCell | undefined {
    const scenario = this.layout.scenarioIds[place] ?? '';
    const cell: CellRef = { scenario, line: line.id, slot };
    const found = effective(this.#lookUp, this.#base, line, cell, this.job.periods);
    if (found.content === undefined) return this.#empty(slot);
    const look = (kind: 'typed' | 'base' | 'computed'): CellLook =>
      this.#looks.of(format(found.content), kind, found.from === 'override', this.#isLast(slot));
    if (inheritsByReference(found, scenario, this.#base)) {
      const formula = `${quoteSheet(this.layout.sheets[0] ?? '')}!${addressOf(this.layout, cell)}`;
      return { value: this.#value(at, true), formula, look: look('base') };
    }
    // As it was typed: the engine may round its last digit.
    if (typeof found.content === 'number') return { value: found.content, look: look('typed') };
    if (!isFormula(found.content)) return textAsText(this.#value(at, false), look('typed'));
    const formula = this.#formula(found, cell, at);
    if (formula !== undefined) {
      const isArray = isArrayFormula(layOut(this.layout, found.content.formula, cell));
      return { value: this.#value(at, true), formula, ...(isArray ? { isArray } : {}), look: look('computed') };
    }
    const shown = layOut(this.layout, found.content.formula, cell, true);
    kept.push(this.#texts.kept(addressOf(this.layout, cell) ?? '', shown));
    const value = this.#value(at, false);
    this.frozen.push({ ...cell, value });
    return textAsText(value, look('typed'));
  }

  #isLast(slot: Slot): boolean {
    return slot === this.job.observedUntil;
  }

  /** A cell that holds nothing; the boundary goes through it. */
  #empty(slot: Slot): BookCell | undefined {
    return this.#isLast(slot) ? { look: LOOKS.emptyLast } : undefined;
  }

  #formula({ content }: Effective, cell: CellRef, at: number): string | undefined {
    if (!isFormula(content)) return undefined;
    const note = this.#notes.get(at);
    // An error that began elsewhere says nothing against this formula.
    const own = note?.kind === 'error' && (!note.root || sameCell(note.root, cell));
    return own && NOT_LIVE.has(note.code) ? undefined : excelFormula(layOut(this.layout, content.formula, cell));
  }

  /** What a cell holds. `computed`: by a formula, so that the words for truth are meant as such. */
  #value(at: number, computed: boolean): BookValue {
    const value = this.job.values[at];
    if (value !== undefined && Number.isFinite(value)) return value;
    const note = this.#notes.get(at);
    if (note?.kind === 'error') return { error: SIGNS[note.code] };
    const text = note?.text ?? '';
    return computed && (text === 'TRUE' || text === 'FALSE') ? text === 'TRUE' : text;
  }

  /** On what a line rests, and why a scenario sets it. */
  #rests(line: Line, place: number): string[] {
    const { lang } = this.job;
    const texts = this.#texts;
    const said: string[] = [];
    if (line.kind === 'input') {
      const cited = line.figure === undefined ? undefined : this.#cited.get(line.figure);
      if (cited?.source) {
        const { figure, source } = cited;
        const definition = term(figure.definition, lang);
        said.push(texts.cited(publisherOf(source, lang), formatDate(figure.reported, lang), source.grade, definition));
      }
      if (line.range) {
        const bound = (value: number) => formatCell(value, line.unit, lang, shownDecimals(line, value));
        said.push(texts.range(bound(line.range.low), bound(line.range.high), line.range.rationale[lang]));
      }
      const uncertainty = this.job.whatIf?.uncertain?.[line.id];
      if (uncertainty) {
        said.push(DISTRIBUTIONS[lang].uncertain(distributionText(uncertainty, line.unit, lang)));
        if (hasPeriods(line)) said.push(memoryText(uncertainty, lang));
      }
    }
    if (line.note) said.push(line.note[lang]);
    const scenario = this.job.scenarios[place];
    for (const slot of this.#slots) {
      const why = scenario?.reasons?.[line.id]?.[slot];
      if (why && scenario?.overrides[line.id]?.[slot] !== undefined)
        said.push(texts.reason(addressOf(this.layout, { line: line.id, slot }) ?? '', why));
    }
    return said;
  }
}
