import { For } from 'solid-js';
import { DIALOG_TEXTS } from '../../../i18n/dialogs.ts';
import { METHODS } from '../../../i18n/methods.ts';
import { useApp } from '../../../state/app.ts';
import { Frame } from '../kit/Frame.tsx';
import type { DialogProps } from '../kit/props.ts';

/** The equations of the shipped models, each with its source, its limits and an address to cite it by. */
export default function Methods(props: DialogProps) {
  const { lang, say } = useApp();
  const texts = () => DIALOG_TEXTS[lang()].methods;
  const lead = (body: HTMLElement) => {
    const entry = props.asked.name === 'methods' ? props.asked.entry : undefined;
    if (entry) body.querySelector(`[id="methods/${CSS.escape(entry)}"]`)?.scrollIntoView();
  };
  return (
    <Frame title={texts().title} wide opened={lead} onClose={props.onClose}>
      <p class="muted">{texts().about}</p>
      <For each={METHODS}>
        {(method) => (
          <section class="method" id={`methods/${method.id}`}>
            <h3>
              {say(method.title)}{' '}
              <a class="cite" href={`#methods/${method.id}`} title={texts().cite}>
                #{method.id}
              </a>
            </h3>
            <p class="equation">{method.equation}</p>
            <p>{say(method.says)}</p>
            <p>
              <b>{texts().source}</b> {say(method.source)}
            </p>
            <p>
              <b>{texts().limits}</b> {say(method.limits)}
            </p>
          </section>
        )}
      </For>
      <p class="muted">{texts().exactness}</p>
    </Frame>
  );
}
