import { departing, effective, ownContent } from '../../document/contents.ts';
import type { OpenModel, Scenario } from '../../document/document.ts';
import { editableNumber, shownDecimals } from '../../document/entry.ts';
import { slotOf } from '../../document/scenarioList.ts';
import { createLayout, type Layout, layOut } from '../../engine/layout.ts';
import { moved, toldUnit, unitBehind, withUnit } from '../../i18n/amounts.ts';
import { MISSING } from '../../i18n/format.ts';
import { type CellRef, type Content, isFormula, type Slot } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Model } from '../../model/model.ts';
import { isOneOf } from '../../model/periods.ts';
import { unitSpec } from '../../model/units.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import { heldInWords, toldNumber } from './told.ts';

const indices = new WeakMap<readonly Line[], ReadonlyMap<string, Line>>();

/** A line of a model by its id. Looked up once a cell: a model has thousands of lines, a change hundreds of thousands of cells. */
function lineOf({ lines }: Model, id: string): Line | undefined {
  const index = indices.get(lines) ?? new Map(lines.map((line) => [line.id, line]));
  indices.set(lines, index);
  return index.get(id);
}

const layouts = new WeakMap<OpenModel, Layout>();

function layoutOf(edition: OpenModel): Layout {
  const { model, document } = edition;
  const layout = layouts.get(edition) ?? createLayout(model.lines, model.periods, document.scenarios);
  layouts.set(edition, layout);
  return layout;
}

/** What the cells of a line hold in a document, inherited or their own. */
export function heldOf(
  { document, model }: OpenModel,
  scenario: string,
  id: string,
): (slot: Slot) => Content | undefined {
  const line = lineOf(model, id);
  if (!line) return () => undefined;
  const base = document.scenarios[0]?.id ?? '';
  const slotsOf = (one: string) => document.scenarios.find((found) => found.id === one)?.overrides[id];
  const [own, inherited] = [slotsOf(scenario), slotsOf(base)];
  const lookUp = (one: string, _: string, slot: Slot) => (one === scenario ? own : inherited)?.[slot];
  const rest = (slot: Slot) => effective(lookUp, base, line, { scenario, slot }, model.periods).content;
  return (slot) => {
    const content = own?.[slot];
    return content === undefined || content === 'model' ? rest(slot) : content;
  };
}

/** What a cell holds in a document, inherited or its own. */
export const heldIn = (edition: OpenModel, { scenario, line, slot }: CellRef): Content | undefined =>
  heldOf(edition, scenario, line)(slot);

/** What a cell would hold without its own override. */
export function inheritedIn({ document, model }: OpenModel, cell: CellRef): Content | undefined {
  const base = document.scenarios[0]?.id ?? '';
  if (cell.scenario !== base) return heldIn({ document, model }, { ...cell, scenario: base });
  const line = lineOf(model, cell.line);
  return line && ownContent(line, cell.slot, model.periods);
}

/** A content as it is read: a number in the form of its line, a formula as it is typed, a text in quotes. */
export function editionText(app: Words, edition: OpenModel, cell: CellRef, content: Content | undefined): string {
  const line = lineOf(edition.model, cell.line);
  if (content === undefined || content === 'model' || !line || line.kind === 'heading') return MISSING;
  if (typeof content === 'number')
    return heldInWords(toldNumber(content, line.unit, app.lang(), shownDecimals(line, content)), app.lang());
  if (!isFormula(content)) return `“${content.text}”`;
  return layOut(layoutOf(edition), content.formula, cell, true);
}

/** What a cell held and holds, in words. */
export interface Pair {
  readonly before: string;
  readonly after: string;
}

/**
 * Two contents of a cell beside each other. Numbers that would read the same show all of their digits; numbers of a unit
 * that is no percentage bear it once.
 */
export function pairOf(
  app: Words,
  [before, then]: readonly [OpenModel, Content | undefined],
  [after, now]: readonly [OpenModel, Content | undefined],
  cell: CellRef,
): Pair {
  const texts = { before: editionText(app, before, cell, then), after: editionText(app, after, cell, now) };
  const line = lineOf(after.model, cell.line);
  if (typeof then !== 'number' || typeof now !== 'number' || !line || line.kind === 'heading') return texts;
  const { unit } = line;
  const lang = app.lang();
  if (texts.before === texts.after && then !== now) {
    const { places } = toldUnit(unit, lang);
    const [a, b] = [then, now].map((value) => editableNumber(moved(value, places), unit));
    return {
      before: a ?? '',
      after: withUnit(b ?? '', unitSpec(unit).form === 'share' ? '' : unitBehind(unit, lang), lang),
    };
  }
  const [a, b] = [then, now].map((value) => toldNumber(value, unit, lang, shownDecimals(line, value)));
  return { before: a?.text ?? '', after: b ? heldInWords(b, lang) : '' };
}

/** A cell that a scenario overrides, and in place of what. */
export interface OverrideDifference extends Pair {
  readonly cell: CellRef;
  readonly line: Line;
  readonly reason: string | undefined;
}

/**
 * The cells of the sheet that a scenario sets, in its order, as far as they are asked for; in the base none that are their
 * lines' own content.
 */
function* cellsSet({ lines, periods }: Model, { id, overrides }: Scenario, isBase: boolean): Generator<CellRef, void> {
  const inSheet = (slot: Slot) => slot === 'value' || isOneOf(slot, periods);
  const year = (slot: Slot) => (slot === 'value' ? 0 : slot);
  for (const line of lines) {
    const held = overrides[line.id];
    if (!held) continue;
    const slots = Object.keys(isBase ? departing(line, held) : held)
      .map(slotOf)
      .filter(inSheet);
    for (const slot of slots.sort((a, b) => year(a) - year(b))) yield { scenario: id, line: line.id, slot };
  }
}

function differenceOf(app: Words, edition: OpenModel, scenario: Scenario, cell: CellRef): OverrideDifference {
  const pair = pairOf(app, [edition, inheritedIn(edition, cell)], [edition, heldIn(edition, cell)], cell);
  const reason = scenario.reasons?.[cell.line]?.[cell.slot];
  return { cell, line: lineOf(edition.model, cell.line) as Line, ...pair, reason };
}

/** The first of many, and how many follow, of which no more are counted than `counted`. */
export interface First<T> {
  readonly told: readonly T[];
  readonly rest: number;
}

/** What a scenario sets, in the order of the sheet: each cell against what it would inherit. */
export function differencesOf(
  app: WithWorkspace & Words,
  scenario: Scenario,
  most = Number.POSITIVE_INFINITY,
  counted = 0,
): First<OverrideDifference> {
  const edition = app.workspace.openModel;
  const told: OverrideDifference[] = [];
  let rest = 0;
  for (const cell of cellsSet(edition.model, scenario, scenario.id === edition.document.scenarios[0]?.id)) {
    if (told.length < most) told.push(differenceOf(app, edition, scenario, cell));
    else if (++rest >= counted) break;
  }
  return { told, rest };
}
