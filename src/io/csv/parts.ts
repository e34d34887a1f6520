import { PER_YEAR, type Step } from '../../model/periods.ts';
import { periodNames } from '../reading/periodCells.ts';
import { stepNamed } from '../reading/stepWords.ts';

/** Parts of a year by the places of their columns, the first one 0. */
export interface Parts {
  readonly step: Step;
  readonly of: Readonly<Record<number, number>>;
}

/** A second column of periods down the rows: the part of the year that stands in the first one. */
export interface Within {
  readonly column: number;
  readonly step: Step;
}

/** The part of a year that a cell names beside it, from 1: 3, 03, Mar, M03; undefined where it names none of the step. */
export function partIn(cell: string, step: Step): number | undefined {
  const digits = /^\s*(\d{1,2})(?:\.0)?\s*$/.exec(cell)?.[1];
  const part = digits === undefined ? partNamed(cell, step) : Number(digits);
  return part !== undefined && part >= 1 && part <= PER_YEAR[step] ? part : undefined;
}

function partNamed(cell: string, step: Step): number | undefined {
  const names = periodNames(cell);
  const part = names.find((name) => name.kind === 'part' && name.step === step);
  if (part?.kind === 'part') return part.part;
  const count = names.find((name) => name.kind === 'count' && name.step === step);
  return count?.kind === 'count' ? count.count : undefined;
}

/** Cells of a column of parts that name one, at least: of halves every third may be a total of the year. */
const MOSTLY = 0.6;

/**
 * The step of whose parts a column is, by its head or by what its cells name; undefined where it is of none. Where a person
 * says that it is of some, bare numbers do: up to 4 they are quarters.
 */
export function stepOfParts(head: string, cells: readonly string[], isSaid: boolean): Step | undefined {
  const named = cells.flatMap((cell) =>
    periodNames(cell).flatMap((name) => (name.kind === 'part' || name.kind === 'count' ? (name.step ?? []) : [])),
  );
  const bare = isSaid ? (cells.some((cell) => Number(cell) > PER_YEAR.quarter) ? 'month' : 'quarter') : undefined;
  const step = stepNamed(head) ?? named[0] ?? bare;
  if (step === undefined || step === 'year') return undefined;
  return cells.filter((cell) => partIn(cell, step) !== undefined).length >= cells.length * MOSTLY ? step : undefined;
}

/** The column of the periods that a person reads first, where two hold them. */
export const timeColumn = (roles: readonly unknown[], within?: Within): number =>
  roles.findIndex((role, i) => role === 'time' && i !== within?.column);
