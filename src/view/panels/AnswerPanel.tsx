import { For, Show } from 'solid-js';
import type { Piece } from '../../analysis/answer.ts';
import type { Answer } from '../../state/answer.ts';
import { useApp } from '../../state/app.ts';
import { figureOf } from '../../state/cells.ts';
import { allWarnings } from '../../state/warnings.ts';

/** The model's answer in one sentence; each of its numbers leads to where it comes from. */
export function AnswerPanel(props: { answer: Answer }) {
  const app = useApp();
  const { workspace, t, say } = app;
  const warnings = allWarnings(app);
  return (
    <section class="answer">
      <p class="answer-sentence" role="status" aria-label={t().answer.label}>
        <Show
          when={props.answer.pieces()}
          fallback={props.answer.ready() ? t().answer.none(t().answer.reading) : <span class="muted">{t().answer.computing}</span>}
        >
          {(pieces) => <For each={pieces()}>{(piece) => <AnswerPiece piece={piece} />}</For>}
        </Show>
      </p>
      <p class="answer-note">
        {say(workspace.model().about)}
        <For each={warnings()}>
          {(warning) => (
            <span class="answer-warning" classList={{ error: warning.severity === 'error' }}>
              {say(warning.text)}
            </span>
          )}
        </For>
      </p>
    </section>
  );
}

function AnswerPiece(props: { piece: Piece }) {
  const { workspace, editor, t } = useApp();
  /** The cell of a number: its own, or the one that takes its value from the figure. */
  const target = () => {
    const { cell, figure } = props.piece;
    if (cell) return { scenario: workspace.scenario.id, ...cell };
    const line = workspace.model().lines.find((l) => figure !== undefined && figureOf(workspace, l)?.id === figure);
    return line && { scenario: workspace.scenario.id, line: line.id, slot: 'value' as const };
  };
  const jump = () => {
    const cell = target();
    if (!cell) return;
    editor.jump(cell);
    editor.focus();
  };
  return (
    <Show when={target()} fallback={props.piece.text}>
      <button type="button" class="answer-number" title={t().answer.jump(props.piece.text)} onClick={jump}>
        {props.piece.text}
      </button>
    </Show>
  );
}
