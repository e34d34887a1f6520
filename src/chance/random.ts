/**
 * D. W. Hubbard's counter-based generator as the SIPmath standard 3.0 has it (https://www.probabilitymanagement.org): what
 * is drawn is a function of who draws, and of nothing that was drawn before. So each input has a stream of its own,
 * an input more changes no other, and any number of workers draws the same.
 */

/** The largest trial and seed with which all products stay whole numbers below 2^53; a stream is one of 31 bits. */
export const MOST_TRIALS = 10_000_000;

/**
 * A number between 0 and 1, both left out.
 * @param trial from 1 to `MOST_TRIALS`
 * @param stream whose it is, 31 bits
 * @param entity in which period it is drawn anew; 0 where it is not
 * @param seed up to `MOST_TRIALS`; the standard's third, its fourth is 0
 */
export function uniform(trial: number, stream: number, entity: number, seed: number): number {
  const a = (trial * 2499997 + stream * 1800451 + entity * 2000371 + seed * 1796777) % 7450589;
  const b = (trial * 2246527 + stream * 2399993 + entity * 2100869 + seed * 1918303) % 7450987;
  const x = (((999999999999989 % (a * 4658 + 7450581)) * 383) % 99991) * 7440893;
  const y = ((999999999999989 % (b * 7580 + 7560584)) * 17669) % 7440893;
  return ((((x + y) * 1343) % 4294967296) + 0.5) / 4294967296;
}

/** The stream of a line: the 32-bit FNV-1a hash of its id without the topmost bit. */
export function streamOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash & 0x7fffffff;
}
