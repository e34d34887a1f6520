import type { App } from '../../state/app.ts';
import { commandOf } from '../../state/commands/index.ts';

/** Lines that a field shows of what is typed in it; more are scrolled to. */
const MOST = 8;

/** How many lines a field has for a text. */
export const linesOf = (text: string): number => Math.min(MOST, text.split('\n', MOST).length);

/**
 * The line breaks of a field that come by no key that is known: a phone's keyboard tells of Enter by them alone, and takes
 * the entry. One without any key before it is the rest of an Enter that led here from elsewhere, as from the name box.
 */
export function createLineBreaks(app: App) {
  let held = false;
  const release = () => {
    held = false;
  };
  return {
    onKeyDown: () => {
      held = true;
    },
    onKeyUp: release,
    onFocusIn: release,
    onBeforeInput: (event: InputEvent) => {
      if (event.inputType !== 'insertLineBreak' && event.inputType !== 'insertParagraph') return;
      event.preventDefault();
      if (held) commandOf('takeDown').run(app);
    },
  };
}

/** px */
const WIDEST = 420;
const SCROLLBAR = 16;

/** px to which the field of a cell grows with what is typed: wider, it would make the sheet scroll. */
export function roomOf(field: HTMLTextAreaElement): number {
  const sheet = field.closest('.grid-scroll')?.getBoundingClientRect();
  const { left, width } = field.getBoundingClientRect();
  return Math.max(width, Math.min(WIDEST, (sheet?.right ?? 0) - left - SCROLLBAR));
}
