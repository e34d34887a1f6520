import { pointIn, readPeriod, type Step } from './periods.ts';
import type { Unit } from './units.ts';

export type FigureKind = 'target' | 'observed' | 'estimate' | 'projection';
/** How the source put the value. */
export type Bound = 'reach' | 'at least' | 'about' | 'nearly' | 'exact';
/** A official or primary, B established press citing an official, C repost or aggregator. */
export type Grade = 'A' | 'B' | 'C';

/** Where a figure was found. */
export interface Source {
  readonly id: string;
  readonly publisher: string;
  /** Its name in Chinese, where it has one. */
  readonly publisherZh?: string;
  /** `2023`, `2023-11` or `2023-11-13`. */
  readonly date: string;
  readonly grade: Grade;
  /** http or https, or empty. */
  readonly url: string;
  readonly about: string;
}

/** One cited number. Its value is as the source gives it: percent as 15.3. */
export interface Figure {
  readonly id: string;
  readonly region: string;
  readonly variable: string;
  /** As in the seeds: `2025`, `2025-10`, `2025 H1`, `2023-2025`. */
  readonly period: string;
  readonly value: number;
  readonly unit: Unit;
  readonly bound: Bound;
  readonly kind: FigureKind;
  /** What was counted; figures of different definitions are not comparable. Empty where there is but one. */
  readonly definition: string;
  /** When it became known: `2023`, `2023-11` or `2023-11-13`. */
  readonly reported: string;
  readonly source: string;
  readonly note: string;
}

/** The year of a figure's period where that is one whole year, else undefined. */
export const wholeYear = (figure: Figure): number | undefined =>
  /^\d{4}$/.test(figure.period) ? Number(figure.period) : undefined;

/**
 * The period of a model to which a figure belongs: its own where that is written in the same step; of a whole year the
 * last one, at whose end it stands. Undefined for any other.
 */
export function periodOfFigure({ period }: Figure, step: Step): number | undefined {
  const found = readPeriod(period);
  if (found?.step === step) return found.ordinal;
  return found?.step === 'year' ? pointIn(found.ordinal, step) : undefined;
}

/**
 * Where a figure stands on the axis of years: its whole year, or the month's place within it
 * (a stock at the end of October 2025 stands at 2024 + 10/12, since a year's value stands at its end, on the year).
 * Flows over part of a year stand nowhere.
 */
export function positionOnAxis(figure: Figure): number | undefined {
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(figure.period);
  return month ? Number(month[1]) - 1 + Number(month[2]) / 12 : wholeYear(figure);
}

/** `latest`, or the month (`2023-11`) by whose end a figure must have been reported to count as known. */
export type Known = string;

/**
 * Whether a figure was known by the end of the month `known`.
 * A date given only as a year counts as its end, so nothing is taken as known too early.
 */
export function isKnown(figure: Figure, known: Known): boolean {
  if (known === 'latest') return true;
  const month = figure.reported.length === 4 ? `${figure.reported}-12` : figure.reported.slice(0, 7);
  return month <= known;
}

/** A figure with its source, as it is cited. */
export interface Cited {
  readonly figure: Figure;
  readonly source: Source | undefined;
}
