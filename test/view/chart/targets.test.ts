import { expect, it } from 'vitest';
import { inLines } from '../../../src/view/chart/targets.ts';

const widthOf = (words: string): number => words.length;

it.each([
  ['Target 300, 2025', 20, ['Target 300, 2025']],
  ['Target 440, 2027 (set later)', 20, ['Target 440, 2027', '(set later)']],
  ['Industry scale, target 1,300, 2025', 20, ['Industry scale,', 'target 1,300, 2025']],
  ['2027年目标4400亿元（后续提出）', 14, ['2027年目标4400亿元', '（后续提出）']],
  ['产业规模，2027年目标4400亿元', 14, ['产业规模，', '2027年目标4400亿元']],
  ['A line of a very long name, target 3', 12, ['A line of a…', 'target 3']],
])('the label of a target takes as many lines as it needs: %s in %d', (label, room, lines) => {
  expect(inLines(label, room, widthOf)).toEqual(lines);
});
