import { fixed } from './piece.ts';

/** What keeps a share of its distance from an end: end + (value − end) · share. A weighted mean, by its definition. */
export const toward = fixed(
  ['value', 'end', 'share'],
  '<end>+(<value>-<end>)*<share>',
  'A value of whose distance from its end a share is left.',
);
