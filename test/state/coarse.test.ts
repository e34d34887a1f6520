import { describe, expect, it } from 'vitest';
import { insertLines } from '../../src/document/lines.ts';
import type { Line } from '../../src/model/line.ts';
import { ordinalOf } from '../../src/model/periods.ts';
import { emptiesReadBy } from '../../src/state/insight/formulaReads.ts';
import { changeLine } from '../../src/state/structure/lines.ts';
import { openCommandApp } from '../fixtures/commandApp.ts';
import { subscriptions } from '../fixtures/subscriptions.ts';
import { waitFor } from '../fixtures/waitFor.ts';

const month = (year: number, part: number) => ordinalOf(year, part, 'month');
const BUDGET: Line = {
  kind: 'input',
  id: 'budget',
  label: { en: 'Budget', zh: '预算' },
  unit: 'EUR',
  perPeriod: true,
  step: 'year',
};

function opened() {
  const app = openCommandApp();
  const { document, model } = subscriptions();
  app.workspace.show(model, document);
  app.workspace.dispatch(insertLines(app.workspace.openModel, 0, [BUDGET]));
  const type = (text: string) => {
    app.editor.type(text);
    app.editor.commit();
  };
  const held = () => app.workspace.base.overrides.budget;
  return { ...app, type, held };
}

describe('a line of longer periods in the sheet', () => {
  it('takes what is typed in any of its months as the value of their year, and shows it there', async () => {
    const { editor, type, held } = opened();
    editor.select({ line: 0, column: 5 });
    type('1200');
    expect(editor.address).toBe('O2');
    await waitFor(() => expect(held()).toEqual({ [month(2026, 12)]: 1200 }));
    editor.select({ line: 0, column: 6 });
    expect(editor.textAt({ line: 0, column: 6 })).toBe('1200');
    expect(editor.cell).toMatchObject({ line: 'budget', slot: month(2026, 12) });
    type('1300');
    await waitFor(() => expect(held()).toEqual({ [month(2026, 12)]: 1300 }));
  });

  it('is given its periods with what it holds: months join, what does not is told, and undo brings all back', () => {
    const { workspace, editor, held, ...app } = opened();
    const plain: Line = { ...BUDGET };
    const { step: _, ...months } = plain as Extract<Line, { kind: 'input' }>;
    changeLine({ workspace, editor, ...app }, months);
    const edits = Array.from({ length: 12 }, (_, i) => ({
      scenario: 'base',
      line: 'budget',
      slot: month(2026, i + 1),
      content: 100,
    }));
    workspace.dispatch({
      kind: 'cells',
      edits: [
        ...edits,
        { scenario: 'base', line: 'budget', slot: month(2027, 3), content: 7 },
        { scenario: 'base', line: 'budget', slot: month(2028, 1), content: 1 },
        { scenario: 'base', line: 'budget', slot: month(2028, 2), content: 2 },
      ],
    });
    changeLine({ workspace, editor, ...app }, BUDGET);
    expect(held()).toEqual({ [month(2026, 12)]: 1200, [month(2027, 12)]: 7, [month(2028, 12)]: 2 });
    // Back to months the year's value stands in its last one, which is told: the others are empty.
    changeLine({ workspace, editor, ...app }, months);
    expect(held()).toEqual({ [month(2026, 12)]: 1200, [month(2027, 12)]: 7, [month(2028, 12)]: 2 });
    expect(workspace.notices.shown()).toMatchObject({
      text: expect.stringMatching(/^3 typed values stand in the last/),
    });
    workspace.undo();
    workspace.undo();
    expect(held()).toMatchObject({ [month(2026, 1)]: 100, [month(2028, 1)]: 1 });
  });

  it('is told where a formula reads a period that nobody filled in, and no cell of a range', () => {
    const { workspace, held } = opened();
    const twelfth: Line = {
      ...{ kind: 'series', id: 'twelfth', label: { en: 'Twelfth', zh: '十二分之一' }, unit: 'EUR' },
      formula: '={budget}/12+SUM({budget@first}:{budget@last})',
    };
    workspace.dispatch(insertLines(workspace.openModel, 1, [twelfth]));
    const content = 1200;
    const edits = [{ scenario: 'base', line: 'budget', slot: month(2026, 12), content }];
    workspace.dispatch({ kind: 'cells', edits });
    expect(held()).toEqual({ [month(2026, 12)]: 1200 });
    const read = (slot: number) => emptiesReadBy(workspace, { scenario: 'base', line: 'twelfth', slot });
    expect(read(month(2026, 3))).toEqual([]);
    expect(read(month(2027, 3))).toEqual([{ scenario: 'base', line: 'budget', slot: month(2027, 12) }]);
  });
});
