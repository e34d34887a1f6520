import { createEffect, createMemo, on, onCleanup, onMount } from 'solid-js';
import { FIND } from '../../i18n/find.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useApp } from '../../state/app.ts';
import { Find } from '../../state/sheet/find.ts';
import { listen } from '../listen.ts';
import './find.css';

/** ms after a change until the hits are counted anew: a dragged slider changes the values at every frame. */
const REST = 300;

/** The bar over the sheet with which something is found in it. */
export default function FindBar(props: { onClose: () => void }) {
  const app = useApp();
  const { editor, workspace, lang } = app;
  const find = new Find(app);
  const texts = () => FIND[lang()];
  let field!: HTMLInputElement;

  const begin = () => {
    field.focus();
    field.select();
  };
  onMount(begin);
  editor.finding.onAsk(begin);
  // Other values, other lines, formulas in place of values: the hits are no longer these.
  createEffect(
    on(
      () => [workspace.rows.revision(), workspace.layout(), editor.formulas()],
      () => {
        const timer = setTimeout(() => find.refresh(), REST);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );
  const close = () => {
    props.onClose();
    editor.focus();
  };
  onMount(() => {
    listen(document, 'keydown', (event: KeyboardEvent) => {
      if (event.key !== 'F3' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      find.step(event.shiftKey ? -1 : 1);
    });
    onCleanup(() => find.stop());
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && event.target === field) find.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };

  const state = createMemo((): string => {
    const number = (count: number) => formatNumber(count, lang(), 0);
    const [index, count] = [find.index(), find.count()];
    switch (find.progress()) {
      case 'idle':
        return '';
      case 'searching':
        return texts().counting;
      case 'stopped':
        return texts().stopped;
      case 'done':
        if (count === 0) return texts().none;
        return index === undefined ? texts().many(number(count), count) : texts().at(number(index), number(count));
    }
  });

  return (
    <search class="find-bar" aria-label={texts().bar} onKeyDown={onKeyDown}>
      <input
        ref={field}
        class="find-field"
        type="text"
        aria-label={texts().field}
        placeholder={texts().hint}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={(event) => find.type(event.currentTarget.value)}
      />
      <span class="find-state" role="status">
        {state()}
      </span>
      <IconButton label={texts().previous} keys="Shift+F3" path="M3.5 10 8 5.5l4.5 4.5" run={() => find.step(-1)} />
      <IconButton label={texts().next} keys="F3" path="M3.5 6 8 10.5 12.5 6" run={() => find.step(1)} />
      <label class="find-all">
        <input
          type="checkbox"
          checked={find.everywhere()}
          onChange={(event) => find.setEverywhere(event.currentTarget.checked)}
        />
        <span class="find-long">{texts().everywhere}</span>
        <span class="find-short">{texts().inAll}</span>
      </label>
      <IconButton label={texts().close} keys="Escape" path="M4 4l8 8M12 4l-8 8" run={close} />
    </search>
  );
}

function IconButton(props: { label: string; keys: string; path: string; run: () => void }) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.label}
      title={`${props.label} (${props.keys})`}
      onClick={() => props.run()}
    >
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d={props.path} fill="none" stroke="currentColor" stroke-width="1.5" />
      </svg>
    </button>
  );
}
