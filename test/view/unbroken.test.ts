import { expect, it } from 'vitest';
import { unbroken } from '../../src/view/panels/unbroken.ts';

const number = (text: string) => ({ text, figure: 'f' });

it('keeps a number and its punctuation on one line, and loses no character of the sentence', () => {
  const pieces = [
    { text: '比' },
    number('3000亿元'),
    { text: '目标少' },
    number('701亿元'),
    { text: '（' },
    number('23.4%'),
    { text: '）；如期达标，' },
    number('2022'),
    { text: '—' },
    number('2025'),
    { text: '年年均增速' },
  ];
  const groups = unbroken(pieces);
  expect(groups.find((group) => group.piece?.text === '23.4%')).toMatchObject({ before: '（', after: '）；' });
  expect(groups.find((group) => group.piece?.text === '2022')).toMatchObject({ after: '—' });
  const whole = groups.map(({ before, piece, after }) => before + (piece?.text ?? '') + (after ?? '')).join('');
  expect(whole).toBe(pieces.map(({ text }) => text).join(''));
});
