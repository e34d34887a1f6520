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
  /** Where they are drawn, if not at their own height: a curve that is piled on others. */
  readonly tops?: readonly (number | null)[];
}

/** Where a curve is drawn. */
export const heights = ({ tops, values }: Curve): Curve['values'] => tops ?? values;

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
}

export interface TargetMark {
  readonly year: number;
  readonly y: number;
  /** "Target 300, 2025" */
  readonly label: string;
  readonly figure: string;
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
  /** Values that the axis holds as well, so that it stands still while curves move. */
  readonly room?: readonly number[];
  readonly dots: readonly Dot[];
  readonly targets: readonly TargetMark[];
  /** Curves are solid up to this year and dashed after it. */
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
