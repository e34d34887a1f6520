import type { AxisExtent } from './scale.ts';

/** What a chart shows, free of any chart library. Amounts are in the unit shown; null is a gap. */
export interface Curve {
  readonly id: string;
  readonly name: string;
  /** 0-based place of the scenario. */
  readonly place: number;
  /** 1 to 6: its colour, and 0 to 5: the shape of its marker. */
  readonly colour: number;
  readonly marker: number;
  /** The scenario in view, or else the one that is picked out, is drawn stronger. */
  readonly inView: boolean;
  /** Another scenario is picked out. */
  readonly dimmed?: boolean;
  /** A thin companion of the scenario in view, say the path that a target requires; no colour of its own. */
  readonly beside?: boolean;
  /** One value a year of `ChartData.years`. */
  readonly values: readonly (number | null)[];
  /** Gaps are joined: what was typed has none of the errors that would be hidden by it. */
  readonly joined?: boolean;
  /** The line that it is, and in which scenario. */
  readonly of?: { readonly scenario: string; readonly line: string };
  /** It stands on the axis on the right. */
  readonly right?: boolean;
  /** Which of its values are typed as actual in a line of a person's own. */
  readonly actual?: readonly boolean[];
  /** How far from its period it stands, in periods: a bar beside others. */
  readonly shift?: number;
  /** It stands for its line in one scenario, and what is observed of that has its colour. */
  readonly ofLine?: boolean;
  /** Where they are drawn, if not at their own height: a curve that is piled on others. */
  readonly tops?: readonly (number | null)[];
}

/** How values of a line's unit are shown on the chart. */
export interface Scale {
  readonly factor: number;
  readonly label: string;
  /** How a value is told in few letters: of an axis in the power of its largest one. */
  readonly tick: (value: number, largest?: number) => string;
  readonly value: (value: number) => string;
  /** As a cell shows it, where the chart has less room. */
  readonly whole?: (value: number) => string;
  /** In a sentence: with what stands at the axis, in Chinese in 亿. */
  readonly words: (value: number) => string;
}

/** An axis on the right, for lines of a second unit. */
export interface SecondAxis {
  readonly unit: string;
  readonly formatTick: ChartData['formatTick'];
  readonly formatValue: ChartData['formatValue'];
  readonly formatWhole?: ChartData['formatWhole'];
  /** Gives its curves their heights on the left axis, and the numbers beside its gridlines; and that axis as it is then. */
  readonly place: (data: ChartData, left: AxisExtent) => { readonly data: ChartData; readonly left: AxisExtent };
  /** Where it is placed: its ends, and its numbers with the value of the left axis at which they stand. */
  readonly ends?: readonly number[];
  readonly ticks?: readonly { readonly at: number; readonly text: string }[];
}

/** A value of a chart by the curve on which it stands. */
export interface PointOf {
  readonly curve: Curve;
  readonly year: number;
}

/** Where a curve is drawn. */
export const heights = ({ tops, values }: Curve): Curve['values'] => tops ?? values;

/** The curve of a line that is drawn as one of several, or beside another one. */
export const curveOf = ({ curves }: Pick<ChartData, 'curves'>, line: string | undefined): Curve | undefined =>
  line === undefined ? undefined : curves.find(({ of, ofLine, beside }) => (ofLine || beside) && of?.line === line);

/** A chart without some of its lines, and what is told of them. */
export function without(data: ChartData, lines: readonly string[]): ChartData {
  if (lines.length === 0) return data;
  const isLeft = ({ line }: { readonly line?: string }) => line === undefined || !lines.includes(line);
  return {
    ...data,
    curves: data.curves.filter(({ of }) => isLeft(of ?? {})),
    dots: data.dots.filter(isLeft),
    targets: data.targets.filter(isLeft),
  };
}

/** Where a mark of a line stands on the axis of periods, which of bars is their own place. */
export const markX = (data: ChartData, x: number, line: string | undefined): number =>
  x + (curveOf(data, line)?.shift ?? 0);

/** Whether anything that is drawn is typed as actual. */
export const hasActuals = ({ curves }: ChartData): boolean =>
  curves.some((curve) => curve.actual?.some((is, i) => is && heights(curve)[i] != null));

/** What is drawn on, and where a period and a value lie there, in CSS pixels. */
export interface Ground {
  readonly ctx: CanvasRenderingContext2D;
  readonly x: (period: number) => number;
  readonly y: (value: number) => number;
}

export interface Dot {
  /** Position on the axis of periods; of years 2024.83 for a stock at the end of October 2025. */
  readonly x: number;
  readonly y: number;
  /** `same` definition as the line: filled and joined; `other`: hollow; `later` than the date of knowledge: hollow, said so. */
  readonly kind: 'same' | 'other' | 'later';
  /** "2023: about 180 bn yuan, core industry, SCMP 2024" */
  readonly label: string;
  readonly figure: string;
  /** The line of which it tells, where that is not the one that leads the chart or all have their own colours. */
  readonly line?: string;
  /** The label without the name of that line, which stands before it. */
  readonly plain?: string;
}

export interface TargetMark {
  readonly year: number;
  readonly y: number;
  /** "Target 300, 2025" */
  readonly label: string;
  readonly figure: string;
  readonly line?: string;
  readonly plain?: string;
}

export interface ChartData {
  /** Accessible name of the drawing: what it shows. */
  readonly title: string;
  /** The periods, by their ordinals. */
  readonly years: readonly number[];
  /** Periods of one year, on whose multiples the axis is named. */
  readonly perYear: number;
  /** How a period is written under the axis, and how it is read aloud. */
  readonly periodText: (period: number) => string;
  readonly periodName: (period: number) => string;
  readonly curves: readonly Curve[];
  /** Draws what lies below the curves, and what part of a period stands out at either end for it. */
  readonly paint?: (ground: Ground, data: ChartData, colour: (curve: Curve) => string) => void;
  readonly margin?: number;
  /** The curves themselves are not drawn. */
  readonly bare?: boolean;
  /** The curves are no longer those of the scenarios in one line. */
  readonly shaped?: boolean;
  /** What of it could not be drawn as it was asked for, each in a sentence. */
  readonly problems?: readonly string[];
  /** Small charts in place of it, each with its own title; the curves are those of all of them. */
  readonly panels?: readonly ChartData[];
  /** It is a small one: its curves are named once for all of them. */
  readonly isSmall?: boolean;
  readonly second?: SecondAxis;
  /** Another axis than an even one from 0: heights of values, and the values of heights. */
  readonly scale?: {
    readonly to: (value: number) => number;
    readonly from: (height: number) => number;
    readonly axis: (values: readonly number[]) => AxisExtent;
  };
  /** What else its marks are, for the legend. */
  readonly ground?: string;
  /** Values that the axis holds as well, so that it stands still while curves move. */
  readonly room?: readonly number[];
  readonly dots: readonly Dot[];
  readonly targets: readonly TargetMark[];
  /** What follows this period is projected. */
  readonly observedUntil: number;
  /** Years after this one carry the tint and the word. */
  readonly knownUntil: number;
  /** "projected" */
  readonly projectedLabel: string;
  /** Stands once at the top of the axis: "bn yuan". */
  readonly unit: string;
  /** A value of the axis, beside its largest one. */
  readonly formatTick: (value: number, largest: number) => string;
  readonly formatValue: (value: number) => string;
  /** A value with all the digits that a cell shows, for the table of the chart; as `formatValue` if left out. */
  readonly formatWhole?: ((value: number) => string) | undefined;
}
