import { expect, it } from 'vitest';
import { LATER, needsMore } from '../../src/engine/functions/later.ts';
import { MORE } from '../../src/engine/functions/more.ts';
import { packSpec } from '../../src/engine/packed.ts';
import { EngineService } from '../../src/engine/service.ts';
import { SPEC } from '../fixtures/small.ts';

it('functions that are loaded later are known by their names, all of them', () => {
  const names = MORE.flatMap(({ name, aliases = [] }) => [name, ...aliases]).filter((name) => name !== 'CALL.LAMBDA');
  expect([...LATER].sort()).toEqual([...new Set(names)].sort());
});

it('a formula that names one is told from others', () => {
  expect(needsMore('=LET(x,1,x)')).toBe(true);
  expect(needsMore('=1+sum(let (x,1,x))')).toBe(true);
  expect(needsMore('=SUM({scale@all})*outlet')).toBe(false);
});

it('a workbook takes the first formula with one, and what it held before stands', async () => {
  const service = new EngineService();
  const rows = [
    { scenario: 'fast', line: 'scale' },
    { scenario: 'fast', line: 'total' },
  ];
  const ask = async (request: Parameters<EngineService['answer']>[0]) => {
    await service.prepare(request);
    return service.answer(request);
  };
  await ask({ kind: 'build', spec: packSpec(SPEC) });
  await ask({ kind: 'apply', edits: [{ scenario: 'fast', line: 'extra', slot: 2024, content: 5 }] });
  const before = await ask({ kind: 'watch', watch: 1, rows });
  const content = { formula: '=LET(all,{scale@all},SUM(all))' };
  const after = await ask({ kind: 'apply', edits: [{ scenario: 'fast', line: 'total', slot: 'value', content }] });
  expect(after.frame?.values).toEqual(before.frame?.values);
  expect(after.frame?.notes).toEqual([]);
  expect(after.size).toMatchObject({ formulas: expect.any(Number) });
});
