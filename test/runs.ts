/**
 * How often a property is tried: a sample in the tests, the volume in `npm run soak`. A failure tells its seed, with which
 * FORESHEET_SEED tries the same again (`test/setup.ts`).
 */
export const runs = (sample: number, volume: number): { numRuns: number } => ({
  numRuns: process.env.FORESHEET_VOLUME ? volume : sample,
});
