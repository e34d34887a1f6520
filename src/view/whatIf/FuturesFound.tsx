import { createMemo, Show } from 'solid-js';
import { FAN_PARTS } from '../../engine/port.ts';
import { formatNumber } from '../../i18n/format.ts';
import { FUTURES, runsText } from '../../i18n/futures.ts';
import { useApp } from '../../state/app.ts';
import type { FuturesState } from '../../state/whatIf/futures.ts';
import { Button } from '../Button.tsx';
import { createReader, type measureOf } from '../dialogs/analysis/measure.ts';
import { slowerText } from '../dialogs/analysis/slower.ts';
import { chanceText } from './chanceText.ts';
import { failedText } from './failedText.ts';
import { Spread } from './Spread.tsx';

/** What a result comes to in the futures that were drawn, and what is to be known of them. */
export function FuturesFound(props: {
  futures: FuturesState;
  title: string;
  measure: ReturnType<typeof measureOf> | undefined;
}) {
  const app = useApp();
  const { lang } = app;
  const t = () => FUTURES[lang()];
  const reader = createReader(app);
  const { futures } = props;
  const quantiles = createMemo(() => {
    const one = futures.found();
    const { focus = 0 } = one?.drawn.question ?? {};
    return one ? FAN_PARTS.map((_, i) => one.futures.quantiles[focus * FAN_PARTS.length + i] as number) : [];
  });
  const chance = createMemo(() => chanceText(app, futures, reader()));
  const failed = createMemo(() => failedText(app, futures, reader()));
  return (
    <div class="futures-found">
      <Show when={futures.found() && props.measure}>
        {(units) => (
          <Show when={futures.found()}>
            {(one) => (
              <Spread
                futures={one().futures}
                quantiles={quantiles()}
                atLeast={futures.atLeast()}
                measure={units()}
                head={chance()?.short ?? ''}
                title={t().picture(props.title, runsText(one().futures.runs, lang()))}
              >
                <Show when={failed()}>{(sentences) => <p class="what-if-note">{sentences()}</p>}</Show>
              </Spread>
            )}
          </Show>
        )}
      </Show>
      <div class="futures-notes">
        <Show when={app.viewMode.byYear()}>
          <p class="what-if-note">{t().byYear}</p>
        </Show>
        <Show when={slowerText(app, futures.slower())}>{(why) => <p class="what-if-note">{why()}</p>}</Show>
        <Show when={futures.runs() < futures.draws().runs}>
          <p class="what-if-note">
            {t().most(
              runsText(futures.draws().runs, lang()),
              runsText(futures.runs(), lang()),
              formatNumber(futures.found()?.drawn.question.results.length ?? 0, lang(), 0),
            )}
          </p>
        </Show>
        <Show when={futures.progress()}>
          {(far) => (
            <p class="what-if-note">
              {t().takes(runsText(futures.runs(), lang()), formatNumber(far().seconds, lang(), 0))}{' '}
              <progress value={far().part} max={1} /> <Button class="link" text={t().cancel} onClick={futures.cancel} />
            </p>
          )}
        </Show>
        <Show when={futures.stopped()}>
          {(why) => (
            <p class="what-if-note">
              {t().stopped[why()]} <Button class="link" text={t().again} onClick={futures.again} />
            </p>
          )}
        </Show>
      </div>
    </div>
  );
}
