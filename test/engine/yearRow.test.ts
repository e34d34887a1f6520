import { describe, expect, it } from 'vitest';
import { toNotation } from '../../src/engine/convert.ts';
import { createLayout, layOut } from '../../src/engine/layout.ts';
import { moveFormula } from '../../src/engine/shift.ts';
import type { CellRef } from '../../src/model/content.ts';
import { LINES, PERIODS, SCENARIOS } from '../fixtures/small.ts';

const layout = createLayout(LINES, PERIODS, SCENARIOS);
const scale = (slot: CellRef['slot']): CellRef => ({ scenario: 'base', line: 'scale', slot });
const total: CellRef = { scenario: 'base', line: 'total', slot: 'value' };

describe('the row of years', () => {
  it.each([
    ['=F1', '={year}', '=F$1'],
    ['=E1', '={year@prev}', '=E$1'],
    ['=$D$1', '={year@2022}', '=$D$1'],
    ['=D1:G1', '={year@-2}:{year@+1}', '=D$1:G$1'],
    [
      '=HLOOKUP(2025,D1:G7,7,FALSE())',
      '=HLOOKUP(2025,{year@-2}:{scale@+1},7,FALSE())',
      '=HLOOKUP(2025,D$1:G7,7,FALSE())',
    ],
    ['=Base!G1', '={year@+1}', '=G$1'],
    ['=C1', '={?C1}', '=#REF!'],
  ])('%s in the column of 2024 is kept as %s', (typed, kept, laid) => {
    expect(toNotation(layout, typed, scale(2024))).toBe(kept);
    expect(layOut(layout, kept, scale(2024))).toBe(laid);
  });

  it('has all years and the last one for a cell that stands in none', () => {
    expect(toNotation(layout, '=SUM(D1:G1)', total)).toBe('=SUM({year@2022}:{year@2025})');
    expect(layOut(layout, '=COUNT({year@all})+{year@last}+{year@first}', total)).toBe('=COUNT($D$1:$G$1)+$G$1+$D$1');
    expect(layOut(layout, '={year}+{year@prev}+{year@..}+{year@2040}', total)).toBe('=#REF!+#REF!+#REF!+#REF!');
  });

  it('is referred to by the same year after its cell was moved', () => {
    expect(moveFormula(layout, '={year}+{year@prev}+{year@2022}', scale(2024), scale(2023))).toBe(
      '={year@+1}+{year}+{year@2022}',
    );
    expect(moveFormula(layout, '={year@prev}', scale(2024), total)).toBe('={year@2023}');
  });
});

describe('a formula as it is typed on other keyboards', () => {
  it.each([
    ['=SUM（E7，F7）', '=SUM({scale@prev},{scale})'],
    ['=１＋２', '=1+2'],
    ['=IF(F7≥1，“是”,"否，"）', '=IF({scale}>=1,"是","否，")'],
    ['=F7×2÷4−1', '={scale}*2/4-1'],
    ["='基准 2'！F7", '={slow!scale}'],
    ['=SUM (F7)', '=SUM({scale})'],
    ['="全角，，"&F7', '="全角，，"&{scale}'],
  ])('%s is %s', (typed, kept) => {
    expect(toNotation(layout, typed, scale(2024))).toBe(kept);
  });
});
