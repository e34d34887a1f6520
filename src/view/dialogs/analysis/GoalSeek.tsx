import { createMemo, Match, Show, Switch } from 'solid-js';
import type { Goal, Sought } from '../../../analysis/goalSeek.ts';
import { GOAL_SEEK } from '../../../i18n/goalSeek.ts';
import { type CellRef, cellKey } from '../../../model/content.ts';
import { slotName } from '../../../model/periods.ts';
import { useApp } from '../../../state/app.ts';
import { cellName, lineName, problemSentence, scenarioName, stepName } from '../../../state/insight/cells.ts';
import { addScenarioWith } from '../../../state/structure/scenarios.ts';
import { Button } from '../../Button.tsx';
import { Frame } from '../kit/Frame.tsx';
import { LineField, NumberField, YearField } from '../kit/fields.tsx';
import { Choice, type Option } from '../kit/forms.tsx';
import type { DialogProps } from '../kit/props.ts';
import { createGoal, type GoalInput } from './goal.ts';
import type { LineUnits } from './measure.ts';
import { Running } from './Running.tsx';
import './analysis.css';

/** Digits after the point at most: all that a number of double precision has. */
const ALL_DIGITS = 15;

/** What would it take: the value of one input that makes a result reach a value. */
export default function GoalSeek(props: DialogProps) {
  const app = useApp();
  const { lang } = app;
  const t = () => GOAL_SEEK[lang()];
  const goal = createGoal(app);

  const nameOf = (cell: CellRef): string => {
    const name = lineName(app, cell.line);
    return cell.slot === 'value' ? name : t().cell(name, slotName(cell.slot, app.lang()));
  };
  const resultName = () => nameOf(goal.result());
  const found = createMemo(() => {
    const { value } = goal.run.found() ?? {};
    return value?.kind === 'found' ? value : undefined;
  });
  const inputText = (x: number) => goal.inputMeasure().say(x, ALL_DIGITS, goal.inputMeasure().decimals);
  const put = (x: number) => {
    goal.put(x);
    props.onClose();
  };
  const putInNew = (x: number) => {
    const input = goal.input();
    const name = (of: keyof typeof GOAL_SEEK) =>
      GOAL_SEEK[of].newName(input ? (app.workspace.line(input.cell.line)?.label[of] ?? '') : '', inputText(x));
    if (input) addScenarioWith(app, [{ ...input.cell, content: x }], { en: name('en'), zh: name('zh') });
    props.onClose();
  };
  const keyOf = (candidate: GoalInput | undefined) => (candidate ? cellKey(candidate.cell) : '');
  const groups = createMemo(() => {
    const named = (isAssumption: boolean) =>
      goal
        .candidates()
        .filter(({ line }) => isAssumption === !!line.range)
        .map((candidate): Option => [keyOf(candidate), nameOf(candidate.cell)]);
    return [
      { name: t().assumptions, options: named(true) },
      { name: t().facts, options: named(false) },
    ].filter(({ options }) => options.length > 0);
  });
  const choose = (key: string) => {
    const chosen = goal.candidates().find((candidate) => keyOf(candidate) === key);
    if (chosen) goal.chooseInput(chosen.cell);
  };
  const noInput = () => goal.candidates().length === 0;
  const noWanted = () => goal.wanted() === undefined && goal.shownWanted() !== '';
  const noBracket = () => {
    const { low, high } = goal.edges();
    if (low.text === '' && high.text === '') return false;
    return low.value === undefined || high.value === undefined || low.value >= high.value;
  };
  const asked = () => !noInput() && !noWanted() && !noBracket();
  // The buttons stay while it is worked out again: a click on what has just gone would be lost.
  const answered = () => (asked() && !goal.run.stopped() ? found() : undefined);

  return (
    <Frame
      title={t().title}
      wide
      onSubmit={() => {}}
      onClose={props.onClose}
      plain
      before={
        <a class="analysis-method" href="#methods/goal-seek" target="_blank" rel="noopener">
          {t().method}
        </a>
      }
      after={
        <Show when={answered()}>
          {(answer) => (
            <>
              <Show when={answer().x !== answer().rounded}>
                <Button text={t().putExact} disabled={goal.run.running()} onClick={() => put(answer().x)} />
              </Show>
              <Button text={t().putInNew} disabled={goal.run.running()} onClick={() => putInNew(answer().rounded)} />
              <Button
                class="button primary"
                text={t().put(inputText(answer().rounded), scenarioName(app, app.workspace.scenarioId))}
                disabled={goal.run.running()}
                onClick={() => put(answer().rounded)}
              />
            </>
          )}
        </Show>
      }
    >
      <p class="muted">{t().about}</p>
      <div class="form analysis-form">
        <LineField label={t().line} line={goal.place().line} onChange={goal.chooseLine} />
        <YearField label={stepName(app)} line={goal.place().line} slot={goal.place().slot} onChange={goal.chooseYear} />
        <NumberField
          label={t().wanted}
          unit={goal.resultMeasure().unit}
          value={goal.shownWanted()}
          problem={noWanted() ? t().noWanted : undefined}
          onChange={goal.typeWanted}
        />
      </div>
      <div class="form analysis-form">
        <Choice
          label={t().input}
          groups={groups()}
          value={keyOf(goal.input())}
          onChange={choose}
          problem={noInput() ? t().noInput(resultName()) : undefined}
        />
        <NumberField
          label={t().low}
          unit={goal.inputMeasure().unit}
          value={goal.edges().low.text}
          onChange={goal.typeLow}
        />
        <NumberField
          label={t().high}
          unit={goal.inputMeasure().unit}
          value={goal.edges().high.text}
          problem={noBracket() ? t().noBracket : undefined}
          onChange={goal.typeHigh}
        />
      </div>
      <Running run={goal.run} ceiling={t().ceiling}>
        <Show when={asked() && goal.run.found()}>
          {(answer) => (
            <Outcome
              goal={answer().question.goal}
              measures={answer().question.measures}
              now={answer().question.now}
              byFormula={answer().question.byFormula}
              sought={answer().value}
              nameOf={nameOf}
            />
          )}
        </Show>
      </Running>
    </Frame>
  );
}

/** What was found in sentences, checked with the value as it would be put in. */
function Outcome(props: {
  goal: Goal;
  measures: { readonly input: LineUnits; readonly result: LineUnits };
  now: number | undefined;
  byFormula: boolean;
  sought: Sought;
  nameOf: (cell: CellRef) => string;
}) {
  const app = useApp();
  const t = () => GOAL_SEEK[app.lang()];
  const input = () => props.nameOf(props.goal.input);
  const result = () => props.nameOf(props.goal.result);
  const x = (value: number) => props.measures.input.say(value, ALL_DIGITS, props.measures.input.decimals);
  const y = (value: number) => props.measures.result.say(value);
  const when = <K extends Sought['kind']>(kind: K) =>
    props.sought.kind === kind ? (props.sought as Extract<Sought, { kind: K }>) : undefined;
  const now = () => {
    const { from } = props.goal;
    return from === undefined || props.now === undefined ? '' : t().now(input(), x(from), y(props.now));
  };
  const problem = ({ reading, at }: Extract<Sought, { kind: 'error' }>): string => {
    const line = app.workspace.line(props.goal.result.line);
    if (reading.note?.kind !== 'error' || !line) return '';
    const { code, detail } = reading.note;
    const said = problemSentence(app, { kind: 'error', code, ...(detail ? { detail } : {}) }, line);
    return [said, app.t().problems.began(cellName(app, at))].join(app.lang() === 'zh' ? '' : ' ');
  };
  return (
    <Switch>
      <Match when={when('found')}>
        {(answer) => (
          <>
            <p class="analysis-answer">{t().found(input(), x(answer().rounded), result(), y(answer().roundedValue))}</p>
            <p class="muted">
              {now()} <Show when={answer().x !== answer().rounded}>{t().exact(x(answer().x))}</Show>{' '}
              <Show when={props.byFormula}>{t().formula}</Show>
            </p>
          </>
        )}
      </Match>
      <Match when={when('unreachable')}>
        {(answer) => (
          <>
            <p class="analysis-answer">{t().unreachable(input(), x(answer().low), x(answer().high), result())}</p>
            <p class="muted">
              {t().nearest(x(answer().nearest.x), y(answer().nearest.value))} {now()}
            </p>
          </>
        )}
      </Match>
      <Match when={when('unrelated')}>
        <p class="analysis-answer">{t().unrelated(input(), x(props.goal.low), x(props.goal.high), result())}</p>
      </Match>
      <Match when={when('error')}>
        {(answer) => (
          <>
            <p class="analysis-answer">{t().error(result())}</p>
            <p class="muted">{problem(answer())}</p>
          </>
        )}
      </Match>
    </Switch>
  );
}
