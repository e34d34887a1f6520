import { type Axis, contour, type DataTableFound, type Stretch } from '../../analysis/dataTable.ts';
import { inSeries, MISSING } from '../../i18n/format.ts';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import type { CellRef } from '../../model/content.ts';
import type { MeasuredLine } from '../../model/line.ts';
import type { Lang, Text } from '../../model/text.ts';
import type { App } from '../../state/app.ts';
import { cellName } from '../../state/insight/cells.ts';
import { type LineUnits, measureOf, type ReaderUnits } from '../dialogs/analysis/measure.ts';

export interface HeatCell {
  readonly text: string;
  readonly isNone: boolean;
  /** From -1, as far below the target as it goes, to 1; without a target from 0, the lowest, to 1, the highest. */
  readonly heat: number;
  /** What the inputs are given here. */
  readonly values: readonly number[];
  /** The same in words. */
  readonly setting: string;
}

/** A table as it is drawn: of two inputs one result over both of them, of one input its results beside each other. */
export interface Heat {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly (readonly HeatCell[])[];
  /** Where targets are met, between the middles of cells. */
  readonly line: readonly Stretch[];
  /** The column and the row that come nearest to what the inputs hold. */
  readonly here: readonly [column: number | undefined, row: number | undefined];
  readonly errors: number;
}

export const lineUnits = ({ workspace }: App, id: string, reader: ReaderUnits, exactly = false): LineUnits =>
  measureOf((workspace.line(id) as MeasuredLine | undefined) ?? { unit: 'index' }, reader, exactly);

/** The digits that tell values of an input from each other, at most so many. */
const MOST_DIGITS = 6;
export function inputTexts(measure: LineUnits, values: readonly number[]): (value: number, unit?: boolean) => string {
  const { decimals, places = 0 } = measure;
  const enough = Array.from({ length: MOST_DIGITS }, (_, i) => i).find((digits) =>
    values.every((value) => {
      const seen = value * 10 ** places;
      return Math.abs(Number(seen.toFixed(digits)) - seen) <= 1e-9 * Math.max(1, Math.abs(seen));
    }),
  );
  const digits = Math.max(enough ?? decimals + 1, Math.min(decimals, 1));
  return (value, unit = false) => (unit ? measure.say(value, digits, digits) : measure.number(value, digits, digits));
}

function warmth(values: readonly number[], target: number | undefined): (value: number) => number {
  const known = values.filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (target === undefined) return (value) => (high > low ? (value - low) / (high - low) : 0);
  // As far on either side: the same distance has the same depth.
  const most = Math.max(high - target, target - low) || 1;
  return (value) => (value - target) / most;
}

/** Of an axis the place nearest to a value that lies within it. */
function placeOf(values: readonly number[], held: number): number | undefined {
  const [low, high] = [values[0] as number, values.at(-1) as number];
  if (!(held >= low && held <= high)) return undefined;
  let nearest = 0;
  for (const [i, value] of values.entries())
    if (Math.abs(value - held) < Math.abs((values[nearest] as number) - held)) nearest = i;
  return nearest;
}

/**
 * @param shown which result, where there are two inputs
 * @param targets by result, where it has one
 */
export function heatOf(
  app: App,
  found: DataTableFound,
  shown: number,
  targets: readonly (number | undefined)[],
  reader: ReaderUnits,
): Heat {
  const [across, down] = found.axes;
  if (!across) return { columns: [], rows: [], cells: [], line: [], here: [undefined, undefined], errors: 0 };
  const axisText = (axis: Axis) => inputTexts(lineUnits(app, axis.cell.line, reader, true), axis.values);
  const given = [across, ...(down ? [down] : [])].map((axis) => {
    const [told, name] = [axisText(axis), cellName(app, axis.cell)];
    // Once for each value, and not for each cell.
    return axis.values.map((value) => WHAT_IF[reader.lang].dataTable.at(name, told(value, true)));
  });
  const cell = (value: number, measure: LineUnits, heat: (value: number) => number, values: number[], at: number[]) => {
    const isNone = Number.isNaN(value);
    const setting = inSeries(
      at.map((place, i) => given[i]?.[place] ?? ''),
      reader.lang,
    );
    return { text: isNone ? MISSING : measure.number(value), isNone, heat: isNone ? 0 : heat(value), values, setting };
  };
  const lineOf = (one: CellRef) => lineUnits(app, one.line, reader);
  const errorsIn = (values: Float64Array) => values.filter(Number.isNaN).length;
  const [heldAcross = Number.NaN, heldDown = Number.NaN] = found.held;
  if (down) {
    const result = found.results[shown] ?? (found.results[0] as CellRef);
    const values = found.values[shown] ?? new Float64Array();
    const measure = lineOf(result);
    const target = targets[shown];
    const heat = warmth([...values], target);
    const width = across.values.length;
    const [acrossText, downText] = [axisText(across), axisText(down)];
    return {
      columns: across.values.map((value) => acrossText(value)),
      rows: down.values.map((value) => downText(value)),
      cells: down.values.map((second, y) =>
        across.values.map((one, x) => cell(values[y * width + x] as number, measure, heat, [one, second], [x, y])),
      ),
      line: target === undefined ? [] : contour(values, width, target),
      here: [placeOf(across.values, heldAcross), placeOf(down.values, heldDown)],
      errors: errorsIn(values),
    };
  }
  const text = axisText(across);
  const measures = found.results.map(lineOf);
  const heats = found.values.map((values, i) => warmth([...values], targets[i]));
  return {
    columns: found.results.map((result) => cellName(app, result)),
    rows: across.values.map((value) => text(value)),
    cells: across.values.map((one, y) =>
      found.results.map((_, x) =>
        cell(
          found.values[x]?.[y] ?? Number.NaN,
          measures[x] as LineUnits,
          heats[x] as (value: number) => number,
          [one],
          [y],
        ),
      ),
    ),
    line: found.values.flatMap((values, x) =>
      crossings(values, targets[x]).map((y) => [x - 0.5, y, x + 0.5, y] as const),
    ),
    here: [undefined, placeOf(across.values, heldAcross)],
    errors: found.values.reduce((sum, values) => sum + errorsIn(values), 0),
  };
}

/** Where a column crosses a value, between the middles of its cells. */
function crossings(values: Float64Array, target: number | undefined): number[] {
  if (target === undefined) return [];
  return [...values].flatMap((value, i) => {
    const next = values[i + 1];
    if (next === undefined || value >= target === next >= target || Number.isNaN(value) || Number.isNaN(next))
      return [];
    return [i + (target - value) / (next - value)];
  });
}

/** The inputs with what they are given, as the name of a scenario. */
export function settingName(app: App, found: DataTableFound, values: readonly number[], reader: ReaderUnits): Text {
  const of = (lang: Lang) =>
    found.axes
      .map(({ cell, values: all }, i) => {
        const told = inputTexts(lineUnits(app, cell.line, { ...reader, lang }, true), all);
        const line = app.workspace.line(cell.line);
        const name = line ? line.label[lang] : cell.line;
        return WHAT_IF[lang].dataTable.at(name, told(values[i] ?? Number.NaN, true));
      })
      .join(lang === 'zh' ? '，' : ', ');
  return { en: of('en'), zh: of('zh') };
}
