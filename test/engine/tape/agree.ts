import { expect } from 'vitest';
import { bareValue } from '../../../src/engine/hyperformula.ts';
import type { WorkbookSpec } from '../../../src/engine/port.ts';
import { questionTape } from '../../../src/engine/tape/question.ts';
import { run } from '../../../src/engine/tape/run.ts';
import type { Tape } from '../../../src/engine/tape/tape.ts';
import { Workbook } from '../../../src/engine/workbook.ts';
import { cellPeriods } from '../../../src/model/coarse.ts';
import type { CellRef, Slot } from '../../../src/model/content.ts';
import { hasPeriods, isScalar, type Line } from '../../../src/model/line.ts';

/** A line of plain words, and an input of so much, of one value or of one a period. */
export const text = (words: string) => ({ en: words, zh: words });
export const input = (id: string, value: number, perPeriod = false): Line => ({
  kind: 'input',
  id,
  label: text(id),
  unit: 'units',
  value,
  ...(perPeriod ? { perPeriod } : {}),
});

const cellsOf = ({ periods }: WorkbookSpec, line: Line, scenario: string): CellRef[] => {
  const slots: readonly Slot[] = isScalar(line) ? ['value'] : hasPeriods(line) ? cellPeriods(line, periods) : [];
  return slots.map((slot) => ({ scenario, line: line.id, slot }));
};

/** The cells of a scenario that are typed, and those that are computed. */
export const inputsOf = (spec: WorkbookSpec, scenario: string): CellRef[] =>
  spec.lines.flatMap((line) => (line.kind === 'input' ? cellsOf(spec, line, scenario) : []));
export const resultsOf = (spec: WorkbookSpec, scenario: string): CellRef[] =>
  spec.lines.flatMap((line) => (line.kind === 'input' ? [] : cellsOf(spec, line, scenario)));

const bareNumber = (held: unknown): number => {
  const found = typeof held === 'object' && held !== null && 'val' in held ? held.val : held;
  return typeof found === 'number' ? found : Number.NaN;
};

/** What cells of a workbook hold before it is rounded; NaN where that is no number. */
export const numbersIn = (workbook: Workbook, cells: readonly CellRef[]): number[] =>
  workbook.look((hf, address) =>
    cells.map((cell) => {
      const at = address(cell);
      return at ? bareNumber(bareValue(hf, at)) : Number.NaN;
    }),
  );

/** A tape of some inputs, beside the workbook from which it comes. */
export class Agreement {
  readonly #workbook: Workbook;
  readonly #places: readonly CellRef[];
  readonly #starts: readonly number[];
  readonly tape: Tape;

  /** @throws Unsupported */
  constructor(
    spec: WorkbookSpec,
    inputs: readonly CellRef[],
    readonly results: readonly CellRef[],
  ) {
    this.#workbook = new Workbook(spec);
    const before = numbersIn(this.#workbook, inputs);
    this.#places = inputs.filter((_, i) => !Number.isNaN(before[i]));
    this.#starts = before.filter((value) => !Number.isNaN(value));
    this.tape = this.#workbook.look((hf, address) =>
      questionTape(
        hf,
        this.#places.flatMap((cell) => address(cell) ?? []),
        results.flatMap((cell) => address(cell) ?? []),
      ),
    );
  }

  /** Checks that both give the same numbers to the bit. @param settings for each, factors that the inputs take in turn */
  check(settings: readonly (readonly number[])[]): void {
    const values = settings.map((factors) =>
      this.#starts.map((start, i) => start * (factors[i % factors.length] as number) + 0),
    );
    const columns = this.#starts.flatMap((_, i) => values.map((setting) => setting[i] as number));
    const found = run(this.tape, Float64Array.from(columns), values.length);
    for (const [i, setting] of values.entries()) {
      this.#workbook.apply(this.#places.map((cell, place) => ({ ...cell, content: setting[place] as number })));
      const expected = numbersIn(this.#workbook, this.results);
      const differing = this.results.flatMap((cell, r) => {
        const [one, other] = [found[r * values.length + i] as number, expected[r] as number];
        const isLeft = this.tape.isVague && Number.isNaN(one);
        return isLeft || Object.is(one, other) ? [] : [{ ...cell, tape: one, workbook: other }];
      });
      expect(differing.slice(0, 5)).toEqual([]);
    }
  }
}
