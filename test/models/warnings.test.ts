import { describe, expect, it } from 'vitest';
import type { Overrides } from '../../src/model/model.ts';
import { edited, RESOLVED, resolved, values } from './shipped.ts';

/** Which checks apply in each shipped scenario. */
const APPLIES: Record<string, Record<string, string[]>> = {
  guangdong: {
    base: [],
    levers: ['gd_check_share', 'gd_check_per_firm'],
    decoupling: [],
    required: ['gd_check_share', 'gd_check_per_firm'],
  },
  china: {
    base: ['cn_check_definitions'],
    slow: ['cn_check_share', 'cn_check_definitions'],
    fast: ['cn_check_definitions'],
    low_ceiling: ['cn_check_definitions'],
  },
  regions: { base: ['bj_check_share'], slow: ['bj_check_share'], reported: ['bj_check_growth'] },
  shanghai: { base: [], slow: [], past: ['sh_check_growth'], strong: [] },
};

const checksOf = (id: string) => resolved(id).warnings.map(({ check }) => check);

describe('a warning', () => {
  it.each(RESOLVED.flatMap((model) => model.scenarios.map(({ id }) => [model.id, id] as const)))(
    'applies in %s, %s, only where it should',
    (id, scenario) => {
      const read = values(id);
      expect(
        checksOf(id)
          .filter((check) => read(scenario, check, 'value') === 1)
          .sort(),
      ).toEqual(APPLIES[id]?.[scenario]?.toSorted());
    },
  );

  it.each<[string, Overrides, string]>([
    ['guangdong', { gd_growth: { value: 0.25 } }, 'gd_check_share'],
    ['guangdong', { gd_growth: { value: 0.4 }, cn_growth: { value: 0.08 } }, 'gd_check_whole'],
    ['guangdong', { gd_growth: { value: 0.31 } }, 'gd_check_growth'],
    ['guangdong', { gd_growth: { value: 0.3 } }, 'gd_check_gdp'],
    ['guangdong', { gd_lever_compute: { value: 0.08 }, gd_lever_models: { value: 0.08 } }, 'gd_check_levers'],
    ['guangdong', { gd_firms_growth: { value: 0 } }, 'gd_check_per_firm'],
    ['china', { cn_growth: { value: 0.12 } }, 'cn_check_share'],
    ['china', { gd_target_2025: { value: 900 } }, 'cn_check_whole'],
    ['china', { cn_growth: { value: 0.31 } }, 'cn_check_growth'],
    ['regions', { bj_growth: { value: 0.4 } }, 'bj_check_growth'],
    ['regions', { bj_growth: { value: 0.4 }, cn_growth: { value: 0.08 } }, 'all_check_whole'],
    ['regions', { gd_growth: { value: 0.31 } }, 'gd_check_growth'],
    ['regions', { gd_growth: { value: 0.25 } }, 'gd_check_share'],
    ['regions', { gd_growth: { value: 0 }, sz_growth: { value: 0.4 } }, 'sz_check_inside'],
    ['shanghai', { sh_growth: { value: 0.31 } }, 'sh_check_growth'],
    ['shanghai', { sh_measure_compute: { value: 0.2 } }, 'sh_check_measures'],
  ])('of %s given %j: %s', (id, overrides, check) => {
    const own = edited(id, overrides);
    expect(own(check, 'value')).toBe(1);
  });

  it('of levers counts them net of overlap', () => {
    const levers = { gd_lever_compute: { value: 0.08 }, gd_lever_models: { value: 0.06 } };
    expect(edited('guangdong', levers)('gd_check_levers', 'value')).toBe(0);
    expect(edited('guangdong', { ...levers, gd_overlap: { value: 0 } })('gd_check_levers', 'value')).toBe(1);
  });

  it('of fast growth wants the years in a row', () => {
    const spells = { gd_trend: { 2023: 0.35, 2024: 0.35, 2026: 0.35, 2027: 0.35 } };
    const own = edited('guangdong', { ...spells, gd_fade_half_life: { value: 0.5 } });
    expect(own('gd_fast_years', 2024)).toBe(2);
    expect(own('gd_fast_years', 2025)).toBe(0);
    expect(own('gd_check_growth', 'value')).toBe(0);
  });
});
