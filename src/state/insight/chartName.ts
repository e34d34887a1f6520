import type { ChartSpec } from '../../model/model.ts';
import type { Lang, Text } from '../../model/text.ts';
import type { WithWorkspace } from '../document/workspace.ts';

/** A chart in words, in both languages: its title, else the lines that are drawn in it. */
export function chartName({ workspace }: WithWorkspace, { title, line, as = 'lines', beside = [] }: ChartSpec): Text {
  if (title) return title;
  const ids = as === 'lines' ? [line] : [line, ...beside];
  const named = (lang: Lang) =>
    ids.flatMap((id) => workspace.line(id)?.label[lang] ?? []).join(lang === 'zh' ? '、' : ', ');
  return { en: named('en'), zh: named('zh') };
}
