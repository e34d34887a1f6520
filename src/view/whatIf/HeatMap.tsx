import { createMemo, createSignal, For, Index, Show } from 'solid-js';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import { useApp } from '../../state/app.ts';
import type { Heat, HeatCell } from './heat.ts';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Rem that a character of a number takes, and what stands around it. */
const CHARACTER = 0.5;
const AROUND = 1;

/** A table by the colours of its cells, with the line along which the target is met. Arrows lead through the cells. */
export function HeatMap(props: {
  heat: Heat;
  label: string;
  /** What the columns and the rows are. */
  across: string;
  down: string;
  /** A cell in words, and what a click on it does. */
  name: (cell: HeatCell) => string;
  onTake: (cell: HeatCell) => void;
}) {
  const { lang } = useApp();
  const t = () => WHAT_IF[lang()].dataTable;
  const [active, setActive] = createSignal<readonly [number, number]>([0, 0]);
  let body!: HTMLTableSectionElement;
  const columns = () => props.heat.columns.length;
  const rows = () => props.heat.rows.length;
  const width = createMemo(() => {
    const { cells, columns: heads } = props.heat;
    const letters = Math.max(
      ...cells.flat().map(({ text }) => text.length),
      ...heads.map((head) => Math.min(14, widthOf(head))),
    );
    return `${(CHARACTER * letters + AROUND).toFixed(2)}rem`;
  });
  const side = createMemo(() => {
    const letters = Math.max(...props.heat.rows.map((row) => row.length), Math.min(16, widthOf(props.down)));
    return `${(CHARACTER * letters + AROUND).toFixed(2)}rem`;
  });
  const isActive = (x: number, y: number) => {
    const [column, row] = active();
    return x === Math.min(column, columns() - 1) && y === Math.min(row, rows() - 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = ARROWS[event.key];
    if (!by) return;
    event.preventDefault();
    const clamp = (at: number, count: number) => Math.max(0, Math.min(count - 1, at));
    const [x, y] = [clamp(active()[0] + by[0], columns()), clamp(active()[1] + by[1], rows())];
    setActive([x, y]);
    body.querySelector<HTMLElement>(`[data-x="${x}"][data-y="${y}"]`)?.focus();
  };
  const path = () =>
    props.heat.line.map(([x1, y1, x2, y2]) => `M${x1 + 0.5} ${y1 + 0.5}L${x2 + 0.5} ${y2 + 0.5}`).join('');
  return (
    <div class="heat-frame" style={{ '--cell': width(), '--side': side(), '--columns': columns(), '--rows': rows() }}>
      <table class="heat" aria-label={props.label}>
        <colgroup>
          <col class="heat-side" />
          <col class="heat-column" span={columns()} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} class="heat-corner" title={props.down}>
              {props.down}
            </th>
            <th scope="colgroup" colSpan={columns()} class="heat-across">
              <span>{props.across}</span>
            </th>
          </tr>
          <tr>
            <Index each={props.heat.columns}>
              {(column, x) => (
                <th scope="col" classList={{ here: props.heat.here[0] === x }} title={column()}>
                  {column()}
                </th>
              )}
            </Index>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          <Index each={props.heat.cells}>
            {(row, y) => (
              <tr>
                <th scope="row" classList={{ here: props.heat.here[1] === y }}>
                  {props.heat.rows[y]}
                </th>
                <Index each={row()}>
                  {(cell, x) => (
                    <td
                      classList={{
                        none: cell().isNone,
                        short: cell().heat < 0,
                        here: props.heat.here[1] === y && (props.heat.here[0] ?? x) === x,
                      }}
                      style={{ '--heat': `${Math.round(45 * Math.abs(cell().heat))}%` }}
                    >
                      <button
                        type="button"
                        data-x={x}
                        data-y={y}
                        tabIndex={isActive(x, y) ? 0 : -1}
                        aria-label={props.name(cell())}
                        onFocus={() => setActive([x, y])}
                        onClick={() => props.onTake(cell())}
                      >
                        {cell().text}
                      </button>
                    </td>
                  )}
                </Index>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
      <Show when={props.heat.line.length > 0}>
        <svg class="heat-line" viewBox={`0 0 ${columns()} ${rows()}`} preserveAspectRatio="none" aria-hidden="true">
          <For each={['ground', 'stroke']}>{(kind) => <path class={kind} d={path()} />}</For>
        </svg>
      </Show>
      <p class="what-if-note muted">{t().take}</p>
    </div>
  );
}

/** Characters that a text takes: those of Chinese are twice as wide. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\u9fff\uff00-\uffef]/g)?.length ?? 0);
