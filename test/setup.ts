import fc from 'fast-check';
import { loadMore } from '../src/engine/functions/later.ts';

// A page loads the functions beyond the first with the first formula that names one; tests of workbooks have them all.
await loadMore();

// What is drawn with the next values waits for a frame, which Node has not.
globalThis.requestAnimationFrame = (draw) => Number(setTimeout(() => draw(performance.now())));
globalThis.cancelAnimationFrame = (frame) => clearTimeout(frame);

// The tests try each property with the same inputs every time: a red is the change's. New inputs are tried by volume, in
// `npm run soak`, or with a seed of one's own.
const { FORESHEET_SEED, FORESHEET_VOLUME } = process.env;
if (FORESHEET_SEED) fc.configureGlobal({ seed: Number(FORESHEET_SEED) });
else if (!FORESHEET_VOLUME) fc.configureGlobal({ seed: 1 });
