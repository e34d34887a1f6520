/** What `npm run soak` and whoever repeats a run say. */
const { FORESHEET_VOLUME, FORESHEET_SEED } = process.env;

/**
 * How often a property is tried: a sample in the tests, the volume in `npm run soak`. A failure tells its seed, with which
 * FORESHEET_SEED tries the same again.
 */
export const runs = (sample: number, volume: number): { numRuns: number; seed?: number } => ({
  numRuns: FORESHEET_VOLUME ? volume : sample,
  ...(FORESHEET_SEED ? { seed: Number(FORESHEET_SEED) } : {}),
});
