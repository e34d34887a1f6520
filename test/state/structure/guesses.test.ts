import { expect, it } from 'vitest';
import type { Input } from '../../../src/model/line.ts';
import { Guesses, isGuess } from '../../../src/state/structure/guesses.ts';
import { changeLine } from '../../../src/state/structure/lines.ts';
import { openBlank } from '../../../src/state/structure/ownModels.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';

const PRICE: Input = {
  kind: 'input',
  id: 'own_1',
  label: { en: 'Price', zh: 'Price' },
  unit: 'EUR per customer',
};

function typed(value: number) {
  const app = openCommandApp();
  const { workspace } = app;
  openBlank(app, { name: 'Plan', periods: { first: 2026, last: 2030 } }, new Date(2026, 5, 1));
  workspace.dispatch({ kind: 'structure', parts: { lines: [PRICE] } });
  const type = (number: number) =>
    workspace.dispatch({
      kind: 'cells',
      edits: [{ scenario: workspace.base.id, line: 'own_1', slot: 'value', content: number }],
    });
  type(value);
  const line = () => workspace.line('own_1') as Input;
  return { app, workspace, guesses: new Guesses(workspace), type, line };
}

it('what a person types is a slider at once, and the document holds nothing but what was typed', () => {
  const { workspace, guesses, line } = typed(49);
  const before = workspace.document();
  const range = guesses.rangeOf(line());
  expect(range).toMatchObject({ low: 24.5, high: 98, rationale: { en: 'Guessed: half to double; set your own' } });
  expect(range && isGuess(range)).toBe(true);
  expect(workspace.document()).toBe(before);
  expect(line().range).toBeUndefined();
});

it('a guess about the number that a line came with stays while what is put in its place lies within it', () => {
  const { workspace, line, type } = typed(49);
  workspace.dispatch({ kind: 'structure', parts: { lines: [{ ...PRICE, value: 49 }] } });
  type(55);
  // On a page that is loaded anew nothing is remembered of 49 but what the line says.
  expect(new Guesses(workspace).rangeOf(line())).toMatchObject({ low: 24.5, high: 98 });
  type(400);
  expect(new Guesses(workspace).rangeOf(line())?.low).toBe(200);
});

it('a guess does not run after the number that its slider moves, and follows one that leaves it', () => {
  const { guesses, line, type } = typed(49);
  guesses.rangeOf(line());
  type(90);
  expect(guesses.rangeOf(line())?.high).toBe(98);
  type(400);
  expect(guesses.rangeOf(line())).toMatchObject({ low: 200, high: 800 });
});

it('a range that is set is kept, undone and no guess any more; a shipped fact is none', () => {
  const { workspace, guesses, line } = typed(49);
  const range = { low: 30, high: 60, step: 1, rationale: { en: 'Survey', zh: 'Survey' } };
  guesses.setRange(line(), range);
  expect(line().range).toEqual(range);
  expect(isGuess(range)).toBe(false);
  workspace.undo();
  expect(line().range).toBeUndefined();
  const shipped = openCommandApp().workspace;
  const fact = shipped.model().lines.find((one) => one.kind === 'input' && !one.range);
  expect(new Guesses(shipped).rangeOf(fact)).toBeUndefined();
});

it('the dialog of a line changes its number and its range in one step', () => {
  const { app, workspace, line } = typed(49);
  const range = { low: 30, high: 60, step: 1, rationale: { en: '', zh: '' } };
  changeLine(app, { ...line(), range }, 55);
  expect(workspace.base.overrides.own_1).toEqual({ value: 55 });
  workspace.undo();
  expect(workspace.base.overrides.own_1).toEqual({ value: 49 });
  expect(line().range).toBeUndefined();
});
