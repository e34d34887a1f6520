import { createSignal, Match, onMount, Show, Switch } from 'solid-js';
import { save } from '../../../document/saved.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { LINK } from '../../../i18n/link.ts';
import { copyField } from '../../../io/clipboard.ts';
import { download, fileName } from '../../../io/download.ts';
import { encodeLink } from '../../../io/link/link.ts';
import { useApp } from '../../../state/app.ts';
import { pagePath } from '../../../state/page/page.ts';
import { Button } from '../../Button.tsx';
import { Frame } from '../kit/Frame.tsx';
import type { DialogProps } from '../kit/props.ts';
import './share.css';

/** Characters of an address from which chat programs may cut it, and above which a file is offered instead. */
const LONG = 2_000;
const TOO_LONG = 8_000;

/** The link of what is on screen, which the address bar shows from now on. */
export default function ShareDialog(props: DialogProps) {
  const { workspace, preferences, say, lang } = useApp();
  const t = () => LINK[lang()].share;
  const [link, setLink] = createSignal('');
  const [hasFailed, setFailed] = createSignal(false);
  const [isTooLong, setTooLong] = createSignal(false);
  const [copying, setCopying] = createSignal<'copied' | 'refused'>();
  const count = (letters: number) => formatNumber(letters, lang(), 0);
  const said = () => {
    const now = copying();
    return now && t()[now];
  };
  /** Not every browser knows it, and none where the page came without encryption. */
  const canSend = 'share' in navigator;
  let field: HTMLInputElement | undefined;

  const make = async () => {
    const page = `${location.origin}${pagePath()}`;
    const reading = { lang: lang(), money: preferences.money() };
    const hash = await encodeLink(workspace.document(), workspace.shipped(), reading, TOO_LONG - page.length);
    if (hash === undefined) {
      setTooLong(true);
      return;
    }
    setLink(`${page}${hash}`);
    // Sharing alone writes the address; no entry of the browser's history is made.
    history.replaceState(null, '', link());
    field?.select();
  };
  onMount(() => make().catch(() => setFailed(true)));

  const copy = async () => {
    if (field) setCopying((await copyField(field)) ? 'copied' : 'refused');
  };
  /** By the system's own way to hand a link on; what it refuses is copied. */
  const send = () =>
    navigator.share({ title: say(workspace.shipped().name), url: link() }).catch((error: unknown) => {
      const isCalledOff = error instanceof DOMException && error.name === 'AbortError';
      return isCalledOff ? undefined : copy();
    });
  const downloadFile = () => {
    const text = JSON.stringify(save(workspace.document(), workspace.shipped()));
    download(text, `${fileName(say(workspace.shipped().name))}.json`);
  };
  const file = () => <Button class="button primary" text={t().download} onClick={downloadFile} />;

  return (
    <Frame title={t().title} wide plain onClose={props.onClose}>
      <p>{t().about}</p>
      <Switch fallback={<p class="muted">{t().making}</p>}>
        <Match when={isTooLong()}>
          <p role="alert" class="share-warning">
            {t().tooLong(count(TOO_LONG))}
          </p>
          {file()}
        </Match>
        <Match when={link()}>
          <div class="share-row">
            <input
              ref={(element) => {
                field = element;
              }}
              class="share-link"
              readonly
              aria-label={t().link}
              value={link()}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button
              class={canSend ? 'button' : 'button primary'}
              text={copying() === 'copied' ? t().copied : t().copy}
              onClick={copy}
            />
            <Show when={canSend}>
              <Button class="button primary" text={t().send} onClick={send} />
            </Show>
          </div>
          <div class="share-row share-length">
            <meter
              aria-label={t().meter}
              min={0}
              max={TOO_LONG}
              low={LONG}
              high={TOO_LONG}
              optimum={0}
              value={link().length}
            />
            <span>{t().length(count(link().length))}</span>
            <span role="status" class="share-status">
              {said()}
            </span>
          </div>
          <Show when={link().length > LONG}>
            <p class="share-warning">{t().long(count(LONG))}</p>
            <Button text={t().download} onClick={downloadFile} />
          </Show>
        </Match>
        <Match when={hasFailed()}>
          <p role="alert" class="share-warning">
            {t().failed}
          </p>
          {file()}
        </Match>
      </Switch>
    </Frame>
  );
}
