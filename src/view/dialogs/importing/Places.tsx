import { createResource, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { WORKBOOK_IMPORT } from '../../../i18n/workbookImport.ts';
import type { Source } from '../../../io/workbook/live.ts';
import { columnName } from '../../../model/address.ts';
import { useTexts } from '../../../state/app.ts';
import { fileAddress } from '../../../state/importing/fileAddress.ts';
import { PAGE } from '../../../state/importing/importPlan.ts';
import type { LiveImport } from '../../../state/importing/liveImport.ts';
import { Pager } from './Pager.tsx';

/** A cell or an area of the file, and what is said of it. */
export interface Place {
  readonly at: Source;
  readonly until?: Source | undefined;
  readonly text: JSX.Element;
}

/** A list of places under a sentence that counts them; each can be looked at in its sheet. */
export function Places(props: { live: LiveImport; title: string; places: readonly Place[]; isOpen?: boolean }) {
  const [from, setFrom] = createSignal(0);
  const start = () => (from() < props.places.length ? from() : 0);
  return (
    <details class="importing-details" open={props.isOpen ?? false}>
      <summary>{props.title}</summary>
      <Pager from={start()} of={props.places.length} onPage={setFrom} />
      <ul class="importing-places">
        <For each={props.places.slice(start(), start() + PAGE)}>
          {(place) => <PlaceItem live={props.live} place={place} />}
        </For>
      </ul>
    </details>
  );
}

function PlaceItem(props: { live: LiveImport; place: Place }) {
  const t = useTexts(WORKBOOK_IMPORT);
  const id = createUniqueId();
  const [isOpen, setOpen] = createSignal(false);
  const address = () => fileAddress(props.live.book() ?? { sheets: [] }, props.place.at, props.place.until);
  return (
    <li>
      <button
        type="button"
        class="link"
        aria-expanded={isOpen()}
        aria-controls={id}
        aria-label={t().look(address())}
        onClick={() => setOpen(!isOpen())}
      >
        {address()}
      </button>{' '}
      <span>{props.place.text}</span>
      <div id={id}>
        <Show when={isOpen()}>
          <Cells live={props.live} at={props.place.at} address={address()} />
        </Show>
      </div>
    </li>
  );
}

/** Scrolls a cell into sight within its table, once it stands there. */
const showIn = (box: HTMLElement): void =>
  void requestAnimationFrame(() => box.scrollIntoView({ block: 'nearest', inline: 'nearest' }));

/** The cells about one of the file, as a spreadsheet shows them. */
function Cells(props: { live: LiveImport; at: Source; address: string }) {
  const t = useTexts(WORKBOOK_IMPORT);
  const [around] = createResource(
    () => props.at,
    async (at) => (await props.live.around(at)) ?? 'none',
  );
  const found = () => {
    const now = around();
    return now === 'none' ? undefined : now;
  };
  const isHere = (row: number, column: number) =>
    props.at.row === (found()?.row ?? 0) + row && props.at.column === (found()?.column ?? 0) + column;
  return (
    <Show when={around()}>
      <Show when={found()} fallback={<p class="muted">{t().notThere}</p>}>
        {(shown) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
          <div class="importing-scroll" role="region" aria-label={t().around(props.address)} tabIndex={0}>
            <table class="importing-table importing-cells" aria-label={t().around(props.address)}>
              <thead>
                <tr>
                  <td />
                  <For each={shown().texts[0] ?? []}>
                    {(_, column) => <th scope="col">{columnName(shown().column + column())}</th>}
                  </For>
                </tr>
              </thead>
              <tbody>
                <For each={shown().texts}>
                  {(cells, row) => (
                    <tr>
                      <th scope="row">{shown().row + row() + 1}</th>
                      <For each={cells}>
                        {(text, column) => (
                          <td
                            ref={(box) => isHere(row(), column()) && showIn(box)}
                            aria-current={isHere(row(), column()) ? 'true' : undefined}
                            classList={{ 'importing-number': /^-?\d[\d.,]*%?$/.test(text) }}
                            title={text}
                          >
                            {text}
                          </td>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        )}
      </Show>
    </Show>
  );
}
