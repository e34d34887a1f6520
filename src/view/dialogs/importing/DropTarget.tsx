import { onMount } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { useTexts } from '../../../state/app.ts';
import { READER } from './reader.ts';
import './drop.css';

/** Lies over the page, also over a dialog, while a file is dragged over it. */
export default function DropTarget() {
  const t = useTexts(IMPORTING);
  let target!: HTMLDivElement;
  onMount(() => {
    target.showPopover();
    // What reads the file is there when it is let go.
    READER.start();
    import('./ImportDialog.tsx').catch(() => {});
  });
  return (
    <div ref={target} popover="manual" class="drop-target">
      {t().drop}
      <span class="muted">{t().dropHint}</span>
    </div>
  );
}
