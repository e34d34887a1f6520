import type { Editor } from '../../state/sheet/editor.ts';

/** ms between two steps of a range that is drawn beyond the edge of the sheet. */
const PACE = 50;

/** Follows a drag that leaves the sheet: the range goes on there, place by place, until the pointer comes back. */
export function followBeyond(editor: Editor, scroller: Element): void {
  let step = { lines: 0, columns: 0 };
  let timer: ReturnType<typeof setInterval> | undefined;
  const head = scroller.querySelector('.grid-head');
  const follow = (event: PointerEvent) => {
    // The button may have been let go outside of the window.
    if ((event.buttons & 1) === 0) {
      end();
      return;
    }
    const { left, right, bottom } = scroller.getBoundingClientRect();
    const top = head?.getBoundingClientRect().bottom ?? 0;
    const side = (at: number, start: number, end: number) => (at < start ? -1 : at > end ? 1 : 0);
    step = { lines: side(event.clientY, top, bottom), columns: side(event.clientX, left, right) };
    const outside = step.lines !== 0 || step.columns !== 0;
    if (!outside) stop();
    else timer ??= setInterval(() => editor.move(step.lines, step.columns, { extend: true }), PACE);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const end = () => {
    stop();
    document.removeEventListener('pointermove', follow);
    document.removeEventListener('pointerup', end);
    document.removeEventListener('pointercancel', end);
  };
  document.addEventListener('pointermove', follow);
  document.addEventListener('pointerup', end);
  document.addEventListener('pointercancel', end);
}
