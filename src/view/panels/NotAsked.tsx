import { NOT_ASKED } from '../../i18n/notAsked.ts';
import { useApp } from '../../state/app.ts';

/** In place of the answer of a model that is asked nothing: what to do next. */
export default function NotAsked() {
  const { workspace, lang } = useApp();
  return <span class="muted">{NOT_ASKED[lang()][workspace.model().lines.length === 0 ? 'begin' : 'other']}</span>;
}
