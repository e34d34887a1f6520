import type { Fault } from '../../model/fileFault.ts';
import { hasPeriods, type Line } from '../../model/line.ts';
import type { Lang } from '../../model/text.ts';
import type { Uncertainty } from '../../model/whatIf.ts';
import { printDistribution, readDistribution, readMemory, writeMemory } from '../../modelFile/distribution.ts';
import { plainText } from '../reading/numbers.ts';
import type { Fact } from './facts.ts';

/** How inputs may turn out, in two columns of a table, in the notation of the file of a model. */

/** What heads them. */
export const UNCERTAIN_HEADER: Readonly<Record<Lang, { readonly distribution: string; readonly memory: string }>> = {
  en: { distribution: 'Distribution', memory: 'Memory' },
  zh: { distribution: '分布', memory: '记忆系数' },
};

const is = (of: 'distribution' | 'memory', head: string): boolean =>
  [UNCERTAIN_HEADER.en[of], UNCERTAIN_HEADER.zh[of]].some(
    (name) => name.toLowerCase() === plainText(head).toLowerCase(),
  );

/** A text that says a distribution, whether or not in a way that can be read. */
const LOOKS = /^\s*(?:pert|triangular|uniform|normal|lognormal|quantiles|values|samples)(?![\p{L}_])/iu;

/**
 * The columns of distributions and of memory. What only bears the name is none of them: a table of shops may have a column of
 * how they distribute.
 */
export function uncertainColumns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): { readonly distribution?: number; readonly memory?: number } {
  const distribution = head.findIndex(
    (cell, i) => is('distribution', cell) && rows.some((cells) => LOOKS.test((cells[i] ?? '').normalize('NFKC'))),
  );
  if (distribution < 0) return {};
  const memory = head.findIndex((cell) => is('memory', cell));
  return { distribution, ...(memory < 0 ? {} : { memory }) };
}

/** What a table says of an input: both columns, empty where it says nothing. */
export function uncertainCells(line: Line, uncertainty: Uncertainty | undefined): readonly [string, string] {
  if (line.kind !== 'input' || !uncertainty) return ['', ''];
  // The range of a line is in no table: its ends are written out.
  const text = printDistribution(uncertainty, line.unit, undefined) ?? '';
  return [text, text !== '' && hasPeriods(line) ? writeMemory(uncertainty.memory) : ''];
}

/** What is wrong with what a row says of how its input may turn out; 1-based line of the file. All else of the row is taken. */
export interface RowFault {
  readonly row: number;
  readonly fault: Fault;
}

/** Rows that are told. */
const MOST_TOLD = 20;

/** Reads what rows say of how inputs may turn out: of each input the first one. */
export class Distributions {
  readonly #seen = new Set<string>();
  readonly #faults: RowFault[] = [];

  get faults(): readonly RowFault[] {
    return this.#faults;
  }

  /** @param power by which numbers of the row are shifted to be stored @param before what stands for what it leaves out */
  read(
    { distribution, memory, label, row }: Fact,
    line: Line,
    power: number,
    before?: Uncertainty,
  ): Uncertainty | undefined {
    const tell = (fault: Fault) => {
      if (this.#faults.length < MOST_TOLD) this.#faults.push({ row: row.line, fault });
      return undefined;
    };
    if (distribution === '' || this.#seen.has(line.id)) return undefined;
    this.#seen.add(line.id);
    if (line.kind !== 'input') return tell({ kind: 'noInput', id: label });
    const { unit, range } = line;
    const found = readDistribution(distribution, { unit, power, range });
    if (!('shape' in found)) return tell(found.kind === 'needs' ? { kind: 'distribution', text: distribution } : found);
    if (memory === '') return before?.memory === undefined ? found : { ...found, memory: before.memory };
    if (!hasPeriods(line)) {
      tell({ kind: 'noSlot', id: label, wants: 'value' });
      return found;
    }
    const share = readMemory(memory);
    if (typeof share === 'number') return { ...found, memory: share };
    tell(share);
    return found;
  }
}
