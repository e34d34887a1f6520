import { describe, expect, test } from 'vitest';
import type { Line } from '../../../src/model/line.ts';
import { amountToType, typedAmount, typedUnit } from '../../../src/state/structure/typedAmounts.ts';

const line = (unit: string): Line => ({ kind: 'input', id: unit, label: { en: '', zh: '' }, unit, value: 1 });

describe('amounts in a form', () => {
  test('an analyst who works in Chinese reads and types 亿元, and the model holds the same amount', () => {
    expect(amountToType(229.92, 'bn yuan', 'zh')).toBe('2299.2');
    expect(typedAmount('2299.2', 'bn yuan', 'zh')).toBe(229.92);
    expect(amountToType(0.5, 'mn yuan per firm', 'zh')).toBe('50');
    expect(typedAmount('50', 'mn yuan per firm', 'zh')).toBe(0.5);
    // In English the unit is the model's.
    expect(amountToType(229.92, 'bn yuan', 'en')).toBe('229.92');
    expect(typedAmount('2,299.2', 'bn yuan', 'en')).toBe(2299.2);
  });

  test('what bears its unit is in that one, and a share is typed as before', () => {
    expect(typedAmount('3000亿元', 'bn yuan', 'zh')).toBe(300);
    expect(typedAmount('30万亿元', 'bn yuan', 'zh')).toBe(30_000);
    expect(typedAmount('15.3', 'percent', 'zh')).toBe(0.153);
    expect(typedAmount('', 'bn yuan', 'zh')).toBeUndefined();
    expect(typedAmount('=1+1', 'bn yuan', 'zh')).toBeUndefined();
  });

  test('亿元 is the unit in which the model works, unless a line is in 亿元 itself', () => {
    expect(typedUnit('亿元', [line('bn yuan')], 'zh')).toBe('bn yuan');
    expect(typedUnit('10亿元', [line('bn yuan')], 'zh')).toBe('bn yuan');
    expect(typedUnit('亿元', [line('EUR')], 'zh')).toBe('亿元');
    expect(typedUnit('亿元', [line('bn yuan'), line('亿元')], 'zh')).toBe('亿元');
    expect(typedUnit('亿元', [line('bn yuan'), line('亿元')], 'zh', 'bn yuan')).toBe('bn yuan');
    expect(typedUnit('亿元', [line('bn yuan')], 'zh', 'bn yuan')).toBe('bn yuan');
    expect(typedUnit('bn yuan', [line('bn yuan')], 'en')).toBe('bn yuan');
  });
});
