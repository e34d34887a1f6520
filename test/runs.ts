import process from 'node:process';

/** Whether this is `npm run soak`, which takes its time. */
const isSoak = process.env.FORESHEET_SOAK !== undefined;

/** How often a property is tried: a sample among all other tests, the volume in a soak. */
export const runs = (sample: number, volume: number): { readonly numRuns: number } => ({
  numRuns: isSoak ? volume : sample,
});
