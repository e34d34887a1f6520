import { expect, it } from 'vitest';
import type { Line } from '../../../src/model/line.ts';
import type { Model } from '../../../src/model/model.ts';
import { createAnswer, moneyOf } from '../../../src/state/insight/answer.ts';
import { assumptionBehind } from '../../../src/state/insight/handedOn.ts';
import type { Preferences } from '../../../src/state/page/preferences.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { waitFor } from '../../fixtures/waitFor.ts';
import { RESOLVED } from '../../models/shipped.ts';

const SHIPPED = RESOLVED[0] as Model;

function open() {
  const app = { ...openCommandApp(), preferences: { money: () => 'bn US$' } as unknown as Preferences };
  const without = (...ids: string[]) => {
    const lines = SHIPPED.lines.filter(({ id }) => !ids.includes(id));
    app.workspace.dispatch({ kind: 'structure', parts: { lines } });
  };
  return { app, without, answer: () => createAnswer(app, () => 7) };
}
const labelOf = (id: string) => SHIPPED.lines.find((line: Line) => line.id === id)?.label;

it('there is no answer without the line that it speaks of, which is told', () => {
  const { app, without, answer } = open();
  expect(answer().gone()).toBeUndefined();
  without(SHIPPED.answer.line);
  expect(answer().gone()?.label).toEqual(labelOf(SHIPPED.answer.line));
  expect(answer().pieces()).toBeUndefined();
  app.workspace.undo();
  without('gd_gap');
  expect(answer().gone()).toBeUndefined();
});

it('amounts are told in yuan where no line says what a dollar costs', () => {
  const { app, without } = open();
  expect(moneyOf(app)).toBe('bn US$');
  without(SHIPPED.exchange);
  expect(moneyOf(app)).toBe('bn yuan');
});

it('an average growth that only hands on the assumption leads to it; one with levers beside it leads to none', async () => {
  const { app } = open();
  const { workspace } = app;
  const cell = (scenario: string) => ({ scenario, line: 'gd_average_growth', slot: 'value' }) as const;
  workspace.rows.watch('base', 'gd_average_growth');
  workspace.rows.watch('levers', 'gd_average_growth');
  await waitFor(() => expect(workspace.rows.peek('levers', 'gd_average_growth')).toBeDefined());
  expect(assumptionBehind(workspace, cell('base'))).toMatchObject({ scenario: 'base', line: 'gd_growth' });
  expect(assumptionBehind(workspace, cell('levers'))).toBeUndefined();
});
