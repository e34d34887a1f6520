import { yearNote } from '../../i18n/yearWords.ts';
import { useApp } from '../../state/app.ts';

/** How the years that the chart shows are made of their periods, and which are left out. */
export default function ByYearNote() {
  const { workspace, lang } = useApp();
  const how = () => {
    const line = workspace.line(workspace.view.line);
    return line && line.kind !== 'heading' ? yearNote(line, workspace.model().periods, lang()) : '';
  };
  return <p class="chart-credits">{how()}</p>;
}
