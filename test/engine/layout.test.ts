import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNotation } from '../../src/engine/convert.ts';
import { cellAt, createLayout, layOut } from '../../src/engine/layout.ts';
import { quoteSheet, sheetNames } from '../../src/engine/sheets.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import { a1 } from '../../src/model/address.ts';
import type { CellRef } from '../../src/model/content.ts';
import { isScalar, type Line } from '../../src/model/line.ts';
import { LINES, PERIODS, SCENARIOS, SPEC } from '../fixtures/small.ts';

const layout = createLayout(LINES, PERIODS, SCENARIOS);
const place = fc.record({ line: fc.nat(LINES.length - 1), column: fc.integer({ min: 2, max: 6 }) });
const cell: fc.Arbitrary<CellRef> = place
  .map(({ line, column }) => cellAt(layout, 'fast', column, line))
  .filter((ref) => ref !== undefined);

describe('the layout', () => {
  it('shows a typed address again after it was kept by line and year, from every cell', () => {
    fc.assert(
      fc.property(
        cell,
        place,
        fc.constantFrom('', '$'),
        fc.constantFrom(...SCENARIOS),
        (at, { line, column }, fix, scenario) => {
          const target = cellAt(layout, scenario.id, column, line);
          fc.pre(target !== undefined);
          const sheet = layout.sheets[SCENARIOS.indexOf(scenario)] ?? '';
          const prefix = scenario.id === at.scenario ? '' : `${quoteSheet(sheet)}!`;
          const shown = layOut(layout, toNotation(layout, `=${prefix}${fix}${a1(column, line)}`, at), at, true);
          const scalar = LINES[line] && isScalar(LINES[line]);
          // A fixed column beside a row that is not: the row moves along with copies.
          if (scalar && fix) expect(shown).toBe(`=${prefix}$C${line + 2}`);
          else if (scalar) expect(shown).toBe(prefix ? `=${prefix}$C$${line + 2}` : `=${LINES[line]?.id}`);
          else expect(shown.replaceAll('$', '')).toBe(`=${prefix}${a1(column, line)}`);
        },
      ),
    );
  });

  it('lays out every form of the notation', () => {
    const at: CellRef = { scenario: 'base', line: 'scale', slot: 2024 };
    const laid = (formula: string) => layOut(layout, formula, at);
    expect(laid('={scale@prev}+{scale}+{scale@+1}')).toBe('=E7+F7+G7');
    expect(laid('=SUM({scale@all})+SUM({scale@..})')).toBe('=SUM($D$7:$G$7)+SUM($D$7:F7)');
    expect(laid('={scale@first}+{scale@last}+{scale@2023}')).toBe('=$D$7+$G$7+$E$7');
    expect(laid('={extra@[start]}+{year}')).toBe('=INDEX($D$5:$G$5,1,start-$D$1+1)+F$1');
    expect(laid('={growth}+{fast!growth}+{slow!scale}')).toBe("=growth+'Fast lane'!$C$3+'基准 2'!F7");
    expect(laid('={?Z99}+{gone}+{scale@1999}')).toBe('=#REF!+#REF!+#REF!');
    expect(layOut(layout, '={?Z99}+{gone}', at, true)).toBe('=Z99+{gone}');
  });

  it('shows a scalar by the name that it was given, and by its address where its id is but a number', () => {
    const lines = LINES.map((line) => (line.id === 'start' ? { ...line, id: 'own_1' } : line));
    const numbered = createLayout(lines, PERIODS, SCENARIOS);
    const at: CellRef = { scenario: 'base', line: 'scale', slot: 2024 };
    for (const typed of ['=E5*C4', '=E5*$C$4', '=E5*own_1'])
      expect(layOut(numbered, toNotation(numbered, typed, at), at, true)).toBe('=E5*$C$4');
    expect(layOut(numbered, toNotation(numbered, '=E5*C3', at), at, true)).toBe('=E5*growth');
  });

  it('lays out a range from its first corner to its last, and shows it as it was typed', () => {
    const at: CellRef = { scenario: 'base', line: 'scale', slot: 2024 };
    const range = '=growth+SUM({scale@2025}:{extra})';
    expect(layOut(layout, range, at)).toBe('=growth+SUM(F5:$G$7)');
    expect(layOut(layout, '=SUM({scale}:{growth})', at)).toBe('=SUM(C3:F7)');
    expect(layOut(layout, '=SUM({scale}:{growth})', at, true)).toBe('=SUM(F7:C3)');
    // HyperFormula can't build such a range beside a name the other way round.
    const [growth, start, , , scale] = LINES.filter(({ kind }) => kind !== 'heading');
    const sum = { ...scale, id: 'sum', formula: '={growth}+SUM({scale}:{start})' } as Line;
    const lines = [growth, start, scale, sum] as Line[];
    const workbook = new Workbook({ ...SPEC, lines });
    const [values] = workbook.read([{ scenario: 'base', line: 'sum' }]).values;
    expect(values).toBeTypeOf('number');
  });

  it('lists lines under a heading that stand in different columns, and makes one range of those in the same', () => {
    const [, growth, start, extra, , scale] = LINES as [Line, Line, Line, Line, Line, Line];
    const heading: Line = { kind: 'heading', id: 'all', label: { en: 'All', zh: 'All' } };
    const under = (...lines: Line[]) => createLayout([heading, ...lines], PERIODS, SCENARIOS);
    const at: CellRef = { scenario: 'base', line: 'other', slot: 2024 };
    expect(layOut(under(growth, start), '=SUM({all/*})', at)).toBe('=SUM(C3:C4)');
    expect(layOut(under(extra, scale), '=SUM({all/*})', at)).toBe('=SUM(F3:F4)');
    expect(layOut(under(scale, growth, extra), '=SUM({all/*})', at)).toBe('=SUM(F3,C4,F5)');
  });
});

describe('sheet names', () => {
  it('are legal in Excel, unique and never refused, whatever a person types', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 12 }),
        (names) => {
          const sheets = sheetNames(names.map((name) => ({ name })));
          expect(sheets.length).toBe(names.length);
          expect(new Set(sheets.map((name) => name.toLowerCase())).size).toBe(names.length);
          for (const sheet of sheets) {
            expect(sheet.length).toBeGreaterThan(0);
            expect(sheet.length).toBeLessThanOrEqual(31);
            expect(sheet).not.toMatch(/[:\\/?*[\]']/);
          }
        },
      ),
    );
  });
});
