import type { Declared } from './declaredSchema.ts';
import { NotADocument } from './kept.ts';
import type { Saved } from './schema.ts';

/** A thing with its id; a line that is as the model ships it is its id alone. */
type Named = string | { readonly id: string };

/** Charts by their ids; one without is led by a line, which may lead others too. */
const withIds = (charts: readonly { readonly id?: string }[] = []): Named[] =>
  charts.map(({ id }, i) => ({ id: id ?? `${i}` }));

/** @throws NotADocument at the second of two with one id */
function checkDistinct(path: string, list: readonly Named[] = []): void {
  const seen = new Set<string>();
  list.forEach((one, i) => {
    const [id, place] = typeof one === 'string' ? [one, `${path}.${i}`] : [one.id, `${path}.${i}.id`];
    if (seen.has(id)) throw new NotADocument(place, `the id "${id}" stands twice`, { kind: 'twice', id });
    seen.add(id);
  });
}

/**
 * Looks at the ids of a document whose form is right. By its id a line is found, a scenario chosen and a cell named in
 * the workbook: two with the same one can't be told apart.
 *
 * What formulas refer to is not looked at. A person may delete a line that others name, and type what they like: that is
 * an error of its cell, and the document opens again as it was left.
 * @throws NotADocument
 */
export function checkIds({ own, lines, figures, sources, charts, scenarios }: Saved): void {
  checkDistinct('own.lines', own?.lines);
  checkDistinct('lines', lines);
  checkDistinct('figures', figures);
  checkDistinct('sources', sources);
  checkDistinct('scenarios', scenarios);
  checkDistinct('charts', withIds(charts));
  checkDistinct('own.declared.charts', withIds(own?.declared?.charts));
  const ids = new Set(own?.lines.map(({ id }) => id));
  own?.charts.forEach((id, i) => {
    if (!ids.has(id))
      throw new NotADocument(`own.charts.${i}`, `the model has no line "${id}"`, { kind: 'unknown', id });
  });
  checkDeclared(own?.declared, ids);
}

/** @throws NotADocument where a model of one's own declares something of a line that it does not have */
function checkDeclared({ charts = [], answer, warnings = [] }: Declared = {}, ids: ReadonlySet<string>): void {
  const named: (readonly [place: string, id: string])[] = [
    ...charts.flatMap(({ line, beside = [] }, i) => [line, ...beside].map((id) => [`charts.${i}`, id] as const)),
    ...(answer && answer.line !== '' ? [['answer.line', answer.line] as const] : []),
    ...warnings.flatMap(({ check, at }, i) => [check, at].map((id) => [`warnings.${i}`, id] as const)),
  ];
  for (const [place, id] of named)
    if (!ids.has(id))
      throw new NotADocument(`own.declared.${place}`, `the model has no line "${id}"`, { kind: 'unknown', id });
}
