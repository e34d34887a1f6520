import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/model/periods.ts';
import { checkFormula } from '../../src/units/check.ts';
import { vocabularyOf } from '../../src/units/vocabulary.ts';
import { FAULTS, PLANTED_LINES, type Planted, RIGHT } from '../fixtures/units.ts';
import { SHIPPED } from '../models/shipped.ts';

const told = ({ unit, formula, step }: Planted) =>
  checkFormula(formula, unit, vocabularyOf(PLANTED_LINES, (step ?? 'year') satisfies Step));

describe('the check of units', () => {
  it('tells each of the planted faults', () => {
    expect(FAULTS).toHaveLength(20);
    expect(FAULTS.filter((one) => told(one) === undefined)).toEqual([]);
  });

  it('says nothing of what is right and looks odd', () => {
    expect(RIGHT).toHaveLength(20);
    expect(RIGHT.flatMap((one) => (told(one) ? [[one, told(one)]] : []))).toEqual([]);
  });

  it('says nothing of a shipped model, in any scenario', () => {
    const alarms: unknown[] = [];
    let count = 0;
    for (const { lines, periods, scenarios } of SHIPPED) {
      const vocabulary = vocabularyOf(lines, periods.step ?? 'year');
      const units = new Map(lines.map((line) => [line.id, line.kind === 'heading' ? '' : line.unit]));
      const formulas = lines.flatMap((line) =>
        line.kind === 'series'
          ? [line.formula, ...(line.first ? [line.first] : [])].map((formula) => [line.id, formula] as const)
          : line.kind === 'result'
            ? [[line.id, line.formula] as const]
            : [],
      );
      const own = scenarios.flatMap(({ overrides }) =>
        Object.entries(overrides).flatMap(([id, slots]) =>
          Object.values(slots).flatMap((content) =>
            typeof content === 'object' && 'formula' in content ? [[id, content.formula] as const] : [],
          ),
        ),
      );
      count += formulas.length + own.length;
      for (const [id, formula] of [...formulas, ...own]) {
        const clash = checkFormula(formula, units.get(id) ?? '', vocabulary);
        if (clash) alarms.push([id, formula, clash]);
      }
    }
    expect(count).toBeGreaterThan(134);
    expect(alarms).toEqual([]);
  });
});
