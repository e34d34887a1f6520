import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalised, numberForm, numberMatcher } from '../../src/engine/match.ts';
import type { FindQuery } from '../../src/engine/port.ts';
import { Search } from '../../src/engine/search.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import { formatCell } from '../../src/i18n/format.ts';
import type { Input } from '../../src/model/line.ts';
import type { Unit } from '../../src/model/units.ts';
import { LINES, SPEC } from '../fixtures/small.ts';

const line = (unit: Unit, decimals?: number): Input => ({
  kind: 'input',
  id: 'x',
  label: { en: 'x', zh: 'x' },
  unit,
  ...(decimals === undefined ? {} : { decimals }),
});

describe('numbers', () => {
  const number = fc.oneof(
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.integer({ min: -2_000_000, max: 2_000_000 }).map((n) => n / 1000),
    fc.constantFrom(0, -0, 1.005, 2.675, 0.15345, -0.0004, 1e15, 9.99e20, 1e-9, 0.1 + 0.2),
  );
  const unit = fc.constantFrom<Unit>('bn yuan', 'percent', 'points', 'year', 'firms', 'yuan per US$');

  it('are found by any part of what their cell shows, with its grouping or without it', () => {
    fc.assert(
      fc.property(number, unit, fc.option(fc.nat(4)), fc.nat(20), fc.nat(20), (value, of, decimals, from, length) => {
        const target = line(of, decimals ?? undefined);
        const shown = normalised(formatCell(value, of, 'en', decimals ?? undefined));
        const part = shown.slice(from % shown.length).slice(0, 1 + length);
        for (const text of [part, shown, shown.replaceAll(',', '')]) {
          const matcher = numberMatcher(text);
          expect([text, shown, matcher?.may(value, numberForm(target))]).toEqual([text, shown, true]);
          expect([text, shown, matcher?.holds(value, numberForm(target))]).toEqual([text, shown, true]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are not found by anything else', () => {
    const typed = fc.stringMatching(/^-?[0-9]{0,4}[.,]?[0-9]{0,3}%?$/).filter((text) => text !== '');
    fc.assert(
      fc.property(number, unit, typed, (value, of, text) => {
        const shown = normalised(formatCell(value, of, 'en'));
        const isShown = shown.includes(text) || shown.replaceAll(',', '').includes(text);
        const matcher = numberMatcher(text);
        expect([text, shown, matcher?.holds(value, numberForm(line(of))) ?? false]).toEqual([text, shown, isShown]);
      }),
      { numRuns: 2000 },
    );
  });

  it('are not looked for by words', () => {
    for (const text of ['growth', '2025 a', '1e5', '五']) expect(numberMatcher(text)).toBeUndefined();
    expect(numberMatcher(normalised('１５．３％'))?.holds(0.153, numberForm(line('percent')))).toBe(true);
  });
});

describe('a search', () => {
  const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
    text: normalised(text),
    formulas: false,
    errors: [],
    checks: { ok: false, flagged: false },
    ...more,
  });
  const columns = 3 + 4;
  /** What is found, as line:column. */
  function found(workbook: Workbook, asked: FindQuery, scenario = 'base'): string[] {
    const all: number[] = [];
    for (let next: number | undefined = 0; next !== undefined; ) {
      const stretch = workbook.find(Search, asked, scenario, next);
      all.push(...stretch.hits);
      next = stretch.next;
    }
    return all.map((place) => `${Math.floor(place / columns)}:${place % columns}`);
  }

  it('finds labels, ids, units, numbers, texts and errors in the order of the sheet', () => {
    const workbook = new Workbook(SPEC);
    expect(found(workbook, query('SCALE'))).toEqual(['5:0']);
    expect(found(workbook, query('yuan'))).toEqual(['2:1', '3:1', '5:1', '6:1']);
    expect(found(workbook, query('10亿元'))).toEqual(['2:1', '3:1', '5:1', '6:1']);
    expect(found(workbook, query('111.'))).toEqual(['5:4']);
    expect(found(workbook, query('20.0%'), 'fast')).toEqual(['1:2']);
    workbook.apply([
      { scenario: 'base', line: 'extra', slot: 2023, content: { text: 'Rough guess' } },
      { scenario: 'base', line: 'scale', slot: 2024, content: { formula: '=1/0' } },
    ]);
    expect(found(workbook, query('rough'))).toEqual(['3:4']);
    expect(found(workbook, query('#div', { errors: ['div0'] }))).toEqual(['5:5', '5:6']);
    expect(found(workbook, query('nothing'))).toEqual([]);
  });

  it('finds formulas as they stand in the formula bar, where they are shown', () => {
    const workbook = new Workbook(SPEC);
    const formulas = { formulas: true };
    expect(found(workbook, query('d7*(1+', formulas))).toEqual(['5:4']);
    expect(found(workbook, query('=base!c4', formulas), 'slow')).toEqual(['2:2']);
    expect(found(workbook, query('10%', formulas))).toEqual(['1:2']);
  });

  it('goes on where a stretch ended, and finds each place once', () => {
    const lines = Array.from({ length: 6000 }, (_, i) => ({ ...(LINES[3] as Input), id: `s_${i}_x`, value: i }));
    const workbook = new Workbook({ ...SPEC, lines, scenarios: SPEC.scenarios.slice(0, 1) });
    const hits = found(workbook, query('7'));
    expect(hits.length).toBe(new Set(hits).size);
    const expected = lines.flatMap(({ value }, i) => (String(value).includes('7') ? [i] : []));
    const isLabel = (hit: string) => hit.endsWith(':0');
    expect(hits.filter((hit) => !isLabel(hit)).length).toBe(4 * expected.length);
  });
});
