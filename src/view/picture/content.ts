import { createRoot } from 'solid-js';
import type { Scenario } from '../../document/document.ts';
import { MISSING } from '../../i18n/format.ts';
import { PICTURE } from '../../i18n/picture.ts';
import { yearNote } from '../../i18n/yearWords.ts';
import type { Lang } from '../../model/text.ts';
import type { App } from '../../state/app.ts';
import { createExchange } from '../../state/insight/answer.ts';
import { lineName } from '../../state/insight/cells.ts';
import { chartName } from '../../state/insight/chartName.ts';
import { answerText, knownText, type Setting, settingsOf, warningTexts } from '../../state/insight/summary.ts';
import { type HeldText, heldInWords } from '../../state/insight/told.ts';
import { createChartData } from '../chart/assemble.ts';
import { type ChartData, type Curve, curveOf, heights } from '../chart/data.ts';
import { legendOf } from '../chart/legend.ts';
import { missingText } from '../chart/missing.ts';

/** A scenario as it is told under the chart. */
export interface ToldScenario {
  /** None where the chart has curves of lines. */
  readonly curve: Curve | undefined;
  readonly name: string;
  /** "260.3 in 2025, 1,237 in 2035" */
  readonly values: string;
  readonly settings: string;
}

/** A line of a chart of several as it is told under it, by the years of `tellingYears`. */
export interface ToldLine {
  readonly curve: Curve;
  readonly name: string;
  readonly values: readonly string[];
  readonly unit: string;
}

/** What a picture and a print of the chart say alike, in words. */
export interface ShownContent {
  readonly model: string;
  readonly answer: string;
  readonly warnings: readonly string[];
  readonly known: string;
  /** The name of the chart. */
  readonly line: string;
  /** All of it, and what of it is drawn. */
  readonly chart: ChartData;
  readonly drawn: ChartData;
  readonly legend: string;
  /** Its lines, but for the one whose values are told with the scenarios; with more than those, that there are. */
  readonly lines: readonly ToldLine[];
  readonly moreLines: number;
  readonly lineYears: readonly number[];
  /** The line whose values are told with the scenarios, where there are others. */
  readonly lead: string;
  /** The name of the scenario in view. */
  readonly scenario: string;
  /** Definition and sources of the figures in the chart. */
  readonly credits: string;
}

/** All that a picture of the chart says, in words. */
export interface PictureContent extends ShownContent {
  readonly about: string;
  readonly scenarios: readonly ToldScenario[];
  /** That there are more scenarios than those. */
  readonly more: string;
}

/** Settings that are told before it is only said how many more there are, and how many of these are counted. */
const TOLD = 8;
const COUNTED = 100;
/** Scenarios that are told. */
const MOST_SCENARIOS = 8;
/** Lines that are told beside the first one. */
const MOST_LINES = 12;
/** Targets by whose years the values of a scenario are told. */
const YEARS = 2;

/** The chart as it stands on the screen, with its credits. */
const chartNow = (app: App): Pick<ShownContent, 'chart' | 'drawn' | 'credits'> =>
  createRoot((dispose) => {
    const { spec, data, shown, credits } = createChartData(app, createExchange(app));
    const told = app.t().chart.credits(credits().definition, credits().sources);
    const line = app.workspace.line(app.workspace.view.line);
    const isByYear = app.viewMode.byYear() && line && line.kind !== 'heading';
    const note = isByYear ? yearNote(line, app.workspace.model().periods, app.lang()) : '';
    const now = {
      chart: data(),
      drawn: shown(),
      credits: [missingText(app), ...(data().problems ?? []), app.say(spec().note ?? ''), note, told]
        .filter(Boolean)
        .join(app.lang() === 'zh' ? '' : ' '),
    };
    dispose();
    return now;
  });

/** The years by which the values of scenarios are told: those of the first targets, but of lines that stand thin beside it, and the last. */
export function tellingYears(chart: ChartData): number[] {
  const { targets, years } = chart;
  const own = targets.filter(({ line }) => !curveOf(chart, line)?.beside);
  const aimed = own.map(({ year }) => year).sort((a, b) => a - b);
  return [...new Set([...aimed.slice(0, YEARS), years.at(-1) ?? 0])];
}

/** A setting in words, the unit once where both numbers have it. */
function settingText({ line, periods, value, instead, why }: Setting, lang: Lang): string {
  const t = PICTURE[lang];
  const said = (held: HeldText) => heldInWords(held, lang);
  const shared = lang === 'en' && instead?.unit === value.unit;
  const what = t.what(line, periods);
  const text = t.instead(what, shared ? value.text : said(value), instead ? said(instead) : t.computed);
  return why ? `${text} (${why})` : text;
}

/** What a scenario sets against the base, and the base against the model, in a sentence. */
export function settingsText(app: App, scenario: Scenario, lang: Lang): string {
  const t = PICTURE[lang];
  const told: string[] = [];
  let rest = 0;
  for (const setting of settingsOf(app, scenario, t.byFormula)) {
    if (told.length < TOLD) told.push(settingText(setting, lang));
    else if (++rest > COUNTED) break;
  }
  if (told.length === 0) return scenario.id === app.workspace.base.id ? t.base : t.asBase;
  const more = rest > COUNTED ? [t.moreThan(COUNTED)] : rest > 0 ? [t.more(rest)] : [];
  return `${[...told, ...more].join(t.list)}${t.stop}`;
}

/** The curves that are not those of the scenarios in the line that leads the chart. */
const linesOf = (chart: ChartData, lead: string): Curve[] =>
  chart.curves.filter(
    (curve) =>
      (curve.ofLine || curve.beside || (curve.of !== undefined && curve.of.line !== lead)) &&
      heights(curve).some((value) => value !== null),
  );

function toldLine(chart: ChartData, curve: Curve): ToldLine {
  const { formatValue, unit } = (curve.right && chart.second) || chart;
  const values = tellingYears(chart).map((year) => {
    const value = curve.values[chart.years.indexOf(year)];
    return value === null || value === undefined ? MISSING : formatValue(value);
  });
  return { curve, name: curve.name, values, unit };
}

export function shownContent(app: App): ShownContent {
  const { workspace, say, lang } = app;
  const { chart, drawn, credits } = chartNow(app);
  const lead = workspace.chart().line;
  const lines = linesOf(chart, lead);
  return {
    lines: lines.slice(0, MOST_LINES).map((curve) => toldLine(chart, curve)),
    moreLines: Math.max(0, lines.length - MOST_LINES),
    lineYears: tellingYears(chart),
    lead: lines.length > 0 ? lineName(app, lead) : '',
    scenario: say(workspace.scenario.name),
    model: say(workspace.model().name),
    answer: answerText(app),
    warnings: warningTexts(app),
    // A model that knows one date alone has no such choice, and says nothing of it.
    known: workspace.model().known.length > 1 ? PICTURE[lang()].known(knownText(app)) : '',
    line: say(chartName(app, workspace.chart())),
    chart,
    drawn,
    // Nobody can hover over a picture.
    legend: legendOf(drawn, app.t().chart).join('    '),
    credits,
  };
}

/** The curve of a scenario; none where those of the chart are of lines. */
export const scenarioCurve = (chart: ChartData, id: string): Curve | undefined =>
  chart.curves.find((curve) => curve.id === id && !curve.beside && heights(curve).some((value) => value !== null));

export function pictureContent(app: App): PictureContent {
  const { workspace, say, lang } = app;
  const t = PICTURE[lang()];
  const shown = shownContent(app);
  const { chart } = shown;
  const years = tellingYears(chart);
  const all = workspace.document().scenarios;
  const scenarios = all.slice(0, MOST_SCENARIOS).flatMap((scenario): ToldScenario[] => {
    const curve = scenarioCurve(chart, scenario.id);
    if (!curve && !chart.curves.some(({ of }) => of?.scenario === scenario.id)) return [];
    const values = years.flatMap((year) => {
      const value = curve?.values[chart.years.indexOf(year)];
      return value === null || value === undefined
        ? []
        : [t.at(chart.formatValue(value), chart.periodName(year), chart.unit)];
    });
    const told = values.length > 0 ? `${values.join(t.values)}${t.in(chart.unit)}` : '';
    const named = told && shown.lead ? t.of(shown.lead, told) : told;
    return [{ curve, name: say(scenario.name), values: named, settings: settingsText(app, scenario, lang()) }];
  });
  return {
    ...shown,
    about: say(workspace.model().about),
    scenarios,
    more: all.length > MOST_SCENARIOS ? t.more(all.length - MOST_SCENARIOS) : '',
  };
}
