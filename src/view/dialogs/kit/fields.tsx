import { createMemo, Show } from 'solid-js';
import { firstForecast } from '../../../model/axis.ts';
import { cellOf, cellPeriods, ownText } from '../../../model/coarse.ts';
import type { Slot } from '../../../model/content.ts';
import { hasPeriods, type Line } from '../../../model/line.ts';

import type { Lang } from '../../../model/text.ts';
import { type App, useApp } from '../../../state/app.ts';
import { isResult } from '../../../state/insight/cells.ts';
import { Choice, Field, type Option } from './forms.tsx';

/** The slot of a line that is nearest to a wanted one. */
export function slotNear({ workspace }: App, line: Line, wanted: Slot): Slot {
  if (!hasPeriods(line)) return 'value';
  const period = wanted === 'value' ? firstForecast(workspace.model()) : wanted;
  return cellOf(line, period, workspace.model().periods) ?? period;
}

/** Chooses a derived line, under the headings of the sheet. */
export function LineField(props: { label: string; line: string; onChange: (line: Line) => void }) {
  const { workspace, say } = useApp();
  const groups = createMemo(() => {
    const found: { name: string | undefined; options: Option[] }[] = [{ name: undefined, options: [] }];
    for (const line of workspace.model().lines) {
      if (line.kind === 'heading') found.push({ name: say(line.label), options: [] });
      else if (isResult(line)) found.at(-1)?.options.push([line.id, say(line.label)]);
    }
    return found.filter(({ options }) => options.length > 0);
  });
  const choose = (id: string) => {
    const line = workspace.line(id);
    if (line) props.onChange(line);
  };
  return <Choice label={props.label} groups={groups()} value={props.line} onChange={choose} />;
}

/** Chooses a period, where the line has any. */
export function YearField(props: { label: string; line: string; slot: Slot; onChange: (slot: Slot) => void }) {
  const { workspace } = useApp();
  const line = () => workspace.line(props.line);
  return (
    <Show when={props.slot !== 'value'}>
      <Choice
        label={props.label}
        value={String(props.slot)}
        options={cellPeriods(line(), workspace.model().periods).map(
          (period) => [String(period), ownText(line(), period, workspace.model().periods)] as const,
        )}
        onChange={(period) => props.onChange(Number(period))}
      />
    </Show>
  );
}

/** A unit behind a name. */
export const inBrackets = (unit: string, lang: Lang): string =>
  unit === '' ? '' : lang === 'zh' ? `（${unit}）` : ` (${unit})`;

/** A number that is typed in a unit. */
export function NumberField(props: {
  label: string;
  unit: string;
  value: string;
  problem?: string | undefined;
  onChange: (text: string) => void;
}) {
  const { lang } = useApp();
  return (
    <Field label={`${props.label}${inBrackets(props.unit, lang())}`} problem={props.problem}>
      {(id, described) => (
        <input
          id={id}
          class="form-input"
          inputMode="decimal"
          autocomplete="off"
          aria-describedby={described}
          aria-invalid={props.problem ? 'true' : undefined}
          value={props.value}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
