import type { CellEdit } from '../document/change.ts';
import { FIRST_PERIOD_COLUMN, HEADER_ROWS, slotColumn, VALUE_COLUMN } from '../model/address.ts';
import { type CellRef, type Content, isFormula, type Slot } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import { years } from '../model/model.ts';
import { effective, inheritsByReference, type OverrideLookup } from './contents.ts';
import { toNotation } from './convert.ts';
import {
  arrayCells,
  CONFIG,
  CONSTANTS,
  DetailedCellError,
  errorCode,
  functionsOf,
  HyperFormula,
  tokenize,
  unknownName,
} from './hyperformula.ts';
import { addressOf, cellAt, createLayout, type Layout, layOut, sheetOf } from './layout.ts';
import {
  type Block,
  CeilingError,
  type CellNote,
  type ErrorCode,
  type FunctionInfo,
  type RowRef,
  type Summary,
  type Values,
  type WorkbookSpec,
} from './port.ts';
import { quoteSheet } from './sheets.ts';

/** The most cells of content, over all scenarios, that build within seconds. */
export const CEILING = 250_000;

/** Text is cut at Excel's limit before it leaves the engine. */
const MAX_TEXT = 32_767;

/** What HyperFormula is given for a cell. A refused cell is an error that its dependants inherit. */
type Raw = number | string | null;
const REFUSED = '=#VALUE!';

interface Address {
  readonly sheet: number;
  readonly col: number;
  readonly row: number;
}
const keyOf = ({ sheet, col, row }: Address) => `${sheet},${col},${row}`;
/** A cell whose content the engine could not take, or has not been able to take yet. */
type Refusal = Extract<ErrorCode, 'array' | 'complex'>;

/** One HyperFormula workbook: each scenario a sheet of the same shape. */
export class Workbook {
  readonly #layout: Layout;
  readonly #overrides = new Map<string, Map<string, Map<Slot, Content>>>();
  readonly #refused = new Map<string, Refusal>();
  readonly #slots: readonly Slot[];
  readonly #base: string;
  #hf: HyperFormula;

  /** @throws CeilingError */
  constructor(readonly spec: WorkbookSpec) {
    this.#layout = createLayout(spec.lines, spec.periods, spec.scenarios);
    this.#slots = years(spec.periods);
    this.#base = spec.scenarios[0]?.id ?? '';
    const cells = spec.lines.reduce((sum, l) => sum + (hasPeriods(l) ? this.#slots.length : isScalar(l) ? 1 : 0), 0);
    if (cells * spec.scenarios.length > CEILING) throw new CeilingError(cells * spec.scenarios.length, CEILING);
    for (const { id, overrides } of spec.scenarios)
      for (const [line, slots] of Object.entries(overrides))
        for (const [slot, content] of Object.entries(slots))
          this.#override(id, line, slot === 'value' ? slot : Number(slot), content);
    this.#hf = this.#build();
  }

  /** Cells in all scenarios together. */
  get size(): number {
    return this.spec.lines.length * (this.#slots.length + 1) * this.spec.scenarios.length;
  }

  /** Sets or resets cells: one evaluation. What can't be taken becomes an error of its own cell. */
  apply(edits: readonly CellEdit[]): void {
    const writes = new Map<string, { address: Address; raw: Raw }>();
    for (const { scenario, line, slot, content } of edits) {
      const place = this.#layout.indexOf(line);
      const target = place === undefined ? undefined : this.spec.lines[place];
      if (!target || !this.spec.scenarios.some(({ id }) => id === scenario)) continue;
      this.#override(scenario, line, slot, content);
      for (const heir of scenario === this.#base ? this.#layout.scenarioIds : [scenario]) {
        const address = this.#address({ scenario: heir, line, slot });
        if (!address) continue;
        this.#refused.delete(keyOf(address));
        writes.set(keyOf(address), { address, raw: this.#raw(target, { scenario: heir, line, slot }) });
      }
    }
    this.#write([...writes.values()]);
  }

  /**
   * Calculates once for nothing: an input of the base moves and comes back. Until its code is compiled an edit takes
   * ten times as long as after some of them, and a person's first edit must not be the slow one.
   * @param round which input moves, so that several rounds reach different formulas
   */
  exercise(round: number): void {
    const inputs = this.spec.lines.filter((line) => line.kind === 'input' && isScalar(line));
    const line = inputs[round % Math.max(1, inputs.length)];
    const address = line && this.#address({ scenario: this.#base, line: line.id, slot: 'value' });
    const content = address && this.#hf.getCellSerialized(address);
    if (!address || typeof content !== 'number') return;
    this.#write([{ address, raw: content * (1 + Number.EPSILON * 4) }]);
    this.#write([{ address, raw: content }]);
  }

  /** The scalar and the periods of each row, and what stands where there is no number. */
  read(rows: readonly RowRef[]): Values {
    const width = 1 + this.#slots.length;
    const values = new Float64Array(rows.length * width).fill(Number.NaN);
    const notes: [number, CellNote][] = [];
    rows.forEach(({ scenario, line }, r) => {
      const index = this.#layout.indexOf(line);
      const sheet = this.#layout.scenarioIds.indexOf(scenario);
      if (index === undefined || sheet < 0) return;
      for (let i = 0; i < width; i++) {
        const address = { sheet, row: index + HEADER_ROWS, col: i === 0 ? VALUE_COLUMN : FIRST_PERIOD_COLUMN + i - 1 };
        const value = this.#hf.getCellValue(address);
        if (typeof value === 'number') values[r * width + i] = value;
        // Most places of a scalar's row are empty: a note for each would cost more than all the values.
        else if (value !== null && value !== '') notes.push([r * width + i, this.#note(value, address)]);
      }
    });
    return { first: this.spec.periods.first, values, notes };
  }

  /** What was typed in a cell as a formula by line ids. */
  convert(formula: string, cell: CellRef): string {
    return toNotation(this.#layout, formula, cell, (text) => tokenize(this.#hf, text));
  }

  /** Every function that its formulas can use. */
  functions(): FunctionInfo[] {
    return functionsOf(this.#hf);
  }

  /** Sum and counts of a block's cells. */
  summarise({ scenario, lines, columns }: Block): Summary {
    const sheet = this.#layout.scenarioIds.indexOf(scenario);
    let sum = 0;
    let numbers = 0;
    let filled = 0;
    for (let line = lines[0]; sheet >= 0 && line <= lines[1]; line++)
      for (let col = columns[0]; col <= columns[1]; col++) {
        const value = this.#hf.getCellValue({ sheet, row: line + HEADER_ROWS, col });
        if (value !== null && value !== '') filled++;
        if (typeof value !== 'number') continue;
        sum += value;
        numbers++;
      }
    return { sum, numbers, filled };
  }

  destroy(): void {
    this.#hf.destroy();
  }

  readonly #lookUp: OverrideLookup = (scenario, line, slot) => this.#overrides.get(scenario)?.get(line)?.get(slot);

  #override(scenario: string, line: string, slot: Slot, content: Content | undefined): void {
    const lines = this.#overrides.get(scenario) ?? new Map<string, Map<Slot, Content>>();
    const slots = lines.get(line) ?? new Map<Slot, Content>();
    if (content === undefined) slots.delete(slot);
    else slots.set(slot, content);
    this.#overrides.set(scenario, lines.set(line, slots));
  }

  #address(cell: CellRef): Address | undefined {
    const index = this.#layout.indexOf(cell.line);
    const sheet = this.#layout.scenarioIds.indexOf(cell.scenario);
    if (index === undefined || sheet < 0) return undefined;
    return { sheet, col: slotColumn(cell.slot, this.spec.periods), row: index + HEADER_ROWS };
  }

  #raw(line: Line, cell: CellRef): Raw {
    const address = this.#address(cell);
    if (address && this.#refused.has(keyOf(address))) return REFUSED;
    const found = effective(this.#lookUp, this.#base, line, cell, this.spec.periods);
    if (inheritsByReference(found, cell.scenario, this.#base)) {
      const sheet = sheetOf(this.#layout, this.#base) ?? '';
      return `=${quoteSheet(sheet)}!${addressOf(this.#layout, cell)}`;
    }
    const { content } = found;
    if (content === undefined || content === 'model') return null;
    if (typeof content === 'number') return content;
    return isFormula(content) ? layOut(this.#layout, content.formula, cell) : `'${content.text}`;
  }

  #sheet(scenario: string): Raw[][] {
    const header: Raw[] = [null, null, null, ...this.#slots.map(Number)];
    const rows = this.spec.lines.map((line): Raw[] => {
      if (line.kind === 'heading') return [];
      if (isScalar(line)) return [null, null, this.#raw(line, { scenario, line: line.id, slot: 'value' })];
      return [null, null, null, ...this.#slots.map((slot) => this.#raw(line, { scenario, line: line.id, slot }))];
    });
    return [header, ...rows];
  }

  /** Each scalar's id is a name on every sheet, pointing into that sheet. */
  #names(): { name: string; expression: string; scope?: number }[] {
    const scalars = this.spec.lines.filter(isScalar);
    const scoped = this.#layout.sheets.flatMap((sheet, scope) =>
      scalars.map(({ id }) => {
        const row = (this.#layout.indexOf(id) ?? 0) + HEADER_ROWS + 1;
        return { name: id, expression: `=${quoteSheet(sheet)}!$C$${row}`, scope };
      }),
    );
    return [...CONSTANTS, ...scoped];
  }

  #build(): HyperFormula {
    const make = () => {
      const sheets = this.#layout.scenarioIds.map((id, i) => [this.#layout.sheets[i] ?? id, this.#sheet(id)] as const);
      return HyperFormula.buildFromSheets(Object.fromEntries(sheets), CONFIG, this.#names());
    };
    let hf: HyperFormula;
    try {
      hf = make();
    } catch {
      hf = this.#buildOneByOne(make);
    }
    this.#hf = hf;
    this.#refuseArrays();
    return hf;
  }

  /** A formula of a person's is too much for the engine: all are held back, then set one by one; what throws is refused. */
  #buildOneByOne(make: () => HyperFormula): HyperFormula {
    const held: { address: Address; line: Line; cell: CellRef }[] = [];
    for (const [scenario, lines] of this.#overrides)
      for (const [id, slots] of lines)
        for (const [slot, content] of slots) {
          const line = this.spec.lines[this.#layout.indexOf(id) ?? -1];
          if (!line || !isFormula(content)) continue;
          for (const heir of scenario === this.#base ? this.#layout.scenarioIds : [scenario]) {
            const cell = { scenario: heir, line: id, slot };
            const address = this.#address(cell);
            if (!address) continue;
            this.#refused.set(keyOf(address), 'complex');
            held.push({ address, line, cell });
          }
        }
    this.#hf = make();
    for (const { address, line, cell } of held) {
      this.#refused.delete(keyOf(address));
      this.#write([{ address, raw: this.#raw(line, cell) }]);
    }
    return this.#hf;
  }

  /** Sets all at once; if that throws, one by one, and what throws then is refused. */
  #write(writes: readonly { address: Address; raw: Raw }[]): void {
    try {
      this.#hf.batch(() => {
        for (const { address, raw } of writes) this.#hf.setCellContents(address, [[raw]]);
      });
    } catch {
      for (const write of writes) this.#writeOne(write);
    }
    this.#refuseArrays();
  }

  #writeOne({ address, raw }: { address: Address; raw: Raw }): void {
    try {
      this.#hf.setCellContents(address, [[raw]]);
    } catch {
      this.#refuse(address, 'complex');
    }
  }

  /** One cell holds one value: a result of many is an error that says so, and never spills over its neighbours. */
  #refuseArrays(): void {
    for (const address of arrayCells(this.#hf)) this.#refuse(address, 'array');
  }

  #refuse(address: Address, reason: Refusal): void {
    this.#refused.set(keyOf(address), reason);
    this.#hf.setCellContents(address, [[REFUSED]]);
  }

  #note(value: unknown, address: Address): CellNote {
    if (typeof value === 'boolean') return { kind: 'text', text: value ? 'TRUE' : 'FALSE' };
    if (!(value instanceof DetailedCellError)) return { kind: 'text', text: String(value).slice(0, MAX_TEXT) };
    const refusal = this.#refused.get(keyOf(address));
    const root = value.address === undefined ? undefined : this.#rootOf(value.address);
    const detail = unknownName(value);
    return {
      kind: 'error',
      code: refusal ?? (root && this.#refusalOf(root)) ?? errorCode(value),
      ...(root ? { root } : {}),
      ...(detail ? { detail } : {}),
    };
  }

  #refusalOf(cell: CellRef): Refusal | undefined {
    const address = this.#address(cell);
    return address && this.#refused.get(keyOf(address));
  }

  /** The cell that an error began in, from the address that HyperFormula gives (`Base!G3`). */
  #rootOf(text: string): CellRef | undefined {
    const address = this.#hf.simpleCellAddressFromString(text, 0);
    if (!address) return undefined;
    const scenario = this.#layout.scenarioIds[address.sheet];
    return scenario === undefined ? undefined : cellAt(this.#layout, scenario, address.col, address.row - HEADER_ROWS);
  }
}
