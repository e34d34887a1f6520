import { effective } from '../../src/document/contents.ts';
import type { Scenario } from '../../src/document/document.ts';
import { OverrideTable } from '../../src/engine/overrides.ts';
import type { ErrorCode } from '../../src/engine/port.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import { type Kept, type LiveBook, liveBook, type Placed, type Source } from '../../src/io/workbook/live.ts';
import { type BookCells, readBook } from '../../src/io/xlsx/cells.ts';
import { columnName } from '../../src/model/address.ts';
import { isFormula } from '../../src/model/content.ts';
import type { Line } from '../../src/model/line.ts';
import { periodsOf } from '../../src/model/periods.ts';
import { type Expected, isSame, type Value } from './expected.ts';

/** A cell whose value is not LibreOffice's. */
export interface Difference {
  readonly at: string;
  readonly ours: Value | undefined;
  readonly theirs: Value | undefined;
}

/** What became of a workbook. Cells by their address: `Plan!C5`. */
export interface Measured {
  readonly book: BookCells;
  readonly model: LiveBook;
  /** Cells with a formula in the file. */
  readonly formulas: readonly string[];
  /** Those that compute in the model. */
  readonly live: ReadonlySet<string>;
  readonly kept: ReadonlyMap<string, Kept>;
  /** Those that lie in an area of which it is said that it was not taken. */
  readonly left: readonly string[];
  /** Those of which nothing is said. */
  readonly silent: readonly string[];
  /** Cells that were placed twice, or in a cell that the model does not have. */
  readonly misplaced: readonly string[];
  readonly before: readonly Difference[];
  readonly after: readonly Difference[];
  /** Inputs that could not be changed, since they were not placed as constants. */
  readonly stuck: readonly string[];
  /** ms of reading, cutting and building. */
  readonly time: number;
}

const ERRORS: Readonly<Partial<Record<ErrorCode, string>>> = {
  div0: '#DIV/0!',
  na: '#N/A',
  name: '#NAME?',
  num: '#NUM!',
  ref: '#REF!',
  value: '#VALUE!',
};

const BASE = 'base';

/** Builds what a workbook became, and reads the values of its cells. */
class Trial {
  readonly #workbook: Workbook;
  readonly #lines: ReadonlyMap<string, Line>;
  readonly #overrides: OverrideTable;

  constructor(readonly model: LiveBook) {
    const base: Scenario = { id: BASE, name: 'Base', note: '', overrides: model.overrides };
    this.#overrides = new OverrideTable([base]);
    this.#lines = new Map(model.lines.map((line) => [line.id, line]));
    this.#workbook = new Workbook({ lines: model.lines, periods: model.periods, scenarios: [base] });
  }

  /** Whether a cell computes. */
  isLive({ line, slot, kind }: Placed): boolean {
    const found = this.#lines.get(line);
    if (!found || kind !== 'formula') return false;
    const { content } = effective(this.#overrides.lookUp, BASE, found, { scenario: BASE, slot }, this.model.periods);
    return isFormula(content);
  }

  /** A reader of all values as they are now; an empty cell is an empty text. */
  values(): (placed: Placed) => Value | undefined {
    const rows = new Map(this.model.lines.map(({ id }, i) => [id, i]));
    const { values, notes, first } = this.#workbook.read(
      this.model.lines.map(({ id }) => ({ scenario: BASE, line: id })),
    );
    const width = periodsOf(this.model.periods).length + 1;
    const noted = new Map(notes);
    return ({ line, slot }) => {
      const row = rows.get(line);
      const column = slot === 'value' ? 0 : slot - first + 1;
      if (row === undefined || column < 0 || column >= width) return undefined;
      const note = noted.get(row * width + column);
      const number = values[row * width + column] ?? Number.NaN;
      if (!note) return Number.isNaN(number) ? '' : number;
      return note.kind === 'text' ? note.text : { error: ERRORS[note.code] ?? note.code };
    };
  }

  set(changes: readonly (readonly [Placed, number])[]): void {
    this.#workbook.apply(changes.map(([{ line, slot }, content]) => ({ scenario: BASE, line, slot, content })));
  }

  destroy(): void {
    this.#workbook.destroy();
  }
}

/** A truth is told as its word. */
const asTold = (value: Value | undefined): Value | undefined =>
  typeof value === 'boolean' ? String(value).toUpperCase() : value;

/**
 * Reads a workbook, makes a model of it and computes it, before and after its inputs are changed in the cells in which
 * they were placed.
 */
export async function measure(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  { inputs, sheets }: Expected,
  known: (functionName: string) => boolean,
): Promise<Measured> {
  const begun = performance.now();
  const book = await readBook(bytes);
  const model = liveBook(book, name, {}, known);
  const trial = new Trial(model);
  const time = performance.now() - begun;

  const address = ({ sheet, row, column }: Source) =>
    `${book.sheets[sheet]?.name ?? sheet}!${columnName(column)}${row + 1}`;
  const placed = new Map<string, Placed>();
  const misplaced: string[] = [];
  const taken = new Set<string>();
  const values = trial.values();
  for (const one of model.placed) {
    const at = address(one.from);
    const cell = `${one.line} ${one.slot}`;
    if (placed.has(at) || taken.has(cell) || values(one) === undefined) misplaced.push(`${at} in ${cell}`);
    placed.set(at, one);
    taken.add(cell);
  }
  const kept = new Map(model.kept.map((one) => [address(one.at), one]));
  const expected = (at: string): readonly [Value, Value?] | undefined => {
    const cut = at.lastIndexOf('!');
    return sheets[at.slice(0, cut)]?.[at.slice(cut + 1)];
  };

  const cells = book.sheets.flatMap(({ cells }, sheet) =>
    cells.map((cell) => ({ ...cell, sheet, at: address({ sheet, row: cell.row, column: cell.column }) })),
  );
  const formulas = cells.filter(({ formula, at }) => formula !== undefined || expected(at));
  const live = new Set<string>();
  const left: string[] = [];
  const silent: string[] = [];
  for (const { at, sheet, row, column } of formulas) {
    const one = placed.get(at);
    if (one && trial.isLive(one)) live.add(at);
    else if (kept.has(at)) continue;
    else if (
      model.left.some(
        ({ at: from, until = from }) =>
          from.sheet === sheet &&
          row >= from.row &&
          row <= until.row &&
          column >= from.column &&
          column <= until.column,
      )
    )
      left.push(at);
    else silent.push(at);
  }

  const compare = (read: (one: Placed) => Value | undefined, theirs: (at: string) => Value | undefined): Difference[] =>
    [...placed].flatMap(([at, one]) => {
      const wanted = asTold(theirs(at));
      const ours = read(one);
      return wanted === undefined || (ours !== undefined && isSame(ours, wanted)) ? [] : [{ at, ours, theirs: wanted }];
    });
  const typed = new Map(cells.map(({ at, value, formula }) => [at, formula === undefined ? value : undefined]));
  const before = compare(values, (at) => expected(at)?.[0] ?? typed.get(at));

  const changes: [Placed, number][] = [];
  const stuck: string[] = [];
  for (const [sheet, cell, value] of inputs) {
    const one = placed.get(`${sheet}!${cell}`);
    if (one?.kind === 'constant') changes.push([one, value]);
    else stuck.push(`${sheet}!${cell}`);
  }
  trial.set(changes);
  const after = compare(trial.values(), (at) => {
    const pair = expected(at);
    return pair && live.has(at) ? (pair[1] ?? pair[0]) : undefined;
  });
  trial.destroy();
  return {
    book,
    model,
    formulas: formulas.map(({ at }) => at),
    live,
    kept,
    left,
    silent,
    misplaced,
    before,
    after,
    stuck,
    time,
  };
}

/** Every function that formulas can use, by its name in capitals. */
export function knownFunctions(): ReadonlySet<string> {
  const empty = new Workbook({
    lines: [],
    periods: { first: 2024, last: 2024 },
    scenarios: [{ id: BASE, name: 'Base', note: '', overrides: {} }],
  });
  const names = new Set(empty.functions().map(({ name }) => name));
  empty.destroy();
  return names;
}
