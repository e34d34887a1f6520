import { createEffect, createSignal, Match, on, onCleanup, onMount, Show, Switch } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import type { TableReader } from '../../../io/csv/client.ts';
import { useApp } from '../../../state/app.ts';
import { Importer } from '../../../state/importer.ts';
import { ChooseStep } from './ChooseStep.tsx';
import { ReadStep } from './ReadStep.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import { TakeStep } from './TakeStep.tsx';
import './importing.css';

/** Takes a table or a document in, step by step: what it is, how it is read, what becomes of it. */
export function ImportDialog(props: { reader: TableReader; file: File | undefined; onClose: () => void }) {
  const app = useApp();
  const { workspace, lang } = app;
  const t = () => IMPORTING[lang()];
  const importer = new Importer(app, props.reader);
  const [title, setTitle] = createSignal<HTMLHeadingElement>();
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  onCleanup(() => importer.dispose());

  const open = (file: File) => {
    void importer.open(file).then((isDocument) => {
      if (!isDocument) return;
      workspace.say(t().done.document(file.name));
      dialog.close();
    });
  };
  createEffect(
    on(
      () => props.file,
      (file) => file && open(file),
    ),
  );
  // Each step begins at its title, for who reads with a voice and for who goes on by keys.
  createEffect(on(importer.stage, () => title()?.focus(), { defer: true }));

  return (
    <dialog ref={dialog} class="dialog importing" aria-labelledby="import-title" onClose={() => props.onClose()}>
      <h2 id="import-title" ref={setTitle} tabIndex={-1}>
        {t().title}
        <Show when={importer.stage() !== 'choose' && importer.file()?.name}>
          {(name) => <span class="importing-file">{name()}</span>}
        </Show>
      </h2>
      <RefusalNote importer={importer} />
      <Switch>
        <Match when={importer.stage() === 'choose'}>
          <ChooseStep onFile={open} onCancel={() => dialog.close()} />
        </Match>
        <Match when={importer.stage() === 'read' && importer.preview()}>
          {(preview) => <ReadStep importer={importer} preview={preview()} onCancel={() => dialog.close()} />}
        </Match>
        <Match when={importer.stage() === 'reading'}>
          <Reading importer={importer} />
        </Match>
        <Match when={importer.stage() === 'take' && importer.table()}>
          {(table) => <TakeStep importer={importer} table={table()} onClose={() => dialog.close()} />}
        </Match>
      </Switch>
    </dialog>
  );
}

/** How far the reading of a file is, and a way to stop it. */
function Reading(props: { importer: Importer }) {
  const { lang } = useApp();
  const t = () => IMPORTING[lang()];
  const percent = () => Math.round(props.importer.progress() * 100);
  const name = () => t().reading(props.importer.file()?.name ?? '');
  return (
    <>
      <p>{name()}</p>
      <p>
        <progress class="importing-progress" max={100} value={percent()} aria-label={name()} />
        <span class="importing-percent">{t().read(percent())}</span>
      </p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => void props.importer.cancel()}>
          {t().cancel}
        </button>
      </div>
    </>
  );
}
