import { createEffect, createSignal, Match, on, onCleanup, onMount, Show, Switch } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { useApp, useTexts } from '../../../state/app.ts';
import { Importer } from '../../../state/importing/importer.ts';
import { Button } from '../../Button.tsx';
import type { DialogProps } from '../kit/props.ts';
import { ChooseStep } from './ChooseStep.tsx';
import { ReadStep } from './ReadStep.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import { ReturnedStep } from './ReturnedStep.tsx';
import { READER } from './reader.ts';
import { TakeStep } from './TakeStep.tsx';
import { WorkbookStep } from './WorkbookStep.tsx';
import '../kit/dialogs.css';
import './importing.css';

/** Takes a table or a document in, step by step: what it is, how it is read, what becomes of it. */
export default function ImportDialog(props: DialogProps) {
  const app = useApp();
  const { workspace, lang } = app;
  const t = () => IMPORTING[lang()];
  const importer = new Importer(app, READER);
  const [title, setTitle] = createSignal<HTMLHeadingElement>();
  let dialog!: HTMLDialogElement;
  let gone = false;
  onMount(() => {
    READER.start();
    dialog.showModal();
  });
  // Closed before it is taken away, so that the focus goes back to where it was.
  onCleanup(() => {
    gone = true;
    dialog.close();
    importer.dispose();
  });

  const open = (file: File) => {
    void importer.open(file).then((isDocument) => {
      if (!isDocument) return;
      workspace.sayDone(() => t().done.document(file.name));
      props.onClose();
    });
  };
  const dropped = () => (props.asked.name === 'import' ? props.asked.file : undefined);
  createEffect(on(dropped, (file) => file && open(file)));
  // Each step begins at its title, for who reads with a voice and for who goes on by keys.
  createEffect(on(importer.step, () => title()?.focus(), { defer: true }));

  return (
    <dialog
      ref={dialog}
      class="dialog importing"
      aria-labelledby="import-title"
      onClose={() => gone || props.onClose()}
    >
      <h2 id="import-title" ref={setTitle} class="dialog-title" tabIndex={-1}>
        {t().title}
        <Show when={importer.step() !== 'choose' && importer.file()?.name}>
          {(name) => (
            <span class="importing-file">{[name(), importer.book.sheet()?.name].filter(Boolean).join(' · ')}</span>
          )}
        </Show>
      </h2>
      <RefusalNote importer={importer} />
      <Switch>
        <Match when={importer.step() === 'choose'}>
          <ChooseStep onFile={open} onCancel={() => props.onClose()} />
        </Match>
        <Match when={importer.step() === 'opening'}>
          <Reading importer={importer} />
        </Match>
        <Match when={importer.step() === 'returned' && importer.returning.offer()}>
          {(offer) => <ReturnedStep importer={importer} offer={offer()} onClose={() => props.onClose()} />}
        </Match>
        <Match when={importer.step() === 'workbook'}>
          <WorkbookStep importer={importer} onClose={() => props.onClose()} />
        </Match>
        <Match when={importer.step() === 'read' && importer.preview()}>
          {(preview) => <ReadStep importer={importer} preview={preview()} onCancel={() => props.onClose()} />}
        </Match>
        <Match when={importer.step() === 'reading'}>
          <Reading importer={importer} share={importer.progress()} />
        </Match>
        <Match when={importer.step() === 'take' && importer.table()}>
          {(table) => <TakeStep importer={importer} table={table()} onClose={() => props.onClose()} />}
        </Match>
      </Switch>
    </dialog>
  );
}

/** A file is being read, how far that is where it can be told, and a way to stop it. */
function Reading(props: { importer: Importer; share?: number }) {
  const t = useTexts(IMPORTING);
  const percent = () => Math.round((props.share ?? 0) * 100);
  const name = () => t().reading(props.importer.file()?.name ?? '');
  return (
    <>
      <div class="dialog-body">
        <p>{name()}</p>
        <p>
          <Show when={props.share !== undefined} fallback={<progress class="importing-progress" aria-label={name()} />}>
            <progress class="importing-progress" max={100} value={percent()} aria-label={name()} />
            <span class="importing-percent">{t().read(percent())}</span>
          </Show>
        </p>
      </div>
      <div class="dialog-actions">
        <Button text={t().cancel} onClick={() => void props.importer.cancel()} />
      </div>
    </>
  );
}
