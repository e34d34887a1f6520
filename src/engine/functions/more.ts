import type { OwnFunction } from './define.ts';
import { LET_FUNCTIONS } from './let.ts';

/** Functions that no first visit needs. They are loaded when a formula names one (`names.ts`). */
export const MORE: readonly OwnFunction[] = [...LET_FUNCTIONS];
