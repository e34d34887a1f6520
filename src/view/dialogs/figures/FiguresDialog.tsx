import { createMemo, For, Show } from 'solid-js';
import { unitBehind } from '../../../i18n/amounts.ts';
import { FIGURES } from '../../../i18n/figures.ts';
import { figurePeriod, publisherOf } from '../../../i18n/figureWords.ts';
import { formatDate } from '../../../i18n/format.ts';
import { term } from '../../../i18n/terms.ts';
import { unitSpec } from '../../../model/units.ts';
import { useApp } from '../../../state/app.ts';
import { besideLines, figureInColumn, figureNumber, removeFigure, takers } from '../../../state/structure/figures.ts';
import { Button } from '../../Button.tsx';
import { Frame } from '../kit/Frame.tsx';
import { inBrackets } from '../kit/fields.tsx';
import type { DialogProps } from '../kit/props.ts';
import '../kit/forms.css';

/** The figures that stand beside the charted line, the person's own among them. */
export default function FiguresDialog(props: DialogProps) {
  const app = useApp();
  const { workspace, dialogs, lang } = app;
  const t = () => FIGURES[lang()];
  const beside = createMemo(() => besideLines(workspace).find(({ line }) => line === workspace.view.line));
  const figures = createMemo(() => {
    const found = beside();
    return [...workspace.figures().values()]
      .filter(({ region, variable }) => region === found?.region && variable === found.variable)
      .sort((a, b) => a.period.localeCompare(b.period) || a.reported.localeCompare(b.reported));
  });
  /** What the line is counted in, which the head says; figures in another unit bear theirs. */
  const unit = () => beside()?.unit ?? '';
  const isPlain = () => unitSpec(unit()).form === 'plain';
  const isOwn = (id: string) => workspace.document().figures?.some((figure) => figure.id === id) ?? false;
  return (
    <Frame
      title={t().title}
      wide
      onClose={props.onClose}
      plain
      after={
        <>
          <Button
            text={t().addTarget}
            onClick={() => dialogs.show({ name: 'figure', target: { line: workspace.view.line, slot: 'value' } })}
          />
          <Button class="button primary" text={t().add} onClick={() => dialogs.show({ name: 'figure' })} />
        </>
      }
    >
      <p class="muted">{t().about}</p>
      <Show when={figures().length > 0} fallback={<p>{t().none}</p>}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <div class="figure-scroll" tabIndex={0}>
          <table class="figure-list" aria-label={t().title}>
            <thead>
              <tr>
                <th class="number-cell">
                  {t().value}
                  {inBrackets(isPlain() ? unitBehind(unit(), lang()) : '', lang())}
                </th>
                <th>{t().columns.period}</th>
                <th>{t().columns.kind}</th>
                <th>{t().definition}</th>
                <th>{t().columns.source}</th>
                <th>
                  <span class="visually-hidden">{t().edit}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={figures()}>
                {(figure) => {
                  const source = () => workspace.sources().get(figure.source);
                  return (
                    <tr>
                      <td class="number-cell">
                        {isPlain() && figure.unit === unit()
                          ? figureInColumn(app, figure)
                          : figureNumber(app, figure, false)}
                      </td>
                      <td>{figurePeriod(figure.period, lang())}</td>
                      <td>
                        {t().kinds[figure.kind]}
                        <span class="figure-counts muted">{term(figure.definition, lang())}</span>
                      </td>
                      <td>{term(figure.definition, lang())}</td>
                      <td>
                        <Show when={source()}>
                          {(found) => (
                            <>
                              <Show when={found().url} fallback={publisherOf(found(), lang())}>
                                {(url) => (
                                  <a
                                    href={url()}
                                    target="_blank"
                                    rel="noopener noreferrer"
                                    referrerpolicy="no-referrer"
                                  >
                                    {publisherOf(found(), lang())}
                                  </a>
                                )}
                              </Show>
                              {t().published(formatDate(figure.reported, lang()), found().grade)}
                            </>
                          )}
                        </Show>
                      </td>
                      <td>
                        <Show when={isOwn(figure.id)}>
                          <Button
                            class="link"
                            text={t().edit}
                            onClick={() => dialogs.show({ name: 'figure', figure: figure.id })}
                          />{' '}
                          <Show
                            when={takers(app, figure.id).length === 0}
                            fallback={<p class="muted">{t().taken(takers(app, figure.id))}</p>}
                          >
                            <Button class="link" text={t().remove} onClick={() => removeFigure(workspace, figure.id)} />
                          </Show>
                        </Show>
                      </td>
                    </tr>
                  );
                }}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </Frame>
  );
}
