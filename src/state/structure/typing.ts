import type { Change } from '../../document/change.ts';
import { setFormula } from '../../document/lineFormula.ts';
import { idAt } from '../../document/lineIds.ts';
import { type Box, type Place, placesOf } from '../../document/selection.ts';
import { type Entries, settled } from '../../document/settled.ts';
import { setLabel, setUnit } from '../../document/typing.ts';
import { isOwnLine, isUndecided } from '../../document/undecided.ts';
import type { Claim } from '../../engine/convert.ts';
import { hasSlot } from '../../engine/layout.ts';
import { TYPING } from '../../i18n/typing.ts';
import { columnSlot, VALUE_COLUMN } from '../../model/address.ts';
import { type CellRef, cellKey, isFormula, type Slot } from '../../model/content.ts';
import type { Text } from '../../model/text.ts';
import { isUnit, type Unit } from '../../model/units.ts';
import { unitFromText } from '../../units/named.ts';
import type { WithWorkspace, Workspace } from '../document/workspace.ts';
import type { Draft } from '../sheet/draft.ts';
import { typedEntry } from '../sheet/entry.ts';

/** Why an entry is not taken. */
interface Unfit {
  readonly text: Text;
}

const NAME_LENGTH = 200;

/** Numbers that bring their unit, as they do to a cell of Excel. */
const PERCENT = /^[-+\u2212(]?[\d.,\s]+\s*[%％]\)?$/;

/** What formulas refer to that holds nothing yet, by line: it is decided by the first of them. */
export function claiming(workspace: Workspace): { readonly claim: Claim; readonly pointed: ReadonlyMap<string, Slot> } {
  const pointed = new Map<string, Slot>();
  const claim: Claim = (line, slot) => {
    if (!isUndecided(workspace.document(), line)) return false;
    if (!pointed.has(line.id)) pointed.set(line.id, slot);
    return true;
  };
  return { claim, pointed };
}

/** The units that typed texts bring to lines that have none. */
function unitsOf(workspace: Workspace, cells: Iterable<CellRef>, text: string): Entries['units'] {
  if (!PERCENT.test(text.trim())) return undefined;
  return new Map([...cells].filter(({ line }) => isOpen(workspace, line)).map(({ line }) => [line, 'percent' as Unit]));
}

/** Whether a line holds nothing yet, or is not there. */
function isOpen(workspace: Workspace, id: string): boolean {
  const line = workspace.line(id);
  return !line || isUndecided(workspace.document(), line);
}

/** Where entries are typed. */
interface Typist extends WithWorkspace {
  readonly refuse: (refusal: Unfit & { readonly kind: 'said' }) => void;
  readonly cancel: () => unknown;
  readonly leave: () => void;
  readonly select: (place: Place) => unknown;
  readonly resume: (draft: Draft) => void;
}

/** Takes a draft. @returns false where it was refused, and stays */
export function take(typist: Typist, draft: Draft): boolean {
  const change = changeOf(typist.workspace, draft);
  if (change && 'text' in change) {
    typist.refuse({ kind: 'said', text: change.text });
    return false;
  }
  if (change && !typist.workspace.dispatch(change)) return false;
  typist.cancel();
  return true;
}

/** Takes a draft that had to wait for this; where it is refused it is given back with the reason. */
export function takeLate(typist: Typist, draft: Draft): void {
  const change = changeOf(typist.workspace, draft);
  if (!change || (!('text' in change) && typist.workspace.dispatch(change))) return;
  typist.leave();
  typist.select(draft.place);
  typist.resume(draft);
  if ('text' in change) typist.refuse({ kind: 'said', text: change.text });
}

/** Empties what is selected, as `clearing` says. @returns whether something was emptied */
export function clear(typist: Typist, overridden: readonly CellRef[], boxes: readonly Box[]): boolean {
  const { change, why } = clearing(typist.workspace, overridden, boxes);
  const isDone = change !== undefined && typist.workspace.dispatch(change);
  if (why) typist.refuse({ kind: 'said', text: why });
  return isDone;
}

/** What is typed at a place changes; undefined where nothing. */
function changeOf(workspace: Workspace, { place, cell, text }: Draft): Change | Unfit | undefined {
  const sheet = workspace.openModel;
  const row = place.line;
  if (!cell || place.column < VALUE_COLUMN) {
    const typed = text.replace(/\s+/g, ' ').trim();
    if (typed.length > NAME_LENGTH) return { text: TYPING.name };
    if (place.column === 0) {
      const change = setLabel(sheet, row, typed);
      return change === 'label' ? { text: TYPING.label } : change;
    }
    const unit = unitFromText(typed);
    return isUnit(unit) ? setUnit(sheet, row, unit === '' ? undefined : unit) : { text: TYPING.unit };
  }
  // Other lines may have come below the last one since it was begun.
  const here = { ...cell, line: workspace.line(cell.line) ? cell.line : idAt(sheet.model.lines, row) };
  const { claim, pointed } = claiming(workspace);
  const content = typedEntry(workspace, here, text, claim);
  // The first formula in a line that was made for one, and has none, is that of the whole line.
  const line = workspace.line(here.line);
  const isMadeForOne = (line?.kind === 'series' || line?.kind === 'result') && line.formula === '';
  const whole = isMadeForOne && isFormula(content) ? setFormula(sheet, here.line, content.formula) : undefined;
  if (whole) return whole;
  const units = unitsOf(workspace, [here], text);
  return settled(sheet, [{ ...here, content }], { pointed, ...(units ? { units } : {}) });
}

/**
 * What Delete does where more is selected than overrides: names of lines that hold nothing go, units go, and so do the
 * formulas of a person's own lines of which the base holds nothing else. `overridden`: the cells that are reset with them.
 * @returns `why`: what was left as it is
 */
function clearing(
  workspace: Workspace,
  overridden: readonly CellRef[],
  boxes: readonly Box[],
): { readonly change?: Change | undefined; readonly why?: Text | undefined } {
  const sheet = workspace.openModel;
  const { lines, periods } = sheet.model;
  if (boxes.every(({ right }) => right < VALUE_COLUMN)) return clearingNames(workspace, boxes);
  const edits = new Map(overridden.map((cell) => [cellKey(cell), { ...cell, content: undefined }]));
  for (const { line: row, column } of boxes.flatMap(placesOf)) {
    const [line, slot] = [lines[row], columnSlot(column, periods)];
    if (!line || slot === undefined || !isOwnLine(sheet.document, line)) continue;
    const cell = { scenario: workspace.scenarioId, line: line.id, slot };
    if (hasSlot(line, slot)) edits.set(cellKey(cell), { ...cell, content: undefined });
  }
  if (edits.size === 0) return {};
  return { change: settled(sheet, [...edits.values()], { clears: workspace.scenarioId === workspace.base.id }) };
}

function clearingNames(workspace: Workspace, boxes: readonly Box[]): ReturnType<typeof clearing> {
  let sheet = workspace.openModel;
  let why: Text | undefined;
  // From below, so that blank rows that fall away take no row with them.
  for (const { line: row, column } of boxes.flatMap(placesOf).reverse()) {
    const line = sheet.model.lines[row];
    if (!line) continue;
    const change =
      column === 0 ? setLabel(sheet, row, '') : isOwnLine(sheet.document, line) && setUnit(sheet, row, undefined);
    if (change === 'label') why = TYPING.label;
    else if (change && change.kind === 'structure')
      sheet = { ...sheet, model: { ...sheet.model, lines: change.parts.lines ?? sheet.model.lines } };
  }
  const { lines } = sheet.model;
  return { change: lines === workspace.model().lines ? undefined : { kind: 'structure', parts: { lines } }, why };
}
