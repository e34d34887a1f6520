import { describe, expect, it } from 'vitest';
import { newDocument } from '../../../src/document/document.ts';
import type { Model } from '../../../src/model/model.ts';
import { shownName, shownNames } from '../../../src/state/keeping/names.ts';
import { modelInfo } from '../../../src/state/keeping/seen.ts';
import { createWords } from '../../../src/state/page/words.ts';
import { RESOLVED } from '../../models/shipped.ts';

const GUANGDONG = RESOLVED[0] as Model;
const words = createWords(() => 'en');

describe('a document that nobody named', () => {
  const shipped = newDocument(GUANGDONG);

  it('is called as its model, in the language of who reads it', () => {
    const info = { name: '', ...modelInfo(shipped, GUANGDONG) };
    expect(shownName(info, words)).toBe('Guangdong AI hub');
    expect(
      shownName(
        info,
        createWords(() => 'zh'),
      ),
    ).toBe(GUANGDONG.name.zh);
  });

  it('is called as the first scenario that a person added, so that two of one model are told apart', () => {
    const scenarios = [...shipped.scenarios, { id: 'mine', name: 'Slow chips', note: '', overrides: {} }];
    const info = { name: '', ...modelInfo({ ...shipped, scenarios }, GUANGDONG) };
    expect(shownName(info, words)).toBe('Slow chips');
  });

  it('keeps the name that a person gave it', () => {
    expect(shownName({ ...modelInfo(shipped, GUANGDONG), name: 'Plan' }, words)).toBe('Plan');
  });
});

describe('documents that are called alike', () => {
  const info = (id: string, name: string, createdAt: number) => ({ id, name, createdAt });
  const named = (...infos: ReturnType<typeof info>[]) => Object.fromEntries(shownNames(infos, words));

  it('are counted in the order in which they were made, however they are listed', () => {
    const [a, b, c] = [info('a', 'Plan', 1), info('b', 'Plan', 2), info('c', 'Plan', 3)];
    const counted = { a: 'Plan', b: 'Plan (2)', c: 'Plan (3)' };
    expect(named(a, b, c)).toEqual(counted);
    expect(named(c, a, b)).toEqual(counted);
  });

  it('never take the name that a person gave another', () => {
    expect(named(info('a', 'Plan', 1), info('b', 'Plan', 2), info('c', 'Plan (2)', 3))).toEqual({
      a: 'Plan',
      b: 'Plan (3)',
      c: 'Plan (2)',
    });
    expect(named(info('a', 'Plan (2)', 1), info('b', 'Plan', 2))).toEqual({ a: 'Plan (2)', b: 'Plan' });
  });

  it('two of one model that nobody named are', () => {
    const two = ['x', 'y'].map((id, i) => ({ id, name: '', called: GUANGDONG.name, createdAt: i }));
    expect([...shownNames(two, words).values()]).toEqual(['Guangdong AI hub', 'Guangdong AI hub (2)']);
  });
});
