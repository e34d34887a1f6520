import { createMemo, createSignal, For, Show } from 'solid-js';
import { KEPT, type Place, TAKEN, type Told } from '../../../excel/returned/told.ts';
import { MISSING } from '../../../i18n/format.ts';
import { RETURNED } from '../../../i18n/returned.ts';
import { useApp, useTexts } from '../../../state/app.ts';
import type { Home } from '../../../state/importing/homes.ts';
import type { Importer } from '../../../state/importing/importer.ts';
import { goesOn, type Offer, pairsOf } from '../../../state/importing/returning.ts';
import type { Pair } from '../../../state/insight/differences.ts';
import { Button } from '../../Button.tsx';
import { StepActions } from './StepActions.tsx';

/** A workbook that was made here: the model that it carries, and what was changed in it since. */
export function ReturnedStep(props: { importer: Importer; offer: Offer; onClose: () => void }) {
  const app = useApp();
  const t = useTexts(RETURNED);
  const name = () => app.say(props.offer.model.name);
  const of = (kinds: readonly string[]) => props.offer.told.filter(({ kind }) => kinds.includes(kind));
  const isStep = () => goesOn(props.offer) && props.offer.change !== undefined;
  const homeName = (home: Home) => home.name || name();
  /** What the workbook is called where its document has gone on: by no name that is there already. */
  const besideName = (home: Home) => {
    for (let n = 1; ; n++) {
      const own = t().besideName(homeName(home), n);
      if (!home.names.includes(own)) return own;
    }
  };
  const home = () => props.offer.home;
  const opensAs = () => {
    const found = home();
    return found ? (found.isSame ? homeName(found) : besideName(found)) : name();
  };
  const [isTaking, setTaking] = createSignal(false);
  const take = async () => {
    const hasChange = props.offer.change !== undefined;
    const called = opensAs();
    setTaking(true);
    if (await props.importer.returning.take(app, called))
      app.workspace.sayDone(() => t()[hasChange ? 'doneChanges' : 'done'](called), hasChange);
    props.onClose();
  };
  const pairs = createMemo(() => pairsOf(app, props.offer));
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
          <Show when={home()}>
            {(found) =>
              found().isSame ? t().goesOn(homeName(found())) : t().beside(homeName(found()), besideName(found()))
            }
          </Show>
        </p>
        <Show when={of(TAKEN).length > 0} fallback={<p>{t().unchanged}</p>}>
          <p>{t().changed}</p>
          <ToldList told={of(TAKEN)} pairs={pairs()} />
        </Show>
        <Show when={of(KEPT).length > 0}>
          <p>{t().left}</p>
          <ToldList told={of(KEPT)} pairs={pairs()} />
        </Show>
        <p class="muted">{t().looks}</p>
        <p>
          <Button text={t().asTable} onClick={asTable} />
        </p>
      </div>
      <StepActions
        importer={props.importer}
        onCancel={props.onClose}
        next={{ label: isStep() ? t().take : t().open, disabled: isTaking(), go: () => void take() }}
      />
    </>
  );
}

/** Places that stand unfolded. */
const FEW = 12;

/** Each kind in a sentence, with its places to unfold. */
function ToldList(props: { told: readonly Told[]; pairs: (place: Place) => Pair | undefined }) {
  const t = useTexts(RETURNED);
  const where = (place: Place) => {
    const { sheet, address, said, was } = place;
    const pair = was === undefined ? props.pairs(place) : { before: was || MISSING, after: said || MISSING };
    const at = t().place(sheet, address, was === undefined ? said : '');
    return pair ? t().pair(at, pair.before, pair.after) : at;
  };
  const sentence = ({ kind, count, places }: Told) =>
    t().told[kind](count, [...new Set(places.map(({ said }) => said))]);
  return (
    <ul class="importing-notes">
      <For each={props.told}>
        {(one) => (
          <li>
            {sentence(one)}
            <Show when={one.places.some(({ address }) => address !== '')}>
              <details class="importing-details" open={one.places.length <= FEW}>
                <summary>{t().where(one.count)}</summary>
                <ul class="importing-places">
                  <For each={one.places}>{(place) => <li>{where(place)}</li>}</For>
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
