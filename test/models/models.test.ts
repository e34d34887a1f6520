import { describe, expect, it } from 'vitest';
import { checkModel, problemText } from '../../src/model/check.ts';
import { periodsOf } from '../../src/model/periods.ts';
import { WORKED } from './independent.ts';
import { edited, RESOLVED, resolved, SHIPPED, values } from './shipped.ts';

/** To the two decimals that the design gives. */
const row = (model: string, scenario: string, line: string, at: readonly number[]) =>
  at.map((year) => Number(values(model)(scenario, line, year)).toFixed(2));

describe.each(SHIPPED.map((model) => [model.id, model] as const))('%s', (_id, model) => {
  it('is without a problem', () => {
    expect(checkModel(model).map(problemText)).toEqual([]);
  });

  it('has a number or an empty text in each cell, never an error', () => {
    const read = values(model.id);
    const slots = ['value' as const, ...periodsOf(model.periods)];
    const errors = model.scenarios.flatMap((scenario) =>
      model.lines.flatMap((line) =>
        slots.flatMap((slot) => {
          const value = read(scenario.id, line.id, slot);
          return typeof value === 'string' && value !== '' ? [`${scenario.id} ${line.id} ${slot}: ${value}`] : [];
        }),
      ),
    );
    expect(errors).toEqual([]);
  });
});

describe('projections equal those worked out independently', () => {
  const cases = RESOLVED.flatMap((model) => model.scenarios.map((scenario) => [model.id, scenario.id] as const));

  it.each(cases)('%s, %s', (id, scenario) => {
    const model = resolved(id);
    const worked = WORKED[id]?.[scenario];
    if (!worked) throw new Error(`${id}, ${scenario}: not worked out`);
    const formulas = model.lines.filter(({ kind }) => kind === 'series' || kind === 'result');
    expect(formulas.map((line) => line.id).sort()).toEqual(
      [...Object.keys(worked.series), ...Object.keys(worked.results)].sort(),
    );
    const read = values(id);
    const compare = (line: string, slot: 'value' | number, expected: number | '') => {
      const actual = read(scenario, line, slot);
      // The absolute part is for differences that are zero but for rounding.
      const near =
        typeof actual === 'number' &&
        expected !== '' &&
        Math.abs(actual - expected) <= 1e-9 * Math.abs(expected) + 1e-12;
      if (!near) expect(actual, `${line} ${slot}`).toBe(expected);
    };
    for (const [line, expected] of Object.entries(worked.results)) compare(line, 'value', expected);
    for (const [line, at] of Object.entries(worked.series))
      for (const year of periodsOf(model.periods)) compare(line, year, at(year));
  });
});

describe('the tables of the design', () => {
  it.each([
    ['base', ['229.92', '305.66', '436.81', '684.03']],
    ['levers', ['260.28', '411.25', '698.11', '1236.67']],
    ['decoupling', ['202.17', '279.57', '409.51', '648.32']],
    ['required', ['300.00', '440.00', '700.72', '1207.29']],
  ])('Guangdong, %s', (scenario, expected) => {
    expect(row('guangdong', scenario, 'gd_scale', [2025, 2027, 2030, 2035])).toEqual(expected);
  });

  it('Guangdong: what is worth saying', () => {
    const read = values('guangdong');
    const percent = (scenario: string, line: string) => (100 * Number(read(scenario, line, 'value'))).toFixed(2);
    expect(percent('base', 'gd_required_growth')).toBe('25.99');
    expect(percent('base', 'gd_required_growth_2027')).toBe('21.11');
    expect(percent('base', 'gd_average_growth')).toBe('15.30');
    expect(percent('levers', 'gd_average_growth')).toBe('20.17');
    expect(Number(read('levers', 'gd_lever_multiple', 'value')).toFixed(2)).toBe('2.23');
    expect(read('base', 'gd_lever_multiple', 'value')).toBe('');
    expect(read('base', 'gd_held_passes', 'value')).toBe(2034);
    expect(read('required', 'gd_gap', 2025)).toBe(0);
    expect(read('base', 'gd_gap', 2028)).toBe('');
  });

  it('China: compound and logistic', () => {
    expect(row('china', 'base', 'cn_scale', [2025, 2027])).toEqual(['780.45', '1050.17']);
    expect(row('china', 'base', 'cn_logistic', [2025, 2027])).toEqual(['768.15', '992.30']);
    expect(Number(values('china')('base', 'cn_logistic_rate', 'value')).toFixed(5)).toBe('0.18094');
    expect(values('china')('base', 'cn_firms', 2022)).toBe('');
    expect(values('china')('base', 'cn_firms', 2023)).toBe(4300);
  });

  it('the regions in 2025', () => {
    const lines = ['bj_scale', 'gd_scale', 'sh_scale', 'hz_scale', 'sz_scale'];
    expect(lines.map((line) => row('regions', 'base', line, [2025])[0])).toEqual([
      '302.50',
      '229.92',
      '581.13',
      '360.00',
      '115.20',
    ]);
    expect(values('regions')('base', 'hz_scale', 2023)).toBe('');
    expect(values('regions')('base', 'bj_rank', 2025)).toBe(1);
  });

  it('Shanghai with and without its measures', () => {
    expect(row('shanghai', 'base', 'sh_scale', [2025])).toEqual(['597.68']);
    expect(row('shanghai', 'base', 'sh_without', [2025])).toEqual(['581.13']);
  });
});

describe('a reader’s edits of Guangdong', () => {
  const levers = (times: number) =>
    Object.fromEntries(
      Object.entries({ compute: 0.04, models: 0.03, data: 0.02, apps: 0.04 }).map(([id, strength]) => [
        `gd_lever_${id}`,
        { value: times * strength },
      ]),
    );

  it('reach the target with the levers as many times as strong as said', () => {
    const times = Number(values('guangdong')('levers', 'gd_lever_multiple', 'value'));
    const own = edited('guangdong', levers(times));
    expect(own('gd_scale', 2025)).toBeCloseTo(300, 9);
    expect(own('gd_gap', 2025)).toBe(0);
    expect(own('gd_lever_multiple', 'value')).toBeCloseTo(1, 9);
  });

  it('have a multiple under the shock and for levers that start in 2025, too', () => {
    for (const own of [{ gd_shock_on: { value: 1 } }, { gd_lever_start: { value: 2025 } }]) {
      const times = Number(edited('guangdong', { ...levers(1), ...own })('gd_lever_multiple', 'value'));
      expect(edited('guangdong', { ...levers(times), ...own })('gd_scale', 2025)).toBeCloseTo(300, 9);
    }
  });

  it('have no multiple where the levers start before 2024', () => {
    expect(edited('guangdong', { ...levers(1), gd_lever_start: { value: 2023 } })('gd_lever_multiple', 'value')).toBe(
      '',
    );
  });

  it('never lose more for good than the shock is deep', () => {
    const own = edited('guangdong', { gd_shock_on: { value: 1 }, gd_shock_depth: { value: 0.03 } });
    expect(own('gd_shock', 2024)).toBeCloseTo(0.97, 12);
    expect(own('gd_shock', 2035)).toBeCloseTo(0.97, 12);
  });

  it('carry a year’s trend that is typed over into the fade', () => {
    const own = edited('guangdong', { gd_trend: { 2027: 0.26 } });
    expect(own('gd_trend', 2031)).toBeCloseTo(0.16, 12);
  });
});
