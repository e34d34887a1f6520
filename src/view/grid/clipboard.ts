import type { App } from '../../state/app.ts';

/** The clipboard's events where the sheet has the focus and nothing is being typed; a draft keeps the browser's own. */
export function createClipboard({ editor, rangeActions }: Pick<App, 'editor' | 'rangeActions'>) {
  const handle = (use: (data: DataTransfer) => void) => (event: ClipboardEvent) => {
    if (editor.draft() || !event.clipboardData) return;
    event.preventDefault();
    use(event.clipboardData);
  };
  const copy = (cut: boolean) =>
    handle((data) => {
      // The event's own data can only be filled while the event lasts.
      if (rangeActions.now) rangeActions.now.clipboard.copy(cut, data);
      else rangeActions.use(({ clipboard }) => clipboard.copy(cut));
    });
  return {
    onCopy: copy(false),
    onCut: copy(true),
    onPaste: handle((data) => {
      const text = data.getData('text/plain');
      rangeActions.use(({ clipboard }) => clipboard.paste(text));
    }),
  };
}
