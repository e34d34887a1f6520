import { createMemo, For, Index, type JSX, Show, Suspense } from 'solid-js';
import type { Piece } from '../../analysis/answer.ts';
import { formatDate } from '../../i18n/format.ts';
import { useApp } from '../../state/app.ts';
import type { Answer } from '../../state/insight/answer.ts';
import { figureOf } from '../../state/insight/cells.ts';
import { allWarnings } from '../../state/insight/warnings.ts';
import { lazyView } from '../lazyView.tsx';
import { unbroken } from './unbroken.ts';

const NotAsked = lazyView(() => import('./NotAsked.tsx'));

/** The model's answer in one sentence; each of its numbers leads to where it comes from. */
export function AnswerPanel(props: { answer: Answer }) {
  const app = useApp();
  const { workspace, t, say } = app;
  const warnings = allWarnings(app);
  const groups = createMemo(() => unbroken(props.answer.pieces() ?? []));
  const clashes = () => {
    const { lines, part } = app.unitChecks;
    return lines().size > 0 ? part()?.count(lines().size) : undefined;
  };
  const why = () => {
    const gone = props.answer.gone();
    return gone ? t().answer.gone(say(gone.label)) : t().answer.reading;
  };
  const pending = () => (props.answer.ready() ? t().answer.none(why()) : t().answer.computing);
  return (
    <section class="answer">
      <p class="answer-sentence" role="status" aria-label={t().answer.label}>
        <Suspense>
          <Show
            when={props.answer.pieces()}
            fallback={
              <Show when={props.answer.asked()} fallback={<NotAsked />}>
                <span class="muted">{pending()}</span>
              </Show>
            }
          >
            {/* Index keeps the nodes: while a slider is dragged only their texts change. */}
            <Index each={groups()}>
              {(group) => (
                <Show when={group().piece} fallback={group().before}>
                  {(piece) => (
                    <span class="nowrap">
                      {group().before}
                      <Origin piece={piece()}>{piece().text}</Origin>
                      {group().after}
                    </span>
                  )}
                </Show>
              )}
            </Index>
          </Show>
        </Suspense>
      </p>
      <p class="answer-note">
        <Show when={say(workspace.model().about)}>{(text) => <span>{text()}</span>}</Show>
        <For each={warnings()}>
          {(warning) => (
            <span class="answer-warning" classList={{ error: warning.severity === 'error' }}>
              {say(warning.text)}
            </span>
          )}
        </For>
        <Show when={clashes()}>{(text) => <span class="answer-warning">{text()}</span>}</Show>
      </p>
    </section>
  );
}

/** A number that leads to its cell, or, where it stands in none, to its source. */
function Origin(props: { piece: Piece; children: JSX.Element }) {
  const { workspace, editor, t, lang } = useApp();
  /** The cell of a number: its own, or the one that takes its value from the figure. */
  const target = createMemo(() => {
    const { cell, figure } = props.piece;
    if (cell) return { scenario: workspace.scenarioId, ...cell };
    const line = workspace.model().lines.find((l) => figure !== undefined && figureOf(workspace, l)?.id === figure);
    return line && { scenario: workspace.scenarioId, line: line.id, slot: 'value' as const };
  });
  const source = createMemo(() => {
    const figure = workspace.figures().get(props.piece.figure ?? '');
    const found = figure && workspace.sources().get(figure.source);
    return found && figure
      ? {
          url: found.url,
          words: [found.publisher, formatDate(figure.reported, lang()), t().inspector.grades[found.grade]].join('; '),
        }
      : undefined;
  });
  return (
    <Show
      when={target()}
      fallback={
        <a
          class="answer-number"
          href={source()?.url || undefined}
          title={source()?.words}
          target="_blank"
          rel="noopener noreferrer"
          referrerpolicy="no-referrer"
        >
          {props.children}
        </a>
      }
    >
      {(cell) => (
        <button
          type="button"
          class="answer-number"
          title={t().answer.jump(props.piece.text)}
          onClick={() => editor.show(cell())}
        >
          {props.children}
        </button>
      )}
    </Show>
  );
}
