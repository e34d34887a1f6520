import { fixed } from './piece.ts';

/** Compound growth: x(t) = x₀ (1 + g)^(t − t₀), by its definition. */
export const compound = fixed(
  ['first', 'growth', 'from'],
  '<first>*(1+<growth>)^(<now>-<from>)',
  'A first value in the year `from` that grows by so much a year.',
);

/** The compound annual rate that leads from one value to another, the equation of `compound` solved for g. */
export const required = fixed(
  ['first', 'target', 'from', 'by'],
  '(<target>/<first>)^(1/(<by>-<from>))-1',
  'The growth a year that leads from a first value to a target by a year.',
);
