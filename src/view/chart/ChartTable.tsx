import { Index } from 'solid-js';
import type { ChartData, Dot } from './data.ts';
import { formatted } from './reading.ts';

export interface TableTexts {
  /** Name of the table: "Chart data". */
  readonly chartData: string;
  /** Head of the column of periods: "Year". */
  readonly period: string;
  /** Names the row of a target: "Target". */
  readonly target: string;
  /** Name the row of a figure: "Observed", "Other definition", "Reported later". */
  readonly kinds: Readonly<Record<Dot['kind'], string>>;
}

/** The chart's figures for those who cannot see it. `Index` keeps the cells: in a drag only their texts change. */
export default function ChartTable(props: { data: ChartData; texts: TableTexts }) {
  const width = () => Math.max(1, props.data.curves.length);
  return (
    <div class="visually-hidden">
      <table aria-label={props.texts.chartData}>
        <thead>
          <tr>
            <th scope="col">{props.texts.period}</th>
            <Index each={props.data.curves}>{(curve) => <th scope="col">{curve().name}</th>}</Index>
          </tr>
        </thead>
        <tbody>
          <Index each={props.data.years}>
            {(year, row) => (
              <tr>
                <th scope="row">{props.data.periodText(year())}</th>
                <Index each={props.data.curves}>
                  {(curve) => <td>{formatted(props.data, curve(), row, true)}</td>}
                </Index>
              </tr>
            )}
          </Index>
          <Index each={props.data.targets}>
            {(target) => (
              <tr>
                <th scope="row">{props.texts.target}</th>
                <td colSpan={width()}>{target().label}</td>
              </tr>
            )}
          </Index>
          <Index each={props.data.dots}>
            {(dot) => (
              <tr>
                <th scope="row">{props.texts.kinds[dot().kind]}</th>
                <td colSpan={width()}>{dot().label}</td>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
    </div>
  );
}
