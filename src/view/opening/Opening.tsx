import { type Accessor, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { KEEPING } from '../../i18n/keeping.ts';
import type { Waiting } from '../../state/keeping/opening.ts';
import { createPreferences } from '../../state/page/preferences.ts';
import { Button } from '../Button.tsx';
import './opening.css';

/** In place of the page, until what was open is there. @returns the way to take it away */
export function showOpening(
  root: HTMLElement,
  told: Accessor<Parameters<Waiting['tell']>[0]>,
  leave: () => void,
): () => void {
  const place = document.createElement('div');
  root.replaceChildren(place);
  const dispose = render(() => {
    const { lang } = createPreferences();
    const t = () => KEEPING[lang()].opening;
    return (
      <main class="opening" role="status">
        <h1>{t().title}</h1>
        <Show when={told() !== 'opening'}>
          <p>{t()[told() as 'silent' | 'failed']}</p>
          <p class="opening-actions">
            <Button text={t().reload} onClick={() => location.reload()} />
            <Button class="button quiet" text={t().leave} onClick={leave} />
          </p>
        </Show>
      </main>
    );
  }, place);
  return () => {
    dispose();
    place.remove();
  };
}
