import { ownContent } from '../../document/contents.ts';
import { cellPeriods } from '../../model/coarse.ts';
import { type Content, isFormula, type Slot, sameContent } from '../../model/content.ts';
import type { Line, MeasuredLine, Series } from '../../model/line.ts';
import type { Overrides } from '../../model/model.ts';
import type { Periods } from '../../model/periods.ts';
import type { Text } from '../../model/text.ts';
import { unitSpec } from '../../model/units.ts';
import { both, type Draft } from './draft.ts';
import { isTyped, type Shown } from './held.ts';

/** What the cells of a line hold. */
export type Contents = ReadonlyMap<Slot, Content>;

/** A line with what the base holds in it against its own content. */
export interface MadeLine {
  readonly line: Line;
  readonly overrides: Overrides[string];
}

/** How the periods of a line are read before it is made. */
export interface Shape {
  /** The formula of most of its cells; undefined where they are inputs, or too different. */
  readonly formula: string | undefined;
  readonly start: number;
  /** Numbers before the first formula. */
  readonly typed: readonly (readonly [slot: number, value: number])[];
}

const NONE: Text = both('');

/**
 * @param cells the periods in which the line has its cells
 * @param mayGap whether empty cells after the first may hold an empty text
 */
export function shapeOf(contents: Contents, cells: readonly number[], mayGap: boolean): Shape {
  const slots = cells.filter((slot) => contents.has(slot));
  const start = slots[0] ?? cells[0] ?? 0;
  const counts = new Map<string, number>();
  let formulas = 0;
  for (const slot of slots) {
    const content = contents.get(slot);
    if (!isFormula(content)) continue;
    formulas++;
    counts.set(content.formula, (counts.get(content.formula) ?? 0) + 1);
  }
  const [formula, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0]);
  const typed: (readonly [number, number])[] = [];
  for (const slot of slots) {
    const content = contents.get(slot);
    if (typeof content !== 'number') break;
    typed.push([slot, content]);
  }
  const reach = cells.length - cells.indexOf(start);
  const isOne = count * 2 >= formulas && count >= (formulas > 1 ? 2 : 1);
  // Formulas of what was, and numbers for what is to come: an assumption with its history.
  const after = slots.filter((slot, i) => i >= typed.length && typeof contents.get(slot) === 'number').length;
  const isSeries = formulas > 0 && isOne && mayGap && slots.length * 2 > reach && after < Math.max(formulas, 2);
  return { formula: isSeries ? formula : undefined, start, typed };
}

/** Whether a formula goes on from its own period before. */
const goesOn = (formula: string): boolean => /@(?:prev|-\d+)/.test(formula);

/** The last period that most rows hold as numbers before their formulas; undefined where none do. */
export function boundaryOf(shapes: readonly Shape[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { formula, typed } of shapes) {
    const last = typed.at(-1)?.[0];
    if (formula === undefined || last === undefined || (typed.length === 1 && goesOn(formula))) continue;
    counts.set(last, (counts.get(last) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}

export function lineOf(
  draft: Draft,
  contents: Contents,
  shown: Shown,
  shape: Shape | undefined,
  periods: Periods,
  until: number | undefined,
  own: Pick<MeasuredLine, 'step'>,
): MadeLine {
  const named = { id: draft.id, label: draft.label };
  if (draft.kind === 'heading') return { line: { kind: 'heading', ...named }, overrides: {} };
  const { unit, decimals, note } = shown;
  const measured = {
    ...named,
    unit,
    ...(decimals === undefined || decimals === unitSpec(unit).decimals ? {} : { decimals }),
    ...(note && note !== NONE ? { note } : {}),
  };
  if (draft.kind === 'scalar') {
    const content = contents.get('value');
    if (isFormula(content) && !isTyped(content.formula))
      return { line: { kind: 'result', ...measured, formula: content.formula }, overrides: {} };
    if (typeof content === 'number') return { line: { kind: 'input', ...measured, value: content }, overrides: {} };
    return { line: { kind: 'input', ...measured }, overrides: content === undefined ? {} : { value: content } };
  }
  const line =
    shape?.formula === undefined
      ? inputOf({ ...measured, ...own })
      : seriesOf({ ...measured, ...own }, shape, shape.formula, contents, until, periods);
  const overrides: Record<string, Content> = {};
  const exceptions: number[] = [];
  for (const slot of cellPeriods(own, periods)) {
    const content = contents.get(slot);
    const own = ownContent(line, slot, periods);
    if (sameContent(content, own)) continue;
    // A gap in a series is a cell that is kept empty.
    overrides[slot] = content ?? { text: '' };
    exceptions.push(slot);
  }
  return { line: line.kind === 'series' && exceptions.length > 0 ? { ...line, exceptions } : line, overrides };
}

type Measured = Omit<Series, 'kind' | 'formula'>;

const inputOf = (measured: Measured): Line => ({ kind: 'input', ...measured, perPeriod: true });

function seriesOf(
  measured: Measured,
  { start, typed }: Shape,
  formula: string,
  contents: Contents,
  until: number | undefined,
  periods: Periods,
): Series {
  const begin = contents.get(start);
  const first = isFormula(begin) && begin.formula !== formula ? begin.formula : undefined;
  const counts = typed.filter(([slot], i) => (until !== undefined && slot <= until) || (i === 0 && goesOn(formula)));
  return {
    kind: 'series',
    ...measured,
    ...(first === undefined ? {} : { first }),
    formula,
    ...(start === cellPeriods(measured, periods)[0] ? {} : { start }),
    ...(counts.length === 0 ? {} : { values: Object.fromEntries(counts) }),
  };
}
