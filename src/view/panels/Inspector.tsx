import { createMemo, Show, Suspense } from 'solid-js';
import type { CellRef } from '../../model/content.ts';
import { unitSpec } from '../../model/units.ts';
import { useApp } from '../../state/app.ts';
import { watchRows } from '../../state/insight/answer.ts';
import { cellMark, cellName, cellProblem, cellText, problemSentence, slotIndex } from '../../state/insight/cells.ts';
import { lazyView } from '../lazyView.tsx';
import { MarkSign } from '../MarkSign.tsx';
import { createSettled } from '../settled.ts';

/** What a cell rests on is read after its number: it comes when the answer stands. */
const CellFacts = lazyView(() => import('./CellFacts.tsx'));

const YearFacts = lazyView(() => import('./YearFacts.tsx'));

/** Where the number under the cursor comes from. */
export function Inspector() {
  const { editor, t } = useApp();
  // After the frame that moves the cursor: the sheet must not wait for what is told beside it.
  const cell = createMemo(
    createSettled(() => editor.cell),
    undefined,
    {
      equals: (a, b) => a?.scenario === b?.scenario && a?.line === b?.line && a?.slot === b?.slot,
    },
  );
  return (
    <section class="panel inspector" aria-label={t().inspector.region}>
      <Show when={cell()} fallback={editor.fold() ? <YearFacts /> : <p class="muted">{t().inspector.choose}</p>}>
        {(found) => <CellReport cell={found()} />}
      </Show>
    </section>
  );
}

function CellReport(props: { cell: CellRef }) {
  const app = useApp();
  const { workspace, editor, t, say } = app;
  const line = createMemo(() => workspace.line(props.cell.line));
  const row = watchRows(app.workspace, () => [{ scenario: props.cell.scenario, line: props.cell.line }]);
  const values = () => row(props.cell.scenario, props.cell.line);
  const text = createMemo(() => {
    const found = line();
    return found
      ? cellText(app, found, values(), slotIndex(props.cell, workspace), workspace.effective(props.cell).content)
      : '';
  });
  const mark = createMemo(() => cellMark(workspace, props.cell));
  const problem = createMemo(() => cellProblem(workspace, props.cell, values()));
  const unit = () => {
    const found = line();
    return !found || found.kind === 'heading' || unitSpec(found.unit).form === 'share'
      ? ''
      : say(unitSpec(found.unit).label);
  };
  const root = () => {
    const found = problem();
    return found?.kind === 'error' ? found.root : undefined;
  };

  return (
    <>
      <h2 class="inspector-title">{cellName(app, props.cell)}</h2>
      <p class="inspector-value">
        <span>
          {text()} <span class="unit">{unit()}</span>
        </span>
        <Show when={mark()}>{(found) => <MarkSign mark={found()} named />}</Show>
      </p>
      <Show when={problem()}>
        {(found) => (
          <p class="inspector-problem" classList={{ doubt: found().kind === 'range' }}>
            {line() && problemSentence(app, found(), line() as NonNullable<ReturnType<typeof line>>)}{' '}
            <Show when={root()}>
              {(from) => (
                <button type="button" class="link" onClick={() => editor.show(from())}>
                  {t().problems.began(cellName(app, from()))}
                </button>
              )}
            </Show>
          </p>
        )}
      </Show>
      <Show when={app.isAnswered()}>
        <Suspense>
          <CellFacts cell={props.cell} values={values()} text={text()} />
        </Suspense>
      </Show>
    </>
  );
}
