import { EXPORTING } from '../../i18n/exporting.ts';
import { TableReader } from '../../io/csv/client.ts';
import { fileName } from '../../io/download.ts';
import { saveFile } from '../../io/files.ts';
import type { Figure, Source } from '../../model/figure.ts';
import type { Model } from '../../model/model.ts';
import type { Printed } from '../../modelFile/print.ts';
import { type AskedLeft, askedLeft } from '../../modelFile/printWhatIf.ts';
import { leftOut } from '../../modelFile/within.ts';
import type { Workspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import type { Exported } from './exporting.ts';
import { standingIn } from './standing.ts';

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

/** How a model is put into the text of its file. */
type Print = (printed: Printed) => Promise<string>;

/** In a worker, where a file of thousands of lines holds nobody up. @throws ReaderStopped, NotReadable */
const inWorker: Print = async (printed) => {
  const reader = new TableReader();
  try {
    return (await reader.ask({ kind: 'print', printed })).text ?? '';
  } finally {
    reader.cancel();
  }
};

/** How much of a document has no place in the file of its model. */
export interface LeftOut extends AskedLeft {
  /** In periods that the model does not have. */
  readonly values: number;
}

/** The open model as a file, with what the document changed in it. */
export async function exportModel(
  { workspace, say }: WithEditor & Words,
  print: Print = inWorker,
): Promise<Exported & { readonly left: LeftOut }> {
  const model = workspace.model();
  const { scenarios, own, whatIf } = workspace.document();
  const named = evidence(workspace);
  const standing = standingIn(own ? model : { ...model, slug: model.id }, new Set(named.figures.map(({ id }) => id)));
  const text = await print({ model: standing, scenarios, ...named, whatIf });
  const ending = /^\uFEFF?\s*\{/.test(text) ? 'json' : 'yaml';
  const left = { values: leftOut(model, scenarios), ...askedLeft(whatIf ?? {}, model) };
  return { name: `${fileName(say(model.name))}.${ending}`, text, left };
}

/** Hands the open model out as a file; what is not in it is told, and that it could not be written. */
export async function handOutModel(app: WithEditor & Words): Promise<void> {
  const { workspace, lang } = app;
  try {
    const { text, name, left } = await exportModel(app);
    const ending = name.slice(name.lastIndexOf('.'));
    const isSaved = await saveFile(text, name, ending, ending === '.json' ? 'application/json' : 'application/yaml');
    if (isSaved && Object.values(left).some((count) => count > 0)) workspace.say(() => EXPORTING[lang()].leftOut(left));
  } catch {
    workspace.say(() => EXPORTING[lang()].denied);
  }
}
