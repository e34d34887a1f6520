import { expect, it } from 'vitest';
import { computed } from '../differential/sheet.ts';
import { readTable } from '../differential/table.ts';
import { isRight } from '../differential/value.ts';

it.each(['formulas.csv', 'byHand.csv'])('computes what %s says, with the source of each row', (name) => {
  const rows = readTable<'formula' | 'right' | 'by'>(name);
  const ours = computed(rows.map(({ formula }) => formula));
  const wrong = rows.flatMap(({ formula, right, by }, i) => {
    const value = ours[i];
    return value && isRight(value, right) ? [] : [`${formula} is ${value?.value}, and not ${right} (${by})`];
  });
  expect(rows.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});
