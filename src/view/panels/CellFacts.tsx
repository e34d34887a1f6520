import { createEffect, createMemo, Show, Suspense } from 'solid-js';
import type { Row } from '../../engine/rowValues.ts';
import { toldUnit } from '../../i18n/amounts.ts';
import { CELL_FACTS } from '../../i18n/cellFacts.ts';
import { type CellRef, isFormula } from '../../model/content.ts';
import type { InputRange } from '../../model/line.ts';
import { unitSpec } from '../../model/units.ts';
import { useApp } from '../../state/app.ts';
import { withLines } from '../../state/commands/lines.ts';
import { cellProblem, figureOf, isResult, isSet } from '../../state/insight/cells.ts';
import { type HeldText, heldPair } from '../../state/insight/told.ts';
import { Button } from '../Button.tsx';
import { lazyView } from '../lazyView.tsx';
import { Fact } from './Fact.tsx';
import { Trace } from './Trace.tsx';

/** What a first visit shows has no override and is no figure: they come with the first interaction. */
const OverrideFacts = lazyView(() => import('./OverrideFacts.tsx'));
const FigureFacts = lazyView(() => import('./FigureFacts.tsx'));
const RemedyFact = lazyView(() => import('./RemedyFact.tsx'));

/** They come with the check of units, and their words with them. */
const MoreFacts = lazyView(() => import('./MoreFacts.tsx'));

/** On what a cell rests: its formula and what feeds it, its range and rationale, or the figure that it is. */
export default function CellFacts(props: {
  cell: CellRef;
  values: Row | undefined;
  text: string;
  told: HeldText | undefined;
}) {
  const app = useApp();
  const { workspace, editor, dialogs, t, say, lang } = app;
  const own = () => CELL_FACTS[lang()];
  createEffect(
    () => app.hasInteracted() && Promise.all([OverrideFacts, FigureFacts, RemedyFact].map((part) => part.preload())),
  );
  const line = createMemo(() => workspace.line(props.cell.line));
  const effective = createMemo(() => workspace.effective(props.cell));
  const overridden = () => isSet(workspace, props.cell);
  const inherited = () => props.cell.scenario !== workspace.base.id && !overridden();
  const range = () => {
    const found = line();
    return found?.kind === 'input' ? found.range : undefined;
  };
  const bounds = ({ low, high }: InputRange): [string, string] => {
    const found = line();
    return heldPair([low, high], found && found.kind !== 'heading' ? found : { unit: '' }, lang());
  };
  const error = createMemo(() => {
    const problem = cellProblem(workspace, props.cell, props.values);
    return problem?.kind === 'error' ? problem : undefined;
  });
  /** A formula of one cell that its whole line could hold. */
  const couldBeLine = () => {
    const kind = line()?.kind;
    return overridden() && (kind === 'series' || kind === 'result') && isFormula(effective().content);
  };
  /** A line of the person's own that waits for its formula. */
  const isOpen = () => {
    const found = line();
    return (found?.kind === 'series' || found?.kind === 'result') && found.formula === '';
  };
  /** The unit of the sheet, where the number above is told in another one. */
  const otherUnit = () => {
    const found = line();
    const isOther = found && found.kind !== 'heading' && props.told?.unit && toldUnit(found.unit, lang()).places > 0;
    return isOther ? found.unit : undefined;
  };
  const edit = () => editor.commitThen(() => dialogs.show({ name: 'line', line: props.cell.line }));
  return (
    <>
      <Show when={isResult(line())}>
        <Button class="link" text={own().goalSeek} onClick={() => dialogs.show({ name: 'goalSeek' })} />
      </Show>
      <dl class="facts">
        <Show when={otherUnit()}>
          {(unit) => <Fact name={own().inSheet}>{own().counted(props.text, say(unitSpec(unit()).label))}</Fact>}
        </Show>
        <Suspense>
          <Show when={error()}>{(problem) => <RemedyFact problem={problem()} />}</Show>
        </Suspense>
        <Show when={isOpen()}>
          <Fact name={own().formula}>{own().typeFormula}</Fact>
        </Show>
        <Suspense>
          <Show when={overridden()}>
            <OverrideFacts cell={props.cell}>
              <Show when={couldBeLine()}>
                <Button
                  class="link"
                  text={own().useForLine}
                  onClick={() => withLines((part) => part.useForLine(app, props.cell))(app)}
                />
              </Show>
            </OverrideFacts>
          </Show>
        </Suspense>
        <Show when={inherited()}>
          <Fact name={own().inherits}>
            <Button
              class="link"
              text={say(workspace.base.name)}
              onClick={() => editor.show({ ...props.cell, scenario: workspace.base.id })}
            />
          </Fact>
        </Show>
        <Show when={editor.source(props.cell).startsWith('=')}>
          <Fact name={own().formula}>
            <code>{editor.source(props.cell)}</code>
          </Fact>
        </Show>
        <Show when={app.unitChecks.part()}>
          <Suspense>
            <MoreFacts cell={props.cell} />
          </Suspense>
        </Show>
        <Trace cell={props.cell} result={props.text} told={props.told} />
        <Show when={range()}>
          {(found) => (
            <>
              <Fact name={own().range}>
                {t().assumptions.range(...bounds(found()))} <Button class="link" text={own().edit} onClick={edit} />
              </Fact>
              <Fact name={own().rationale}>{say(found().rationale)}</Fact>
            </>
          )}
        </Show>
        <Show when={line()?.note}>{(note) => <Fact name={own().note}>{say(note())}</Fact>}</Show>
        <Suspense>
          <Show when={figureOf(workspace, line())}>{(figure) => <FigureFacts figure={figure()} />}</Show>
        </Suspense>
      </dl>
      <Show when={!range()}>
        <p class="fact">
          <Button class="link" text={own().editLine} onClick={edit} />
        </p>
      </Show>
    </>
  );
}
