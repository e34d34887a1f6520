import { createMemo, Show } from 'solid-js';
import { canStand } from '../../document/boundary.ts';
import { BOUNDARY } from '../../i18n/boundary.ts';
import type { CellRef } from '../../model/content.ts';
import { slotName } from '../../model/periods.ts';
import { useApp, useTexts } from '../../state/app.ts';
import { heldInWords, heldNumber } from '../../state/insight/told.ts';
import { giveBack } from '../../state/structure/boundary.ts';
import { Button } from '../Button.tsx';
import { Fact } from './Fact.tsx';

/** What is typed in a period of a line that has a formula: that it counts, or why it waits. */
export function ActualFacts(props: { cell: CellRef }) {
  const app = useApp();
  const { workspace, lang } = app;
  const texts = useTexts(BOUNDARY);
  const line = createMemo(() => {
    const found = workspace.line(props.cell.line);
    return found?.kind === 'series' ? found : undefined;
  });
  const stands = () => {
    const [found, { slot }] = [line(), props.cell];
    if (!found || slot === 'value' || workspace.effective(props.cell).from !== 'line') return false;
    return found.values?.[slot] !== undefined && slot >= canStand(found, found.values, workspace.model().periods);
  };
  const waiting = createMemo(() => {
    const found = line();
    const held = found?.later?.[props.cell.slot];
    if (!found || held === undefined) return undefined;
    return typeof held === 'number' ? heldInWords(heldNumber(held, found, lang()), lang()) : held.text;
  });
  return (
    <>
      <Show when={stands()}>
        <Fact name={texts().actual}>
          {texts().typed} <Button class="link" text={texts().back} onClick={() => giveBack(app, props.cell)} />
        </Fact>
      </Show>
      <Show when={waiting()}>
        {(value) => (
          <Fact name={texts().later}>{texts().waits(value(), slotName(workspace.model().observedUntil, lang()))}</Fact>
        )}
      </Show>
    </>
  );
}
