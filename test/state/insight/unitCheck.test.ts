import { expect, it } from 'vitest';
import { loadCatalog } from '../../../src/catalog.ts';
import type { Line } from '../../../src/model/line.ts';
import type { Lang } from '../../../src/model/text.ts';
import { UnitCheck } from '../../../src/state/insight/unitCheck.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';

const label = (en: string, zh: string) => ({ en, zh });
const LINES: readonly Line[] = [
  { kind: 'input', id: 'customers', label: label('Customers', '客户数'), unit: 'customers', value: 1200 },
  { kind: 'input', id: 'price', label: label('Price', '单价'), unit: 'EUR', value: 49.99 },
  { kind: 'input', id: 'growth', label: label('Growth', '增速'), unit: 'percent', value: 0.1 },
  { kind: 'result', id: 'revenue', label: label('Revenue', '收入'), unit: 'EUR', formula: '={customers}*{price}' },
  { kind: 'result', id: 'more', label: label('More', '增加'), unit: 'EUR', formula: '={revenue}+{growth}' },
  { kind: 'result', id: 'small', label: label('Small', '小额'), unit: 'EUR k', formula: '={price}' },
  { kind: 'result', id: 'odd', label: label('Odd', '其他'), unit: 'EUR', formula: '={price}*2^{customers}' },
];

function open(lang: Lang = 'en') {
  const app = openCommandApp(loadCatalog(), lang);
  app.workspace.dispatch({ kind: 'structure', parts: { lines: LINES } });
  return { app, check: new UnitCheck(app) };
}

it('tells the lines whose units clash, and a scenario’s own formula where it is in view', async () => {
  const { app, check } = open();
  expect([...((await check.sweep()) ?? [])]).toEqual(['revenue', 'more', 'small', 'odd']);
  const price = { scenario: app.workspace.base.id, line: 'price', slot: 'value' } as const;
  app.workspace.dispatch({ kind: 'cells', edits: [{ ...price, content: { formula: '={growth}' } }] });
  expect((await check.sweep())?.has('price')).toBe(true);
  app.workspace.undo();
  expect((await check.sweep())?.has('price')).toBe(false);
});

it('says what clashes and the smallest mend, in both languages', () => {
  const told = (lang: Lang) => {
    const { check } = open(lang);
    return ['revenue', 'more', 'small', 'odd'].map((id) => {
      const text = check.ofLine(id);
      return [text?.sentence, text?.mend, text?.set];
    });
  };
  expect(told('en')).toEqual([
    ['The formula gives EUR · customer, and its line is in EUR.', '', 'Set the unit of “Price” to EUR per customer'],
    ['“Revenue” (EUR) plus “Growth” (%): their units differ.', 'Multiply instead: “Revenue” * (1 + “Growth”).', ''],
    ['The formula gives EUR, and its line is in EUR k.', 'Divide the result by 1,000.', 'Set the unit to EUR'],
    ['An exponent is a number, and “Customers” (customers) is none.', '', ''],
  ]);
  expect(told('zh')).toEqual([
    ['公式结果的单位为EUR · customer，该行的单位为EUR。', '', '将“单价”的单位改为EUR per customer'],
    ['“收入”（EUR）与“增速”（%）单位不同，不宜相加。', '可改为相乘：“收入”*(1+“增速”)。', ''],
    ['公式结果的单位为EUR，该行的单位为EUR k。', '可将结果除以1,000。', '单位改为EUR'],
    ['指数应为纯数，而“客户数”（customers）带有单位。', '', ''],
  ]);
});

it('is content with the unit that it proposes', () => {
  const { app, check } = open();
  const text = check.ofLine('revenue');
  const lines = app.workspace
    .model()
    .lines.map((line) =>
      line.id === text?.line && line.kind !== 'heading' ? { ...line, unit: text.unit ?? '' } : line,
    );
  app.workspace.dispatch({ kind: 'structure', parts: { lines } });
  expect(check.ofLine('revenue')).toBeUndefined();
});
