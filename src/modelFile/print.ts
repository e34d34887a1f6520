import { typedIn } from '../document/boundary.ts';
import type { Scenario } from '../document/document.ts';
import { axisItems } from '../model/axis.ts';
import { cellPeriods, hasCell, ownText } from '../model/coarse.ts';
import { type Content, isFormula } from '../model/content.ts';
import type { Figure, Source } from '../model/figure.ts';
import { hasPeriods, type Input, type Line, type Series } from '../model/line.ts';
import type { ChartSpec, Model, Warning } from '../model/model.ts';
import { type Periods, periodText, stepOf } from '../model/periods.ts';
import type { Text } from '../model/text.ts';
import type { Uncertainty, WhatIf } from '../model/whatIf.ts';
import { figureOf, sourceOf, targetOf } from './printEvidence.ts';
import { calledIn, inCapitals, ownPieces } from './printPieces.ts';
import { uncertainOf, whatIfOf } from './printWhatIf.ts';
import { isFraction, isPlainQuantity, movedPoint, unitInFile } from './quantity.ts';
import type { Called } from './read.ts';
import { asYear, given, hasUnit, quantityOf, saidAs, same } from './said.ts';
import { boundaryText } from './time.ts';
import { within } from './within.ts';
import { inWords } from './words.ts';
import { Quoted, type Tree } from './writer.ts';

/** What a file says: a model, its scenarios, and the figures beside it. */
export interface Printed {
  readonly model: Model;
  readonly scenarios: readonly Scenario[];
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  readonly whatIf?: WhatIf | undefined;
  /** How formulas were written that are as they were. */
  readonly pieces?: Called;
}

/** The number that a formula is, written as numbers are; undefined for any other. */
function numberIn(formula: string | undefined): number | undefined {
  const body = formula?.slice(1) ?? '';
  return formula?.startsWith('=') &&
    /^-?\d/.test(body) &&
    String(Number(body)) === body &&
    Number.isFinite(Number(body))
    ? Number(body)
    : undefined;
}

/** Digits of a number of a line, as they stand in a range: a fraction in percent or points. */
const digitsOf = (value: number, unit: string): string => (isFraction(unit) ? movedPoint(value, 2) : String(value));

/** A formula without its sign, in quotes; with it where it would be read as something else without. */
function formulaOf(formula: string, isFirst = false): Tree {
  const body = inCapitals(formula.slice(1));
  const isBare = body !== '' && !body.startsWith('=') && !(isFirst && isPlainQuantity(body));
  return new Quoted(isBare && formula.startsWith('=') ? body : formula.slice(0, 1) + body);
}

/** The condition of a check, where a formula is one: what stands in `=IF(…,1,0)`. */
export function conditionOf(formula: string): string | undefined {
  const [, condition] = /^=IF\(([\s\S]*),1,0\)$/.exec(formula) ?? [];
  if (condition === undefined || condition === '') return undefined;
  let depth = 0;
  for (const sign of condition.replace(/"[^"]*"/g, '')) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth < 0) return undefined;
  }
  return depth === 0 ? condition : undefined;
}

/** The warnings that can stand at their checks: where all of them can, in the order of the lines. */
function inlineWarnings({ lines, warnings }: Model): ReadonlyMap<string, Warning> | undefined {
  const byCheck = new Map(warnings.map((warning) => [warning.check, warning]));
  const order = lines.flatMap(({ id, kind }) => (kind === 'result' && byCheck.has(id) ? [byCheck.get(id)] : []));
  const isInOrder = order.length === warnings.length && order.every((one, i) => one === warnings[i]);
  // A check without a warning would get one.
  return isInOrder ? byCheck : undefined;
}

function warningOf(warning: Warning, label: Text, isCheck: boolean) {
  const { at, check, severity, text } = warning;
  const isLabel = isCheck && text.en === label.en && text.zh === label.zh && at === check && severity === 'warning';
  return isLabel
    ? {}
    : {
        at: at === check ? undefined : at,
        text: saidAs(text),
        severity: severity === 'warning' ? undefined : severity,
      };
}

/** What is typed in single periods of a series. */
function typedOf(line: Series, periods: Periods): Tree | undefined {
  const typed = Object.entries(within(typedIn(line) ?? {}, periods, line)).map(([slot, held]): [string, Tree] => [
    ownText(line, Number(slot), periods),
    typeof held === 'number' ? quantityOf(held, line.unit) : { text: held.text },
  ]);
  return typed.length > 0 ? Object.fromEntries(typed) : undefined;
}

const exceptionsOf = (line: Series, periods: Periods): Tree | undefined => {
  const found = (line.exceptions ?? []).filter((period) => hasCell(line, period, periods));
  const texts = found.map((period) => ownText(line, period, periods));
  return texts.length > 0 ? texts.map((text) => asYear(text) ?? text) : undefined;
};

/** What is said of a line beside what it is. */
interface Beside {
  readonly warning: Warning | undefined;
  readonly uncertainty: Uncertainty | undefined;
  readonly pieces: Called | undefined;
}

function lineOf(line: Line, periods: Periods, { warning, uncertainty, pieces }: Beside): Tree {
  const { id, label, note } = line;
  const said = note ? saidAs(note) : undefined;
  if (line.kind === 'heading') return given({ heading: saidAs(label), note: said });
  const isNamed = same(label) && label.en === inWords(id);
  const named = { label: isNamed ? undefined : saidAs(label) };
  const shown = { decimals: line.decimals, rollup: line.rollup, step: line.step, note: said };
  const unit = unitInFile(line.unit);
  const written = (key: string, formula: string, isFirst = false) =>
    calledIn(pieces, id, key, formula.slice(1)) ?? formulaOf(formula, isFirst);
  switch (line.kind) {
    case 'input':
      return given({ ...named, ...inputOf(line, unit), ...uncertainOf(line, uncertainty), ...shown });
    case 'series': {
      const number = numberIn(line.first);
      const first =
        number === undefined ? line.first && written('first', line.first, true) : quantityOf(number, line.unit);
      // A series that began before the first period begins with it.
      const start =
        line.start === undefined || line.start < periods.first ? undefined : ownText(line, line.start, periods);
      return given({
        ...named,
        first,
        formula: written('formula', line.formula),
        values: typedOf(line, periods),
        exceptions: exceptionsOf(line, periods),
        start: asYear(start),
        unit: number !== undefined && hasUnit(line.unit) ? undefined : unit,
        ...shown,
      });
    }
    case 'result': {
      const condition = line.unit === 'check' && warning ? conditionOf(line.formula) : undefined;
      const warned = warning ? warningOf(warning, label, condition !== undefined) : {};
      return condition === undefined
        ? given({ ...named, result: written('result', line.formula), unit, ...warned, ...shown })
        : given({
            ...named,
            check: calledIn(pieces, id, 'check', condition) ?? new Quoted(inCapitals(condition)),
            ...warned,
            ...shown,
          });
    }
  }
}

function inputOf({ value, unit: stored, range, figure, take, perPeriod }: Input, unit: string) {
  const quantity = value === undefined ? undefined : quantityOf(value, stored);
  return {
    value: quantity,
    unit: value !== undefined && hasUnit(stored) ? undefined : unit,
    range:
      range &&
      `${[range.low, range.high].map((one) => digitsOf(one, stored)).join('..')} by ${digitsOf(range.step, stored)}`,
    why: range && (range.rationale.en !== '' || range.rationale.zh !== '') ? saidAs(range.rationale) : undefined,
    basis: range?.basis && [...range.basis],
    figure,
    take,
    per_period: perPeriod,
  };
}

function contentOf(content: Content, unit: string): Tree {
  if (content === 'model') return { declared: true };
  if (typeof content === 'number') return quantityOf(content, unit);
  return isFormula(content) ? new Quoted(inCapitals(content.formula)) : { text: content.text };
}

const sameContents = (contents: readonly Content[]): boolean =>
  contents.every((one) => JSON.stringify(one) === JSON.stringify(contents[0]));

/** Slots by their periods, or what all of them hold. */
function slotsOf<T>(slots: Readonly<Record<string, T>>, periods: Periods, line: Line, print: (held: T) => Tree): Tree {
  if (!hasPeriods(line)) return print(slots.value as T);
  const all = cellPeriods(line, periods).map((ordinal) => slots[ordinal]);
  if (all.every((one) => one !== undefined) && sameContents(all as Content[])) return print(all[0] as T);
  return Object.fromEntries(
    Object.entries(slots).map(([slot, held]) => [ownText(line, Number(slot), periods), print(held)]),
  );
}

function scenarioOf(scenario: Scenario, isBase: boolean, { lines, periods }: Model): Tree {
  const { id, name, note, overrides, colour, reasons = {} } = scenario;
  const cells = <T>(held: Readonly<Record<string, Readonly<Record<string, T>>>>, print: (one: T, line: Line) => Tree) =>
    lines.flatMap((line): [string, Tree][] => {
      const slots = within(held[line.id] ?? {}, periods, line);
      if (line.kind === 'heading' || Object.keys(slots).length === 0) return [];
      return [[line.id, slotsOf(slots, periods, line, (one) => print(one, line))]];
    });
  const set = cells(overrides, (content, line) => contentOf(content, line.kind === 'heading' ? '' : line.unit));
  const why = cells(reasons, (text) => text);
  return given({
    name: same(name) && saidAs(name) === inWords(id) && typeof name === 'string' ? undefined : saidAs(name),
    base: isBase === (id === 'base') ? undefined : isBase,
    set: set.length > 0 ? Object.fromEntries(set) : undefined,
    why: saidAs(note) === '' ? undefined : saidAs(note),
    colour,
    reasons: why.length > 0 ? Object.fromEntries(why) : undefined,
  });
}

const isPlainBase = ({ id, name, note, overrides, colour, reasons }: Scenario): boolean =>
  id === 'base' &&
  typeof name === 'object' &&
  name.en === 'Base' &&
  name.zh === '基准' &&
  saidAs(note) === '' &&
  Object.keys(overrides).length === 0 &&
  colour === undefined &&
  Object.keys(reasons ?? {}).length === 0;

const chartOf = ({ line, beside = [], as, by, show, log, split, span, title, note, figures }: ChartSpec): Tree =>
  given({
    lines: [line, ...beside],
    title: title && saidAs(title),
    as,
    show,
    log,
    split,
    span,
    by,
    figures: figures && { ...figures },
    note: note && saidAs(note),
  });

function answerOf({ answer }: Model): Tree | undefined {
  if (answer.line === '') return undefined;
  const { line, target, terms, clauses } = answer;
  return given({
    line,
    target,
    terms: Object.keys(terms).length > 0 ? (terms as unknown as Tree) : undefined,
    clauses:
      clauses.length > 0
        ? clauses.map(({ when, text }) => given({ when: when as unknown as Tree | undefined, text: saidAs(text) }))
        : undefined,
  });
}

const byId = <T extends { readonly id: string }>(list: readonly T[], print: (one: T) => Tree): Tree | undefined =>
  list.length > 0 ? Object.fromEntries(list.map((one) => [one.id, print(one)])) : undefined;

/** What a file says of a model, in the order in which it says it. */
export function treeOf({ model, scenarios, figures, sources, whatIf = {}, pieces }: Printed): Tree {
  const { periods } = model;
  const step = stepOf(periods);
  const inline = inlineWarnings(model);
  const targets = new Map(figures.map((figure) => [figure.id, targetOf(figure, sources, model)] as const));
  const isTarget = ({ id }: { readonly id: string }) => targets.get(id) !== undefined;
  const usedBy = new Set(figures.filter((figure) => !isTarget(figure)).map(({ source }) => source));
  const others = scenarios.filter((scenario, i) => i > 0 || !isPlainBase(scenario));
  return given({
    foresheet: 1,
    id: model.slug,
    name: saidAs(model.name),
    about: saidAs(model.about) === '' ? undefined : saidAs(model.about),
    time: periods.list
      ? axisItems(periods).map((item) => asYear(item) ?? item)
      : [periods.first, periods.last].map((period) => periodText(period, step)).join('..'),
    year_start: periods.yearStart,
    observed_until: asYear(boundaryText(model)),
    currency: model.currency,
    known: model.known.length === 1 && model.known[0] === 'latest' ? undefined : [...model.known],
    exchange: model.exchange || undefined,
    pieces: pieces?.own && ownPieces(pieces.own),
    lines: Object.fromEntries(
      model.lines.map((line) => {
        const beside = { warning: inline?.get(line.id), uncertainty: whatIf.uncertain?.[line.id], pieces };
        return [line.id, lineOf(line, periods, beside)] as const;
      }),
    ),
    scenarios: byId(others, (scenario) => scenarioOf(scenario, scenario === scenarios[0], model)),
    targets: byId(figures.filter(isTarget), ({ id }) => targets.get(id) as Tree),
    figures: byId(
      figures.filter((figure) => !isTarget(figure)),
      figureOf,
    ),
    sources: byId(
      sources.filter(({ id }) => !targets.get(id) || usedBy.has(id)),
      sourceOf,
    ),
    charts: model.charts.length > 0 ? model.charts.map(chartOf) : undefined,
    answer: answerOf(model),
    ...whatIfOf(whatIf, model),
    warnings:
      inline === undefined
        ? model.warnings.map(({ check, at, severity, text }) => given({ check, at, severity, text: saidAs(text) }))
        : undefined,
  });
}
