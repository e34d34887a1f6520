import { describe, expect, it } from 'vitest';
import type { AnswerContext } from '../../src/analysis/answer.ts';
import { steppedAnswer } from '../../src/analysis/steppedAnswer.ts';
import { applyChange } from '../../src/document/change.ts';
import { openModel } from '../../src/document/document.ts';
import { restep } from '../../src/document/restep.ts';
import type { Step } from '../../src/model/periods.ts';
import { documentOf, readModelFile } from '../../src/modelFile/read.ts';

const FILE = `foresheet: 1
name: Plan
time: 2026..2028
lines:
  sales: {formula: "1", unit: EUR, rollup: sum}
  staff: {formula: "1", unit: people, rollup: last}
answer:
  line: sales
  terms:
    sales: {cell: sales@2027, format: count}
    staff: {cell: staff@2027, format: count}
  clauses:
    - {when: [{cell: sales@2027, is: ">0"}], text: "{sales} sold, {staff} there."}
`;

/** The answer of a model of years in periods of another length, where a line holds 1, 2, 3 and so on. */
function answered(step: Step, file = FILE) {
  const document = documentOf(readModelFile(file, 'own-plan'));
  const shipped = document.own;
  if (!shipped) throw new Error('no model');
  const { change } = restep(openModel(shipped, document), step);
  const { model } = openModel(shipped, applyChange(document, change).document);
  const context: AnswerContext = {
    value: () => undefined,
    figures: new Map(),
    known: 'latest',
    lang: 'en',
    money: 'bn yuan',
    yuanPerDollar: 7,
    scenario: undefined,
  };
  const count = model.periods.last - model.periods.first + 1;
  return steppedAnswer(model, context, () => Array.from({ length: count }, (_, i) => i + 1));
}
const textOf = (pieces: ReturnType<typeof answered>) => pieces?.map(({ text }) => text).join('');

describe('an answer whose clauses name periods of another length', () => {
  it('is of the same time: a sum is that of all parts of the year, a stock stands at its end', () => {
    // The quarters of 2027 are the fifth to the eighth.
    const pieces = answered('quarter');
    expect(textOf(pieces)).toBe('26 sold, 8 there.');
    expect(pieces?.find(({ text }) => text === '8')?.cell).toEqual({ line: 'staff', slot: 4 * 2027 + 3 });
  });

  it('is of the period in which a shorter one ends', () => {
    expect(
      textOf(answered('year', FILE.replaceAll('2026..2028', '2026Q1..2028Q4').replaceAll('@2027', '@2027Q2'))),
    ).toBe('2 sold, 2 there.');
  });
});
