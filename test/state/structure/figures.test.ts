import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/model/figure.ts';
import type { Lang } from '../../../src/model/text.ts';
import { heldInWords } from '../../../src/state/insight/told.ts';
import { figureNumber } from '../../../src/state/structure/figures.ts';

const told = (lang: Lang, value: number, unit: Figure['unit'], bound: Figure['bound'] = 'exact') =>
  figureNumber({ lang: () => lang }, { value, unit, bound } as Figure);

describe('a figure as its source put it', () => {
  it('has the decimals that it gave, and in Chinese no number of ten of something, nor spaces between words', () => {
    expect(told('en', 200, 'bn yuan', 'at least')).toBe('at least 200 bn yuan');
    expect(told('zh', 200, 'bn yuan', 'at least')).toMatch(/^\p{Script=Han}+、?\p{Script=Han}*2000亿元$/u);
    expect(told('zh', 0.25, 'bn yuan', 'reach')).toBe('达到2.5亿元');
    expect(told('en', 15.3, 'percent')).toBe('exactly 15.3%');
    expect(told('en', 4, 'points', 'about')).toBe('about 4 points');
  });
});

describe('a number that is held', () => {
  it('stands apart from a unit that is no Chinese word', () => {
    expect(heldInWords({ text: '1,200', unit: 'EUR' }, 'zh')).toBe('1,200 EUR');
    expect(heldInWords({ text: '4.0', unit: '个百分点' }, 'zh')).toBe('4.0个百分点');
    expect(heldInWords({ text: '4.0', unit: 'points' }, 'en')).toBe('4.0 points');
  });
});
