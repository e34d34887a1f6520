import { createMemo, Show } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { ceilingSentence } from '../../state/document/ceiling.ts';
import { watchRows } from '../../state/insight/answer.ts';
import { cellProblem, problemSentence } from '../../state/insight/cells.ts';
import type { Rect } from './rect.ts';

/** What has to be said at the cell with the cursor: why an entry was refused, else what is wrong with what it holds. */
export function CellMessage(props: { box: Rect | undefined }) {
  const app = useApp();
  const { workspace, editor, t } = app;
  const cell = createMemo(() => editor.cell);
  const row = watchRows(app.workspace, () => {
    const ref = cell();
    return ref ? [{ scenario: ref.scenario, line: ref.line }] : [];
  });
  const problem = createMemo(() => {
    const ref = cell();
    const line = ref && workspace.line(ref.line);
    const found = ref && cellProblem(workspace, ref, row(ref.scenario, ref.line));
    return line && found ? { text: problemSentence(app, found, line), doubt: found.kind === 'range' } : undefined;
  });
  const message = createMemo(() => {
    const refusal = editor.refusal();
    if (typeof refusal === 'object') {
      const isPaste = refusal.kind === 'paste';
      const text = isPaste ? t().sheet.paste(refusal.out, refusal.all - refusal.out) : ceilingSentence(app, refusal);
      return { text, doubt: true };
    }
    if (refusal) return { text: t().sheet[refusal], doubt: true };
    return editor.draft() ? undefined : problem();
  });
  return (
    <Show when={message()}>
      {(found) => (
        <p
          class="cell-message"
          classList={{ doubt: found().doubt }}
          role="alert"
          style={{
            left: `${props.box?.left ?? 0}px`,
            top: `${(props.box?.top ?? 0) + (props.box?.height ?? 0)}px`,
          }}
        >
          {found().text}
        </p>
      )}
    </Show>
  );
}
