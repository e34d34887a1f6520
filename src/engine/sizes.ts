import type { Slot } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import { periodsOf } from '../model/periods.ts';
import { kindAt, LIMITS, type Limits, type Size, type SizedContents } from './size.ts';

const slotsOf = (line: Line, all: readonly Slot[]): readonly Slot[] =>
  hasPeriods(line) ? all : isScalar(line) ? ['value'] : [];

/** Every cell counted, by scenario. A line that nobody overrides is the same in each scenario but the base. */
export function sizesOf(held: SizedContents): Map<string, { formulas: number; typed: number }> {
  const all = periodsOf(held.periods);
  const sizes = new Map(held.scenarios.map((scenario) => [scenario, { formulas: 0, typed: 0 }]));
  const [base = '', ...others] = held.scenarios;
  const add = (line: Line, scenario: string, to: readonly string[]) => {
    for (const slot of slotsOf(line, all)) {
      const kind = kindAt(held, line, scenario, slot);
      for (const id of kind ? to : []) (sizes.get(id) as { formulas: number; typed: number })[kind as 'typed']++;
    }
  };
  for (const line of held.lines) {
    add(line, base, [base]);
    const own = others.filter((scenario) => held.touches(scenario, line.id));
    const alike = others.filter((scenario) => !own.includes(scenario));
    for (const scenario of own) add(line, scenario, [scenario]);
    if (alike[0] !== undefined) add(line, alike[0], alike);
  }
  return sizes;
}

type Sizes = ReadonlyMap<string, Pick<Size, 'formulas' | 'typed'>>;
export const sum = (sizes: Iterable<Pick<Size, 'formulas' | 'typed'>>, of: 'formulas' | 'typed'): number =>
  [...sizes].reduce((all, size) => all + size[of], 0);

/** The base and the largest of the others, each with its formulas. */
export function largestOf(sizes: Sizes): readonly (readonly [scenario: string, formulas: number])[] {
  const [base, ...others] = [...sizes].map(([id, { formulas }]) => [id, formulas] as const);
  const [most] = others.sort(([, a], [, b]) => b - a);
  return [base, most].flatMap((one) => (one ? [one] : []));
}

/** What is computed at the least: all of a small workbook; of a large one the base and one other scenario, the largest. */
export function leastOf(sizes: Sizes, lines: number, { atOnce }: Limits = LIMITS): Size {
  const formulas = sum(sizes.values(), 'formulas');
  return {
    formulas: formulas > atOnce ? largestOf(sizes).reduce((all, [, one]) => all + one, 0) : formulas,
    typed: sum(sizes.values(), 'typed'),
    lines,
  };
}
