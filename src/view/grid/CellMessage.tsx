import { createMemo, Show } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { ceilingSentence } from '../../state/document/ceiling.ts';
import { watchRows } from '../../state/insight/answer.ts';
import { cellProblem, problemSentence } from '../../state/insight/cells.ts';
import type { Rect } from './rect.ts';

/** px below a cell in which four lines of a message have room; where there is less, the message stands above. */
const ROOM = 80;

/**
 * What has to be said at the cell with the cursor: why an entry was refused, else what is wrong with what it holds.
 * `top`, `right`, `bottom`: the edges of what is in sight of the sheet below its head, in px of its content.
 */
export function CellMessage(props: { box: Rect | undefined; top: number; right: number; bottom: number }) {
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
      if (refusal.kind === 'said') return { text: app.say(refusal.text), doubt: true };
      const isPaste = refusal.kind === 'paste';
      const text = isPaste ? t().sheet.paste(refusal.out, refusal.all - refusal.out) : ceilingSentence(app, refusal);
      return { text, doubt: true };
    }
    if (refusal) return { text: t().sheet[refusal], doubt: true };
    return editor.draft() ? undefined : problem();
  });
  const style = () => {
    const { left = 0, top = 0, height = 0 } = props.box ?? {};
    const [across, down] = [props.right - left, props.bottom - top - height];
    const isAbove = down > 0 && down < ROOM && top - props.top > ROOM;
    // A message that would be cut off at the side is moved by what is missing of its own width.
    const x = across > 0 ? `min(0px, ${across}px - 100%)` : '0px';
    return {
      left: `${left}px`,
      top: `${isAbove ? top - 4 : top + height}px`,
      transform: `translate(${x}, ${isAbove ? '-100%' : '0px'})`,
    };
  };
  return (
    <Show when={message()}>
      {(found) => (
        <p class="cell-message" classList={{ doubt: found().doubt }} role="alert" style={style()}>
          {found().text}
        </p>
      )}
    </Show>
  );
}
