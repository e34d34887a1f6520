import { arrayCells, type HyperFormula } from './hyperformula.ts';
import type { RefusedContent } from './reading.ts';
import { type Address, keyOf, runsOf, type Write, type WriteRun } from './writes.ts';

/** What stands for a refused cell: an error that its dependants inherit. */
export const REFUSED = '=#VALUE!';

/** Sets cells of a workbook. What the engine can't take is refused: an error of its own cell, and all else stands. */
export class Setter {
  constructor(
    readonly hf: HyperFormula,
    readonly refused: Map<string, RefusedContent>,
  ) {}

  set(writes: readonly Write[]): void {
    if (writes.length > 0)
      this.#together(() => {
        for (const run of runsOf(writes)) this.#set([run]);
      });
    this.refuseArrays();
  }

  /**
   * Sets formulas, those of one text together: what can't be read in one cell can't in any, and is tried once, since a
   * nest that is too deep takes a tenth of a second each time.
   */
  setFormulas(groups: readonly (readonly Write[])[]): void {
    this.#together(() => {
      for (const group of groups) this.#set(group.map(({ address, raw }) => ({ address, raws: [raw] })));
    });
    this.refuseArrays();
  }

  /** One cell holds one value: a result of many is an error that says so, and never spills over its neighbours. */
  refuseArrays(): void {
    for (const address of arrayCells(this.hf)) this.#refuse(address, 'array');
  }

  /** Sets what can be read; of what can't, none. */
  #set(runs: readonly Pick<WriteRun, 'address' | 'raws'>[]): void {
    try {
      for (const { address, raws } of runs) this.hf.setCellContents(address, [[...raws]]);
    } catch {
      for (const { address } of runs) this.#refuse(address, 'complex');
    }
  }

  /** One evaluation for all. Its own `batch` keeps a record for undo, in time that grows with the square of the cells. */
  #together(write: () => void): void {
    this.hf.suspendEvaluation();
    try {
      write();
    } finally {
      this.hf.resumeEvaluation();
    }
  }

  #refuse(address: Address, reason: RefusedContent): void {
    this.refused.set(keyOf(address), reason);
    this.hf.setCellContents(address, [[REFUSED]]);
  }
}
