import type { CellEdit } from '../document/change.ts';
import { type Effective, effective, inheritsByReference, isBetween } from '../document/contents.ts';
import { HEADER_ROWS, slotColumn } from '../model/address.ts';
import { type CellRef, type Content, isFormula, type Slot } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import { periodsOf } from '../model/periods.ts';
import { asRead, hasMore, needsMore } from './functions/later.ts';
import type { Filled, Growing } from './growing.ts';
import { headerOf, namesOf } from './heads.ts';
import { CONFIG, functionsOf, guardEvaluation, HyperFormula } from './hyperformula.ts';
import { addressOf, createLayout, hasSlot, type Layout, layOut, sheetName } from './layout.ts';
import { OverrideTable } from './overrides.ts';
import { unpackedEdits } from './packed.ts';
import type { PackedLines } from './port.ts';
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
import { type RefusedContent, WorkbookValues } from './reading.ts';
import type { Search } from './search.ts';
import { REFUSED, Setter } from './setter.ts';
import { quoteSheet } from './sheets.ts';
import { kindOf, LIMITS, passes, type Size, type SizedContents } from './size.ts';
import { largestOf, leastOf, sizesOf, sum } from './sizes.ts';
import { type Address, keyOf, placeOf, type Raw, type Write } from './writes.ts';

/** Makes what has a large workbook filled in line by line. It is loaded for the first one. */
export type Grower = (filled: Filled) => Growing;

/** An empty text, which is no 0 to a formula that looks up what stands between the cells of a line of longer periods. */
const NO_CELL = "'";

/** One HyperFormula workbook: each scenario a sheet of the same shape. */
export class Workbook {
  readonly #layout: Layout;
  readonly #overrides: OverrideTable;
  readonly #refused = new Map<string, RefusedContent>();
  readonly #slots: readonly Slot[];
  readonly #base: string;
  readonly #setter: Setter;
  readonly #sizes: ReturnType<typeof sizesOf>;
  #search: Search | undefined;
  /** Of a large workbook, which is filled in scenario by scenario as it is asked for, what is there; of others all is. */
  readonly growing: Growing | undefined;

  /**
   * @param parts overrides that come packed, beside those of the scenarios
   * @param grower left out: all scenarios are computed at once, however large they are
   * @throws CeilingError
   */
  constructor(
    readonly spec: WorkbookSpec,
    parts: readonly PackedLines[] = [],
    readonly grower?: Grower,
    readonly limits = LIMITS,
  ) {
    this.#layout = { ...createLayout(spec.lines, spec.periods, spec.scenarios), byAddress: true };
    this.#slots = periodsOf(spec.periods);
    this.#base = spec.scenarios[0]?.id ?? '';
    this.#overrides = new OverrideTable(spec.scenarios);
    for (const part of parts)
      for (const { scenario, line, slot, content } of unpackedEdits(part, this.#overrides.lookUp))
        this.#overrides.set(scenario, line, slot, content);
    this.#sizes = sizesOf(this.#held);
    const { ceiling, atOnce } = limits;
    const isLarge = sum(this.#sizes.values(), 'formulas') > atOnce;
    const least = isLarge && !grower ? this.size : leastOf(this.#sizes, spec.lines.length, limits);
    const passed = passes(least, ceiling);
    if (passed)
      throw new CeilingError(
        least[passed],
        ceiling[passed],
        passed,
        passed === 'formulas' ? largestOf(this.#sizes) : undefined,
      );
    const fill = (scenario: string, row: number) => this.#fill(scenario, row);
    if (isLarge) this.growing = grower?.({ spec, sizes: this.#sizes, limits, fill });
    this.#setter = this.#build();
  }

  /** What it holds: the formulas of the scenarios that are there, the values that were typed in all. */
  get size(): Size {
    const { growing } = this;
    const [sizes, lines] = [[...this.#sizes.values()], this.spec.lines.length];
    const typed = sum(sizes, 'typed');
    if (!growing) return { formulas: sum(sizes, 'formulas'), typed, lines };
    const { formulas, without } = growing;
    return { formulas, typed, lines, without };
  }

  /** The same workbook, built anew. */
  rebuilt(): Workbook {
    const overrides = this.#overrides.records();
    const scenarios = this.spec.scenarios.map((one) => ({ ...one, overrides: overrides.get(one.id) ?? {} }));
    const view = this.growing?.view;
    return new Workbook({ ...this.spec, scenarios, ...(view ? { view } : {}) }, [], this.grower, this.limits);
  }

  /** Sets or resets cells: one evaluation. What can't be taken becomes an error of its own cell. */
  apply(edits: readonly CellEdit[]): void {
    // By address: the last write of a cell counts.
    const writes = new Map<number, Write>();
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
        const size = this.#sizes.get(heir);
        if (size && was?.kind) size[was.kind]--;
        if (size && is.kind) size[is.kind]++;
        // It is filled in as it is then.
        if (this.growing?.has(heir, row) === false) continue;
        // What only refers to the cell that was edited stays as it stands.
        if (wasRefused || was?.raw !== is.raw) writes.set(placeOf(address), { address, raw: is.raw });
      }
    }
    this.#setter.set([...writes.values()]);
  }

  /** Gives lines exactly what was packed. */
  replace(parts: readonly PackedLines[]): void {
    this.apply(parts.flatMap((part) => unpackedEdits(part, this.#overrides.lookUp)));
  }

  /**
   * Calculates once for nothing: an input of the base moves and comes back. Until its code is compiled an edit takes
   * ten times as long as after some of them, and a person's first edit must not be the slow one.
   * @param round which input moves, so that several rounds reach different formulas
   */
  warmUp(round: number): void {
    const inputs = this.spec.lines.filter((line) => line.kind === 'input' && isScalar(line));
    const line = inputs[round % Math.max(1, inputs.length)];
    const address = line && this.#address({ scenario: this.#base, line: line.id, slot: 'value' });
    const content = address && this.#setter.hf.getCellSerialized(address);
    if (!address || typeof content !== 'number') return;
    this.#setter.set([{ address, raw: content * (1 + Number.EPSILON * 4) }]);
    this.#setter.set([{ address, raw: content }]);
  }

  /** The scalar and the periods of each row, and what stands where there is no number. */
  read(rows: readonly RowRef[]): Values {
    return this.#reading.rows(rows);
  }

  /** Every function that its formulas can use. */
  functions(): FunctionInfo[] {
    return functionsOf(this.#setter.hf);
  }

  /** Sum and counts of a block's cells. */
  summarise(block: Block): Summary {
    return this.#reading.summary(block);
  }

  /** Where something is found in a scenario, from a line on. `how`: what is loaded for the first search. */
  find(how: typeof Search, query: FindQuery, scenario: string, line: number): Found {
    this.#search ??= new how(this.#layout, (cell, target) => this.#effective(target, cell));
    return this.#search.run(query, this.#reading, scenario, line);
  }

  /** Hands the engine's own workbook to what only looks: nothing is set in it but by `apply`. */
  look<T>(how: (hf: HyperFormula, address: (cell: CellRef) => Address | undefined) => T): T {
    return how(this.#setter.hf, (cell) => this.#address(cell));
  }

  get #reading(): WorkbookValues {
    return new WorkbookValues(this.#setter.hf, this.#layout, this.#refused);
  }

  destroy(): void {
    this.#setter.hf.destroy();
  }

  /** Whether a line has a cell there: a document may hold one in a year that is no period now. */
  #has(line: Line, slot: Slot): boolean {
    return hasSlot(line, slot, this.spec.periods);
  }

  get #held(): SizedContents {
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

  /** What stands in the workbook for a cell, as which kind it counts, and the formula of which it is laid out. */
  #holds(
    line: Line,
    cell: CellRef,
  ): { readonly raw: Raw; readonly kind: ReturnType<typeof kindOf>; readonly text: string } {
    if (isBetween(line, cell.slot, this.spec.periods)) return { raw: NO_CELL, kind: undefined, text: '' };
    const found = this.#effective(line, cell);
    const kind = kindOf(found, cell.scenario, this.#base);
    const text = isFormula(found.content) ? found.content.formula : '';
    if (kind === undefined) return { raw: null, kind, text };
    const address = this.#refused.size > 0 ? this.#address(cell) : undefined;
    if (address && this.#refused.has(keyOf(address))) return { raw: REFUSED, kind, text };
    if (inheritsByReference(found, cell.scenario, this.#base)) {
      const sheet = sheetName(this.#layout, this.#base) ?? '';
      return { raw: `=${quoteSheet(sheet)}!${addressOf(this.#layout, cell)}`, kind, text };
    }
    return { raw: this.#rawOf(found.content, cell), kind, text };
  }

  #rawOf(content: Content | undefined, cell: CellRef): Raw {
    if (content === undefined || content === 'model') return null;
    if (typeof content === 'number') return content;
    if (!isFormula(content)) return `'${content.text}`;
    const address = hasMore() || !needsMore(content.formula) ? undefined : this.#address(cell);
    if (!address) return this.#laidOut(content.formula, cell);
    // The engine's own function of that name may give something else.
    this.#refused.set(keyOf(address), 'unloaded');
    return REFUSED;
  }

  #laidOut(formula: string, cell: CellRef): string {
    this.growing?.note(cell.scenario, formula);
    const { lines, periods } = this.spec;
    const place = (id: string) => {
      const line = id.toLowerCase();
      return this.#layout.indexOf(line) === undefined ? undefined : layOut(this.#layout, `{${line}}`, cell);
    };
    const grid = { lastRow: lines.length + HEADER_ROWS - 1, lastColumn: slotColumn(periods.last, periods), place };
    return asRead(layOut(this.#layout, formula, cell), grid);
  }

  #raw(line: Line, cell: CellRef): Raw {
    return this.#holds(line, cell).raw;
  }

  #sheet(scenario: string): Raw[][] {
    return this.spec.lines.map((line): Raw[] => {
      if (line.kind === 'heading') return [];
      if (isScalar(line)) return [null, null, this.#raw(line, { scenario, line: line.id, slot: 'value' })];
      return [null, null, null, ...this.#slots.map((slot) => this.#raw(line, { scenario, line: line.id, slot }))];
    });
  }

  /** What is set in a line of a scenario, with other cells of the same formula. */
  #gather(scenario: string, row: number, writes: Map<string, Write[]>): void {
    const line = this.spec.lines[row];
    if (!line) return;
    const slots: readonly Slot[] = isScalar(line) ? ['value'] : hasPeriods(line) ? this.#slots : [];
    for (const slot of slots) {
      const cell = { scenario, line: line.id, slot };
      const address = this.#address(cell);
      const { raw, text } = this.#holds(line, cell);
      if (raw === null || address?.row !== row + HEADER_ROWS) continue;
      const alike = writes.get(text);
      if (alike) alike.push({ address, raw });
      else writes.set(text, [{ address, raw }]);
    }
  }

  #fill(scenario: string, row: number): void {
    const writes = new Map<string, Write[]>();
    this.#gather(scenario, row, writes);
    this.#setter.setFormulas([...writes.values()]);
  }

  #build(): Setter {
    const { scenarioIds, sheets } = this.#layout;
    const make = (isEmpty: boolean) => {
      const rows = (id: string) => [headerOf(this.#layout), ...(isEmpty ? [] : this.#sheet(id))];
      const all = scenarioIds.map((id, i) => [sheets[i] ?? id, rows(id)] as const);
      const hf = HyperFormula.buildFromSheets(Object.fromEntries(all), CONFIG, namesOf(this.#layout));
      guardEvaluation(hf);
      return new Setter(hf, this.#refused);
    };
    try {
      const setter = make(this.growing !== undefined);
      setter.refuseArrays();
      return setter;
    } catch {
      guardEvaluation();
      // A formula is too much for the engine: all cells are set by themselves, and what can't be read is refused.
      const setter = make(true);
      const writes = new Map<string, Write[]>();
      for (const id of scenarioIds) for (const row of this.spec.lines.keys()) this.#gather(id, row, writes);
      setter.setFormulas([...writes.values()]);
      return setter;
    }
  }
}
