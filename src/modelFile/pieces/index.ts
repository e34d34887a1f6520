import { between } from './between.ts';
import { cohort } from './cohort.ts';
import { fade, fading } from './fade.ts';
import { compound, required } from './growth.ts';
import { kept } from './kept.ts';
import { logistic, logisticRate } from './logistic.ts';
import type { BuiltIn } from './piece.ts';
import { ramp } from './ramp.ts';
import { seasonal } from './seasonal.ts';
import { shock } from './shock.ts';
import { toward } from './toward.ts';

/** The pieces that come with the app, by the names by which formulas call them. */
export const PIECES: Readonly<Record<string, BuiltIn>> = {
  ramp,
  kept,
  toward,
  fade,
  fading,
  shock,
  compound,
  required,
  logistic,
  logistic_rate: logisticRate,
  between,
  seasonal,
  cohort,
};
