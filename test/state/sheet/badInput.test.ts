import { expect, it } from 'vitest';
import { cellProblem, cellText, problemSentence, slotIndex } from '../../../src/state/insight/cells.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { waitFor } from '../../fixtures/waitFor.ts';

it.each([
  ['an unparsable formula', '=1+*', '#ERROR!', /can’t be read/],
  ['a division by zero', '=1/0', '#DIV/0!', /Divides by zero/],
  ['an unknown name', '=nobody*2', '#NAME?', /“nobody” is neither a function nor a line/],
  ['an address outside of the sheet', '=ZZ99', '#REF!', /belongs to no line/],
  ['a cycle', '=gd_growth+1', '#CYCLE!', /Depends on itself/],
  ['an array', '=SEQUENCE(3,3)', '#SPILL!', /one cell holds one value/],
  ['a bomb of cells', '=SEQUENCE(10000,10000)', '#LIMIT!', /larger than any sheet/],
  ['a bomb of text', '=REPT(REPT("a",100000000),100000000)', '#VALUE!', /more than the 32,767 characters/],
  ['text where a number belongs', 'about a fifth', 'about a fifth', /A number belongs here/],
  ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>', /A number belongs here/],
])('%s is told at the cell, loses nothing, and is undone', async (_, typed, sign, sentence) => {
  const app = openCommandApp();
  const { workspace, editor } = app;
  const cell = { scenario: workspace.base.id, line: 'gd_growth', slot: 'value' as const };
  const row = workspace.rows.watch(cell.scenario, cell.line);
  const line = workspace.line(cell.line);
  if (!line) throw new Error('no such line');
  const shown = () => cellText(app, line, row(), slotIndex(cell, workspace));
  await waitFor(() => expect(shown()).toBe('15.3%'));
  editor.jump(cell);
  editor.type(typed);
  editor.commitAndMove(() => editor.enter(1));
  await waitFor(() => expect(shown()).toBe(sign));
  const problem = cellProblem(workspace, cell, row());
  expect(problem && problemSentence(app, problem, line)).toMatch(sentence);
  editor.jump(cell);
  expect(editor.source(cell)).toBe(typed);
  workspace.undo();
  await waitFor(() => expect(shown()).toBe('15.3%'));
  expect(cellProblem(workspace, cell, row())).toBeUndefined();
});
