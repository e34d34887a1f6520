import { createEffect, createMemo, createSignal, Show, Suspense } from 'solid-js';
import type { CellRef } from '../../model/content.ts';
import { useApp } from '../../state/app.ts';
import { watchRows } from '../../state/insight/answer.ts';
import {
  cellMark,
  cellName,
  cellProblem,
  cellText,
  problemSentence,
  slotIndex,
  toldCell,
} from '../../state/insight/cells.ts';
import { lazyView } from '../lazyView.tsx';
import { MarkSign } from '../MarkSign.tsx';
import { createNarrow } from '../media.ts';
import { createSettled } from '../settled.ts';
import { Told } from './Told.tsx';

/** What a cell rests on is read after its number: it comes when the answer stands. */
const CellFacts = lazyView(() => import('./CellFacts.tsx'));

const YearFacts = lazyView(() => import('./YearFacts.tsx'));

const InspectorSheet = lazyView(
  () => import('./InspectorSheet.tsx'),
  (_, { onClose }) => {
    onClose();
    return true;
  },
);

/** Where the number under the cursor comes from: beside the sheet, or, on a phone, over the page when it is asked for. */
export function Inspector() {
  const app = useApp();
  const { editor, viewMode, t } = app;
  const isNarrow = createNarrow();
  const [isOpen, setOpen] = createSignal(false);
  viewMode.inspect.onAsk(() => isNarrow() && setOpen(true));
  createEffect(() => app.hasInteracted() && isNarrow() && InspectorSheet.preload());
  // After the frame that moves the cursor: the sheet must not wait for what is told beside it.
  const cell = createMemo(
    createSettled(() => editor.cell),
    undefined,
    {
      equals: (a, b) => a?.scenario === b?.scenario && a?.line === b?.line && a?.slot === b?.slot,
    },
  );
  const report = () => (
    <Show when={cell()} fallback={editor.fold() ? <YearFacts /> : <p class="muted">{t().inspector.choose}</p>}>
      {(found) => <CellReport cell={found()} />}
    </Show>
  );
  const name = () => {
    const found = cell();
    return found ? cellName(app, found) : t().inspector.region;
  };
  return (
    <section class="panel inspector" aria-label={t().inspector.region}>
      <Show when={isNarrow()} fallback={report()}>
        <button type="button" class="inspector-open" aria-haspopup="dialog" onClick={viewMode.inspect.ask}>
          {name()}
        </button>
        <Show when={isOpen()}>
          <Suspense>
            <InspectorSheet label={name()} close={t().inspector.close} onClose={() => setOpen(false)}>
              {report()}
            </InspectorSheet>
          </Suspense>
        </Show>
      </Show>
    </section>
  );
}

function CellReport(props: { cell: CellRef }) {
  const app = useApp();
  const { workspace, editor, t } = app;
  const line = createMemo(() => workspace.line(props.cell.line));
  const row = watchRows(app.workspace, () => [{ scenario: props.cell.scenario, line: props.cell.line }]);
  const values = () => row(props.cell.scenario, props.cell.line);
  const shown = createMemo(() => {
    const found = line();
    if (!found) return undefined;
    const [index, { content }] = [slotIndex(props.cell, workspace), workspace.effective(props.cell)];
    return {
      inSheet: cellText(app, found, values(), index, content),
      told: toldCell(app, found, values(), index, content),
    };
  });
  const mark = createMemo(() => cellMark(workspace, props.cell));
  const problem = createMemo(() => cellProblem(workspace, props.cell, values()));
  const root = () => {
    const found = problem();
    return found?.kind === 'error' ? found.root : undefined;
  };

  return (
    <>
      <h2 class="inspector-title">{cellName(app, props.cell)}</h2>
      <p class="inspector-value">
        <span>
          <Told held={shown()?.told} />
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
          <CellFacts cell={props.cell} values={values()} text={shown()?.inSheet ?? ''} told={shown()?.told} />
        </Suspense>
      </Show>
    </>
  );
}
