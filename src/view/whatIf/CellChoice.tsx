import { createMemo, Show } from 'solid-js';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import { cellPeriods, ownText } from '../../model/coarse.ts';
import type { Slot } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Asked } from '../../model/whatIf.ts';
import { useApp } from '../../state/app.ts';
import { isResult, lineName, stepName } from '../../state/insight/cells.ts';
import { slotNear } from '../dialogs/kit/fields.tsx';
import { Select } from '../Select.tsx';

/** Chooses a line, a derived one where nothing else is said, and its period where it has any. */
export function CellChoice(props: {
  cell: Asked | undefined;
  label?: string;
  among?: (line: Line | undefined) => boolean;
  onChange: (line: Line, slot: Slot) => void;
}) {
  const app = useApp();
  const { workspace, lang } = app;
  const t = () => WHAT_IF[lang()];
  const lines = createMemo(() => workspace.model().lines.filter(props.among ?? isResult));
  const line = createMemo(() => lines().find(({ id }) => id === props.cell?.line));
  const periods = createMemo(() => cellPeriods(line(), workspace.model().periods));
  const choose = (id: string) => {
    const chosen = workspace.line(id);
    if (chosen) props.onChange(chosen, slotNear(app, chosen, props.cell?.slot ?? 'value'));
  };
  return (
    <span class="result-choice">
      <Select
        class="select what-if-line"
        label={props.label ?? t().result}
        options={lines().map(({ id }) => id)}
        text={(id) => lineName(app, id)}
        value={line()?.id ?? ''}
        onChange={choose}
      />
      <Show when={line() && props.cell?.slot !== 'value' && periods().length > 0}>
        <Select
          label={stepName(app)}
          options={periods().map(String)}
          text={(period) => ownText(line(), Number(period), workspace.model().periods)}
          value={String(props.cell?.slot)}
          onChange={(period) => {
            const found = line();
            if (found) props.onChange(found, Number(period));
          }}
        />
      </Show>
    </span>
  );
}
