import { createMemo, Match, Show, Switch } from 'solid-js';
import type { Bridge as Found } from '../../analysis/bridge.ts';
import { BRIDGE } from '../../i18n/bridge.ts';
import { useApp } from '../../state/app.ts';
import { lineName, scenarioName, stepName } from '../../state/insight/cells.ts';
import { Running } from '../dialogs/analysis/Running.tsx';
import { Frame } from '../dialogs/kit/Frame.tsx';
import { LineField, YearField } from '../dialogs/kit/fields.tsx';
import { Choice } from '../dialogs/kit/forms.tsx';
import type { DialogProps } from '../dialogs/kit/props.ts';
import { createSplit, type Split, type SplitQuestion, sentence } from './split.ts';
import { Waterfall } from './Waterfall.tsx';
import '../dialogs/analysis/analysis.css';

/** Why do they differ: the difference of a result between two scenarios, split by the lines that make it. */
export default function Bridge(props: DialogProps) {
  const app = useApp();
  const { workspace, say, lang } = app;
  const t = () => BRIDGE[lang()];
  const split = createSplit(app, props.asked.name === 'bridge' ? props.asked.to : undefined);
  const scenarios = () => workspace.scenarioNames().map(({ id, name }) => [id, say(name)] as const);
  const twice = () => split.from() === split.to();
  const told = () => !twice() && split.run.found();
  return (
    <Frame
      title={t().title}
      wide
      onClose={props.onClose}
      before={
        <a class="analysis-method" href="#methods/shapley-bridge" target="_blank" rel="noopener">
          {t().method}
        </a>
      }
    >
      <p class="muted">{t().about}</p>
      <div class="form analysis-form in-two">
        <Choice label={t().from} options={scenarios()} value={split.from()} onChange={split.setFrom} />
        <Choice
          label={t().to}
          options={scenarios()}
          value={split.to()}
          problem={twice() ? t().twice : undefined}
          onChange={split.setTo}
        />
        <LineField label={t().line} line={split.place().line} onChange={split.chooseLine} />
        <YearField
          label={stepName(app)}
          line={split.place().line}
          slot={split.place().slot}
          onChange={split.chooseYear}
        />
      </div>
      <Running run={split.run} ceiling={t().ceiling} measured>
        <Show when={told()}>{(found) => <Outcome found={found().value} question={found().question} />}</Show>
      </Running>
      <Show when={told()}>
        {(found) => (
          <Show when={splitOf(found().value)}>
            {(parts) => (
              <Show when={parts().parts.length > 0}>
                <Waterfall split={parts()} question={found().question} onJump={props.onClose} />
              </Show>
            )}
          </Show>
        )}
      </Show>
    </Frame>
  );
}

const splitOf = (found: Found): Split | undefined => (found.kind === 'bridge' ? found : undefined);

/** What was found in sentences. */
function Outcome(props: { found: Found; question: SplitQuestion }) {
  const app = useApp();
  const t = () => BRIDGE[app.lang()];
  const nameOf = (line: string) => lineName(app, line);
  const split = createMemo(() => splitOf(props.found));
  const gap = () => (props.found.kind === 'gap' ? props.found : undefined);
  const result = () => nameOf(props.question.result.line);
  return (
    <Switch>
      <Match when={split()}>
        {(found) => (
          <>
            <p class="analysis-answer">{sentence(app, found(), props.question)}</p>
            <Show when={found().parts.length === 0}>
              <p class="bridge-note">{t().none(result())}</p>
            </Show>
            <Show when={found().idle.length > 0}>
              <p class="bridge-note">{t().idle(found().idle.map(nameOf))}</p>
            </Show>
            <Show when={found().sample}>
              {(sample) => (
                <p class="bridge-note">{t().sampled(found().parts.length, sample().orders, sample().seed)}</p>
              )}
            </Show>
          </>
        )}
      </Match>
      <Match when={gap()}>
        {(found) => (
          <p class="analysis-answer">
            {t().gap(
              found().lines.map(nameOf),
              scenarioName(app, props.question.to),
              scenarioName(app, props.question.from),
              result(),
            )}
          </p>
        )}
      </Match>
    </Switch>
  );
}
