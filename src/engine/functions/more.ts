import type { OwnFunction } from './define.ts';
import { DISCRETE } from './discrete.ts';
import { DISTRIBUTIONS } from './distributions.ts';
import { NORMAL } from './normal.ts';
import { REGRESSION } from './regression.ts';
import { SAMPLES } from './samples.ts';

/** Functions that no first visit needs. They are loaded when a formula names one (`names.ts`). */
export const MORE: readonly OwnFunction[] = [...DISCRETE, ...DISTRIBUTIONS, ...NORMAL, ...REGRESSION, ...SAMPLES];
