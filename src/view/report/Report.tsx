import { For, onCleanup, Show } from 'solid-js';
import { formatDate } from '../../i18n/format.ts';
import { REPORT } from '../../i18n/report.ts';
import type { Lang } from '../../model/text.ts';
import type { Curve } from '../chart/data.ts';
import { STROKE, scenarioGlyph } from '../chart/glyphs.ts';
import { type ChartTheme, curveColour } from '../chart/theme.ts';
import { drawChart } from '../picture/drawChart.ts';
import type { ReportContent } from './content.ts';
import './report.css';

/** px, in the proportions in which it is printed: 182 mm wide. */
const CHART = { width: 688, height: 270 };
/** Pixels of the print for each CSS pixel. */
const PIXELS = 3;

/** What is printed: the answer, the chart, and on what they rest, on one to three pages. */
export function Report(props: {
  content: ReportContent;
  theme: ChartTheme;
  lang: Lang;
  address: string;
  /** `2023-11-13` */
  today: string;
}) {
  const t = () => REPORT[props.lang];
  const { canvas: chart, letGo } = drawChart(props.content.drawn, { ...props.theme, fontSize: 11 }, CHART, PIXELS);
  onCleanup(letGo);
  chart.className = 'report-chart';
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', props.content.chart.title);
  return (
    <>
      <header class="report-head">
        <b>{props.content.model}</b>
        <span>{props.content.known}</span>
      </header>
      <h1 class="report-answer">{props.content.answer}</h1>
      <p class="report-note">{props.content.note}</p>
      <For each={props.content.warnings}>{(warning) => <p class="report-warning">{warning}</p>}</For>
      <figure class="report-figure">
        <figcaption>{props.content.line}</figcaption>
        {chart}
        <p class="report-note report-legend">{props.content.legend}</p>
        <p class="report-note">{props.content.credits}</p>
      </figure>

      <Show when={props.content.lines.length > 0}>
        <h2>{t().lines(props.content.scenario)}</h2>
        <table class="report-table lines">
          <thead>
            <tr>
              <th>{t().line}</th>
              <For each={props.content.lineYears}>
                {(year) => <th class="report-number">{props.content.chart.periodText(year)}</th>}
              </For>
              <th>{t().unit}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.content.lines}>
              {(line) => (
                <tr>
                  <td class="report-name">
                    <Marker curve={line.curve} theme={props.theme} />
                    <b>{line.name}</b>
                  </td>
                  <For each={line.values}>{(value) => <td class="report-number">{value}</td>}</For>
                  <td class="report-last">{line.unit}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <More count={props.content.moreLines} lang={props.lang} />
      </Show>

      <h2>
        {t().scenarios}
        <Show when={props.content.years.length > 0 && props.content.lead}>{(line) => `${t().colon}${line()}`}</Show>
      </h2>
      <table class="report-table scenarios">
        <thead>
          <tr>
            <th>{t().scenario}</th>
            <For each={props.content.years}>
              {(year) => (
                <th class="report-number">
                  {props.content.chart.periodText(year)}
                  <br />
                  <span class="report-unit">{props.content.chart.unit}</span>
                </th>
              )}
            </For>
            <th>{t().sets}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.content.scenarios.rows}>
            {(scenario) => (
              <tr>
                <td class="report-name">
                  <Marker curve={scenario.curve} theme={props.theme} />
                  <b>{scenario.name}</b>
                  <br />
                  <span class="report-note">{scenario.note}</span>
                </td>
                <For each={scenario.values}>{(value) => <td class="report-number">{value}</td>}</For>
                <td class="report-last">{scenario.settings}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <More count={props.content.scenarios.more} lang={props.lang} />

      <Show when={props.content.assumptions.rows.length > 0}>
        <h2>{t().assumptions}</h2>
        <table class="report-table assumptions">
          <thead>
            <tr>
              <th>{t().assumption}</th>
              <th class="report-number">{t().value}</th>
              <th class="report-number">{t().range}</th>
              <th>{t().rests}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.content.assumptions.rows}>
              {(row) => (
                <tr>
                  <td>{row.label}</td>
                  <td class="report-number">
                    <b>{row.value}</b>
                    <Show when={row.instead}>
                      <div class="report-note">{t().instead(row.instead)}</div>
                    </Show>
                  </td>
                  <td class="report-number">{row.range}</td>
                  <Show when={row.span > 0}>
                    <td class="report-note report-last" rowSpan={row.span}>
                      {row.rests}
                    </td>
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <More count={props.content.assumptions.more} lang={props.lang} />
      </Show>

      <Show when={props.content.facts.rows.length > 0}>
        <h2>{t().facts}</h2>
        <table class="report-table facts">
          <thead>
            <tr>
              <th>{t().fact}</th>
              <th class="report-number">{t().period}</th>
              <th class="report-number">{t().value}</th>
              <th>{t().source}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.content.facts.rows}>
              {(row) => (
                <tr>
                  <td>
                    {row.name}
                    <Show when={row.kind}>
                      {' '}
                      <span class="report-target">◆ {row.kind}</span>
                    </Show>
                  </td>
                  <td class="report-number">{row.period}</td>
                  <td class="report-number">
                    <b>{row.value}</b>
                  </td>
                  <td class="report-note report-last">
                    {row.source}
                    <Show when={row.url}>
                      <div class="report-url">{row.url}</div>
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <p class="report-note">{t().grades}</p>
        <More count={props.content.facts.more} lang={props.lang} />
      </Show>
      <footer class="report-foot">
        <span class="report-url">{props.address}</span>
        <span>
          {t().made}
          {t().comma}
          {t().printed(formatDate(props.today, props.lang))}
        </span>
      </footer>
    </>
  );
}

function More(props: { count: number; lang: Lang }) {
  return (
    <Show when={props.count > 0}>
      <p class="report-note">{REPORT[props.lang].more(props.count)}</p>
    </Show>
  );
}

/** The sign of a curve; a stroke for one that stands beside another. */
function Marker(props: { curve: Curve | undefined; theme: ChartTheme }) {
  return (
    <Show when={props.curve}>
      {(curve) => (
        <svg class="report-marker" viewBox="-6 -6 12 12" aria-hidden="true">
          <path
            d={curve().beside ? STROKE : scenarioGlyph(curve().marker)}
            fill={curveColour(props.theme, curve())}
            stroke={curve().beside ? curveColour(props.theme, curve()) : 'none'}
          />
        </svg>
      )}
    </Show>
  );
}
