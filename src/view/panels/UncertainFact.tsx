import { createMemo, Show } from 'solid-js';
import { FUTURES } from '../../i18n/futures.ts';
import type { CellRef } from '../../model/content.ts';
import { useApp } from '../../state/app.ts';
import { fieldsOf } from '../../state/whatIf/shapeFields.ts';
import { Button } from '../Button.tsx';
import { measureOf } from '../dialogs/analysis/measure.ts';
import { Fact } from './Fact.tsx';

/** How an input may turn out, where somebody has said so. */
export function UncertainFact(props: { cell: CellRef }) {
  const app = useApp();
  const { workspace, viewMode, lang } = app;
  const t = () => FUTURES[lang()];
  const said = createMemo(() => {
    const line = workspace.line(props.cell.line);
    const uncertainty = workspace.document().whatIf?.uncertain?.[props.cell.line];
    if (!uncertainty || line?.kind !== 'input') return undefined;
    const reader = { lang: lang(), money: 'bn yuan', yuanPerDollar: Number.NaN } as const;
    const fields = fieldsOf(uncertainty, measureOf(line, reader, true), measureOf({ unit: '%' }, reader));
    const parts = fields.filter(({ text }) => text !== '').map(({ name, text }) => `${t().fields[name]} ${text}`);
    return [t().kinds[uncertainty.shape.kind], ...parts].join(t().separator);
  });
  return (
    <Show when={said()}>
      {(text) => (
        <Fact name={t().how}>
          {text()} <Button class="link" text={t().change} onClick={() => viewMode.stand('whatIf')} />
        </Fact>
      )}
    </Show>
  );
}
