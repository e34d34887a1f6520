import { createMemo, For, Show } from 'solid-js';
import { shownDecimals } from '../../document/entry.ts';
import { COMPARE } from '../../i18n/compare.ts';
import { formatCell, formatNumber, MISSING } from '../../i18n/format.ts';
import type { MeasuredLine } from '../../model/line.ts';
import { unitSpec } from '../../model/units.ts';
import { useApp } from '../../state/app.ts';
import type { ScenarioName } from '../../state/document/workspace.ts';
import { cellName } from '../../state/insight/cells.ts';
import type { Comparison, ComparisonRow } from '../../state/insight/comparison.ts';

/** A line, or a year of one, in every scenario: each value leads to its cell. */
export function CompareRow(props: {
  comparison: Comparison;
  entry: ComparisonRow | undefined;
  index: number;
  scenarios: readonly ScenarioName[];
  /** The column that Tab reaches; undefined where it is in another row. */
  active: number | undefined;
  onActive: (column: number) => void;
}) {
  const app = useApp();
  const { viewMode, say, lang } = app;
  const { comparison } = props;
  const t = () => COMPARE[lang()];
  const cells = () => (props.entry?.kind === 'cells' ? props.entry : undefined);
  const unit = () => {
    const found = cells();
    return found ? say(unitSpec(found.line.unit).label) : '';
  };
  const text = (scenario: string): string => {
    const [found, reading] = [cells(), comparison.reading()];
    if (!found || !reading) return '';
    return comparison.textAt(reading, scenario, found);
  };
  const difference = (scenario: string): string => {
    const [found, reading] = [cells(), comparison.reading()];
    if (!found || !reading) return '';
    if (comparison.isSame(reading, scenario, found)) return t().same;
    const value = comparison.differenceAt(reading, scenario, found);
    if (value === undefined) return MISSING;
    return signed(value, sized(value, found.line));
  };
  const sized = (value: number, line: MeasuredLine): string => {
    if (comparison.by() === 'percent') return formatCell(value, 'percent', lang());
    const { form, grouping } = unitSpec(line.unit);
    const shown = form === 'plain' ? value : value * 100;
    return formatNumber(shown, lang(), shownDecimals(line, Number(value.toPrecision(15))), grouping);
  };
  const heading = createMemo(() => (props.entry?.kind === 'heading' ? props.entry : undefined));
  const dimmed = (scenario: string) => viewMode.picked() !== undefined && viewMode.picked() !== scenario;
  return (
    <Show
      when={cells()}
      fallback={
        <tr class="compare-heading" aria-rowindex={props.index + 3} data-row={props.index}>
          <th scope="rowgroup" colSpan={2 * props.scenarios.length + 1}>
            {say(heading()?.line.label ?? '')}
          </th>
        </tr>
      }
    >
      {(found) => (
        <tr aria-rowindex={props.index + 3} data-row={props.index}>
          <th scope="row" class="compare-name" title={comparison.name(found())}>
            {comparison.mode() === 'line' && found().slot === 'value' ? t().scalar : comparison.name(found())}
          </th>
          <td class="compare-unit">{unit()}</td>
          <For each={props.scenarios}>
            {({ id, name }, i) => (
              <>
                <td class="compare-number" classList={{ dimmed: dimmed(id) }}>
                  <button
                    type="button"
                    class="compare-value"
                    data-column={i()}
                    tabIndex={props.active === i() ? 0 : -1}
                    title={t().goTo(
                      say(name),
                      cellName(app, { scenario: id, line: found().line.id, slot: found().slot }),
                    )}
                    onFocus={() => props.onActive(i())}
                    onClick={() => comparison.show(id, found())}
                  >
                    {text(id)}
                  </button>
                </td>
                <Show when={i() > 0}>
                  <td class="compare-number difference" classList={{ dimmed: dimmed(id) }}>
                    {difference(id)}
                  </td>
                </Show>
              </>
            )}
          </For>
        </tr>
      )}
    </Show>
  );
}

/** A difference bears its sign; what rounds to nothing has none. */
const signed = (value: number, text: string): string => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text);
