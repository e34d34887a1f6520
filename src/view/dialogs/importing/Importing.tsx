import { createEffect, onMount, Show } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { TableReader } from '../../../io/csv/client.ts';
import { useApp } from '../../../state/app.ts';
import { ImportDialog } from './ImportDialog.tsx';
import './importing.css';

/** What importing shows: where a dragged file can be dropped, and the dialog. */
export default function Importing(props: {
  isDragged: boolean;
  isOpen: boolean;
  file: File | undefined;
  onClose: () => void;
}) {
  const reader = new TableReader();
  // Its worker is there when the file is let go.
  createEffect(() => (props.isDragged || props.isOpen) && reader.start());
  return (
    <>
      <Show when={props.isDragged}>
        <DropTarget />
      </Show>
      <Show when={props.isOpen}>
        <ImportDialog reader={reader} file={props.file} onClose={props.onClose} />
      </Show>
    </>
  );
}

/** Lies over the page, also over a dialog, while a file is dragged over it. */
function DropTarget() {
  const { lang } = useApp();
  const t = () => IMPORTING[lang()];
  let target!: HTMLDivElement;
  onMount(() => target.showPopover());
  return (
    <div ref={target} popover="manual" class="drop-target">
      {t().drop}
      <span class="muted">{t().dropHint}</span>
    </div>
  );
}
