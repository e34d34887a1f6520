import { AGGREGATES } from './aggregate.ts';
import { ARRAYS } from './arrays.ts';
import { BESSEL } from './bessel.ts';
import { BITS } from './bits.ts';
import { BONDS } from './bonds.ts';
import { BYTES } from './bytes.ts';
import { CALENDAR } from './calendar.ts';
import { CORRECTED, cutFractions } from './corrected.ts';
import { DATES } from './dates.ts';
import type { OwnFunction } from './define.ts';
import { DEPRECIATION } from './depreciation.ts';
import { DISCRETE } from './discrete.ts';
import { DISTRIBUTIONS } from './distributions.ts';
import { makeExceptions } from './exceptions.ts';
import { INFORMATION } from './information.ts';
import { KINDS } from './kinds.ts';
import { LET_FUNCTIONS } from './let.ts';
import { LOOKUP_FUNCTIONS } from './lookup.ts';
import { MATRICES } from './matrices.ts';
import { NORMAL } from './normal.ts';
import { NUMBER_FORMATS } from './numberFormats.ts';
import { REGRESSION } from './regression.ts';
import { SAMPLES } from './samples.ts';
import { SORTING } from './sorting.ts';
import { SPANS } from './spans.ts';
import { STATISTICS } from './statistics.ts';
import { TEXTS } from './texts.ts';
import { UNIT_FUNCTIONS } from './units.ts';

/** Functions that no first visit needs. They are loaded when a formula names one that is not there from the start (`later.ts`). */
export const MORE: readonly OwnFunction[] = [
  ...BESSEL,
  ...BITS,
  ...BONDS,
  ...CORRECTED,
  ...DATES,
  ...INFORMATION,
  ...LOOKUP_FUNCTIONS,
  ...SPANS,
  ...STATISTICS,
  ...DISCRETE,
  ...DISTRIBUTIONS,
  ...LET_FUNCTIONS,
  ...NORMAL,
  ...REGRESSION,
  ...AGGREGATES,
  ...BYTES,
  ...CALENDAR,
  ...DEPRECIATION,
  ...UNIT_FUNCTIONS,
  ...ARRAYS,
  ...KINDS,
  ...MATRICES,
  ...SAMPLES,
  ...SORTING,
  ...NUMBER_FORMATS,
  ...TEXTS,
];

export { withSpans } from '../spans.ts';

/** Puts the engine's other functions right. */
export function correctOthers(): void {
  cutFractions();
  makeExceptions();
}
