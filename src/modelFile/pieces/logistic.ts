import { fixed } from './piece.ts';

/**
 * Growth that slows by itself as it nears a ceiling K: x(t) = K / (1 + (K − x₀) / x₀ · e^(−r (t − t₀))).
 * Verhulst, “Notice sur la loi que la population suit dans son accroissement”, 1838.
 */
export const logistic = fixed(
  ['first', 'ceiling', 'rate', 'from'],
  '<ceiling>/(1+(<ceiling>-<first>)/<first>*EXP(-<rate>*(<now>-<from>)))',
  'Growth from a first value in the year `from` that slows as it nears its ceiling; for the rate see `logistic_rate`.',
);

/**
 * The rate at which that curve grows by a given growth in its first year, solved for r:
 * r = ln((1 + g) (K − x₀) / (K − x₀ (1 + g))).
 */
export const logisticRate = fixed(
  ['first', 'ceiling', 'growth'],
  'LN((1+<growth>)*(<ceiling>-<first>)/(<ceiling>-<first>*(1+<growth>)))',
  'The rate at which `logistic` grows by this much in its first year.',
);
