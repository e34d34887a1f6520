import { createDeferred, createEffect, createMemo, createSignal, Show } from 'solid-js';
import type { Summary } from '../../engine/port.ts';
import { formatCell, formatNumber } from '../../i18n/format.ts';
import type { Unit } from '../../model/units.ts';
import { useApp } from '../../state/app.ts';

/** Sum, average and count of the selected cells, in their unit where they have one together. */
export function StatusBar() {
  const { workspace, editor, t, lang } = useApp();
  const [summary, setSummary] = createSignal<Summary>();
  const selection = createDeferred(editor.selection);
  const block = createMemo(() => {
    const { active, anchor } = selection();
    const span = (a: number, b: number) => [Math.min(a, b), Math.max(a, b)] as const;
    const lines = span(active.line, anchor.line);
    const columns = span(active.column, anchor.column);
    const single = lines[0] === lines[1] && columns[0] === columns[1];
    return single ? undefined : { scenario: workspace.scenarioId, lines, columns };
  });
  createEffect(() => {
    const wanted = block();
    workspace.rows.revision();
    if (!wanted) {
      setSummary(undefined);
      return;
    }
    workspace.engine.summarise(wanted).then(
      (found) => {
        if (block() === wanted) setSummary(found);
      },
      () => setSummary(undefined),
    );
  });
  const unit = createMemo((): Unit | undefined => {
    const wanted = block();
    if (!wanted) return undefined;
    const lines = workspace.model().lines.slice(wanted.lines[0], wanted.lines[1] + 1);
    const units = new Set(lines.flatMap((line) => (line.kind === 'heading' ? [] : [line.unit])));
    const [only] = units;
    return units.size === 1 ? only : undefined;
  });
  const say = (value: number): string => {
    const common = unit();
    return common ? formatCell(value, common, lang()) : formatNumber(value, lang(), 2);
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
