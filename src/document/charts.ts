import type { ChartSpec } from '../model/model.ts';

/** By what a chart is told from the others of its document: an id of its own, else the line that leads it. */
export const chartKey = ({ id, line }: Pick<ChartSpec, 'id' | 'line'>): string => id ?? line;

/** What is looked at of a document where a chart is. */
export const lookAt = ({ id, line }: ChartSpec): { readonly line: string; readonly chart: string | undefined } => ({
  line,
  chart: id,
});

/** An id for a chart that none of these has. No line has one like it. */
export function freshChartId(charts: readonly ChartSpec[]): string {
  const taken = new Set(charts.map(chartKey));
  for (let n = 2; ; n++) if (!taken.has(`chart-${n}`)) return `chart-${n}`;
}

/** Charts each with a key of its own: a further one that would have the key of one before gets an id. The same list where all have. */
export function distinct(charts: readonly ChartSpec[]): readonly ChartSpec[] {
  if (new Set(charts.map(chartKey)).size === charts.length) return charts;
  const all: ChartSpec[] = [];
  for (const chart of charts) {
    const isTaken = all.some((one) => chartKey(one) === chartKey(chart));
    all.push(isTaken ? { ...chart, id: freshChartId([...charts, ...all]) } : chart);
  }
  return all;
}

/** The figures that belong beside a line: those of the first of these charts that it leads with some. */
export const figuresBeside = (charts: readonly ChartSpec[], line: string): Pick<ChartSpec, 'figures'> => {
  const figures = charts.find((chart) => chart.line === line && chart.figures)?.figures;
  return figures ? { figures } : {};
};
