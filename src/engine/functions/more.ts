import type { OwnFunction } from './define.ts';
import { REGRESSION } from './regression.ts';

/** Functions that no first visit needs. They are loaded when a formula names one (`names.ts`). */
export const MORE: readonly OwnFunction[] = [...REGRESSION];
