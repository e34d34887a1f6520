import { For, Show } from 'solid-js';
import { LINK } from '../../i18n/link.ts';
import { useApp } from '../../state/app.ts';
import { type Linked, LinkOpener } from '../../state/sharing/linked.ts';
import { Button } from '../Button.tsx';
import { listen } from '../listen.ts';
import { changeTexts, differenceTexts, isolated, partsOf, type Texts } from './differenceText.ts';
import './preview.css';

/** What the link in the address holds, and the choice whether to keep it; or why it can't be opened. */
export function PreviewBar() {
  const app = useApp();
  const { lang } = app;
  const say: typeof app.say = (text) => isolated(app.say(text));
  const t = () => LINK[lang()];
  const opener = new LinkOpener(app);
  // What is tried in it is kept nowhere.
  listen(window, 'beforeunload', (event) => opener.isTried() && event.preventDefault());
  const sentence = (linked: Linked): string => {
    const model = say(linked.model.name);
    if (linked.is.document.own) return t().preview.own(model);
    const parts = partsOf(linked, t());
    return parts.length > 0 ? t().preview.differs(model, t().parts.join(parts)) : t().preview.asShipped(model);
  };
  return (
    <>
      <Show when={opener.problem()}>
        {(problem) => (
          <div class="notice" role="alert">
            <span>{t().problems[problem()]}</span>
            <Button class="button quiet" text={t().preview.dismiss} onClick={() => opener.dismiss()} />
          </div>
        )}
      </Show>
      <Show when={opener.linked()}>
        {(linked) => (
          <section class="preview" aria-label={t().preview.region}>
            <div class="preview-text">
              <p role="status">
                <b>{sentence(linked())}</b> {app.keeping.id() ? t().preview.aside : t().preview.shown}
              </p>
              <Items title={t().preview.details} texts={differenceTexts(linked(), { t: t(), say, lang })} />
              <Show when={linked().since}>
                {(since) => (
                  <>
                    <p>
                      {t().preview.since(since().length)}{' '}
                      <Button class="link" text={t().preview.today} onClick={() => opener.useToday()} />
                    </p>
                    <Items title={t().preview.sinceDetails} texts={changeTexts(linked(), { t: t(), say, lang })} />
                  </>
                )}
              </Show>
            </div>
            <div class="preview-actions">
              <Button class="button primary" text={t().preview.keep} onClick={() => opener.keep()} />
              <Button text={t().preview.discard} onClick={() => opener.discard()} />
            </div>
          </section>
        )}
      </Show>
    </>
  );

  function Items(props: { title: string; texts: Texts }) {
    return (
      <Show when={props.texts.first.length > 0}>
        <details>
          <summary>{props.title}</summary>
          <ul
            ref={(element) => {
              // It scrolls, so it takes the focus.
              element.tabIndex = 0;
            }}
          >
            <For each={props.texts.first}>{(item) => <li>{item}</li>}</For>
            <Show when={props.texts.more > 0}>
              <li>{t().list.more(props.texts.more)}</li>
            </Show>
          </ul>
        </details>
      </Show>
    );
  }
}
