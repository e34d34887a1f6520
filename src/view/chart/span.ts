import type { ChartSpan } from '../../model/model.ts';
import type { ChartData } from './data.ts';

/** Periods behind the last target, as a share of those before it; and years of which the round one is a multiple. */
const BEHIND = 0.2;
const ROUND = 5;

/** The last period of each part of a chart that can be looked at by itself, and by which year that is. */
export interface Span {
  readonly span: ChartSpan;
  readonly until: number;
  readonly year: number;
}

/** To the last target and a little further, to a round year behind that, and all, which is there always. */
export function spansOf({ years, targets, perYear, knownUntil }: ChartData): readonly Span[] {
  const last = years.at(-1) ?? 0;
  const yearIn = (period: number) => Math.floor(period / perYear);
  const upTo = (period: number) => years.findLastIndex((year) => year <= period);
  const target = targets.length > 0 ? Math.max(...targets.map(({ year }) => year)) : undefined;
  const place = target === undefined ? -1 : upTo(target);
  const near = years[place + Math.max(1, Math.round(place * BEHIND))];
  const aimed = target === undefined || near === undefined || near >= last ? [] : [{ near, target }];
  const from = aimed[0]?.near ?? Math.max(knownUntil, target ?? knownUntil);
  const round = ROUND * Math.ceil((yearIn(from) + 1) / ROUND);
  const until = years[upTo((round + 1) * perYear - 1)] ?? last;
  return [
    ...aimed.map((one): Span => ({ span: 'targets', until: one.near, year: yearIn(one.target) })),
    ...(until > from && until < last ? [{ span: 'round', until, year: round } as const] : []),
    { span: 'all', until: last, year: yearIn(last) },
  ];
}

/** The chart up to one of its periods. */
export function chartUntil(data: ChartData, until: number): ChartData {
  const count = data.years.findLastIndex((year) => year <= until) + 1;
  if (count === data.years.length) return data;
  return {
    ...data,
    years: data.years.slice(0, count),
    curves: data.curves.map((curve) => ({
      ...curve,
      values: curve.values.slice(0, count),
      ...(curve.tops ? { tops: curve.tops.slice(0, count) } : {}),
    })),
    ...(data.panels ? { panels: data.panels.map((panel) => chartUntil(panel, until)) } : {}),
    dots: data.dots.filter(({ x }) => x <= until),
    targets: data.targets.filter(({ year }) => year <= until),
  };
}
