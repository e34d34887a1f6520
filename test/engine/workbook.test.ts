import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, type CellEdit } from '../../src/document/change.ts';
import type { Document } from '../../src/document/document.ts';
import { toNotation } from '../../src/engine/convert.ts';
import { createLayout } from '../../src/engine/layout.ts';
import { pack } from '../../src/engine/packed.ts';
import { CeilingError, type WorkbookSpec } from '../../src/engine/port.ts';
import { CEILING } from '../../src/engine/size.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import type { Content, Slot } from '../../src/model/content.ts';
import type { Line } from '../../src/model/line.ts';
import { LINES, PERIODS, SCENARIOS, SPEC } from '../fixtures/small.ts';

const set = (scenario: string, line: string, slot: Slot, content: Content | undefined): CellEdit => ({
  scenario,
  line,
  slot,
  content,
});
const formula = (text: string): Content => ({ formula: text });
/** Doubles a text so many times: more often than 29 times there is no room for it, and the engine throws. */
const doubled = (times: string | number): string => `LEN(REDUCE("a",SEQUENCE(${times}),LAMBDA(a,b,REPLACE(a,1,0,a))))`;
const DOUBLED = `=${doubled(40)}`;

/** The value of one cell, or its note. */
function value(workbook: Workbook, scenario: string, line: string, slot: Slot) {
  const { values, notes } = workbook.read([{ scenario, line }]);
  const i = slot === 'value' ? 0 : 1 + slot - PERIODS.first;
  return notes.find(([at]) => at === i)?.[1] ?? values[i];
}
const layoutOf = ({ spec }: Workbook) => createLayout(spec.lines, spec.periods, spec.scenarios);
const typed = (workbook: Workbook, text: string, scenario: string, line: string, slot: Slot) =>
  formula(toNotation(layoutOf(workbook), text, { scenario, line, slot }));

describe('a workbook', () => {
  it('computes each scenario on its own sheet, inheriting what it does not override', () => {
    const workbook = new Workbook(SPEC);
    expect(value(workbook, 'base', 'scale', 2025)).toBeCloseTo(136.41, 10);
    expect(value(workbook, 'fast', 'scale', 2023)).toBe(121);
    workbook.apply([set('base', 'start', 'value', 200)]);
    expect(value(workbook, 'fast', 'scale', 2023)).toBe(241);
    expect(value(workbook, 'slow', 'scale', 2022)).toBe(200);
  });

  it('lets an edit of the base flow through, also when its kind changes', () => {
    const workbook = new Workbook(SPEC);
    workbook.apply([set('base', 'growth', 'value', formula('={start}/1000'))]);
    expect(value(workbook, 'slow', 'growth', 'value')).toBe(0.1);
    workbook.apply([set('slow', 'start', 'value', 500)]);
    expect(value(workbook, 'slow', 'growth', 'value')).toBe(0.5);
    expect(value(workbook, 'fast', 'growth', 'value')).toBe(0.2);
    workbook.apply([set('base', 'growth', 'value', 0.3)]);
    expect(value(workbook, 'slow', 'growth', 'value')).toBe(0.3);
    workbook.apply([set('slow', 'growth', 'value', 'model')]);
    expect(value(workbook, 'slow', 'growth', 'value')).toBe(0.1);
    workbook.apply([set('base', 'growth', 'value', undefined), set('slow', 'growth', 'value', undefined)]);
    expect(value(workbook, 'slow', 'growth', 'value')).toBe(0.1);
  });

  it('takes line breaks in a formula as white space, and keeps them', () => {
    const workbook = new Workbook(SPEC);
    const content = typed(workbook, '=E7 *\n(1 +\r\n\tgrowth)\n+ SUM(\nD7:E7\n)', 'base', 'scale', 2024);
    expect(content).toEqual(formula('={scale@prev} *\n(1 +\r\n\t{growth})\n+ SUM(\n{scale@-2}:{scale@prev}\n)'));
    workbook.apply([set('base', 'scale', 2024, content)]);
    expect(value(workbook, 'base', 'scale', 2024)).toBeCloseTo(333.1, 10);
    workbook.apply([set('base', 'scale', 2024, { text: 'one\ntwo' })]);
    expect(value(workbook, 'base', 'scale', 2024)).toMatchObject({ kind: 'text', text: 'one\ntwo' });
  });

  it('converts what is typed in A1 to line ids, and computes it where it stands', () => {
    const workbook = new Workbook(SPEC);
    const at = (text: string, slot: Slot = 2024) =>
      toNotation(layoutOf(workbook), text, { scenario: 'base', line: 'scale', slot });
    expect(at('=E7*(1+growth)+$D$7')).toBe('={scale@prev}*(1+{growth})+{scale@2022}');
    expect(at('=GROWTH+C3')).toBe('={growth}+{growth}');
    expect(at("='Fast lane'!F7-Base!F7")).toBe('={fast!scale}-{scale}');
    expect(at("='基准 2'!F7")).toBe('={slow!scale}');
    expect(at('=SUM(D7:E7)&"D7 {x}"')).toBe('=SUM({scale@-2}:{scale@prev})&"D7 {x}"');
    expect(at('=SUM(D7:F7)', 'value')).toBe('=SUM({scale@2022}:{scale@2024})');
    expect(at('=F1-2022')).toBe('={year}-2022');
    expect(at('=Z99+C7+D:D+Other!D7')).toBe('={?Z99}+{?C7}+{?D:D}+{?Other!D7}');
    expect(at('={scale@prev}+E5')).toBe('={scale@prev}+{extra@prev}');
    expect(at('=1.5E3+2e-2')).toBe('=1500+0.02');
    expect(at('=基准!D2')).toBe('={?基准!D2}');
    workbook.apply([
      set('base', 'scale', 2024, typed(workbook, "='Fast lane'!E7*2+IF(TRUE,1,0)", 'base', 'scale', 2024)),
    ]);
    expect(value(workbook, 'base', 'scale', 2024)).toBe(243);
  });

  it.each([
    ['=1+*', 'parse'],
    ['=1/0', 'div0'],
    ['=NOPE(1)', 'name'],
    ['=nobody+1', 'name'],
    ['=Z99', 'ref'],
    ['="a"*2', 'value'],
    ['=SQRT(-1)', 'num'],
    ['={scale}', 'cycle'],
    ['=IF(FALSE,{scale},1)', 'cycle'],
    ['={scale@+1}', 'cycle'],
    ['=SEQUENCE(2,2)', 'array'],
    ['=SEQUENCE(10000,10000)', 'limit'],
    ['=REPT(REPT("a",1e8),1e8)', 'long'],
    ['=SUBSTITUTE(REPT("a",9999),"a",REPT("b",9999))', 'long'],
    ['=REPT("a",20000)&REPT("b",20000)', 'long'],
    [DOUBLED, 'complex'],
    [`=${'('.repeat(5000)}1${')'.repeat(5000)}`, 'complex'],
    [`=${Array(20_000).fill('1').join('+')}`, 'complex'],
    ['=RAND()', 'volatile'],
    ['=SUM(ROUND(1,2,3))', 'arguments'],
    ['=WEBSERVICE("http://a.b")', 'name'],
  ])('shows %.30s as an error of its own cell, lets the rest stand, and takes it back', (text, code) => {
    const workbook = new Workbook(SPEC);
    const fresh = workbook.read([{ scenario: 'base', line: 'scale' }]);
    workbook.apply([set('base', 'scale', 2024, typed(workbook, text, 'base', 'scale', 2024))]);
    expect(value(workbook, 'base', 'scale', 2024)).toMatchObject({ kind: 'error', code });
    expect(value(workbook, 'base', 'scale', 2022)).toBe(100);
    workbook.apply([set('fast', 'growth', 'value', 0.5)]);
    expect(value(workbook, 'fast', 'scale', 2023)).toBe(151);
    workbook.apply([set('base', 'scale', 2024, undefined)]);
    expect(workbook.read([{ scenario: 'base', line: 'scale' }])).toEqual(fresh);
  });

  it('builds from a document that holds bombs, and names the cell that began an error', () => {
    const bombs = {
      scale: { 2023: formula(DOUBLED), 2024: formula('=1/0') },
      total: { value: formula('=SEQUENCE(3)') },
    };
    const workbook = new Workbook({
      ...SPEC,
      scenarios: SCENARIOS.map((s) => (s.id === 'base' ? { ...s, overrides: bombs } : s)),
    });
    expect(value(workbook, 'base', 'scale', 2023)).toMatchObject({ code: 'complex' });
    expect(value(workbook, 'base', 'scale', 2025)).toEqual({
      kind: 'error',
      code: 'div0',
      root: { scenario: 'base', line: 'scale', slot: 2024 },
    });
    expect(value(workbook, 'base', 'total', 'value')).toMatchObject({ code: 'array' });
    expect(value(workbook, 'fast', 'scale', 2022)).toBe(100);
  });

  it.each([
    ['a nest too deep', `=${'('.repeat(5_000)}1${')'.repeat(5_000)}`, 'complex'],
    ['a sum too long', `=${'1+'.repeat(15_000)}1`, 'complex'],
    ['a text too long', '=REPT(REPT("a",1e8),1e8)', 'long'],
    ['more than there is room for', DOUBLED, 'complex'],
    ['a line that is not there', '={nobody@prev}*(1+{growth})', 'ref'],
    ['the year before the first', '={own_1@prev}+1', 'ref'],
    ['itself', '=2*{own_1}', 'cycle'],
    ['no reference', '={scale@soon}', 'parse'],
  ])('builds where the formula of a whole line is %s: it is an error of its cells', (_, text, code) => {
    const own: Line = { kind: 'series', id: 'own_1', label: { en: '', zh: '' }, unit: 'bn yuan', formula: text };
    const after: Line = { ...own, id: 'own_2', formula: '={own_1}' };
    const workbook = new Workbook({ ...SPEC, lines: [...LINES, own, after] });
    for (const scenario of ['base', 'fast'])
      for (const line of ['own_1', 'own_2'])
        expect(value(workbook, scenario, line, 2022)).toMatchObject({ kind: 'error', code });
    expect(value(workbook, 'fast', 'scale', 2023)).toBe(121);
    workbook.apply([set('base', 'start', 'value', 200), set('base', 'own_1', 2022, 7)]);
    expect(value(workbook, 'fast', 'scale', 2023)).toBe(241);
    expect(value(workbook, 'fast', 'own_2', 2022)).toBe(7);
    workbook.destroy();
  });

  it('builds where two lines have one id, though nothing that is opened has', () => {
    const [growth] = LINES.filter(({ id }) => id === 'growth');
    const workbook = new Workbook({ ...SPEC, lines: [...LINES, growth as Line] });
    expect(value(workbook, 'fast', 'scale', 2023)).toBe(121);
    workbook.destroy();
  });

  it('keeps text as text and cuts it at the limit of a cell', () => {
    const workbook = new Workbook(SPEC);
    for (const text of ['=1+1', '01/02/2026', '10:30', '$18', 'TRUE', "'quoted", '<b>x</b>']) {
      workbook.apply([set('base', 'growth', 'value', { text })]);
      expect(value(workbook, 'base', 'growth', 'value')).toEqual({ kind: 'text', text });
    }
    workbook.apply([set('base', 'growth', 'value', formula('=REPLACE(REPT("a",32767),1,0,"b")'))]);
    const note = value(workbook, 'base', 'growth', 'value');
    expect(note).toMatchObject({ kind: 'text' });
    expect((note as { text: string }).text.length).toBe(32_767);
  });

  it('keeps 14 significant digits', () => {
    const workbook = new Workbook(SPEC);
    workbook.apply([set('base', 'start', 'value', 14163399999999.37)]);
    expect(value(workbook, 'fast', 'scale', 2022)).toBe(14163399999999.37);
  });

  it('refuses more formulas than its ceiling before it builds them; typed values have a higher one', () => {
    const lines = (kind: number, count: number) =>
      Array.from({ length: count }, (_, i) => ({ ...LINES[kind], id: `s_${i}_x` }) as (typeof LINES)[number]);
    const years = (count: number) => ({ first: 2000, last: 1999 + count });
    const spec = { lines: lines(5, 5000), periods: years(50), scenarios: SCENARIOS.slice(0, 1) };
    const building = (more: Partial<WorkbookSpec>) => () => new Workbook({ ...spec, ...more }).destroy();
    expect(building({ periods: years(101) })).toThrow(
      new CeilingError(505_000, CEILING.formulas, 'formulas', [['base', 505_000]]),
    );
    expect(building({ lines: lines(3, 5000), periods: years(100), scenarios: SCENARIOS })).toThrow(
      new CeilingError(1_000_000, CEILING.formulas, 'formulas', [
        ['base', 0],
        ['fast', 500_000],
      ]),
    );
    expect(building({ lines: lines(3, 10_001), periods: years(100) })).toThrow(
      new CeilingError(1_000_100, CEILING.typed, 'typed'),
    );
    expect(building({ lines: lines(0, 12_000) })).toThrow(new CeilingError(12_000, CEILING.lines, 'lines'));
    const workbook = new Workbook({ ...spec, lines: lines(3, 8000) });
    expect(workbook.size).toEqual({ formulas: 0, typed: 400_000, lines: 8000 });
    workbook.destroy();
  });

  it('calculates what depends on a cell also where another edit of the same step can not be taken', () => {
    const workbook = new Workbook(SPEC);
    const bomb = formula(DOUBLED);
    workbook.apply([
      set('base', 'extra', 2022, 5),
      set('base', 'start', 'value', 200),
      set('base', 'scale', 2024, bomb),
      set('base', 'growth', 'value', 0.5),
    ]);
    expect(value(workbook, 'base', 'scale', 2024)).toMatchObject({ code: 'complex' });
    expect(value(workbook, 'base', 'scale', 2023)).toBe(301);
    expect(value(workbook, 'slow', 'scale', 2022)).toBe(200);
    expect(value(workbook, 'base', 'extra', 2022)).toBe(5);
  });

  it('has the value of a formula that was too much once it no longer is', () => {
    const workbook = new Workbook(SPEC);
    workbook.apply([set('base', 'total', 'value', formula(`=${doubled('{start}')}`))]);
    expect(value(workbook, 'base', 'total', 'value')).toMatchObject({ code: 'complex' });
    workbook.apply([set('base', 'start', 'value', 1)]);
    expect(value(workbook, 'base', 'total', 'value')).toBe(2);
    workbook.destroy();
  });

  it('has the same values after any edits as one that is built afresh', () => {
    const content = fc.oneof(
      fc.constant(undefined),
      fc.constant('model' as const),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.constantFrom<Content>(
        formula('={start}*2'),
        formula('={base!scale@2023}'),
        formula('={fast!growth}/{growth}'),
        formula('={scale@first}+1'),
        formula('=SUM({scale@..})'),
        formula('={scale}'),
        formula('=1/0'),
        formula('=1+*'),
        formula('=SEQUENCE(2)'),
        { text: 'n/a' },
        formula('=SUM({assumptions/*})'),
        formula('={total}+{extra@[start]}'),
        // Texts that are longer than any can be.
        formula('=REPT("a",1e9)'),
        formula('=IF({start}>0,REPT({scale@first},1e9),{growth})'),
      ),
    );
    const edit = fc.oneof(
      fc.record({
        scenario: fc.constantFrom('base', 'fast', 'slow'),
        line: fc.constantFrom('growth', 'start', 'total'),
        slot: fc.constant<Slot>('value'),
        content,
      }),
      fc.record({
        scenario: fc.constantFrom('base', 'fast', 'slow'),
        line: fc.constantFrom('extra', 'scale'),
        slot: fc.integer({ min: 2022, max: 2025 }),
        content,
      }),
    );
    const rows = SCENARIOS.flatMap(({ id }) => LINES.map((line) => ({ scenario: id, line: line.id })));
    const view = { scenario: 'base', line: 'scale', known: 'latest' };
    const ids = LINES.map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (batches) => {
        const workbook = new Workbook(SPEC);
        let document: Document = { model: { id: 'small', version: 1 }, scenarios: SCENARIOS, view };
        for (const [i, edits] of batches.entries()) {
          document = applyChange(document, { kind: 'cells', edits }).document;
          if (i % 2 === 0) workbook.apply(edits);
          else workbook.replace(document.scenarios.map((s) => pack(s.id, ids, s.overrides, PERIODS)));
        }
        const fresh = new Workbook({ ...SPEC, scenarios: document.scenarios } satisfies WorkbookSpec);
        expect(workbook.read(rows)).toEqual(fresh.read(rows));
        expect(workbook.size).toEqual(fresh.size);
        workbook.destroy();
        fresh.destroy();
      }),
      { numRuns: 150 },
    );
  });
});
