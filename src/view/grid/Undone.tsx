import { createEffect } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { createUndone } from '../../state/insight/undone.ts';
import './undone.css';

/** What an undo took back or a redo did again: at the foot of the sheet for as long as it takes to read, or at its head. */
export default function Undone() {
  const app = useApp();
  const undone = createUndone(app);
  let bar: HTMLDivElement | undefined;
  /** It is not to cover the cell that it speaks of. */
  const place = () => {
    if (!bar) return;
    bar.classList.remove('above');
    const cell = bar.parentElement?.querySelector('.cell.cursor')?.getBoundingClientRect();
    const { left, right, top } = bar.getBoundingClientRect();
    bar.classList.toggle('above', !!cell && cell.bottom > top && cell.left < right && cell.right > left);
  };
  createEffect(() => {
    app.editor.selection();
    // The cursor is drawn, and scrolled to, in the next frame.
    if (undone() !== '') requestAnimationFrame(() => requestAnimationFrame(place));
  });
  return (
    <div ref={bar} class="undone" role="status" aria-label={app.t().sheet.undone}>
      {undone()}
    </div>
  );
}
