import type { App } from '../../state/app.ts';
import { commandOf } from '../../state/commands/index.ts';

/** Lines that a field shows of what is typed in it; more are scrolled to. */
const MOST = 8;

/** How many lines a field has for a text. */
export const linesOf = (text: string): number => Math.min(MOST, text.split('\n', MOST).length);

/** Enter that a phone's keyboard tells of by the line break alone: it takes the entry, as the key does. */
export function enterWithoutKey(event: InputEvent, app: App): void {
  if (event.inputType !== 'insertLineBreak' && event.inputType !== 'insertParagraph') return;
  event.preventDefault();
  commandOf('takeDown').run(app);
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
