import { type Content, isFormula } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import { firstPeriod, type Periods } from '../../model/model.ts';
import { countOf, placeOf } from '../../model/periods.ts';
import type { Built } from './build.ts';

/** How many cells lines bring to a workbook, over all its scenarios: those that it computes, and those that were typed. */
export interface BuiltSize {
  readonly formulas: number;
  readonly typed: number;
  readonly lines: number;
}

/** Cells of a line with a formula of its own. */
function ownFormulas(line: Line, periods: Periods): number {
  if (line.kind === 'series') return countOf(periods) - placeOf(firstPeriod(line, periods), periods);
  return line.kind === 'result' ? 1 : 0;
}

/**
 * At most what `built` brings to a workbook with so many scenarios. What one inherits from the base is computed in it; a
 * cell that an override takes over from an inherited one is counted twice.
 */
export function builtSize({ lines, periods, scenarios }: Built, among: number): BuiltSize {
  let formulas = 0;
  let typed = 0;
  const [base, ...others] = scenarios;
  const count = (contents: readonly Content[], times: number, own = 0) => {
    const written = contents.filter(isFormula).length;
    formulas += (written + own) * times;
    typed += contents.length - written;
    return contents.length - written;
  };
  for (const line of lines) {
    const contents = Object.values(base?.overrides[line.id] ?? {});
    const own = Math.max(0, ownFormulas(line, periods) - contents.length);
    const inherited = count(contents, among, own) * (among - 1);
    formulas += inherited;
    for (const { overrides } of others) count(Object.values(overrides[line.id] ?? {}), 1);
  }
  return { formulas, typed, lines: lines.length };
}
