import { type CellRef, type Content, sameContent } from '../model/content.ts';
import type { Overrides } from '../model/model.ts';
import type { Change } from './change.ts';
import { hasExceptions, isFilledIn, isOwnIn } from './contents.ts';
import type { OpenModel } from './document.ts';
import { countOverrides } from './document.ts';
import { holding, keptReasons, patched, type Reasons } from './reasons.ts';
import { edited, find, isBase, PROSE, slotOf, start } from './scenarioList.ts';

/** Which of a scenario's cells are meant. */
export type CellFilter = (line: string, slot: string) => boolean;

type Slots = Overrides[string];

/** Slots with some of them as `contentOf` gives them; the same object where all are the same already. */
function withSlots(own: Slots | undefined, slots: Iterable<string>, contentOf: (slot: string) => Content | undefined) {
  let copy: Record<string, Content> | undefined;
  for (const slot of slots) {
    const content = contentOf(slot);
    if (sameContent(content, own?.[slot])) continue;
    copy ??= { ...own };
    if (content === undefined) delete copy[slot];
    else copy[slot] = content;
  }
  return copy ?? own;
}

const isEmpty = (slots: Slots | undefined): boolean => !slots || Object.keys(slots).length === 0;

/**
 * A scenario that takes over what another overrides, each cell with its reason. Its own overrides in other cells stay;
 * where `cells` are named they become as they are in the other, so that one which inherits there inherits here too.
 */
export function copyOverrides(
  { document }: OpenModel,
  to: string,
  from: string,
  cells?: CellFilter,
): Change | undefined {
  const source = find(document, from);
  if (!source || from === to) return undefined;
  const [toBase, fromBase] = [isBase(document, to), isBase(document, from)];
  /** What a cell of the source gives. What gives a cell back to its line has nothing to do in the base. */
  const given = (content: Content | undefined) => (fromBase || (toBase && content === 'model') ? undefined : content);
  return edited(document, to, (scenario) => {
    const overrides: Record<string, Slots> = { ...scenario.overrides };
    const reasons: [string, string, string | undefined][] = [];
    const isReasoned = source.reasons !== undefined || scenario.reasons !== undefined;
    let isOther = false;
    for (const line of new Set([...Object.keys(source.overrides), ...(cells ? Object.keys(overrides) : [])])) {
      const [theirs = {}, own] = [source.overrides[line], scenario.overrides[line]];
      const all = Object.keys(cells ? { ...own, ...theirs } : theirs);
      const meant = cells ? all.filter((slot) => cells(line, slot)) : all;
      // What is taken over whole is shared.
      const isWhole = isEmpty(own) && meant.length === all.length && !toBase && !fromBase;
      const now = isWhole ? theirs : withSlots(own, meant, (slot) => given(theirs[slot]));
      for (const slot of isReasoned ? meant : [])
        reasons.push([line, slot, given(theirs[slot]) === undefined ? undefined : source.reasons?.[line]?.[slot]]);
      if (now === own || (isEmpty(now) && isEmpty(own))) continue;
      isOther = true;
      if (now && !isEmpty(now)) overrides[line] = now;
      else delete overrides[line];
    }
    if (!isOther) return scenario;
    const kept: Reasons | undefined = isReasoned ? patched(scenario.reasons ?? {}, reasons) : undefined;
    return holding(scenario, overrides, kept);
  });
}

/** What stays of a scenario's overrides when some cells are reset, or all. */
function remaining(overrides: Overrides, cells: CellFilter | undefined): Overrides {
  if (!cells) return {};
  const rest: Record<string, Slots> = {};
  for (const [line, slots] of Object.entries(overrides)) {
    const all = Object.entries(slots);
    const stay = all.filter(([slot]) => !cells(line, slot));
    if (stay.length > 0) rest[line] = stay.length === all.length ? slots : Object.fromEntries(stay);
  }
  return rest;
}

/**
 * A scenario's cells, all or some, reset to what they inherit, in the base to the line's own; their reasons go with them.
 * In the base what is its lines' own content stays: what a table or a workbook brought in.
 */
export const resetScenario = ({ document, model }: OpenModel, id: string, cells?: CellFilter): Change | undefined =>
  edited(document, id, (scenario) => {
    const lines = isBase(document, id) ? model.lines.filter((line) => hasExceptions(line) || isFilledIn(line)) : [];
    const own = new Map(lines.map((line) => [line.id, line]));
    const isMeant: CellFilter = (id, slot) => {
      const line = own.get(id);
      // Who names a line of inputs means what stands in it.
      const stays = cells && isFilledIn(line) ? false : isOwnIn(line, slotOf(slot));
      return !stays && (cells?.(id, slot) ?? true);
    };
    const overrides = remaining(scenario.overrides, own.size > 0 ? isMeant : cells);
    if (countOverrides({ overrides }) === countOverrides(scenario)) return scenario;
    return holding(scenario, overrides, keptReasons(scenario.reasons, scenario.overrides, overrides));
  });

/** Why a cell is overridden; an empty text takes the reason away. */
export const setReason = ({ document }: OpenModel, cell: CellRef, text: string): Change | undefined =>
  edited(document, cell.scenario, (scenario) => {
    const reason = start(text.trim(), PROSE) || undefined;
    const { line, slot } = cell;
    if (scenario.reasons?.[line]?.[slot] === reason) return scenario;
    const reasons = patched(scenario.reasons ?? {}, [[line, String(slot), reason]]);
    return holding(scenario, scenario.overrides, reasons);
  });
