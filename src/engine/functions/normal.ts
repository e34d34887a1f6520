import { aboveZ, gammaTails, normalDensity, normalQuantile } from '../../maths/special.ts';
import { define, logical, number, type OwnFunction, page } from './define.ts';

const belowZ = (z: number): number => aboveZ(-z);
const inside = number('probability', { greaterThan: 0, lessThan: 1 });
const mean = number('mean');
const deviation = number('standard_dev', { greaterThan: 0 });
const cumulative = logical('cumulative');

/** The error function: 1 - erf x is what lies outside of it. */
const erf = (x: number): number => Math.sign(x) * gammaTails(0.5, x * x)[0];
const erfc = (x: number): number => (x < 0 ? 2 - gammaTails(0.5, x * x)[1] : gammaTails(0.5, x * x)[1]);

export const NORMAL: readonly OwnFunction[] = [
  define({
    name: 'NORM.DIST',
    aliases: ['NORMDIST'],
    summary: 'A value of the normal distribution, or what lies below it.',
    source: page('norm-dist', 'edb1cc14-a21c-4e53-839d-8082074c9f8d'),
    parameters: [number('x'), mean, deviation, cumulative],
    calculate: (x: number, m: number, s: number, isSum: boolean) =>
      isSum ? belowZ((x - m) / s) : normalDensity((x - m) / s) / s,
  }),
  define({
    name: 'NORM.S.DIST',
    summary: 'A value of the standard normal distribution, or what lies below it.',
    source: page('norm-s-dist', '1e787282-3832-4520-a9ae-bd2a8d99ba88'),
    parameters: [number('z'), cumulative],
    calculate: (z: number, isSum: boolean) => (isSum ? belowZ(z) : normalDensity(z)),
  }),
  define({
    name: 'NORMSDIST',
    summary: 'What lies below a value of the standard normal distribution.',
    source: page('normsdist', '463369ea-0345-445d-802a-4ff0d6ce7cac'),
    parameters: [number('z')],
    calculate: belowZ,
  }),
  define({
    name: 'NORM.INV',
    aliases: ['NORMINV'],
    summary: 'The value that so much of the normal distribution lies below.',
    source: page('norm-inv', '54b30935-fee7-493c-bedb-2278a9db7e13'),
    parameters: [inside, mean, deviation],
    calculate: (p: number, m: number, s: number) => m + s * normalQuantile(p),
  }),
  define({
    name: 'NORM.S.INV',
    aliases: ['NORMSINV'],
    summary: 'The value that so much of the standard normal distribution lies below.',
    source: page('norm-s-inv', 'd6d556b4-ab7f-49cd-b526-5a20918452b1'),
    parameters: [inside],
    calculate: normalQuantile,
  }),
  define({
    name: 'LOGNORM.DIST',
    summary: 'A value of the lognormal distribution, or what lies below it.',
    source: page('lognorm-dist', 'eb60d00b-48a9-4217-be2b-6074aee6b070'),
    parameters: [number('x', { greaterThan: 0 }), mean, deviation, cumulative],
    calculate: (x: number, m: number, s: number, isSum: boolean) => {
      const z = (Math.log(x) - m) / s;
      return isSum ? belowZ(z) : normalDensity(z) / s / x;
    },
  }),
  define({
    name: 'LOGNORMDIST',
    summary: 'What lies below a value of the lognormal distribution.',
    source: page('lognormdist', 'f8d194cb-9ee3-4034-8c75-1bdb3884100b'),
    parameters: [number('x', { greaterThan: 0 }), mean, deviation],
    calculate: (x: number, m: number, s: number) => belowZ((Math.log(x) - m) / s),
  }),
  define({
    name: 'LOGNORM.INV',
    aliases: ['LOGINV', 'LOGNORMINV'],
    summary: 'The value that so much of the lognormal distribution lies below.',
    source: page('lognorm-inv', 'fe79751a-f1f2-4af8-a0a1-e151b2d4f600'),
    parameters: [inside, mean, deviation],
    calculate: (p: number, m: number, s: number) => Math.exp(m + s * normalQuantile(p)),
  }),
  define({
    name: 'ERF',
    summary: 'The error function, from 0 or between two limits.',
    source: page('erf', 'c53c7e7b-5482-4b6c-883e-56df3c9af349'),
    parameters: [number('lower_limit'), number('upper_limit', { optionalArg: true })],
    calculate: (low: number, high?: number) => (high === undefined ? erf(low) : erf(high) - erf(low)),
  }),
  define({
    name: 'ERF.PRECISE',
    summary: 'The error function.',
    source: page('erf-precise', '9a349593-705c-4278-9a98-e4122831a8e0'),
    parameters: [number('x')],
    calculate: erf,
  }),
  define({
    name: 'ERFC',
    aliases: ['ERFC.PRECISE'],
    summary: 'What the error function leaves to 1.',
    source: page('erfc', '736e0318-70ba-4e8b-8d08-461fe68b71b3'),
    parameters: [number('x')],
    calculate: erfc,
  }),
];
