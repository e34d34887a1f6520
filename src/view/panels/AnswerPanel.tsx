import { createMemo, createSignal, For, Index, Show, Suspense } from 'solid-js';
import type { Piece } from '../../analysis/answer.ts';
import { citation } from '../../i18n/figureWords.ts';
import type { CellRef } from '../../model/content.ts';
import { useApp } from '../../state/app.ts';
import type { Answer } from '../../state/insight/answer.ts';
import { figureOf } from '../../state/insight/cells.ts';
import { laterAssumptions } from '../../state/insight/later.ts';
import { allWarnings } from '../../state/insight/warnings.ts';
import { lazyView } from '../lazyView.tsx';
import { showCell } from '../showCell.ts';
import { keepToRoom } from './answerRoom.ts';
import { unbroken } from './unbroken.ts';

const ChanceSaid = lazyView(() => import('../whatIf/ChanceSaid.tsx'));
const NotAsked = lazyView(() => import('./NotAsked.tsx'));

/** The model's answer in one sentence; each of its numbers leads to where it comes from. */
export function AnswerPanel(props: { answer: Answer }) {
  const app = useApp();
  const { workspace, t, say, lang } = app;
  const warnings = allWarnings(app);
  const [isWhole, setWhole] = createSignal(false);
  const parts = (isAside: boolean) => (props.answer.pieces() ?? []).filter((piece) => !!piece.isAside === isAside);
  const main = createMemo(() => parts(false));
  /** The first three numbers that follow from the assumptions: a year, a target and what was counted are given. */
  const weighty = createMemo(() => {
    const isGiven = ({ text, cell }: Piece) => {
      const line = cell && workspace.line(cell.line);
      return !line || /^\d{4}$/.test(text) || (line.kind === 'input' && !line.range);
    };
    return main()
      .filter((piece) => !isGiven(piece))
      .slice(0, 3);
  });
  const asides = createMemo(() => parts(true));
  const later = createMemo(() => (props.answer.pieces() ? laterAssumptions(app) : []));
  const clashes = () => {
    const { lines, part } = app.unitChecks;
    return lines().size > 0 ? part()?.count(lines().size) : undefined;
  };
  const why = () => {
    const gone = props.answer.gone();
    return gone ? t().answer.gone(say(gone.label)) : t().answer.reading;
  };
  /** The answer without its date of knowledge, for where there is room for little. */
  const brief = createMemo(() => {
    const said = main().slice(main().findIndex(({ isKnown }) => isKnown) + 1);
    const begin = said.findIndex(({ text }) => text !== '');
    return said.map((piece, i) => ({
      text: i === begin ? piece.text.replace(/^[:,，]\s*/, '') : piece.text,
      isWeighty: weighty().includes(piece),
    }));
  });
  let sentence!: HTMLParagraphElement;
  const isOwn = createMemo(() => !workspace.catalog.entries.some(({ id }) => id === workspace.model().id));
  keepToRoom(() => sentence, {
    length: createMemo(() => main().reduce((sum, { text }) => sum + text.length, 0)),
    isOwn,
    asked: () => `${workspace.model().id} ${lang()}`,
  });
  const pending = () => (props.answer.ready() ? t().answer.none(why()) : t().answer.computing);
  return (
    <>
      <section class="answer" classList={{ own: isOwn() }}>
        <div class="answer-said" role="status" aria-label={t().answer.label}>
          <p ref={sentence} class="answer-sentence">
            <Suspense>
              <Show
                when={props.answer.pieces()}
                fallback={
                  <Show when={props.answer.asked()} fallback={<NotAsked />}>
                    <span class="muted">{pending()}</span>
                  </Show>
                }
              >
                <Pieces pieces={main()} weighty={weighty()} />
              </Show>
            </Suspense>
          </p>
          <p class="answer-aside">
            <Show when={app.futures()}>
              <Suspense>
                <ChanceSaid />
              </Suspense>
            </Show>
            <Pieces pieces={asides()} />
            <For each={later()}>{(sentence) => `${lang() === 'zh' ? '' : ' '}${sentence}`}</For>
          </p>
        </div>
        <p class="answer-note" classList={{ whole: isWhole() }}>
          <Show when={warnings().length > 1}>
            <button
              type="button"
              class="link answer-all"
              aria-expanded={isWhole()}
              onClick={() => setWhole(!isWhole())}
            >
              {t().answer.warnings(warnings().length)}
            </button>
          </Show>
          <For each={warnings()}>
            {(warning) => (
              <span
                class="answer-warning"
                classList={{ error: warning.severity === 'error' }}
                title={say(warning.text)}
              >
                {say(warning.text)}
              </span>
            )}
          </For>
          <Show when={clashes()}>{(text) => <span class="answer-warning">{text()}</span>}</Show>
          {/* With the answer, which it stands behind: before that it would be moved by it. */}
          <Show when={(props.answer.pieces() || props.answer.ready()) && say(workspace.model().about)}>
            {(text) => <span title={text()}>{text()}</span>}
          </Show>
        </p>
      </section>
      {/* Stays in sight over the sliders on a phone; it says again what stands above. */}
      <p class="answer-strip" aria-hidden="true">
        <span>
          <Index each={brief()} fallback={props.answer.asked() && pending()}>
            {(piece) => <span classList={{ weighty: piece().isWeighty }}>{piece().text}</span>}
          </Index>
        </span>
      </p>
    </>
  );
}

/** Index keeps the nodes: while a slider is dragged only their texts change. */
function Pieces(props: { pieces: readonly Piece[]; weighty?: readonly Piece[] }) {
  const groups = createMemo(() => unbroken(props.pieces));
  return (
    <Index each={groups()}>
      {(group) => (
        <Show when={group().piece} fallback={group().before}>
          {(piece) => (
            <span class="nowrap">
              {group().before}
              <Origin piece={piece()} isWeighty={props.weighty?.includes(piece()) ?? false} />
              {group().after}
            </span>
          )}
        </Show>
      )}
    </Index>
  );
}

/** A number that leads to its cell, or, where it stands in none, to its source. */
function Origin(props: { piece: Piece; isWeighty: boolean }) {
  const app = useApp();
  const { workspace, t, lang } = app;
  /** A number that an assumption only hands on leads to that. */
  const show = (cell: CellRef) =>
    import('../../state/insight/handedOn.ts').then(
      (part) => showCell(app, part.assumptionBehind(workspace, cell) ?? cell),
      () => showCell(app, cell),
    );
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
          words: [citation(found, figure.reported, lang()), t().inspector.grades[found.grade]].join(
            lang() === 'zh' ? '；' : '; ',
          ),
        }
      : undefined;
  });
  return (
    <Show
      when={target()}
      fallback={
        <a
          class="answer-number"
          classList={{ weighty: props.isWeighty }}
          href={source()?.url || undefined}
          title={source()?.words}
          target="_blank"
          rel="noopener noreferrer"
          referrerpolicy="no-referrer"
        >
          {props.piece.text}
        </a>
      }
    >
      {(cell) => (
        <button
          type="button"
          class="answer-number"
          classList={{ weighty: props.isWeighty }}
          title={t().answer.jump(props.piece.text)}
          onClick={() => void show(cell())}
        >
          {props.piece.text}
        </button>
      )}
    </Show>
  );
}
