import { createMemo, For, Show } from 'solid-js';
import { BY_YEAR } from '../../i18n/byYear.ts';
import { FORMULA_FACTS } from '../../i18n/formulaFacts.ts';
import { columnName, slotColumn } from '../../model/address.ts';
import type { CellRef } from '../../model/content.ts';
import { periodName, stepOf } from '../../model/periods.ts';
import { useApp } from '../../state/app.ts';
import { cellName } from '../../state/insight/cells.ts';
import { emptiesReadBy, farBefore } from '../../state/insight/formulaReads.ts';
import { Button } from '../Button.tsx';
import { Fact } from './Fact.tsx';

/** What a formula reads that one does not see: cells in which nothing stands, and a column further back than others. */
export function FormulaFacts(props: { cell: CellRef }) {
  const app = useApp();
  const { workspace, lang } = app;
  const t = () => FORMULA_FACTS[lang()];
  const empties = createMemo(() => emptiesReadBy(workspace, props.cell));
  const gap = createMemo(() => {
    const { slot } = props.cell;
    const before = farBefore(workspace, props.cell);
    if (before === undefined || slot === 'value') return undefined;
    const { periods } = workspace.model();
    const step = stepOf(periods);
    const said = t().far(periodName(before, step, lang()), slot - before, BY_YEAR[lang()].steps[step]);
    // A header of years holds their numbers.
    const head = (period: number) => `${columnName(slotColumn(period, periods))}$1`;
    return step === 'year' ? [said, t().growth(`${head(slot)}-${head(before)}`)] : [said];
  });
  return (
    <>
      <Show when={empties().length > 0}>
        <Fact name={t().empty}>
          <For each={empties()}>
            {(cell, i) => (
              <>
                {i() === 0 ? '' : t().and}
                <Button class="link" text={cellName(app, cell)} onClick={() => app.editor.show(cell)} />
              </>
            )}
          </For>
        </Fact>
      </Show>
      <Show when={gap()}>{(said) => <Fact name={t().gap}>{said().join(lang() === 'zh' ? '' : ' ')}</Fact>}</Show>
    </>
  );
}
