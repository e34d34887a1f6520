import { createMemo, For, Show } from 'solid-js';
import type { Tornado as Found, Swing } from '../../analysis/tornado.ts';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import { useApp } from '../../state/app.ts';
import { lineName, scenarioName } from '../../state/insight/cells.ts';
import { createTornado } from '../../state/whatIf/tornado.ts';
import { Button } from '../Button.tsx';
import { createReader } from '../dialogs/analysis/measure.ts';
import { Running } from '../dialogs/analysis/Running.tsx';
import { inBrackets } from '../dialogs/kit/fields.tsx';
import { CellChoice } from './CellChoice.tsx';
import { ExportButton } from './ExportButton.tsx';
import type { QuestionProps } from './props.ts';
import { barred, type TornadoTexts, tellTornado, tornadoScale } from './tornadoTexts.ts';
import '../dialogs/analysis/analysis.css';

/** How far each input moves a result, alone, over its range; a row an input, the longest bar first. */
export function Tornado(props: QuestionProps) {
  const app = useApp();
  const { lang } = app;
  const t = () => WHAT_IF[lang()];
  const asked = createTornado(app, () => props.on);
  const reader = createReader(app);
  const told = createMemo(() => {
    const found = asked.run.found();
    if (!found) return undefined;
    const { question, value } = found;
    return { found: value, result: question.result, texts: tellTornado(app, value, question.result, reader()) };
  });
  return (
    <>
      <div class="what-if-bar">
        {props.start}
        <CellChoice cell={asked.place()} onChange={asked.choose} />
        <Show when={told()}>
          {(one) => (
            <ExportButton
              load={() => import('./tornadoExport.ts')}
              forms={['SVG', 'PNG', 'CSV']}
              hand={(part, form) => part.exportTornado(app, form, one().found, one().texts, one().result)}
            />
          )}
        </Show>
        {props.end}
      </div>
      <div class="what-if-body">
        <Show when={asked.place()} fallback={<p class="what-if-none">{t().none}</p>}>
          <Show
            when={!asked.isGone()}
            fallback={<p class="what-if-none">{t().gone(lineName(app, asked.place()?.line ?? ''))}</p>}
          >
            <Show when={told()}>
              {(one) => <Bars found={one().found} texts={one().texts} scenario={one().result.scenario} />}
            </Show>
            {/* Apart from what was found, which is not read aloud in each frame of a drag. */}
            <Running run={asked.run} ceiling={t().ceiling} measured />
          </Show>
        </Show>
      </div>
    </>
  );
}

function Bars(props: { found: Found; texts: TornadoTexts; scenario: string }) {
  const app = useApp();
  const { lang } = app;
  const t = () => WHAT_IF[lang()].tornado;
  const scale = createMemo(() => tornadoScale(props.found));
  const unit = () => inBrackets(props.texts.measure.unit, lang());
  const now = () => props.found.now;
  // By their lines: a row stays while its bar moves, and changes its place with the order alone.
  const lines = createMemo(() => barred(props.found).map(({ input }) => input.line));
  const byLine = createMemo(() => new Map(props.found.swings.map((swing) => [swing.input.line, swing])));
  return (
    <Show when={props.found.swings.length > 0} fallback={<p class="what-if-none">{t().noInputs(props.texts.name)}</p>}>
      <Show when={lines().length > 0}>
        <table class="tornado" aria-label={t().table}>
          <caption>
            <b>{t().title(props.texts.name, scenarioName(app, props.scenario))}</b>{' '}
            <span class="muted">{Number.isNaN(now()) ? '' : t().about(props.texts.measure.say(now()))}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t().input}</th>
              <th scope="col" class="tornado-range">
                {t().range}
              </th>
              <th scope="col" class="tornado-number">
                {t().low}
              </th>
              <th scope="col" class="tornado-bar">
                {t().bar}
                {unit()}
              </th>
              <th scope="col" class="tornado-number">
                {t().high}
              </th>
              <th scope="col" class="tornado-number tornado-swing">
                {t().swing}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={lines()}>
              {(line) => (
                <Show when={byLine().get(line)}>
                  {(swing) => <Row swing={swing()} now={now()} scale={scale()} texts={props.texts} />}
                </Show>
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <For each={props.texts.notes}>{(note) => <p class="what-if-note">{note}</p>}</For>
      <Show when={props.found.without}>
        {(what) => <p class="what-if-note">{WHAT_IF[lang()].byWorkbook(what())}</p>}
      </Show>
      <Show when={lines().length > 0}>
        <p class="what-if-note muted">{t().ends}</p>
      </Show>
    </Show>
  );
}

function Row(props: { swing: Swing; now: number; scale: (value: number) => number; texts: TornadoTexts }) {
  const app = useApp();
  const { editor, lang } = app;
  const t = () => WHAT_IF[lang()].tornado;
  const input = () => props.swing.input;
  const shown = () => props.swing.shown.filter(({ y }) => !Number.isNaN(y));
  const low = () => props.swing.shown[0]?.y ?? Number.NaN;
  const high = () => props.swing.shown.at(-1)?.y ?? Number.NaN;
  const name = () => lineName(app, input().line);
  const remarks = createMemo(() => props.texts.remarks(props.swing));
  /** From the present result to one of the ends. */
  const stretch = (to: number) => {
    const from = Number.isNaN(props.now) ? to : props.now;
    const [left, right] = [props.scale(Math.min(from, to)), props.scale(Math.max(from, to))];
    return { left: `${left}%`, width: `${right - left}%` };
  };
  const whole = () => {
    const { least, greatest } = props.swing;
    const [left, right] = [props.scale(least?.y ?? 0), props.scale(greatest?.y ?? 0)];
    return { left: `${left}%`, width: `${right - left}%` };
  };
  const show = () => {
    const [cell] = input().cells;
    if (cell) editor.show(cell);
  };
  return (
    <tr>
      <th scope="row">
        <Button class="link" label={t().jump(name())} text={name()} onClick={show} />{' '}
        <span class="unit">{props.texts.held(input())}</span>
        <Show when={remarks().length > 0}>
          <span class="tornado-remark">{remarks().join(lang() === 'zh' ? '；' : '; ')}</span>
        </Show>
      </th>
      <td class="tornado-range">{props.texts.range(input())}</td>
      <td class="tornado-number">{props.texts.y(low())}</td>
      <td class="tornado-bar">
        {/* The numbers stand beside it. A click anywhere on the bar leads to its input, as its name does for the keyboard. */}
        <button type="button" class="tornado-track" tabIndex={-1} aria-hidden="true" onClick={show}>
          <span class="tornado-whole" style={whole()} />
          <Show when={!Number.isNaN(low())}>
            <span
              class="tornado-end at-low"
              classList={{ half: props.swing.side !== undefined }}
              style={stretch(low())}
            />
          </Show>
          <Show when={!Number.isNaN(high())}>
            <span
              class="tornado-end at-high"
              classList={{ half: props.swing.side !== undefined }}
              style={stretch(high())}
            />
          </Show>
          <For each={shown()}>{({ y }) => <span class="tornado-dot" style={{ left: `${props.scale(y)}%` }} />}</For>
          <Show when={!Number.isNaN(props.now)}>
            <span class="tornado-now" style={{ left: `${props.scale(props.now)}%` }} />
          </Show>
        </button>
      </td>
      <td class="tornado-number">{props.texts.y(high())}</td>
      <td class="tornado-number tornado-swing">{props.texts.swing(props.swing.swing)}</td>
    </tr>
  );
}
