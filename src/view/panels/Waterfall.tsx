import { createMemo, For, Show } from 'solid-js';
import { BRIDGE } from '../../i18n/bridge.ts';
import { firstForecast } from '../../model/axis.ts';

import { useApp } from '../../state/app.ts';
import { watchRows } from '../../state/insight/answer.ts';
import { lineName, scenarioName, toldCell } from '../../state/insight/cells.ts';
import { heldInWords } from '../../state/insight/told.ts';
import { Button } from '../Button.tsx';
import { signed } from '../dialogs/analysis/measure.ts';
import { inBrackets } from '../dialogs/kit/fields.tsx';
import { bySize, type Split, type SplitQuestion, splitDecimals } from './split.ts';

/**
 * From the one scenario to the other, a line a step, the largest first: a table whose last column draws the steps.
 * The steps stand on a scale that begins where they begin, so the ends are marks and no bars from zero.
 */
export function Waterfall(props: { split: Split; question: SplitQuestion; onJump: () => void }) {
  const app = useApp();
  const { workspace, editor, lang } = app;
  const t = () => BRIDGE[lang()];
  const steps = createMemo(() => {
    let level = props.split.from;
    return bySize(props.split.parts).map((part) => {
      const before = level;
      level += part.contribution;
      return { ...part, before, after: level };
    });
  });
  const scale = createMemo(() => {
    const levels = [props.split.from, props.split.to, ...steps().map(({ after }) => after)];
    const [low, high] = [Math.min(...levels), Math.max(...levels)];
    const width = high - low || 1;
    return (value: number) => (100 * (value - low)) / width;
  });
  const difference = () => props.split.to - props.split.from;
  // One digit more than in the sentence: here the small ones are read too.
  const decimals = createMemo(() => splitDecimals(props.question.measures.difference, difference()) + 1);
  const amount = (value: number) => signed(props.question.measures.difference.number(value, decimals()), value);
  const level = (value: number) =>
    props.question.measures.value.number(value, Math.max(decimals(), props.question.measures.value.decimals));
  const sampled = () => props.split.sample !== undefined;

  const rows = watchRows(app.workspace, () =>
    steps().flatMap(({ line }) => [props.question.from, props.question.to].map((scenario) => ({ scenario, line }))),
  );
  /** What a line that is one number was and is. */
  const changed = (id: string): string => {
    const line = workspace.line(id);
    if (line?.kind !== 'input' || line.perPeriod) return '';
    const [before, after] = [props.question.from, props.question.to].map((scenario) =>
      toldCell(app, line, rows(scenario, id), 0),
    );
    return before?.text && after?.text ? t().changed(before.text, heldInWords(after, lang())) : '';
  };
  const forecast = () => firstForecast(workspace.model());
  const show = (id: string) => {
    const line = workspace.line(id);
    const { to } = props.question;
    const slots = Object.keys(workspace.document().scenarios.find((one) => one.id === to)?.overrides[id] ?? {});
    const year = slots.map(Number).find((slot) => !Number.isNaN(slot)) ?? forecast();
    const slot = line?.kind === 'series' || (line?.kind === 'input' && line.perPeriod) ? year : 'value';
    props.onJump();
    editor.show({ scenario: to, line: id, slot });
  };
  const End = (end: { scenario: string; value: number }) => (
    <tr class="total">
      <th scope="row">{scenarioName(app, end.scenario)}</th>
      <td>{level(end.value)}</td>
      <Show when={sampled()}>
        <td />
      </Show>
      <td class="bridge-bar">
        <div class="bridge-track" aria-hidden="true">
          <div class="bridge-level" style={{ left: `calc(${scale()(end.value)}% - 1px)` }} />
        </div>
      </td>
    </tr>
  );
  return (
    // A long table is scrolled by keyboard through the buttons in it.
    <div class="bridge-scroll">
      <table class="bridge-table" aria-label={t().table}>
        <thead>
          <tr>
            <th scope="col">{t().what}</th>
            <th scope="col">
              {t().contribution}
              {inBrackets(props.question.measures.difference.unit, lang())}
            </th>
            <Show when={sampled()}>
              <th scope="col">{t().error}</th>
            </Show>
            <th scope="col" class="bridge-bar">
              <span class="visually-hidden">{t().level}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <End scenario={props.question.from} value={props.split.from} />
          <For each={steps()}>
            {(step) => (
              <tr>
                <th scope="row">
                  <Button
                    class="link"
                    label={t().jump(lineName(app, step.line))}
                    text={lineName(app, step.line)}
                    onClick={() => show(step.line)}
                  />{' '}
                  <span class="unit">{changed(step.line)}</span>
                </th>
                <td>{amount(step.contribution)}</td>
                <Show when={sampled()}>
                  <td>{`±${props.question.measures.difference.number(step.error ?? 0, decimals())}`}</td>
                </Show>
                <td class="bridge-bar">
                  <span class="visually-hidden">{level(step.after)}</span>
                  <div class="bridge-track" aria-hidden="true">
                    <div
                      class="bridge-step"
                      classList={{ less: step.contribution < 0 }}
                      style={{
                        left: `${scale()(Math.min(step.before, step.after))}%`,
                        width: `${Math.abs(scale()(step.after) - scale()(step.before))}%`,
                      }}
                    />
                  </div>
                </td>
              </tr>
            )}
          </For>
          <End scenario={props.question.to} value={props.split.to} />
        </tbody>
      </table>
    </div>
  );
}
