import { createRoot } from 'solid-js';
import type { Scenario } from '../../document/document.ts';
import { PICTURE } from '../../i18n/picture.ts';
import { yearNote } from '../../i18n/yearWords.ts';
import type { Lang } from '../../model/text.ts';
import type { App } from '../../state/app.ts';
import { createExchange } from '../../state/insight/answer.ts';
import {
  answerText,
  type HeldText,
  heldInWords,
  knownText,
  type Setting,
  settingsOf,
  warningTexts,
} from '../../state/insight/summary.ts';
import { createChartData } from '../chart/assemble.ts';
import type { ChartData, Curve } from '../chart/data.ts';
import { missingText } from '../chart/missing.ts';

/** A scenario as it is told under the chart. */
export interface ToldScenario {
  readonly curve: Curve;
  readonly name: string;
  /** "260.3 in 2025, 1,237 in 2035" */
  readonly values: string;
  readonly settings: string;
}

/** What a picture and a print of the chart say alike, in words. */
export interface ShownContent {
  readonly model: string;
  readonly answer: string;
  readonly warnings: readonly string[];
  readonly known: string;
  readonly line: string;
  readonly chart: ChartData;
  readonly legend: string;
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
/** Targets by whose years the values of a scenario are told. */
const YEARS = 2;

/** The chart as it stands on the screen, with its credits. */
const chartNow = (app: App): { chart: ChartData; credits: string } =>
  createRoot((dispose) => {
    const { data, credits } = createChartData(app, createExchange(app));
    const told = app.t().chart.credits(credits().definition, credits().sources);
    const line = app.workspace.line(app.workspace.view.line);
    const isByYear = app.viewMode.byYear() && line && line.kind !== 'heading';
    const note = isByYear ? yearNote(line, app.workspace.model().periods, app.lang()) : '';
    const now = {
      chart: data(),
      credits: [missingText(app), note, told].filter(Boolean).join(app.lang() === 'zh' ? '' : ' '),
    };
    dispose();
    return now;
  });

/** The years by which the values of scenarios are told: those of the first targets, and the last. */
export function tellingYears({ targets, years }: ChartData): number[] {
  const aimed = targets.map(({ year }) => year).sort((a, b) => a - b);
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

/** What the marks in the chart are: nobody can hover over a picture. */
function legendOf({ dots, targets }: ChartData, lang: Lang): string {
  const { legend } = PICTURE[lang];
  const kinds = (['same', 'later', 'other'] as const).filter((kind) => dots.some((dot) => dot.kind === kind));
  return [...kinds.map((kind) => legend[kind]), ...(targets.length > 0 ? [legend.target] : []), legend.projected].join(
    '    ',
  );
}

export function shownContent(app: App): ShownContent {
  const { workspace, say, lang } = app;
  const { chart, credits } = chartNow(app);
  const shown = workspace.line(workspace.view.line);
  return {
    model: say(workspace.model().name),
    answer: answerText(app),
    warnings: warningTexts(app),
    known: PICTURE[lang()].known(knownText(app)),
    line: shown ? say(shown.label) : '',
    chart,
    legend: legendOf(chart, lang()),
    credits,
  };
}

export function pictureContent(app: App): PictureContent {
  const { workspace, say, lang } = app;
  const t = PICTURE[lang()];
  const shown = shownContent(app);
  const { chart } = shown;
  const years = tellingYears(chart);
  const all = workspace.document().scenarios;
  const scenarios = all.slice(0, MOST_SCENARIOS).flatMap((scenario): ToldScenario[] => {
    const curve = chart.curves.find(({ id, beside }) => id === scenario.id && !beside);
    if (!curve) return [];
    const values = years.flatMap((year) => {
      const value = curve.values[chart.years.indexOf(year)];
      return value === null || value === undefined
        ? []
        : [t.at(chart.formatValue(value), chart.periodName(year), chart.unit)];
    });
    const told = values.length > 0 ? `${values.join(t.values)}${t.in(chart.unit)}` : '';
    return [{ curve, name: say(scenario.name), values: told, settings: settingsText(app, scenario, lang()) }];
  });
  return {
    ...shown,
    about: say(workspace.model().about),
    scenarios,
    more: all.length > MOST_SCENARIOS ? t.more(all.length - MOST_SCENARIOS) : '',
  };
}
