/** Milliseconds that a request may take before the engine is stopped; it grows with the workbook. */
export const TIME_LIMIT = { build: 10_000, shortTimeout: 2_000, other: 1_500, perCell: 0.03 };
/** A build with a short timeout may take so many times as long as the worker took to load, which tells how fast the machine is now. */
export const PER_START = 8;
/** Milliseconds in which a worker must have loaded and answered for the first time. */
export const START_LIMIT = 60_000;
