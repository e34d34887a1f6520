import { For, type JSX, Match, Show, Switch } from 'solid-js';
import { save } from '../../document/saved.ts';
import { KEEPING } from '../../i18n/keeping.ts';
import { download, fileName } from '../../io/download.ts';
import { useApp } from '../../state/app.ts';
import { Library } from '../../state/keeping/library.ts';
import { openName } from '../../state/keeping/names.ts';
import type { KeepingNotice } from '../../state/keeping/saveStatus.ts';
import { reloadSafely } from '../../state/keeping/update.ts';

/** What a person has to know about what is kept; each stays until it is dealt with or no longer so. */
export default function KeepingNotices() {
  const app = useApp();
  const { workspace, keeping, lang } = app;
  const t = () => KEEPING[lang()];
  const nameOf = (name: string) => name || t().untitled;

  const sentence = (notice: KeepingNotice): string => {
    const text = t().notices[notice.kind];
    return typeof text === 'string' ? text : text(nameOf('name' in notice ? notice.name : ''));
  };
  const downloadOpen = () => {
    const text = JSON.stringify(save(workspace.document(), workspace.shipped()), null, 2);
    download(text, `${fileName(openName(app))}.json`);
  };
  const library = (run: (library: Library) => unknown) =>
    keeping.keeper.use((keeper) => void run(new Library(app, keeper)));
  const downloadKept = (id: string, name: string) =>
    library(async (part) => {
      const text = await part.textOf(id);
      if (text !== undefined) download(text, `${fileName(nameOf(name))}.json`);
    });
  const reopen = (notice: KeepingNotice & { id: string }) =>
    library(async (part) => {
      keeping.dismiss(notice.kind);
      await part.open(notice.id);
    });

  return (
    <For each={keeping.notices()}>
      {(notice) => (
        <div class="notice" role="alert">
          <span>{sentence(notice)}</span>
          <span class="notice-actions">
            <Switch>
              <Match when={NOT_KEPT.has(notice.kind)}>
                <Action onClick={downloadOpen}>{t().actions.download}</Action>
              </Match>
              {/* Not while something else is looked at: it is not this document that is on the screen. */}
              <Match when={(notice.kind === 'elsewhere' || notice.kind === 'takenOver') && !app.preview.active()}>
                <Action onClick={() => keeping.keeper.use((keeper) => void keeper.takeOver())}>
                  {t().actions.takeOver}
                </Action>
                <Action onClick={() => keeping.keeper.use((keeper) => keeper.workOnCopy())}>{t().actions.copy}</Action>
              </Match>
              <Match when={'id' in notice && notice}>
                {(found) => (
                  <>
                    <Show when={found().kind === 'unfinished' || found().kind === 'notLoaded'}>
                      <Action onClick={() => reopen(found())}>
                        {found().kind === 'unfinished' ? t().actions.open : t().actions.again}
                      </Action>
                    </Show>
                    <Action onClick={() => downloadKept(found().id, found().name)}>{t().actions.download}</Action>
                  </>
                )}
              </Match>
              <Match when={notice.kind === 'update' || notice.kind === 'updated'}>
                <Action onClick={() => void reloadSafely(app)}>{t().actions.reload}</Action>
              </Match>
            </Switch>
            <Show when={!STAYING.has(notice.kind)}>
              <Action onClick={() => keeping.dismiss(notice.kind)}>{t().actions.dismiss}</Action>
            </Show>
          </span>
        </div>
      )}
    </For>
  );
}

/** Those that go by themselves when they are no longer so. */
const NOT_KEPT: ReadonlySet<KeepingNotice['kind']> = new Set(['full', 'closed', 'silent', 'fault']);
const STAYING: ReadonlySet<KeepingNotice['kind']> = new Set([...NOT_KEPT, 'elsewhere', 'takenOver']);

function Action(props: { onClick: () => void; children: JSX.Element }) {
  return (
    <button type="button" class="button quiet" onClick={() => props.onClick()}>
      {props.children}
    </button>
  );
}
