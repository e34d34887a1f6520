import { EXPORTING } from '../../i18n/exporting.ts';
import { fileName } from '../../io/download.ts';
import { saveFile } from '../../io/files.ts';
import type { Figure, Source } from '../../model/figure.ts';
import type { Model } from '../../model/model.ts';
import { printModelFile } from '../../modelFile/file.ts';
import type { Workspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import type { Exported } from './exporting.ts';

/** The figures that a model names, or draws beside its lines. */
function isCited({ lines, answer, charts }: Model): (figure: Figure) => boolean {
  const ids = new Set([
    ...lines.flatMap((line) => (line.kind === 'input' ? [line.figure, ...(line.range?.basis ?? [])] : [])),
    answer.target,
    ...Object.values(answer.terms).map((term) => ('figure' in term ? term.figure : undefined)),
    ...answer.clauses.flatMap(({ when = [] }) => when.map(({ figure }) => figure)),
  ]);
  const drawn = charts.flatMap(({ figures }) => (figures ? [figures] : []));
  return ({ id, region, variable }) =>
    ids.has(id) || drawn.some((one) => one.region === region && one.variable === variable);
}

/** The figures of a document's own, and those that its model cites, with their sources: a file stands by itself. */
function evidence(workspace: Workspace): { readonly figures: readonly Figure[]; readonly sources: readonly Source[] } {
  const own = new Set(workspace.document().figures?.map(({ id }) => id));
  const cited = isCited(workspace.model());
  const figures = [...workspace.figures().values()].filter((figure) => own.has(figure.id) || cited(figure));
  const from = new Set([
    ...figures.map(({ source }) => source),
    ...(workspace.document().sources ?? []).map(({ id }) => id),
  ]);
  return { figures, sources: [...workspace.sources().values()].filter(({ id }) => from.has(id)) };
}

/** The open model as a file, with what the document changed in it. */
export function exportModel({ workspace, say }: WithEditor & Words): Exported {
  const model = workspace.model();
  const isOwn = workspace.document().own !== undefined;
  const text = printModelFile({
    model: isOwn ? model : { ...model, slug: model.id },
    scenarios: workspace.document().scenarios,
    ...evidence(workspace),
  });
  const ending = /^\uFEFF?\s*\{/.test(text) ? 'json' : 'yaml';
  return { name: `${fileName(say(model.name))}.${ending}`, text };
}

/** Hands the open model out as a file; that it could not be written is told. */
export async function handOutModel(app: WithEditor & Words): Promise<void> {
  const { text, name } = exportModel(app);
  const ending = name.slice(name.lastIndexOf('.'));
  try {
    await saveFile(text, name, ending, ending === '.json' ? 'application/json' : 'application/yaml');
  } catch {
    app.workspace.say(EXPORTING[app.lang()].denied);
  }
}
