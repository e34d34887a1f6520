import { createMemo, For, Show } from 'solid-js';
import { toldUnit } from '../../i18n/amounts.ts';
import { COMPARE } from '../../i18n/compare.ts';
import { useApp } from '../../state/app.ts';
import type { ScenarioName } from '../../state/document/workspace.ts';
import { cellName } from '../../state/insight/cells.ts';
import type { Comparison, ComparisonRow } from '../../state/insight/comparison.ts';
import { differenceText, valueText } from './texts.ts';

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
    return found ? toldUnit(found.line.unit, lang()).label : '';
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
                    {valueText(comparison, found(), id)}
                  </button>
                </td>
                <Show when={i() > 0}>
                  <td class="compare-number difference" classList={{ dimmed: dimmed(id) }}>
                    {differenceText(comparison, found(), id, lang())}
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
