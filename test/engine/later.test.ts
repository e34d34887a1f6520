import { expect, it } from 'vitest';
import { needsMore, THERE } from '../../src/engine/functions/later.ts';
import { MORE } from '../../src/engine/functions/more.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import { SPEC } from '../fixtures/small.ts';
import { SHIPPED } from '../models/shipped.ts';

it('what is there from the start is what a formula may name without the rest', () => {
  const later = new Set(MORE.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
  expect([...THERE].filter((name) => later.has(name))).toEqual([]);
  const known = new Set(new Workbook(SPEC).functions().map(({ name }) => name));
  expect([...THERE].filter((name) => !known.has(name))).toEqual([]);
});

it('the shipped models need no more than that', () => {
  const formulas = SHIPPED.flatMap((model) => model.lines.flatMap((line) => ('formula' in line ? [line.formula] : [])));
  expect(formulas.filter(needsMore)).toEqual([]);
});

it('a formula that names one is told from others', () => {
  expect(needsMore('=LET(x,1,x)')).toBe(true);
  expect(needsMore('=1+sum(let (x,1,x))')).toBe(true);
  expect(needsMore('=SUM({scale@all})*outlet')).toBe(false);
});
