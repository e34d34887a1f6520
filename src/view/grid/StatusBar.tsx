import { createEffect, createMemo, createSignal, Show } from 'solid-js';
import { boxes, disjoint, isSingle } from '../../document/selection.ts';
import type { Block, Summary } from '../../engine/port.ts';
import { formatCell, formatNumber } from '../../i18n/format.ts';
import { isKnownUnit, type Unit, unitSpec } from '../../model/units.ts';
import { useApp } from '../../state/app.ts';
import { createSettled } from '../settled.ts';

const together = (a: Summary, b: Summary): Summary => ({
  sum: a.sum + b.sum,
  numbers: a.numbers + b.numbers,
  filled: a.filled + b.filled,
});

/** Sum, average and count of the selected cells, over all ranges, in their unit where they have one together. */
export function StatusBar() {
  const { workspace, editor, t, lang } = useApp();
  const [summary, setSummary] = createSignal<Summary>();
  const selection = createSettled(editor.selection);
  const parts = createMemo(() => (isSingle(selection()) ? undefined : disjoint(boxes(selection()))));
  createEffect(() => {
    const wanted = parts();
    const scenario = workspace.scenarioId;
    workspace.rows.revision();
    if (!wanted) {
      setSummary(undefined);
      return;
    }
    const blocks = wanted.map(({ top, bottom, left, right }): Block => {
      return { scenario, lines: [top, bottom], columns: [left, right] };
    });
    const by = editor.fold() ?? workspace.engine;
    Promise.all(blocks.map((block) => by.summarise(block))).then(
      (found) => {
        if (parts() === wanted) setSummary(found.reduce(together, { sum: 0, numbers: 0, filled: 0 }));
      },
      () => setSummary(undefined),
    );
  });
  const unit = createMemo((): Unit | undefined => {
    const lines = (parts() ?? []).flatMap(({ top, bottom }) => workspace.model().lines.slice(top, bottom + 1));
    const units = new Set(lines.flatMap((line) => (line.kind === 'heading' ? [] : [line.unit])));
    const [only] = units;
    return units.size === 1 ? only : undefined;
  });
  const say = (value: number): string => {
    const common = unit();
    if (common && isKnownUnit(common)) return formatCell(value, common, lang());
    // A mean of whole numbers is none.
    return common && unitSpec(common).form !== 'plain'
      ? formatCell(value, common, lang(), 2)
      : formatNumber(value, lang(), 2, true, Number.isInteger(value) ? 0 : 2);
  };
  return (
    <div class="status-bar">
      <Show when={summary()}>
        {(found) => (
          <>
            <Show when={found().numbers > 0}>
              <span>
                {t().sheet.sum} <b>{say(found().sum)}</b>
              </span>
              <span>
                {t().sheet.average} <b>{say(found().sum / found().numbers)}</b>
              </span>
            </Show>
            <span>
              {t().sheet.count} <b>{formatNumber(found().filled, lang(), 0)}</b>
            </span>
          </>
        )}
      </Show>
    </div>
  );
}
