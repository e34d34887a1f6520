import type { CellRef, Content } from '../model/content.ts';
import type { Figure, Known, Source } from '../model/figure.ts';
import { hasPeriods, type Line } from '../model/line.ts';
import type { ChartSpec, Model, Overrides, Periods } from '../model/model.ts';
import { boundaryIn, stepOf } from '../model/periods.ts';
import type { Text } from '../model/text.ts';
import type { WhatIf } from '../model/whatIf.ts';
import { distinct } from './charts.ts';
import { departing } from './contents.ts';

/** A named set of overrides over the base. A shipped name has both languages, one that a person gave has one. */
export interface Scenario {
  readonly id: string;
  readonly name: Text | string;
  readonly note: Text | string;
  readonly overrides: Overrides;
  /** 1 to 6; that of its place if left out. */
  readonly colour?: number;
  /** Why a cell is overridden, as a person put it: by line, then by slot. One without its override says nothing. */
  readonly reasons?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a person added to a model or changed in it beside the cells. What is left out is as the model ships it. */
export interface Structure {
  /** All lines in their order, those of the model among them. */
  readonly lines?: readonly Line[] | undefined;
  readonly periods?: Periods | undefined;
  /** The last period that is actual and not projected, where it was moved. */
  readonly observedUntil?: number | undefined;
  /** Figures of the person's own, with their sources; they stand beside the shipped ones. */
  readonly figures?: readonly Figure[] | undefined;
  readonly sources?: readonly Source[] | undefined;
  /** All charts, those of the model among them. */
  readonly charts?: readonly ChartSpec[] | undefined;
  /** What is asked beside the values: what is uncertain, and by which questions. */
  readonly whatIf?: WhatIf | undefined;
}

/** What a person looks at: not part of undo. */
export interface View {
  readonly scenario: string;
  /** The line that is charted, and its chart where that has an id. */
  readonly line: string;
  readonly chart?: string | undefined;
  readonly known: Known;
}

/** What a person chose; every value is computed from it. */
export interface Document extends Structure {
  readonly model: { readonly id: string; readonly version: number };
  /** The model itself, where it is the person's own and no shipped one. */
  readonly own?: Model;
  /** The first one is the base, from which the others inherit. */
  readonly scenarios: readonly Scenario[];
  readonly view: View;
}

/** The document with which a model opens: its shipped scenarios and its first chart. */
export function newDocument(model: Model): Document {
  const [first] = model.charts;
  return {
    model: { id: model.id, version: model.version },
    scenarios: model.scenarios,
    view: {
      scenario: model.scenarios[0]?.id ?? 'base',
      ...(first?.id ? { chart: first.id } : {}),
      line: first?.line ?? '',
      known: model.known[0] ?? 'latest',
    },
  };
}

/** Whether there is nothing in a document that a person made. What is looked at does not count. */
export const isAsShipped = (document: Document, shipped: Model): boolean =>
  document.scenarios === shipped.scenarios &&
  !(
    document.own ||
    document.lines ||
    document.periods ||
    document.observedUntil ||
    document.figures ||
    document.sources ||
    document.charts ||
    document.whatIf
  );

/** Whether two documents differ at most in what is looked at, where one was made from the other. */
export const sameDocument = (a: Document, b: Document): boolean =>
  a.scenarios === b.scenarios &&
  a.lines === b.lines &&
  a.periods === b.periods &&
  a.observedUntil === b.observedUntil &&
  a.figures === b.figures &&
  a.sources === b.sources &&
  a.charts === b.charts &&
  a.whatIf === b.whatIf;

/**
 * The model as a document has it: with its own lines and periods in place of the shipped ones. What it says of lines that
 * are gone goes with them.
 */
export function modelOf(shipped: Model, { lines, periods, observedUntil, charts }: Structure): Model {
  if (!lines && !periods && !observedUntil && !charts) return shipped;
  const own = lines ?? shipped.lines;
  const axis = periods ?? shipped.periods;
  const until = observedUntil ?? boundaryIn(shipped.observedUntil, shipped.periods, stepOf(axis));
  const ids = new Set(own.map(({ id }) => id));
  return {
    ...shipped,
    lines: own,
    periods: axis,
    observedUntil: until,
    charts: distinct((charts ?? shipped.charts).map((chart) => ledBy(chart, ids)).filter(({ line }) => ids.has(line))),
    warnings: shipped.warnings.filter(({ check, at }) => ids.has(check) && ids.has(at)),
  };
}

/** A chart of lines that are piled up goes on without the one that led it; else the others are drawn for its sake. */
function ledBy(chart: ChartSpec, ids: ReadonlySet<string>): ChartSpec {
  if (!chart.as || ids.has(chart.line)) return chart;
  const [line = '', ...beside] = (chart.beside ?? []).filter((id) => ids.has(id));
  const { figures: _, ...rest } = chart;
  return { ...rest, line, beside };
}

/** Lines to chart where neither the model nor a formula of the person's own says which are worth it. */
const MOST_CHARTED = 12;

/** The lines to choose from for the chart: those of its charts, as they are and as they ship, every series of the person's own, and `line`. */
export function chartedLines({ lines, charts }: Model, shipped: Model, line: string): readonly string[] {
  const known = new Set(shipped.lines.map(({ id }) => id));
  const own = lines.filter(({ id, kind }) => kind === 'series' && !known.has(id));
  const there = lines.filter(hasPeriods).map(({ id }) => id);
  const led = (by: Model['charts']) => by.map((chart) => chart.line).filter((id) => there.includes(id));
  const isSaid = own.length > 0 || led(shipped.charts).length > 0;
  const ids = [
    ...led(charts),
    ...led(shipped.charts),
    ...own.map(({ id }) => id),
    ...(isSaid ? [] : there.slice(0, MOST_CHARTED)),
  ];
  return [...new Set(there.includes(line) ? [...ids, line] : ids)];
}

/** A document with the model that it is of, as `modelOf` gives it. */
export interface OpenModel {
  readonly document: Document;
  readonly model: Model;
}

export const openModel = (shipped: Model, document: Document): OpenModel => ({
  document,
  model: modelOf(shipped, document),
});

export const overrideIn = (overrides: Overrides, line: string, slot: CellRef['slot']): Content | undefined =>
  overrides[line]?.[slot];

/** What a scenario holds, and what it holds in a line, are other objects once they are changed: each is counted once. */
const counts = new WeakMap<object, number>();

function counted<T extends object>(held: T, count: (held: T) => number): number {
  let found = counts.get(held);
  if (found === undefined) {
    found = count(held);
    counts.set(held, found);
  }
  return found;
}

const countSlots = (slots: Overrides[string]): number => Object.keys(slots).length;
const countLines = (overrides: Overrides): number =>
  Object.values(overrides).reduce((sum, slots) => sum + counted(slots, countSlots), 0);

export const countOverrides = ({ overrides }: Pick<Scenario, 'overrides'>): number => counted(overrides, countLines);

/** How many cells a scenario sets: in the base none that are their lines' own content. */
export function countSet({ document, model }: OpenModel, scenario: Scenario): number {
  const all = countOverrides(scenario);
  if (scenario.id !== document.scenarios[0]?.id) return all;
  return model.lines.reduce((sum, line) => {
    const held = scenario.overrides[line.id];
    const set = held && departing(line, held);
    return !held || set === held ? sum : sum - counted(held, countSlots) + countSlots(set ?? {});
  }, all);
}

/** The override that a cell holds itself, undefined where it inherits. */
export function overrideAt(document: Document, cell: CellRef): Content | undefined {
  const scenario = document.scenarios.find(({ id }) => id === cell.scenario);
  return scenario && overrideIn(scenario.overrides, cell.line, cell.slot);
}
