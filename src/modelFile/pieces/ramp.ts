import { fixed } from './piece.ts';

/**
 * 0 before a start, then in equal steps to 1, which the last of `years` reaches at its end:
 * r(t) = max(0, min(1, (t − start + step) / years)). The linear phase-in of policy models, by its definition.
 */
export const ramp = fixed(
  ['start', 'years'],
  'MAX(0,MIN(1,(<now>-<start>+<step>)/<years>))',
  'From 0 to 1 in equal steps over so many years from the start on.',
);
