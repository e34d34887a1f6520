import { CHARTS } from '../../i18n/charts.ts';
import type { App } from '../../state/app.ts';
import { type ChartData, type Curve, curveOf, type Scale, type SecondAxis } from './data.ts';
import { isValue } from './reading.ts';
import { type AxisExtent, valueAxis } from './scale.ts';

/** Steps of an axis whose gridlines are those of another one, by their first digits. */
const DIGITS = [1, 2, 2.5, 3, 4, 5, 6, 8, 10];
const SLACK = 1e-9;

function stepAtLeast(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * (DIGITS.find((digit) => digit * power >= least * (1 - SLACK)) ?? 10);
}

/**
 * Puts the values of the curves on the right onto the gridlines of the left axis, with 0 on 0: each gridline stands for a round
 * value of either. Where the left axis has no room for values below 0, it gets some.
 */
export function placed(data: ChartData, left: AxisExtent): { readonly data: ChartData; readonly left: AxisExtent } {
  const { second } = data;
  if (!second) return { data, left };
  const isRight = ({ line }: { readonly line?: string }) => !!curveOf(data, line)?.right;
  const values = [
    ...data.curves.flatMap((curve) => (curve.right ? curve.values.filter(isValue) : [])),
    ...[...data.dots, ...data.targets].filter(isRight).map(({ y }) => y),
  ];
  const step = (left.ticks[1] ?? left.max) - (left.ticks[0] ?? 0) || 1;
  const [high, low] = [Math.max(0, ...values), Math.min(0, ...values)];
  const below = left.min < 0 ? left.min : -left.max || -1;
  const least = Math.max(left.max > 0 ? high / left.max : high > 0 ? high / step : 0, low / below) * step;
  const times = Number.isFinite(least) && least > 1e-300 ? step / stepAtLeast(least) : 1;
  const deep = low * times < left.min;
  const tall = high * times > left.max * (1 + SLACK);
  const axis = deep || tall ? valueAxis([left.min, left.max, low * times, high * times]) : left;
  const ends = [axis.min / times, axis.max / times];
  const largest = Math.max(...ends.map(Math.abs));
  const ticks = axis.ticks.map((at) => ({
    at,
    text: second.formatTick(Number((at / times).toPrecision(12)), largest),
  }));
  const curves = data.curves.map(
    (curve): Curve =>
      curve.right ? { ...curve, tops: curve.values.map((value) => (isValue(value) ? value * times : null)) } : curve,
  );
  const raised = <T extends { readonly y: number; readonly line?: string }>(mark: T): T =>
    isRight(mark) ? { ...mark, y: mark.y * times } : mark;
  const marks = { dots: data.dots.map(raised), targets: data.targets.map(raised) };
  return { data: { ...data, ...marks, curves, second: { ...second, ends, ticks } }, left: axis };
}

/** A chart whose curves of these lines stand on an axis of their own on the right. Their names tell it, with its unit. */
export function withSecond(app: App, data: ChartData, lines: readonly string[], scale: Scale): ChartData {
  const t = CHARTS[app.lang()];
  const isRight = ({ of, id }: Curve) => lines.includes(of?.line ?? id);
  if (!data.curves.some(isRight)) return data;
  const second: SecondAxis = {
    unit: scale.label,
    formatTick: scale.tick,
    formatValue: scale.value,
    ...(scale.whole ? { formatWhole: scale.whole } : {}),
    place: placed,
  };
  const curves = data.curves.map((curve) =>
    isRight(curve) ? { ...curve, right: true, name: t.onRight(curve.name, scale.label) } : curve,
  );
  return { ...data, curves, second };
}
