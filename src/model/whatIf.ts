import type { Slot } from './content.ts';

/**
 * How a value may turn out, in its stored unit. `triangular` and `pert` have their mode, `normal` its mean and `lognormal`
 * its median in what the cell holds, so that they follow it; the others stand by themselves.
 */
export type Shape =
  | { readonly kind: 'uniform' | 'triangular' | 'pert'; readonly low: number; readonly high: number }
  /** `deviation`: the standard deviation; for `lognormal` that of the natural logarithm. */
  | { readonly kind: 'normal' | 'lognormal'; readonly deviation: number }
  /** Three quantiles, and bounds that no value passes. */
  | {
      readonly kind: 'metalog';
      readonly p10: number;
      readonly p50: number;
      readonly p90: number;
      readonly least?: number;
      readonly most?: number;
    }
  /** `weights` need not add up to 1. */
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly weights: readonly number[] }
  /** Each as likely. */
  | { readonly kind: 'samples'; readonly values: readonly number[] };

export type ShapeKind = Shape['kind'];
export const SHAPES = [
  'pert',
  'triangular',
  'uniform',
  'normal',
  'lognormal',
  'metalog',
  'discrete',
  'samples',
] as const satisfies readonly ShapeKind[];

/** An input that is not known for sure. */
export interface Uncertainty {
  readonly shape: Shape;
  /** Its numbers are shares of what the cell holds: 0.9 is a tenth less. Else they are in the stored unit. */
  readonly relative?: true;
  /**
   * Of an input with a value a period, how much of a deviation stays in the next period: 1 is drawn once for all of them,
   * 0 anew in each, between them a first-order autoregression of the normal scores.
   */
  readonly memory?: number;
}

/** Two uncertain inputs that go together: Spearman's rank correlation, between -1 and 1. */
export interface RankCorrelation {
  readonly lines: readonly [string, string];
  readonly rank: number;
}

/** A result that is asked about, in whichever scenario is in view. */
export interface Asked {
  readonly line: string;
  readonly slot: Slot;
}

/** Of which result futures are told, and what it is to reach, in its stored unit; left out: its target, where it has one. */
export interface FuturesAsked extends Asked {
  readonly atLeast?: number;
}

/** An input of a data table: `steps` values from `low` to `high`, both among them, in the stored unit. */
export interface TableInput extends Asked {
  readonly low: number;
  readonly high: number;
  readonly steps: number;
}

export interface DataTable {
  /** One or two. */
  readonly inputs: readonly TableInput[];
  readonly results: readonly Asked[];
}

/** What is asked of a model beside its values. What comes of it is computed, and kept nowhere. */
export interface WhatIf {
  /** By line. */
  readonly uncertain?: Readonly<Record<string, Uncertainty>>;
  readonly correlations?: readonly RankCorrelation[];
  /** Left out: those of `DRAWS`. */
  readonly draws?: Draws;
  readonly futures?: FuturesAsked;
  readonly tornado?: Asked;
  readonly table?: DataTable;
}

/** How many futures are drawn, and which: the same seed draws the same ones. */
export interface Draws {
  readonly runs: number;
  readonly seed: number;
}
export const DRAWS: Draws = { runs: 10_000, seed: 1 };

/** The generator's products stay whole numbers up to here, and memory small. */
export const MOST_RUNS = 1_000_000;
export const MOST_SEED = 10_000_000;
