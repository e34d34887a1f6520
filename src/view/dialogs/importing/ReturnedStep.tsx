import { For, Show } from 'solid-js';
import { KEPT, TAKEN, type Told } from '../../../excel/returned/told.ts';
import { RETURNED } from '../../../i18n/returned.ts';
import { useApp, useTexts } from '../../../state/app.ts';
import type { Importer } from '../../../state/importing/importer.ts';
import type { Offer } from '../../../state/importing/returning.ts';
import { Button } from '../../Button.tsx';
import { StepActions } from './StepActions.tsx';

/** A workbook that was made here: the model that it carries, and what was changed in it since. */
export function ReturnedStep(props: { importer: Importer; offer: Offer; onClose: () => void }) {
  const app = useApp();
  const t = useTexts(RETURNED);
  const name = () => app.say(props.offer.model.name);
  const of = (kinds: readonly string[]) => props.offer.told.filter(({ kind }) => kinds.includes(kind));
  const isStep = () => props.offer.isOpen && props.offer.change !== undefined;
  const take = () => {
    const { returning } = props.importer;
    const hasChange = props.offer.change !== undefined;
    if (returning.take(app)) app.workspace.say(hasChange ? t().doneChanges(name()) : t().done(name()), hasChange);
    props.onClose();
  };
  const asTable = () => {
    const { obvious } = props.importer.book;
    if (obvious) void props.importer.takeSheet(obvious);
    else props.importer.goBy('table');
  };
  return (
    <>
      <div class="dialog-body">
        <p>
          {t().made(name())} <Show when={props.offer.isOpen}>{t().same}</Show>
        </p>
        <Show when={of(TAKEN).length > 0} fallback={<p>{t().unchanged}</p>}>
          <p>{t().changed}</p>
          <ToldList told={of(TAKEN)} />
        </Show>
        <Show when={of(KEPT).length > 0}>
          <p>{t().left}</p>
          <ToldList told={of(KEPT)} />
        </Show>
        <p class="muted">{t().looks}</p>
        <p>
          <Button text={t().asTable} onClick={asTable} />
        </p>
      </div>
      <StepActions
        importer={props.importer}
        onCancel={props.onClose}
        next={{ label: isStep() ? t().take : t().open, disabled: false, go: take }}
      />
    </>
  );
}

/** Each kind in a sentence, with its places to unfold. */
function ToldList(props: { told: readonly Told[] }) {
  const t = useTexts(RETURNED);
  const sentence = ({ kind, count, places }: Told) =>
    t().told[kind](count, [...new Set(places.map(({ said }) => said))]);
  return (
    <ul class="importing-notes">
      <For each={props.told}>
        {(one) => (
          <li>
            {sentence(one)}
            <Show when={one.places.some(({ address }) => address !== '')}>
              <details class="importing-details">
                <summary>{t().where(one.count)}</summary>
                <ul class="importing-places">
                  <For each={one.places}>
                    {({ sheet, address, said }) => <li>{t().place(sheet, address, said)}</li>}
                  </For>
                  <Show when={one.count > one.places.length}>
                    <li>{t().more(one.count - one.places.length)}</li>
                  </Show>
                </ul>
              </details>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

/** Why a workbook that was made here does not come back as its model. */
export function ReturnFaultNote(props: { importer: Importer }) {
  const t = useTexts(RETURNED);
  return (
    <Show when={props.importer.returning.fault()}>
      {(fault) => {
        const told = () => {
          const { made, ...ends } = t().faults;
          const kind = fault();
          return made + (kind in ends ? ends[kind as keyof typeof ends] : ends.unreadable);
        };
        return <p class="problem">{told()}</p>;
      }}
    </Show>
  );
}
