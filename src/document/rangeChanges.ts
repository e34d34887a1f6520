import { isFormula } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import { tryParse } from '../model/notation.ts';
import type { OpenModel } from './document.ts';
import { formulaLines } from './ownFormulas.ts';
import { isRanged, type Range, rangesIn } from './ranges.ts';

/** The lines whose formulas have fewer, or more, lines in a range than they had. */
export interface RangeChanges {
  readonly fewer: readonly string[];
  readonly more: readonly string[];
}

/** Every formula that may hold a range, with the line that it stands in and a name of its place. */
function* rangedFormulas({ model, document }: OpenModel): Generator<[place: string, line: string, formula: string]> {
  for (const line of model.lines) {
    if ((line.kind !== 'series' && line.kind !== 'result') || !isRanged(line)) continue;
    yield [`/${line.id}`, line.id, line.formula];
    if (line.kind === 'series' && line.first !== undefined) yield [`/${line.id}/first`, line.id, line.first];
  }
  for (const { id, overrides } of document.scenarios)
    for (const line of formulaLines(overrides)) {
      const slots = overrides[line] ?? {};
      if (!isRanged(slots)) continue;
      for (const [slot, content] of Object.entries(slots))
        if (isFormula(content)) yield [`${id}/${line}/${slot}`, line, content.formula];
    }
}

/** Places in a sheet: those of its lines, and above them that of the years. */
const placesIn = (lines: readonly Line[]) => {
  const places = new Map(lines.map(({ id }, i) => [id, i]));
  return ({ ends }: Range): readonly [number, number] | undefined => {
    const [from, to] = ends.map((end) => (end.kind === 'calendar' ? -1 : places.get(end.id)));
    return from === undefined || to === undefined ? undefined : [Math.min(from, to), Math.max(from, to)];
  };
};

/** In which ranges lines that were moved stand no longer, and in which they stand now, by the lines of their formulas. */
export function rangeChanges(before: OpenModel, after: OpenModel, moved: readonly string[]): RangeChanges {
  const [fewer, more] = [new Set<string>(), new Set<string>()];
  const old = new Map<string, string>();
  for (const [place, , formula] of rangedFormulas(before)) old.set(place, formula);
  if (old.size === 0) return { fewer: [], more: [] };
  const ids = new Set(moved);
  const now = new Map(after.model.lines.map(({ id }, i) => [id, i]));
  const places = before.model.lines.flatMap((line, i) =>
    ids.has(line.id) ? [{ line, was: i, is: now.get(line.id) }] : [],
  );
  const [boundsBefore, boundsAfter] = [placesIn(before.model.lines), placesIn(after.model.lines)];
  const lineOf = new Map(after.model.lines.map((line) => [line.id, line]));
  for (const [place, line, formula] of rangedFormulas(after)) {
    const olds = rangesIn(tryParse(old.get(place) ?? '') ?? []);
    rangesIn(tryParse(formula) ?? []).forEach((range, i) => {
      const [had, has] = [olds[i] && boundsBefore(olds[i]), boundsAfter(range)];
      if (!had || !has) return;
      const end = range.ends.find(({ kind }) => kind === 'line');
      const column = end?.kind === 'line' ? lineOf.get(end.id) : undefined;
      for (const { line: one, was, is } of places) {
        // A line without a cell in the range's column adds nothing to it.
        if (is === undefined || !column || isScalar(one) !== isScalar(column) || hasPeriods(one) !== hasPeriods(column))
          continue;
        const [wasIn, isIn] = [was >= had[0] && was <= had[1], is >= has[0] && is <= has[1]];
        if (wasIn && !isIn) fewer.add(line);
        if (isIn && !wasIn) more.add(line);
      }
    });
  }
  return { fewer: [...fewer], more: [...more] };
}
