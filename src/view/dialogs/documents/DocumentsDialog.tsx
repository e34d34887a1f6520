import { createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import { formatMoment, KEEPING } from '../../../i18n/keeping.ts';
import type { Listed } from '../../../io/documents.ts';
import { download, fileName } from '../../../io/download.ts';
import { type Info, NAME_LENGTH } from '../../../io/kept.ts';
import { useApp } from '../../../state/app.ts';
import { Library } from '../../../state/keeping/library.ts';
import { shownName, shownNames } from '../../../state/keeping/names.ts';
import { Button } from '../../Button.tsx';
import { Frame } from '../kit/Frame.tsx';
import type { DialogProps } from '../kit/props.ts';
import { VersionsDialog } from './VersionsDialog.tsx';
import './documents.css';

/** The list of documents, or the versions of the one that is open. */
export default function DocumentsDialog(props: DialogProps) {
  const isVersions = () => props.asked.name === 'documents' && props.asked.versions;
  return (
    <Show when={isVersions()} fallback={<DocumentList onClose={props.onClose} />}>
      <VersionsDialog onClose={props.onClose} />
    </Show>
  );
}

/** All documents that are kept in this browser: open, copy, name, delete and bring back, and begin a new one. */
function DocumentList(props: Pick<DialogProps, 'onClose'>) {
  const app = useApp();
  const { workspace, keeping, preview, dialogs, say, lang } = app;
  const t = () => KEEPING[lang()].documents;
  const [listed, setListed] = createSignal<Listed>();
  const [failed, setFailed] = createSignal(false);
  const [renaming, setRenaming] = createSignal<string>();
  /** What was set aside and is deleted for good once that is said again. */
  const [forgetting, setForgetting] = createSignal<string>();
  const [removed, setRemoved] = createSignal<Info>();
  const [library, setLibrary] = createSignal<Library>();
  let undo: HTMLButtonElement | undefined;
  let model!: HTMLSelectElement;
  let list: HTMLUListElement | undefined;

  /** Does something with documents, and shows what has come of it. */
  const run = async (work: (library: Library) => Promise<unknown> = async () => {}) => {
    const part = library();
    if (!part) return;
    try {
      await work(part);
      setListed(await part.list());
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  let stop = () => {};
  onMount(() =>
    keeping.keeper.use(async (keeper) => {
      const part = new Library(app, keeper);
      setLibrary(part);
      stop = part.onList(() => void run());
      await run();
      list?.querySelector<HTMLElement>('[aria-current]')?.focus();
    }),
  );
  onCleanup(() => stop());

  const names = createMemo(() => {
    const { documents = [], trashed = [] } = listed() ?? {};
    return shownNames([...documents, ...trashed], app);
  });
  const nameOf = (info: Pick<Info, 'name' | 'called'> & { readonly id?: string }) =>
    names().get(info.id ?? '') ?? shownName(info, app);
  const modelOf = ({ model: id, modelName }: Info) => {
    const name = modelName ?? workspace.catalog.entries.find((entry) => entry.id === id)?.name;
    return name ? say(name) : t().ownModel;
  };
  const open = async (info: Info) => {
    // A link that is looked at stands before it.
    if (info.id === keeping.id() && preview.active()) preview.discard();
    if ((await library()?.open(info.id)) ?? false) props.onClose();
    else void run();
  };
  const remove = (info: Info) =>
    run(async (part) => {
      await part.remove(info.id);
      setRemoved(info);
      undo?.focus();
    });
  const bringBack = (info: Info) =>
    run(async (part) => {
      await part.bringBack(info.id);
      if (removed()?.id === info.id) setRemoved(undefined);
    });
  const forget = (id: string) => {
    if (forgetting() === id) return run((part) => part.forget(id));
    setForgetting(id);
  };
  const create = () =>
    run(async (part) => {
      await part.create(model.value);
      props.onClose();
    });

  return (
    <Frame
      title={t().title}
      wide
      onClose={props.onClose}
      before={
        <>
          <label class="field">
            <span class="field-label">{t().fresh}</span>
            <select ref={model} class="select">
              <For each={workspace.catalog.entries}>
                {(entry) => <option value={entry.id}>{say(entry.name)}</option>}
              </For>
            </select>
          </label>
          <Button text={t().create} onClick={() => void create()} />
          <span class="document-gap" />
        </>
      }
    >
      <p class="muted">{t().about}</p>
      <Show when={failed()}>
        <p class="document-failed" role="alert">
          {t().failed}
        </p>
      </Show>
      <Show when={removed()}>
        {(info) => (
          <p class="document-removed" aria-live="polite">
            {t().removed(nameOf(info()))}{' '}
            <button ref={undo} type="button" class="link" onClick={() => bringBack(info())}>
              {t().undo}
            </button>
          </p>
        )}
      </Show>
      <Show when={listed()}>
        {(all) => (
          <>
            <Show when={all().documents.length > 0} fallback={<p>{t().none}</p>}>
              <ul ref={list} class="document-list" aria-label={t().title}>
                <For each={all().documents}>
                  {(info) => (
                    <li class="document-row">
                      <Show
                        when={renaming() !== info.id}
                        fallback={
                          <Rename
                            info={info}
                            onDone={(name) => {
                              setRenaming(undefined);
                              if (name !== undefined) void run((part) => part.rename(info.id, name));
                            }}
                          />
                        }
                      >
                        <div class="document-what">
                          <button
                            type="button"
                            class="link document-open"
                            aria-label={t().open(nameOf(info))}
                            aria-current={info.id === keeping.id() ? 'true' : undefined}
                            onClick={() => void open(info)}
                          >
                            {nameOf(info)}
                          </button>
                          <span class="document-about">
                            {modelOf(info)} · {formatMoment(info.changedAt, lang())}
                            <Show when={info.id === keeping.id()}> · {t().here}</Show>
                          </span>
                        </div>
                        <div class="document-actions">
                          <Show when={info.id === keeping.id() && !preview.active()}>
                            <Act
                              name={nameOf(info)}
                              onClick={() => dialogs.show({ name: 'documents', versions: true })}
                            >
                              {t().versions}
                            </Act>
                          </Show>
                          <Act name={nameOf(info)} onClick={() => run((part) => part.duplicate(info.id, nameOf(info)))}>
                            {t().duplicate}
                          </Act>
                          <Act name={nameOf(info)} onClick={() => setRenaming(info.id)}>
                            {t().rename}
                          </Act>
                          <Act name={nameOf(info)} onClick={() => remove(info)}>
                            {t().remove}
                          </Act>
                        </div>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={all().trashed.length > 0}>
              <h3 class="document-part">{t().trash}</h3>
              <ul class="document-list" aria-label={t().trash}>
                <For each={all().trashed}>
                  {(info) => (
                    <li class="document-row">
                      <div class="document-what">
                        <span>{nameOf(info)}</span>
                        <span class="document-about">
                          {modelOf(info)} · {t().removedOn(formatMoment(info.trashedAt ?? 0, lang()))}
                        </span>
                      </div>
                      <Act name={nameOf(info)} onClick={() => bringBack(info)}>
                        {t().bringBack}
                      </Act>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={all().setAside.length > 0}>
              <h3 class="document-part">{t().setAside}</h3>
              <ul class="document-list" aria-label={t().setAside}>
                <For each={all().setAside}>
                  {(aside) => (
                    <li class="document-row">
                      <div class="document-what">
                        <span>{nameOf(aside)}</span>
                        <span class="document-about">{formatMoment(aside.at, lang())}</span>
                      </div>
                      <div class="document-actions">
                        <Act
                          name={nameOf(aside)}
                          onClick={() => download(textOf(aside.data), `${fileName(nameOf(aside))}.json`)}
                        >
                          {KEEPING[lang()].actions.download}
                        </Act>
                        <Act name={nameOf(aside)} onClick={() => forget(aside.id)}>
                          {forgetting() === aside.id ? t().forgetForGood : t().forget}
                        </Act>
                      </div>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </>
        )}
      </Show>
    </Frame>
  );
}

const textOf = (data: unknown): string => (typeof data === 'string' ? data : JSON.stringify(data, null, 2));

/** A button of a row, whose name says of which. */
function Act(props: { name: string; onClick: () => unknown; children: string }) {
  const { lang } = useApp();
  return (
    <Button
      class="button quiet document-act"
      label={KEEPING[lang()].documents.act(props.children, props.name)}
      text={props.children}
      onClick={() => void props.onClick()}
    />
  );
}

/** A row whose name is being typed. Enter takes it, Escape does not. */
function Rename(props: { info: Info; onDone: (name: string | undefined) => void }) {
  const app = useApp();
  const t = () => KEEPING[app.lang()].documents;
  let field!: HTMLInputElement;
  onMount(() => field.select());
  return (
    <div class="document-rename">
      <input
        ref={field}
        class="document-field"
        aria-label={t().newName}
        value={props.info.name}
        placeholder={shownName({ ...props.info, name: '' }, app)}
        maxLength={NAME_LENGTH}
        autocomplete="off"
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          // Neither closes the dialog.
          event.preventDefault();
          props.onDone(event.key === 'Enter' ? field.value : undefined);
        }}
      />
      <Button text={t().save} onClick={() => props.onDone(field.value)} />
      <Button class="button quiet" text={t().cancel} onClick={() => props.onDone(undefined)} />
    </div>
  );
}
