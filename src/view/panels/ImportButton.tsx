import { type Component, createSignal, onCleanup, onMount, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '../../state/app.ts';
import { Later } from '../../state/later.ts';
import type Importing from '../dialogs/importing/Importing.tsx';

const isFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Opens the import; a file that is dropped anywhere on the page opens it too. What it shows is loaded when it is wanted. */
export function ImportButton() {
  const { workspace, editor, t } = useApp();
  const [View, setView] = createSignal<typeof Importing>();
  const [isDragged, setDragged] = createSignal(false);
  const [isOpen, setOpen] = createSignal(false);
  const [file, setFile] = createSignal<File>();
  const part = new Later(
    () => import('../dialogs/importing/Importing.tsx'),
    () => workspace.say(t().sheet.load),
  );
  const load = () => part.use((module) => setView(() => module.default));
  const open = (dropped?: File) => {
    editor.settle();
    setFile(() => dropped);
    setOpen(true);
    load();
  };
  onMount(() => {
    const over = (event: DragEvent) => {
      if (!isFile(event)) return;
      // Else the browser would leave the page for the file.
      event.preventDefault();
      if (event.type === 'dragover') {
        setDragged(true);
        load();
        return;
      }
      setDragged(false);
      const dropped = event.dataTransfer?.files[0];
      if (dropped) open(dropped);
    };
    const leave = ({ relatedTarget }: DragEvent) => relatedTarget || setDragged(false);
    addEventListener('dragover', over);
    addEventListener('drop', over);
    addEventListener('dragleave', leave);
    onCleanup(() => {
      removeEventListener('dragover', over);
      removeEventListener('drop', over);
      removeEventListener('dragleave', leave);
    });
  });
  return (
    <>
      <button type="button" class="button" onClick={() => open()}>
        {t().header.import}
      </button>
      <Show when={View()}>
        <Dynamic
          component={View() as Component<Parameters<typeof Importing>[0]>}
          isDragged={isDragged()}
          isOpen={isOpen()}
          file={file()}
          onClose={() => setOpen(false)}
        />
      </Show>
    </>
  );
}
