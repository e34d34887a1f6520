import { createDeferred, createMemo, type JSX, Show } from 'solid-js';
import { formatCell, formatDate } from '../../i18n/format.ts';
import { term } from '../../i18n/terms.ts';
import type { CellRef } from '../../model/content.ts';
import { type Figure, isKnown } from '../../model/figure.ts';
import { fromFigureUnit, UNITS } from '../../model/units.ts';
import { watchRows } from '../../state/answer.ts';
import { useApp } from '../../state/app.ts';
import { cellMark, cellName, cellProblem, cellText, figureOf, problemSentence, slotIndex } from '../../state/cells.ts';
import { MarkSign } from '../MarkSign.tsx';
import { Trace } from './Trace.tsx';

/** Where the number under the cursor comes from. */
export function Inspector() {
  const { editor, t } = useApp();
  // After the frame that moves the cursor: the sheet must not wait for what is told beside it.
  const cell = createMemo(
    createDeferred(() => editor.cell),
    undefined,
    {
      equals: (a, b) => a?.scenario === b?.scenario && a?.line === b?.line && a?.slot === b?.slot,
    },
  );
  return (
    <section class="panel inspector" aria-label={t().inspector.region}>
      <Show when={cell()} fallback={<p class="muted">{t().inspector.choose}</p>}>
        {(found) => <CellReport cell={found()} />}
      </Show>
    </section>
  );
}

function CellReport(props: { cell: CellRef }) {
  const app = useApp();
  const { workspace, editor, t, say, lang } = app;
  const line = createMemo(() => workspace.line(props.cell.line));
  const row = watchRows(app, () => [{ scenario: props.cell.scenario, line: props.cell.line }]);
  const values = () => row(props.cell.scenario, props.cell.line);
  const text = createMemo(() => {
    const found = line();
    return found ? cellText(app, found, values(), slotIndex(props.cell, workspace)) : '';
  });
  const mark = createMemo(() => cellMark(workspace, props.cell));
  const effective = createMemo(() => workspace.effective(props.cell));
  const overridden = () => effective().from === 'override';
  const inherited = () => props.cell.scenario !== workspace.base.id && !overridden();
  const problem = createMemo(() => cellProblem(workspace, props.cell, values()));
  const range = () => {
    const found = line();
    return found?.kind === 'input' ? found.range : undefined;
  };
  const unit = () => {
    const found = line();
    return !found || found.kind === 'heading' || UNITS[found.unit].form === 'share' ? '' : say(UNITS[found.unit].label);
  };
  const shown = (value: number) => {
    const found = line();
    return found && found.kind !== 'heading' ? formatCell(value, found.unit, lang(), found.decimals) : String(value);
  };
  const root = () => {
    const found = problem();
    return found?.kind === 'error' ? found.root : undefined;
  };

  return (
    <>
      <h2 class="inspector-title">{cellName(app, workspace, props.cell)}</h2>
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
                  {t().problems.began(cellName(app, workspace, from()))}
                </button>
              )}
            </Show>
          </p>
        )}
      </Show>
      <dl class="facts">
        <Show when={overridden()}>
          <Fact name={t().inspector.overridden(say(workspace.scenario.name))}>
            <button
              type="button"
              class="link"
              onClick={() => workspace.dispatch({ kind: 'cells', edits: [{ ...props.cell, content: undefined }] })}
            >
              {t().inspector.reset}
            </button>
          </Fact>
        </Show>
        <Show when={inherited()}>
          <Fact name={t().inspector.inherits}>
            <button
              type="button"
              class="link"
              onClick={() => editor.show({ ...props.cell, scenario: workspace.base.id })}
            >
              {say(workspace.base.name)}
            </button>
          </Fact>
        </Show>
        <Show when={editor.source(props.cell).startsWith('=')}>
          <Fact name={t().inspector.formula}>
            <code>{editor.source(props.cell)}</code>
          </Fact>
        </Show>
        <Trace cell={props.cell} result={text()} fact={(name, children) => <Fact name={name}>{children}</Fact>} />
        <Show when={range()}>
          {(found) => (
            <>
              <Fact name={t().inspector.range}>{t().assumptions.range(shown(found().low), shown(found().high))}</Fact>
              <Fact name={t().inspector.rationale}>{say(found().rationale)}</Fact>
            </>
          )}
        </Show>
        <Show when={line()?.note}>{(note) => <Fact name={t().inspector.note}>{say(note())}</Fact>}</Show>
        <Show when={figureOf(workspace, line())}>{(figure) => <FigureFacts figure={figure()} />}</Show>
      </dl>
    </>
  );
}

function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <div class="fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** A figure as its source put it. */
function FigureFacts(props: { figure: Figure }) {
  const { workspace, t, lang, say } = useApp();
  const source = () => workspace.sources().get(props.figure.source);
  const value = () => {
    const { figure } = props;
    const words = formatCell(fromFigureUnit(figure.value, figure.unit), figure.unit, lang(), decimalsOf(figure.value));
    const unit = UNITS[figure.unit].form === 'share' ? '' : say(UNITS[figure.unit].label);
    return [t().inspector.bounds[figure.bound], words, unit].filter(Boolean).join(' ');
  };
  const timing = () => {
    if (isKnown(props.figure, workspace.view.known)) return '';
    return props.figure.reported.length === 4 ? t().inspector.yearOnly : t().inspector.later;
  };
  return (
    <>
      <Fact name={t().inspector.asReported}>
        {value()}, {props.figure.period}
      </Fact>
      <Show when={props.figure.definition}>
        <Fact name={t().inspector.definition}>{term(props.figure.definition, lang())}</Fact>
      </Show>
      <Fact name={t().inspector.reported}>
        {formatDate(props.figure.reported, lang())} <span class="doubt">{timing()}</span>
      </Fact>
      <Show when={source()}>
        {(found) => (
          <>
            <Fact name={t().inspector.source}>
              <Show
                when={found().url}
                fallback={
                  <>
                    {found().publisher}. {t().inspector.noAddress}
                  </>
                }
              >
                {(url) => (
                  <a href={url()} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
                    {found().publisher}
                  </a>
                )}
              </Show>
            </Fact>
            <Fact name={t().inspector.grade}>{t().inspector.grades[found().grade]}</Fact>
          </>
        )}
      </Show>
      <Show when={props.figure.note}>
        <Fact name={t().inspector.sourceNote}>
          <span lang="en">{props.figure.note}</span>
        </Fact>
      </Show>
    </>
  );
}

/** As many decimals as the source gave. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;
