import type { OwnFunction } from './define.ts';
import { DISCRETE } from './discrete.ts';
import { DISTRIBUTIONS } from './distributions.ts';
import { LET_FUNCTIONS } from './let.ts';
import { NORMAL } from './normal.ts';
import { NUMBER_FORMATS } from './numberFormats.ts';
import { REGRESSION } from './regression.ts';
import { SAMPLES } from './samples.ts';
import { TEXTS } from './texts.ts';

/** Functions that no first visit needs. They are loaded when a formula names one (`names.ts`). */
export const MORE: readonly OwnFunction[] = [
  ...DISCRETE,
  ...DISTRIBUTIONS,
  ...LET_FUNCTIONS,
  ...NORMAL,
  ...REGRESSION,
  ...SAMPLES,
  ...NUMBER_FORMATS,
  ...TEXTS,
];
