import type { App } from '../../state/app.ts';

/** The clipboard's events where the sheet has the focus and nothing is being typed; a draft keeps the browser's own. */
export function createClipboard({ editor, clipboard }: Pick<App, 'editor' | 'clipboard'>) {
  const handle = (use: (data: DataTransfer) => void) => (event: ClipboardEvent) => {
    editor.settle();
    if (editor.draft() || !event.clipboardData) return;
    event.preventDefault();
    use(event.clipboardData);
  };
  return {
    onCopy: handle((data) => clipboard.copy(data, false)),
    onCut: handle((data) => clipboard.copy(data, true)),
    onPaste: handle((data) => clipboard.paste(data)),
  };
}
