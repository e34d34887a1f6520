import { Show } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { useTexts } from '../../../state/app.ts';
import { PAGE } from '../../../state/importing/importPlan.ts';
import { Button } from '../../Button.tsx';

/** Where a list stands, and ways to its other pages. */
export function Pager(props: { from: number; of: number; onPage: (from: number) => void }) {
  const t = useTexts(IMPORTING);
  return (
    <Show when={props.of > PAGE}>
      <span class="importing-pager">
        <Button
          class="button quiet"
          disabled={props.from === 0}
          text={t().earlier}
          onClick={() => props.onPage(Math.max(0, props.from - PAGE))}
        />
        {t().page(props.from + 1, Math.min(props.of, props.from + PAGE), props.of)}
        <Button
          class="button quiet"
          disabled={props.from + PAGE >= props.of}
          text={t().later}
          onClick={() => props.onPage(props.from + PAGE)}
        />
      </span>
    </Show>
  );
}
