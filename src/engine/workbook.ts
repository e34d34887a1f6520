import type { CellEdit } from '../document/change.ts';
import { HEADER_ROWS, slotColumn } from '../model/address.ts';
import { type CellRef, type Content, isFormula, type Slot } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import { years } from '../model/model.ts';
import { type Effective, effective, inheritsByReference } from './contents.ts';
import { toNotation } from './convert.ts';
import { arrayCells, CONFIG, CONSTANTS, functionsOf, HyperFormula, tokenize } from './hyperformula.ts';
import { addressOf, createLayout, type Layout, layOut, sheetOf } from './layout.ts';
import { Overrides } from './overrides.ts';
import { editsOf, type PackedLines } from './packed.ts';
import {
  type Block,
  CeilingError,
  type FindQuery,
  type Found,
  type FunctionInfo,
  type RowRef,
  type Summary,
  type Values,
  type WorkbookSpec,
} from './port.ts';
import { Reading, type Refusal } from './reading.ts';
import { Search } from './search.ts';
import { isName, quoteSheet } from './sheets.ts';
import { CEILING, type Held, kindOf, passes, type Size, sizeOf } from './size.ts';
import { type Address, keyOf, placeOf, type Raw, runsOf, type Write } from './writes.ts';

/** What stands for a refused cell: an error that its dependants inherit. */
const REFUSED = '=#VALUE!';

/** One HyperFormula workbook: each scenario a sheet of the same shape. */
export class Workbook {
  readonly #layout: Layout;
  readonly #overrides: Overrides;
  readonly #refused = new Map<string, Refusal>();
  readonly #slots: readonly Slot[];
  readonly #base: string;
  #hf: HyperFormula;
  #size: Size;
  #search: Search | undefined;

  /** @param parts overrides that come packed, beside those of the scenarios @throws CeilingError */
  constructor(
    readonly spec: WorkbookSpec,
    parts: readonly PackedLines[] = [],
  ) {
    this.#layout = createLayout(spec.lines, spec.periods, spec.scenarios);
    this.#slots = years(spec.periods);
    this.#base = spec.scenarios[0]?.id ?? '';
    this.#overrides = new Overrides(spec.scenarios);
    for (const part of parts)
      for (const { scenario, line, slot, content } of editsOf(part, this.#overrides.lookUp))
        this.#overrides.set(scenario, line, slot, content);
    this.#size = sizeOf(this.#held);
    const passed = passes(this.#size);
    if (passed) throw new CeilingError(this.#size[passed], CEILING[passed], passed);
    this.#hf = this.#build();
  }

  /** What it holds, over all scenarios. */
  get size(): Size {
    return this.#size;
  }

  /** Sets or resets cells: one evaluation. What can't be taken becomes an error of its own cell. */
  apply(edits: readonly CellEdit[]): void {
    // By address: the last write of a cell counts.
    const writes = new Map<number, Write>();
    const size = { ...this.#size };
    for (const { scenario, line, slot, content } of edits) {
      const row = this.#layout.indexOf(line);
      const target = row === undefined ? undefined : this.spec.lines[row];
      const sheet = this.#layout.scenarioIds.indexOf(scenario);
      if (row === undefined || !target || sheet < 0 || !this.#has(target, slot)) continue;
      const col = slotColumn(slot, this.spec.periods);
      const heirs = sheet === 0 ? this.#layout.scenarioIds : [scenario];
      const before = heirs.map((heir) => this.#holds(target, { scenario: heir, line, slot }));
      this.#overrides.set(scenario, line, slot, content);
      for (const [i, heir] of heirs.entries()) {
        const address = { sheet: sheet + i, row: row + HEADER_ROWS, col };
        const wasRefused = this.#refused.size > 0 && this.#refused.delete(keyOf(address));
        const [was, is] = [before[i], this.#holds(target, { scenario: heir, line, slot })];
        if (was?.kind) size[was.kind]--;
        if (is.kind) size[is.kind]++;
        // What only refers to the cell that was edited stays as it stands.
        if (wasRefused || was?.raw !== is.raw) writes.set(placeOf(address), { address, raw: is.raw });
      }
    }
    this.#size = size;
    this.#write([...writes.values()]);
  }

  /** Gives lines exactly what was packed. */
  replace(parts: readonly PackedLines[]): void {
    this.apply(parts.flatMap((part) => editsOf(part, this.#overrides.lookUp)));
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
    return this.#reading.rows(rows);
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
  summarise(block: Block): Summary {
    return this.#reading.summary(block);
  }

  /** Where something is found in a scenario, from a line on. @see Search */
  find(query: FindQuery, scenario: string, line: number): Found {
    this.#search ??= new Search(this.#layout, (cell, target) => this.#effective(target, cell));
    return this.#search.run(query, this.#reading, scenario, line);
  }

  get #reading(): Reading {
    return new Reading(this.#hf, this.#layout, this.#refused);
  }

  destroy(): void {
    this.#hf.destroy();
  }

  /** Whether a line has a cell there: a document may hold one in a year that is no period now. */
  #has(line: Line, slot: Slot): boolean {
    const { first, last } = this.spec.periods;
    return slot === 'value' ? isScalar(line) : hasPeriods(line) && slot >= first && slot <= last;
  }

  get #held(): Held {
    const { lines, periods } = this.spec;
    const { lookUp, touches } = this.#overrides;
    return { lines, periods, scenarios: this.#layout.scenarioIds, lookUp, touches };
  }

  #address(cell: CellRef): Address | undefined {
    const index = this.#layout.indexOf(cell.line);
    const sheet = this.#layout.scenarioIds.indexOf(cell.scenario);
    if (index === undefined || sheet < 0) return undefined;
    return { sheet, col: slotColumn(cell.slot, this.spec.periods), row: index + HEADER_ROWS };
  }

  #effective(line: Line, cell: CellRef): Effective {
    return effective(this.#overrides.lookUp, this.#base, line, cell, this.spec.periods);
  }

  /** What stands in the workbook for a cell, and as which kind it counts. */
  #holds(line: Line, cell: CellRef): { readonly raw: Raw; readonly kind: ReturnType<typeof kindOf> } {
    const found = this.#effective(line, cell);
    const kind = kindOf(found, cell.scenario, this.#base);
    if (kind === undefined) return { raw: null, kind };
    const address = this.#refused.size > 0 ? this.#address(cell) : undefined;
    if (address && this.#refused.has(keyOf(address))) return { raw: REFUSED, kind };
    if (inheritsByReference(found, cell.scenario, this.#base)) {
      const sheet = sheetOf(this.#layout, this.#base) ?? '';
      return { raw: `=${quoteSheet(sheet)}!${addressOf(this.#layout, cell)}`, kind };
    }
    return { raw: this.#rawOf(found.content, cell), kind };
  }

  #rawOf(content: Content | undefined, cell: CellRef): Raw {
    if (content === undefined || content === 'model') return null;
    if (typeof content === 'number') return content;
    return isFormula(content) ? layOut(this.#layout, content.formula, cell) : `'${content.text}`;
  }

  #raw(line: Line, cell: CellRef): Raw {
    return this.#holds(line, cell).raw;
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
    const scalars = this.spec.lines.filter((line) => isScalar(line) && isName(line.id));
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
    for (const [scenario, id, slot, content] of this.#overrides) {
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

  /** Sets all at once; where that throws, the halves of it, down to the cell that throws, which is refused. */
  #write(writes: readonly Write[]): void {
    this.#writeAll(writes);
    this.#refuseArrays();
  }

  /** `again`: after an evaluation that was broken off. A value that stands there already would move nothing. */
  #writeAll(writes: readonly Write[], again = false): void {
    const [first] = writes;
    if (!first) return;
    try {
      this.#together(() => {
        for (const { address, raws, plain } of runsOf(writes)) {
          if (again && plain) this.#hf.setCellContents(address, [raws.map(() => null)]);
          this.#hf.setCellContents(address, [[...raws]]);
        }
      });
    } catch {
      if (writes.length === 1) {
        this.#refuse(first.address, 'complex');
        return;
      }
      const middle = writes.length >> 1;
      this.#writeAll(writes.slice(0, middle), true);
      this.#writeAll(writes.slice(middle), true);
    }
  }

  /** One evaluation for all. Its own `batch` keeps a record for undo, in time that grows with the square of the cells. */
  #together(write: () => void): void {
    this.#hf.suspendEvaluation();
    try {
      write();
    } finally {
      this.#hf.resumeEvaluation();
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
}
