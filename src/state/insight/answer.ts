import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import { answerLines, composeAnswer, isStepped, type Piece } from '../../analysis/answer.ts';
import { chartedLines } from '../../document/document.ts';
import type { Row } from '../../engine/rowValues.ts';
import { MONEYS, type Money } from '../../i18n/money.ts';
import type { Slot } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Lang } from '../../model/text.ts';
import type { WithWorkspace, Workspace } from '../document/workspace.ts';
import type { WithPreferences } from '../page/preferences.ts';
import type { Words } from '../page/words.ts';
import { numberIn, slotIndex } from './cells.ts';

/** Accessors of rows that change with what is in view: the ones of before are released. */
export function watchRows(
  workspace: Workspace,
  wanted: Accessor<readonly { readonly scenario: string; readonly line: string }[]>,
): (scenario: string, line: string) => Row | undefined {
  const rows = createMemo(
    on(
      wanted,
      (list) =>
        new Map(list.map(({ scenario, line }) => [`${scenario}\n${line}`, workspace.rows.watch(scenario, line)])),
    ),
  );
  return (scenario, line) => rows().get(`${scenario}\n${line}`)?.();
}

/** Yuan a dollar in the scenario in view; NaN until it is known. */
export function createExchange({ workspace }: WithWorkspace): Accessor<number> {
  const row = watchRows(workspace, () => [{ scenario: workspace.scenarioId, line: workspace.model().exchange }]);
  return () => numberIn(row(workspace.scenarioId, workspace.model().exchange), 0) ?? Number.NaN;
}

/** In what money amounts can be told: dollars where a line says what one costs, nothing else where none is in yuan. */
export function moneysOf(workspace: Workspace, lang: Lang): readonly Money[] {
  const { lines, exchange } = workspace.model();
  if (!lines.some((line) => line.kind !== 'heading' && line.unit === 'bn yuan')) return [];
  // In Chinese nothing is counted in billions of yuan.
  const isSaid = (money: Money) =>
    money === 'bn US$' ? workspace.line(exchange) : lang === 'en' || money !== 'bn yuan';
  return MONEYS.filter(isSaid);
}

/** In what money amounts are told: yuan where no line says what a dollar costs. */
export function moneyOf({ workspace, preferences }: WithWorkspace & WithPreferences): Money {
  const money = preferences.money();
  return money === 'bn US$' && !workspace.line(workspace.model().exchange) ? 'bn yuan' : money;
}

type Special = typeof import('../../analysis/specialAnswers.ts');
/** What answers for models without clauses of their own, or by clauses that name periods of another length, once it is loaded. */
const [special, setSpecial] = createSignal<Special>();

export interface Answer {
  /** Undefined before the first values, and where a number is missing. */
  readonly pieces: Accessor<readonly Piece[] | undefined>;
  /** Whether the first values have come. */
  readonly ready: Accessor<boolean>;
  /** Whether the model answers anything; one of a person's own may not. */
  readonly asked: Accessor<boolean>;
  /** The line of which the model's answer speaks, where it was deleted. */
  readonly gone: Accessor<Line | undefined>;
}

/** The answer of the model in view, following every edit. */
export function createAnswer(app: WithWorkspace & WithPreferences & Words, exchange: Accessor<number>): Answer {
  const { workspace } = app;
  const scenario = createMemo(() => workspace.scenarioId);
  const isStandard = () => workspace.model().answer.clauses.length === 0;
  const gone = createMemo(() => {
    const { answer, lines } = workspace.shipped();
    const isNamed = !isStandard() || answer.target !== undefined;
    return isNamed && !workspace.line(answer.line) ? lines.find(({ id }) => id === answer.line) : undefined;
  });
  /** A person's own target, where the model names none: its line is told, against it. */
  const aimed = () =>
    workspace.model().answer.target === undefined
      ? workspace.document().figures?.findLast(({ kind, variable }) => kind === 'target' && workspace.line(variable))
      : undefined;
  /** The first line that can be charted, in whatever order the charts are put. */
  const firstCharted = () => chartedLines({ ...workspace.model(), charts: [] }, workspace.shipped(), '')[0] ?? '';
  /** The line of the standard answer: where none is named, or it is gone and has no target, the first that is charted. */
  const told = createMemo(() => {
    const { answer } = workspace.model();
    if (!isStandard() || gone()) return undefined;
    return workspace.line(aimed()?.variable ?? answer.line) ?? workspace.line(firstCharted());
  });
  const wanted = createMemo(() => {
    const line = told()?.id;
    const ids = line ? [line] : gone() ? [] : answerLines(workspace.model().answer);
    return ids.map((line) => ({ scenario: scenario(), line }));
  });
  const isSpecial = createMemo(() => isStandard() || isStepped(workspace.model()));
  createEffect(() => {
    if (isSpecial() && !special())
      import('../../analysis/specialAnswers.ts').then(setSpecial, () =>
        workspace.notices.notify({ kind: 'notLoaded' }),
      );
  });
  const row = watchRows(workspace, wanted);
  const ready = createMemo(
    () =>
      (!isSpecial() || gone() || special() !== undefined) &&
      wanted().every(({ line }) => row(scenario(), line) !== undefined),
  );
  const isWaiting = () => workspace.rows.lacks(scenario());
  const name = createMemo(() => (scenario() === workspace.base.id ? undefined : app.say(workspace.scenario.name)));
  const current = createMemo(() => {
    if (!ready() || gone()) return undefined;
    const { answer, periods } = workspace.model();
    const context = {
      value: (line: string, slot: Slot) => numberIn(row(scenario(), line), slotIndex({ slot }, workspace)),
      figures: workspace.figures(),
      known: workspace.view.known,
      lang: app.lang(),
      money: moneyOf(app),
      yuanPerDollar: exchange(),
      scenario: name(),
    };
    if (!isSpecial()) return composeAnswer(answer, context);
    const rowOf = (id: string) => row(scenario(), id)?.values.slice(1) ?? [];
    if (!isStandard()) return special()?.steppedAnswer(workspace.model(), context, rowOf);
    const line = told();
    if (!line || line.kind === 'heading') return undefined;
    const scalar = numberIn(row(scenario(), line.id), 0);
    const target = aimed() ?? context.figures.get(answer.target ?? '');
    return special()?.standardAnswer(
      { line, periods, scalar, values: rowOf(line.id), target },
      app.say(line.label),
      context,
    );
  });
  // While the values of another scenario or model are on their way the old answer stays: nothing flashes.
  const pieces = createMemo<readonly Piece[] | undefined>((before) =>
    ready() ? current() : isWaiting() ? undefined : before,
  );
  const everReady = createMemo<boolean>((before) => !isWaiting() && (before || ready()), false);
  /** A model in which there is nothing to chart yet is not asked. */
  const isAsked = () => !isStandard() || gone() !== undefined || told() !== undefined;
  return { pieces, ready: everReady, asked: isAsked, gone };
}
