import { BY_YEAR } from '../../i18n/byYear.ts';
import { partialYears, rollupOf } from '../../model/rollup.ts';
import { useApp } from '../../state/app.ts';

/** How the years that the chart shows are made of their periods, and which are left out. */
export default function ByYearNote() {
  const { workspace, lang } = useApp();
  const t = () => BY_YEAR[lang()];
  const how = () => {
    const line = workspace.line(workspace.view.line);
    if (!line || line.kind === 'heading') return '';
    const { by, isGuess } = rollupOf(line);
    const partial = partialYears(workspace.model().periods, by).map(String);
    const said = isGuess ? t().assumed(t().how[by]) : t().given(t().how[by]);
    return partial.length > 0 ? `${said} ${t().partial(partial)}` : said;
  };
  return <p class="chart-credits">{how()}</p>;
}
