import { beforeAll, describe, expect, it } from 'vitest';
import { Workbook } from '../../src/engine/workbook.ts';
import { questions } from '../differential/asked.ts';
import { computed } from '../differential/sheet.ts';
import { readTable } from '../differential/table.ts';
import { toleranceOf } from '../differential/tolerance.ts';
import { agree, isRight, type Value } from '../differential/value.ts';
import { SPEC } from '../fixtures/small.ts';

interface Difference {
  readonly about: string;
  readonly formula: string;
  readonly ours: Value;
  readonly theirs: Value;
}

const asked = questions();
const theirs = readTable<'formula' | keyof Value>('values.csv') as (Value & { readonly formula: string })[];
const explained = readTable<'formula' | 'ours' | 'libreoffice' | 'reason'>('differences.csv');
const byHand = readTable<'formula' | 'right' | 'by'>('byHand.csv');

function differences(): Difference[] {
  const ours = computed(asked.map(({ formula }) => formula));
  const values = new Map(theirs.map((value) => [value.formula, value]));
  return asked.flatMap(({ about, formula }, i) => {
    const [own, other] = [ours[i], values.get(formula)];
    if (!own || !other || agree(own, other, toleranceOf(about))) return [];
    return [{ about, formula, ours: own, theirs: other }];
  });
}

const shown = ({ type, value }: Value): string => (type === 'text' ? `"${value}"` : value);

/** By function, how many formulas differ, and what each of them gives. */
function report(found: readonly Difference[]): string {
  const groups = new Map<string, Difference[]>();
  for (const difference of found) groups.set(difference.about, [...(groups.get(difference.about) ?? []), difference]);
  const lines = [...groups].flatMap(([about, group]) => [
    `${about || 'operators'}: ${group.length}`,
    ...group.map(
      ({ formula, ours, theirs: other }) => `  ${formula}  ours ${shown(ours)}  LibreOffice ${shown(other)}`,
    ),
  ]);
  return found.length === 0 ? '' : [`${found.length} of ${asked.length} formulas differ`, ...lines].join('\n');
}

const FUNCTION = /"[^"]*"|[A-Za-z][\w.]*(?=\()/g;

describe('the formulas of a workbook, beside those of LibreOffice', () => {
  let found: Difference[] = [];
  beforeAll(() => {
    found = differences();
  }, 30_000);
  const reasons = new Map(explained.map((row) => [row.formula, row]));

  it('ask five things or more of every function', () => {
    const counts = new Map<string, number>();
    for (const { formula } of [...asked, ...byHand])
      for (const name of new Set(formula.match(FUNCTION))) counts.set(name, (counts.get(name) ?? 0) + 1);
    const workbook = new Workbook(SPEC);
    const names = workbook.functions().map(({ name }) => name);
    workbook.destroy();
    expect(names.filter((name) => (counts.get(name) ?? 0) < 5)).toEqual([]);
  });

  it('have a value of LibreOffice each; npm run differential asks it anew', () => {
    expect(theirs.map(({ formula }) => formula)).toEqual(asked.map(({ formula }) => formula));
  });

  it('give what LibreOffice gives, or a reason', () => {
    expect(report(found.filter(({ formula }) => !reasons.has(formula)))).toBe('');
  });

  it('have no reason for what does not differ, or not as the reason says', () => {
    const differing = new Map(found.map((difference) => [difference.formula, difference]));
    const stale = explained.filter(({ formula, ours, libreoffice, reason }) => {
      const difference = differing.get(formula);
      return !difference || !isRight(difference.ours, ours) || difference.theirs.value !== libreoffice || reason === '';
    });
    expect(stale).toEqual([]);
    expect(reasons.size).toBe(explained.length);
  });

  it('differ in fewer than 2 of 100', () => {
    expect(explained.length).toBeLessThanOrEqual(asked.length * 0.02);
  });
});
