import { BY_YEAR } from '../../i18n/byYear.ts';
import { useApp } from '../../state/app.ts';

/** Shows the chart by year, where its periods are shorter. */
export default function ByYear() {
  const { viewMode, lang } = useApp();
  return (
    <button
      type="button"
      class="button quiet"
      aria-pressed={viewMode.byYear()}
      onClick={() => viewMode.setByYear(!viewMode.byYear())}
    >
      {BY_YEAR[lang()].byYear}
    </button>
  );
}
