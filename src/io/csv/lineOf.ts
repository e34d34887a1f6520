import { cellPeriods } from '../../model/coarse.ts';
import { type Content, isFormula, type Slot, sameContent } from '../../model/content.ts';
import type { Line, Series } from '../../model/line.ts';
import type { Periods } from '../../model/model.ts';
import type { LongerStep } from '../../model/periods.ts';
import type { Text } from '../../model/text.ts';
import { type Unit, unitSpec } from '../../model/units.ts';
import type { FoundUnit } from '../reading/units.ts';
import { writeNumber } from './cells.ts';
import { asUnit, type Fact } from './facts.ts';

/** One line to be: its rows, one a scenario. */
export interface LineDraft {
  readonly id: string;
  readonly fact: Fact;
  readonly label: Text;
  readonly isHeading: boolean;
  /** Whether it has a value a year. */
  readonly hasYears: boolean;
  /** How long its periods are, where they are longer than the columns. */
  step?: LongerStep;
  readonly rows: Map<string, Fact>;
}

type Slots = readonly (readonly [Slot, Content])[];

/** A line with what the base holds in it against its own content. */
export interface MadeLine {
  readonly line: Line;
  readonly overrides: Slots;
}

/** The longest label that documents take, in characters. */
const LONGEST = 200;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** The formula that most cells of a row hold, where it is at least half of those that hold anything. */
function common(contents: ReadonlyMap<Slot, Content>): string | undefined {
  const counts = new Map<string, number>();
  for (const content of contents.values())
    if (isFormula(content)) counts.set(content.formula, (counts.get(content.formula) ?? 0) + 1);
  const [formula, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return count > 0 && count * 2 >= contents.size ? formula : undefined;
}

/** A row with one formula along the years, which may begin later than they do and with another one. */
function seriesOf(common: Common, formula: string, contents: ReadonlyMap<Slot, Content>, periods: Periods): MadeLine {
  const cells = cellPeriods(common, periods);
  const filled = cells.filter((year) => contents.has(year));
  const earliest = cells[0] ?? periods.first;
  const start = filled[0] ?? earliest;
  const begin = contents.get(start);
  const first = isFormula(begin) && begin.formula !== formula ? begin.formula : undefined;
  const own = (year: number): Content => ({ formula: year === start ? (first ?? formula) : formula });
  const others = cells
    .filter((year) => year >= start)
    // A gap in a series is a cell that is kept empty.
    .map((year) => [year, contents.get(year) ?? { text: '' }] as const)
    .filter(([year, content]) => !sameContent(content, own(year)));
  const typed = others.filter(([, content]) => !isFormula(content));
  return {
    line: {
      ...common,
      kind: 'series',
      ...(first === undefined ? {} : { first }),
      formula,
      ...(start === earliest ? {} : { start }),
      ...(typed.length === 0 ? {} : { values: Object.fromEntries(typed) as Series['values'] & {} }),
    },
    overrides: others.filter(([, content]) => isFormula(content)),
  };
}

type Common = {
  readonly id: string;
  readonly label: Line['label'];
  readonly unit: Unit;
  readonly step?: LongerStep;
};

/** In billions a price would be nothing but noughts: what is counted in ones or in thousands stays so. */
const SMALLEST_SHIFT = -3;

/** The unit of a new line, and the power of ten by which its numbers are brought to it. */
export function unitOfNew({ unit, unitText }: Fact): FoundUnit {
  if (!unit) return { unit: '', shift: 0 };
  const isOwn = unitSpec(unit.unit).form === 'plain' && unit.shift < SMALLEST_SHIFT;
  return isOwn ? { unit: asUnit(unitText), shift: 0 } : unit;
}

/** Decimals that are always shown where a row has them, and digits for which more are. */
const ENOUGH_DECIMALS = 3;
const ENOUGH_DIGITS = 4;

/**
 * As many decimals as the numbers of a row have, those of the unit where these are more; of very many as many as its
 * numbers need to be told apart, since a cell has no room for all.
 */
function decimalsFor(contents: ReadonlyMap<Slot, Content>, unit: Unit): { readonly decimals?: number } {
  const shown = [...contents.values()].flatMap((content) =>
    typeof content === 'number' ? [writeNumber(content, unit)] : [],
  );
  const needed = Math.max(0, ...shown.map((text) => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0));
  const largest = Math.max(0, ...shown.map((text) => Math.abs(Number(text))));
  const before = largest > 0 ? Math.floor(Math.log10(largest)) + 1 : 0;
  const most = Math.min(MOST_DECIMALS, Math.max(ENOUGH_DECIMALS, ENOUGH_DIGITS - before));
  // What has no unit has no decimals of its own.
  const usual = unit === '' ? 0 : unitSpec(unit).decimals;
  const decimals = Math.max(usual, Math.min(needed, most));
  return decimals === unitSpec(unit).decimals || contents.size === 0 ? {} : { decimals };
}

/** What a document takes. */
const MOST_DECIMALS = 12;

/**
 * The line that a row makes: a heading, a series or a result where it holds formulas, else an input. Numbers and texts of
 * a series are its own; other formulas in it, and what stands in an input, are overrides of the base.
 */
export function lineOf(draft: LineDraft, contents: ReadonlyMap<Slot, Content>, periods: Periods): MadeLine {
  const { id, label, fact } = draft;
  const named = { id, label: { en: cut(label.en), zh: cut(label.zh) } };
  if (draft.isHeading) return { line: { kind: 'heading', ...named }, overrides: [] };
  const { unit } = unitOfNew(fact);
  const measured: Common = { ...named, unit, ...(draft.step ? { step: draft.step } : {}) };
  const formula = common(contents);
  const input = { ...measured, ...decimalsFor(contents, unit) };
  if (draft.hasYears) {
    if (formula !== undefined) return seriesOf(measured, formula, contents, periods);
    return { line: { kind: 'input', ...input, perPeriod: true }, overrides: [...contents] };
  }
  if (formula !== undefined) return { line: { kind: 'result', ...measured, formula }, overrides: [] };
  return { line: { kind: 'input', ...input }, overrides: [...contents] };
}
