import { onMount, Show } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
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
  return (
    <>
      <Show when={props.isDragged}>
        <DropTarget />
      </Show>
      <Show when={props.isOpen}>
        <ImportDialog file={props.file} onClose={props.onClose} />
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
