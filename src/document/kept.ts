import type { Figure } from '../model/figure.ts';
import type { Line } from '../model/line.ts';
import type { ChartSpec, Model } from '../model/model.ts';
import type { Periods } from '../model/periods.ts';
import { isKnownUnit } from '../model/units.ts';
import type { WhatIf } from '../model/whatIf.ts';
import { declaredOf, declares } from './declared.ts';
import type { Declared } from './declaredSchema.ts';
import type { Document, Scenario } from './document.ts';
import { keptCells, keptLine, keptPeriod, keptPeriods, keptWhatIf } from './keptPeriods.ts';
import type { Kept, OwnModel, Saved } from './schema.ts';

/** An id that stands twice, or that names a line where there is none: what a reader is told more of than its place. */
export interface IdFault {
  readonly kind: 'twice' | 'unknown';
  readonly id: string;
}

/** What was read is no document of ours. */
export class NotADocument extends Error {
  constructor(
    /** Where it is wrong, as a path (`scenarios.0.name`); empty for the whole. */
    readonly path: string,
    readonly why: string,
    readonly fault?: IdFault,
  ) {
    super(path === '' ? why : `${path}: ${why}`);
    this.name = 'NotADocument';
  }
}

/** A document of a newer version of the app, or of a model that this version does not have. */
export class NotYetKnown extends Error {
  constructor(readonly what: 'format' | 'model') {
    super(what === 'format' ? 'a newer version of the app wrote this' : 'this version of the app has no such model');
    this.name = 'NotYetKnown';
  }
}

/**
 * The newest format that is written and read. Format 2 has periods other than years, a boundary of the actual part that
 * was moved, lines of longer periods, any text as a unit, and models of one's own that declare more than their lines. What format 1 can hold is written in that, so that a copy of the app that
 * was kept for work offline opens it too.
 */
export const FORMAT = 2;
export type Format = 1 | 2;

/** Whether a line says what format 1 has no word for. */
const isNewer = (line: Line | string): boolean =>
  typeof line === 'object' &&
  (('rollup' in line && !!line.rollup) ||
    ('step' in line && !!line.step) ||
    (line.kind === 'series' && !!(line.values ?? line.later ?? line.exceptions)) ||
    ('unit' in line && !isKnownUnit(line.unit)));

/** What tells a document's format. */
interface Formatted {
  readonly own?: Pick<Model, 'periods' | 'lines'> | undefined;
  /** What a model of one's own declares beside its lines. */
  readonly declared?: Declared | undefined;
  readonly periods?: Periods | undefined;
  readonly observedUntil?: number | undefined;
  readonly lines?: readonly (Line | string)[] | undefined;
  readonly figures?: readonly Figure[] | undefined;
  readonly charts?: readonly ChartSpec[] | undefined;
  readonly whatIf?: WhatIf | undefined;
}

/** Lists of lines are never changed in place, and a large one is asked for at every save: each is looked through once. */
const newer = new WeakMap<readonly (Line | string)[], boolean>();

function areNewer(lines: readonly (Line | string)[] = []): boolean {
  let found = newer.get(lines);
  if (found === undefined) {
    found = lines.some(isNewer);
    newer.set(lines, found);
  }
  return found;
}

function oldest({ own, declared, periods, observedUntil, lines, charts, whatIf, figures = [] }: Formatted): Format {
  const isOther = (one: Periods | undefined) =>
    one !== undefined && (one.step ?? one.yearStart ?? one.list) !== undefined;
  const isNew = isOther(own?.periods) || isOther(periods) || areNewer(own?.lines) || areNewer(lines);
  return declared || observedUntil || charts || whatIf || isNew || figures.some(({ unit }) => !isKnownUnit(unit))
    ? 2
    : 1;
}

/** The oldest format that holds a document. */
export const formatOf = ({ own, ...rest }: Omit<Formatted, 'own' | 'declared'> & Pick<Document, 'own'>): Format =>
  oldest({ own, declared: own && declaredOf(own), ...rest });

/** What is kept of a model of a person's own. */
export function ownOf(model: Model): OwnModel {
  const { name, about, periods, observedUntil, lines, charts } = model;
  const declared = declaredOf(model);
  return {
    name,
    about,
    periods,
    observedUntil,
    lines: [...lines] as OwnModel['lines'],
    charts: charts.map(({ line }) => line),
    ...(declared ? { declared } : {}),
  };
}

/** Models of people's own have ids of this form; shipped ones never do. */
export const OWN_MODEL = /^own-[a-z0-9]+$/;

/** A model of a person's own from what was kept of it. */
export function ownModel(id: string, kept: OwnModel, scenarios: readonly Scenario[]): Model {
  const text = (both: string | { readonly en: string; readonly zh: string }) =>
    typeof both === 'string' ? { en: both, zh: both } : both;
  const { charts, declared, ...rest } = kept;
  return {
    ...rest,
    ...declares(charts, declared),
    id,
    version: 1,
    lines: kept.lines as readonly Line[],
    scenarios: scenarios.map((scenario) => ({ ...scenario, name: text(scenario.name), note: text(scenario.note) })),
  };
}

/** A document as plain data, its unchanged lines by id. `shipped`: the model that it is of, as it ships. */
export function save(document: Document, shipped: Model): Kept {
  const { own, lines } = document;
  const known = new Map(shipped.lines.map((line) => [line.id, line]));
  const kept = lines?.map((line) => (known.get(line.id) === line ? line.id : line));
  return keptForm({ ...document, own: own && ownOf(own), lines: kept }, formatOf(document));
}

/** A document as it was read, its unchanged lines by id. */
type Readable = Omit<Document, 'own' | 'lines' | 'format'> & {
  readonly own?: OwnModel | undefined;
  readonly lines?: readonly (Line | string)[] | undefined;
};

/** The same as it is kept. */
export function keptForm(
  document: Readable,
  format = oldest({ ...document, declared: document.own?.declared } as Formatted),
): Kept {
  const { model, own, lines, periods, observedUntil, figures, sources, charts, whatIf, scenarios, view } = document;
  const line = (one: Line | string) => (typeof one === 'string' ? one : keptLine(one));
  return {
    format,
    model,
    ...(own ? { own: { ...own, ...keptAxis(own), lines: own.lines.map((one) => line(one as Line)) } } : {}),
    ...(lines ? { lines: lines.map(line) } : {}),
    ...(periods ? { periods: keptPeriods(periods) } : {}),
    ...(observedUntil ? { observedUntil: keptPeriod(observedUntil) } : {}),
    ...(figures ? { figures } : {}),
    ...(sources ? { sources } : {}),
    ...(charts ? { charts } : {}),
    ...(whatIf ? { whatIf: keptWhatIf(whatIf) } : {}),
    scenarios: scenarios.map(({ id, name, note, overrides, colour, reasons }) => ({
      id,
      name,
      note,
      overrides: keptCells(overrides),
      ...(colour === undefined ? {} : { colour }),
      ...(reasons === undefined ? {} : { reasons: keptCells(reasons) }),
    })),
    view,
  } as Kept;
}

const keptAxis = ({ periods, observedUntil }: OwnModel) => ({
  periods: keptPeriods(periods as Periods),
  observedUntil: keptPeriod(observedUntil),
});

/**
 * The document that was kept. `shipped`: the model that it names, as it ships in the version that it names; for a
 * document with a model of its own, that model.
 * @throws NotADocument for a line that neither the model nor the document has
 */
export function restore(saved: Saved, shipped: Model): Document {
  const known = new Map(shipped.lines.map((line) => [line.id, line]));
  const { own, lines, periods, observedUntil, figures, sources, charts, whatIf, scenarios, view } = saved;
  const found = lines?.map((line, i): Line => {
    const whole = typeof line === 'string' ? known.get(line) : (line as Line);
    if (!whole)
      throw new NotADocument(`lines.${i}`, `the model has no line "${line}"`, { kind: 'unknown', id: String(line) });
    return whole;
  });
  return {
    model: saved.model,
    ...(own ? { own: shipped } : {}),
    ...(found ? { lines: found } : {}),
    ...(periods ? { periods } : {}),
    ...(observedUntil ? { observedUntil } : {}),
    ...(figures ? { figures } : {}),
    ...(sources ? { sources } : {}),
    ...(charts ? { charts: charts as readonly ChartSpec[] } : {}),
    ...(whatIf ? { whatIf: whatIf as WhatIf } : {}),
    scenarios: scenarios as readonly Scenario[],
    view,
  };
}
