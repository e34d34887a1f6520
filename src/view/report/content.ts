import { bounded, figurePeriod, publisherOf } from '../../i18n/figureWords.ts';
import { formatDate, MISSING } from '../../i18n/format.ts';
import { PICTURE } from '../../i18n/picture.ts';
import { REPORT } from '../../i18n/report.ts';
import { term } from '../../i18n/terms.ts';
import { cellPeriods, ownOrdinal, ownPeriods } from '../../model/coarse.ts';
import { type CellRef, isFormula, type Slot } from '../../model/content.ts';
import { type Cited, isKnown } from '../../model/figure.ts';
import { hasPeriods, type Input } from '../../model/line.ts';
import { spanInText, stepOf } from '../../model/periods.ts';
import { fromFigureUnit } from '../../model/units.ts';
import type { App } from '../../state/app.ts';
import { numberIn, slotIndex } from '../../state/insight/cells.ts';
import { citedFigures, inputText, insteadOf } from '../../state/insight/summary.ts';
import { heldInWords, heldNumber } from '../../state/insight/told.ts';
import type { ChartData, Curve } from '../chart/data.ts';
import { type ShownContent, scenarioCurve, settingsText, shownContent } from '../picture/content.ts';

/** Rows of a table that are printed; of larger models the rest stands in the sheet. */
const MOST = { scenarios: 8, runs: 4, assumptions: 40, facts: 30 };

export interface PrintedScenario {
  readonly curve: Curve | undefined;
  readonly name: string;
  readonly note: string;
  /** By the years that the table tells. */
  readonly values: readonly string[];
  readonly settings: string;
}

export interface PrintedAssumption {
  readonly label: string;
  readonly value: string;
  /** What it would be if the scenario did not set it; empty where it does not. */
  readonly instead: string;
  readonly range: string;
  readonly rests: string;
  /** Rows, from this one on, that rest on the same; 0 where the row above tells it. */
  readonly span: number;
}

export interface PrintedFact {
  readonly name: string;
  readonly value: string;
  readonly period: string;
  readonly kind: string;
  readonly source: string;
  readonly url: string;
}

/** A table's rows that are printed, and how many are not. */
export interface ReportPart<T> {
  readonly rows: readonly T[];
  readonly more: number;
}

/** The report, in words, as things stand now. */
export interface ReportContent extends ShownContent {
  /** What the model counts, and of which scenario the report tells. */
  readonly note: string;
  readonly years: readonly number[];
  readonly scenarios: ReportPart<PrintedScenario>;
  readonly assumptions: ReportPart<PrintedAssumption>;
  readonly facts: ReportPart<PrintedFact>;
}

/** The first of what could be printed, each made into its row; of the others only the number is told. */
function partOf<T, Row>(all: readonly T[], most: number, rowOf: (one: T) => Row): ReportPart<Row> {
  return { rows: all.slice(0, most).map(rowOf), more: Math.max(0, all.length - most) };
}

function scenariosOf(app: App, chart: ChartData, at: readonly number[]): ReportPart<PrintedScenario> {
  const { workspace, say, lang } = app;
  return partOf(workspace.document().scenarios, MOST.scenarios, (scenario) => {
    const curve = scenarioCurve(chart, scenario.id);
    return {
      curve,
      name: say(scenario.name),
      note: say(scenario.note),
      values: at.map((year) => {
        const value = curve?.values[chart.years.indexOf(year)];
        return value === null || value === undefined ? MISSING : chart.formatValue(value);
      }),
      settings: settingsText(app, scenario, lang()),
    };
  });
}

/** What stands in a slot of an input in the scenario in view, and what would if the scenario did not set it. */
function heldAt(app: App, input: Input, slot: Slot): { value: string; instead: string } {
  const { workspace, lang } = app;
  const t = PICTURE[lang()];
  const cell: CellRef = { scenario: workspace.scenarioId, line: input.id, slot };
  const { content, from } = workspace.effective(cell);
  const row = workspace.rows.peek(cell.scenario, input.id);
  // What a formula gives is known where it stands on the screen.
  const computed = isFormula(content) ? numberIn(row, slotIndex(cell, workspace)) : undefined;
  const held =
    computed === undefined ? inputText(content, input, cell, app) : heldNumber(computed, input, lang(), false);
  const value = held ? heldInWords(held, lang()) : t.byFormula;
  if (from !== 'override') return { value, instead: '' };
  const other = insteadOf(app, input, cell);
  if (!other) return { value, instead: t.computed };
  return { value, instead: other.unit === held?.unit ? other.text : heldInWords(other, lang()) };
}

/** The value of an input in the scenario in view; years of one value together. */
function valuesOf(app: App, input: Input): { value: string; instead: string } {
  if (!hasPeriods(input)) return heldAt(app, input, 'value');
  const runs: { readonly first: number; last: number; readonly value: string; readonly instead: string }[] = [];
  const { periods } = app.workspace.model();
  for (const year of cellPeriods(input, periods)) {
    const found = heldAt(app, input, year);
    const run = runs.at(-1);
    if (run && run.value === found.value && run.instead === found.instead) run.last = year;
    else runs.push({ first: year, last: year, ...found });
  }
  const [only] = runs;
  if (only && runs.length === 1) return only;
  const own = (period: number) => ownOrdinal(input, period, periods);
  const step = stepOf(ownPeriods(input, periods));
  const told = runs
    .slice(0, MOST.runs)
    .map(({ first, last, value }) => `${spanInText(own(first), own(last), step, app.lang())} ${value}`);
  return { value: [...told, ...(runs.length > MOST.runs ? ['…'] : [])].join(REPORT[app.lang()].comma), instead: '' };
}

function assumptionsOf(app: App): ReportPart<PrintedAssumption> {
  const { workspace, say, lang } = app;
  const inputs = workspace
    .model()
    .lines.flatMap((line) => (line.kind === 'input' && line.range ? [{ line, range: line.range }] : []));
  const { rows: told, more } = partOf(inputs, MOST.assumptions, ({ line, range: { low, high, rationale } }) => {
    const bound = (value: number) => heldNumber(value, line, lang()).text;
    const range = REPORT[lang()].between(bound(low), bound(high));
    return { label: say(line.label), ...valuesOf(app, line), range, rests: say(rationale) };
  });
  const rows = told.map((row, i) => {
    if (told[i - 1]?.rests === row.rests) return { ...row, span: 0 };
    const end = told.findIndex(({ rests }, j) => j > i && rests !== row.rests);
    return { ...row, span: (end < 0 ? told.length : end) - i };
  });
  return { rows, more };
}

/** A figure as its source put it, and where. */
function factOf(app: App, { figure, source }: Cited, label: string): PrintedFact {
  const { workspace, lang, t } = app;
  const texts = REPORT[lang()];
  const decimals = String(figure.value).split('.')[1]?.length ?? 0;
  const held = heldNumber(fromFigureUnit(figure.value, figure.unit), { unit: figure.unit, decimals }, lang());
  const words = heldInWords(held, lang());
  const value = figure.bound === 'exact' ? words : bounded(words, figure, lang());
  const later = isKnown(figure, workspace.view.known) ? '' : texts.later;
  return {
    name: [label, term(figure.definition, lang())].filter(Boolean).join(texts.comma),
    value,
    period: figurePeriod(figure.period, lang()),
    kind: figure.kind === 'target' ? t().chart.target : '',
    source: [
      source ? publisherOf(source, lang()) : figure.source,
      formatDate(figure.reported, lang()),
      source ? texts.grade(source.grade) : '',
      later,
    ]
      .filter(Boolean)
      .join(texts.comma),
    url: source?.url ?? '',
  };
}

/** The figures of the lines, those that are drawn, and those on which an assumption rests; each once. */
function factsOf(app: App, chart: ChartData): ReportPart<PrintedFact> {
  const { workspace, say } = app;
  const { lines } = workspace.model();
  const drawn = new Map(
    [...chart.dots, ...chart.targets].map(({ figure, line }) => [figure, line ?? workspace.view.line]),
  );
  const inLines = new Map(
    lines.flatMap((line) =>
      line.kind === 'input' && line.figure && line.take !== 'year' ? [[line.figure, say(line.label)] as const] : [],
    ),
  );
  const rested = new Map(
    lines.flatMap((line) =>
      line.kind === 'input' ? (line.range?.basis ?? []).map((id) => [id, say(line.label)] as const) : [],
    ),
  );
  const nameOf = (id: string) => say(workspace.line(id)?.label ?? '');
  const wanted = citedFigures(app).filter(({ figure: { id } }) => inLines.has(id) || drawn.has(id) || rested.has(id));
  return partOf(wanted, MOST.facts, (cited) => {
    const { id } = cited.figure;
    return factOf(app, cited, inLines.get(id) ?? (nameOf(drawn.get(id) ?? '') || (rested.get(id) ?? '')));
  });
}

export function reportContent(app: App): ReportContent {
  const { workspace, say, lang } = app;
  const shown = shownContent(app);
  // Of a chart whose curves are of lines no scenario has a value.
  const isOfScenarios = workspace.document().scenarios.some(({ id }) => scenarioCurve(shown.chart, id));
  const at = isOfScenarios ? shown.lineYears : [];
  const inView = REPORT[lang()].inView(shown.scenario);
  return {
    ...shown,
    note: [say(workspace.model().about), inView].join(lang() === 'zh' ? '' : ' '),
    years: at,
    scenarios: scenariosOf(app, shown.chart, at),
    assumptions: assumptionsOf(app),
    facts: factsOf(app, shown.chart),
  };
}
