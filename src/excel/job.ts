import type { Scenario } from '../document/document.ts';
import type { CellNote } from '../engine/port.ts';
import type { Cited } from '../model/figure.ts';
import type { Line } from '../model/line.ts';
import type { Periods } from '../model/model.ts';
import type { Lang } from '../model/text.ts';
import type { Asked, WhatIf } from '../model/whatIf.ts';

/** A table of one or two inputs in a scenario: what each is given, and what results come to, as `DataTableFound` has it. */
export interface ExcelTable {
  readonly scenario: string;
  readonly axes: readonly (Asked & { readonly values: readonly number[] })[];
  readonly results: readonly Asked[];
  readonly values: readonly Float64Array[];
}

/** All that a workbook for Excel is made of, as it crosses to the worker that makes it. */
export interface ExcelJob {
  readonly lang: Lang;
  readonly title: string;
  readonly about: string;
  /** The answer of the scenario in view; empty where there is none. */
  readonly answer: string;
  /** The date of knowledge in words. */
  readonly known: string;
  readonly lines: readonly Line[];
  readonly periods: Periods;
  /** The last actual period, behind which the sheets have a rule as the app has. */
  readonly observedUntil: number;
  /** Whether a sheet by year stands behind each scenario's, where periods are shorter. */
  readonly byYear?: boolean;
  /** The first one is the base. */
  readonly scenarios: readonly Scenario[];
  /** Of each scenario and each of its lines: the scalar, then the periods; NaN where a note stands or nothing. */
  readonly values: Float64Array;
  readonly notes: readonly (readonly [number, CellNote])[];
  /** The figures that the model rests on. */
  readonly figures: readonly Cited[];
  readonly table?: ExcelTable;
  /** How inputs may turn out, what goes together, and what is drawn. */
  readonly whatIf?: Pick<WhatIf, 'uncertain' | 'correlations' | 'draws'>;
  /** The document as it is kept: with it the file opens here once more as what it is. */
  readonly saved: string;
}
