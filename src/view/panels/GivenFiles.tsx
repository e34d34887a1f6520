import { type Component, createSignal, onMount, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '../../state/app.ts';
import { pastedIn } from '../../state/importing/givenFile.ts';
import { listen } from '../listen.ts';

const DRAGS = ['dragover', 'drop', 'dragleave'] as const;

/** Opens the import for a file that is dropped or pasted anywhere on the page. */
export function GivenFiles() {
  const { dialogs } = useApp();
  const [Target, setTarget] = createSignal<Component>();
  const [isOver, setOver] = createSignal(false);
  const open = (file?: File) => dialogs.show({ name: 'import', ...(file ? { file } : {}) });
  const onDrag = (event: DragEvent) => {
    const { type, dataTransfer, relatedTarget } = event;
    if (!dataTransfer?.types.includes('Files') || (type === 'dragleave' && relatedTarget)) return;
    // Else the browser would leave the page for the file.
    event.preventDefault();
    setOver(type === 'dragover');
    if (type === 'drop') open(dataTransfer.files[0]);
    // Without what shows where to drop it, it can be dropped all the same.
    if (isOver())
      import('../dialogs/importing/DropTarget.tsx').then((part) => setTarget(() => part.default)).catch(() => {});
  };
  const onPaste = (event: ClipboardEvent) => {
    const file = pastedIn(event.clipboardData);
    if (!file) return;
    // The sheet would paste its name.
    event.preventDefault();
    event.stopPropagation();
    open(file);
  };
  onMount(() => {
    for (const drag of DRAGS) listen(window, drag, onDrag);
    listen(window, 'paste', onPaste, { capture: true });
  });
  return (
    <Show when={isOver()}>
      <Dynamic component={Target()} />
    </Show>
  );
}
