import { For, onMount } from 'solid-js';
import { METHODS } from '../../i18n/methods.ts';
import { useApp } from '../../state/app.ts';

/** The equations of the shipped models, each with its source, its limits and an address to cite it by. */
export default function Methods(props: { entry: string | undefined; onClose: () => void }) {
  const { t, say } = useApp();
  let dialog!: HTMLDialogElement;
  onMount(() => {
    dialog.showModal();
    if (props.entry) dialog.querySelector(`[id="methods/${CSS.escape(props.entry)}"]`)?.scrollIntoView();
  });
  return (
    <dialog ref={dialog} class="dialog wide" aria-labelledby="methods-title" onClose={() => props.onClose()}>
      <h2 id="methods-title">{t().methods.title}</h2>
      <p class="muted">{t().methods.about}</p>
      <For each={METHODS}>
        {(method) => (
          <section class="method" id={`methods/${method.id}`}>
            <h3>
              {say(method.title)}{' '}
              <a class="cite" href={`#methods/${method.id}`} title={t().methods.cite}>
                #{method.id}
              </a>
            </h3>
            <p class="equation">{method.equation}</p>
            <p>{say(method.says)}</p>
            <p>
              <b>{t().methods.source}</b> {say(method.source)}
            </p>
            <p>
              <b>{t().methods.limits}</b> {say(method.limits)}
            </p>
          </section>
        )}
      </For>
      <form method="dialog" class="dialog-actions">
        <button type="submit" class="button primary">
          {t().about.close}
        </button>
      </form>
    </dialog>
  );
}
