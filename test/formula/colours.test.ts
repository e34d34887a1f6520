import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLayout } from '../../src/engine/layout.ts';
import { colour, REFERENCE_COLOURS } from '../../src/formula/colours.ts';
import { scan } from '../../src/formula/scan.ts';
import { LINES, PERIODS, SCENARIOS } from '../fixtures/small.ts';

const layout = createLayout(LINES, PERIODS, SCENARIOS);
const colours = (text: string) => colour(layout, text, scan(text), { scenario: 'base', line: 'scale', slot: 2024 });

describe('the colours of references', () => {
  it('are the same for the same cells, however they are written', () => {
    const { tokens, blocks } = colours("=E7+$E$7+'Fast lane'!E7+base!e7+growth+C3");
    expect([...tokens.values()]).toEqual([1, 1, 2, 1, 3, 3]);
    expect(blocks.map(({ scenario, colour: n }) => [scenario, n])).toEqual([
      ['base', 1],
      ['fast', 2],
      ['base', 3],
    ]);
  });

  it('outline ranges from any corner, a scalar by its name and a series in its own period', () => {
    expect(colours('=SUM(F8:D7)').blocks).toEqual([{ scenario: 'base', lines: [5, 6], columns: [3, 5], colour: 1 }]);
    expect(colours('=GROWTH+scale').blocks).toEqual([
      { scenario: 'base', lines: [1, 1], columns: [2, 2], colour: 1 },
      { scenario: 'base', lines: [5, 5], columns: [5, 5], colour: 2 },
    ]);
  });

  it('begin again after the last one', () => {
    const { tokens } = colours('=D4+E4+F4+G4+D7+E7+F7');
    expect([...tokens.values()]).toEqual([1, 2, 3, 4, 5, 6, 1]);
  });

  it('are given to nothing that names no cell', () => {
    expect(colours('=Nowhere!D3+D1+unknown+results+"D3"+SUM(1)').tokens.size).toBe(0);
  });

  it('reach AA as text on the sheet, in light and dark', () => {
    const css = readFileSync(new URL('../../src/view/styles/tokens.css', import.meta.url), 'utf8');
    const pair = (name: string) =>
      new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)?.slice(1) ?? [];
    for (let n = 1; n <= REFERENCE_COLOURS; n++)
      pair(`ref-${n}`).forEach((ink, theme) => {
        expect(contrast(ink, pair('surface')[theme] ?? '')).toBeGreaterThanOrEqual(4.5);
      });
  });
});

/** The contrast ratio of two colours, as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
