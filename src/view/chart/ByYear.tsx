import { Show } from 'solid-js';
import { BY_YEAR } from '../../i18n/byYear.ts';
import { partialYears, rollupOf } from '../../model/rollup.ts';
import { useApp } from '../../state/app.ts';

/** Shows the chart by year, where its periods are shorter, and how its years are made. */
export default function ByYear() {
  const { workspace, viewMode, lang } = useApp();
  const t = () => BY_YEAR[lang()];
  const how = () => {
    const line = workspace.line(workspace.view.line);
    if (!line || line.kind === 'heading') return '';
    const { by, isGuess } = rollupOf(line);
    const partial = partialYears(workspace.model().periods, by).map(String);
    const said = isGuess ? t().assumed(t().how[by]) : t().given(t().how[by]);
    return partial.length > 0 ? `${said} ${t().partial(partial)}` : said;
  };
  return (
    <>
      <button
        type="button"
        class="button quiet"
        aria-pressed={viewMode.byYear()}
        onClick={() => viewMode.setByYear(!viewMode.byYear())}
      >
        {t().byYear}
      </button>
      <Show when={viewMode.byYear()}>
        <span class="muted by-year-how">{how()}</span>
      </Show>
    </>
  );
}
