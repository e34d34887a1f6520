import type { CellEdit, Change } from '../../document/change.ts';
import { overrideAt } from '../../document/document.ts';
import { setFormula } from '../../document/lineFormula.ts';
import { idAt } from '../../document/lineIds.ts';
import { at, type Box, type Place } from '../../document/selection.ts';
import { type Entries, settled, settledSteps } from '../../document/settled.ts';
import { atOnce, type Steps } from '../../document/steps.ts';
import { type Emptied, emptySteps, setLabel, setUnit } from '../../document/typing.ts';
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
  readonly draft: () => Draft | undefined;
  readonly say: (text: Text) => string;
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

/**
 * Takes a draft that had to wait for this. Where it is refused it is given back with the reason; who types elsewhere by
 * then is told.
 * @param id the line at which it was typed, if there was one
 */
export function takeLate(typist: Typist, draft: Draft, id: string | undefined): void {
  const { workspace } = typist;
  const line = id === undefined ? draft.place.line : (workspace.layout().indexOf(id) ?? -1);
  if (line < 0) {
    tellLost(typist, draft);
    return;
  }
  const late = { ...draft, place: { ...draft.place, line } };
  const change = changeOf(workspace, late);
  const scenario = draft.cell?.scenario ?? workspace.scenarioId;
  const selection = { ...at(late.place), scenario };
  if (!change || (!('text' in change) && workspace.gateway.dispatch({ event: 'edit', change, selection }))) return;
  if (typist.draft()) {
    tellLost(typist, draft);
    return;
  }
  typist.select(late.place);
  typist.resume(late);
  if ('text' in change) typist.refuse({ kind: 'said', text: change.text });
}

/** Tells that an entry, or a Delete, came to nothing: its document or its line went before it was taken. */
export function tellLost({ workspace, say }: Typist, draft?: Draft): void {
  const text = draft?.text.replace(/\s+/g, ' ').trim() ?? '';
  const brief = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  const told = draft ? { en: TYPING.lost.en(brief), zh: TYPING.lost.zh(brief) } : TYPING.notEmptied;
  workspace.say(() => say(told));
}

/** Empties what is selected, as `clearingSteps` says. @returns whether something was emptied */
export function clear(typist: Typist, selected: Cleared): boolean {
  const { change, why } = atOnce(clearingSteps(typist.workspace, selected));
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

/** What Delete is asked to empty. */
export interface Cleared {
  readonly scenario: string;
  /** The cells that are reset. */
  readonly overridden: Iterable<CellRef>;
  readonly boxes: readonly Box[];
}

/** What Delete comes to: names and units that go, or cells that are emptied. `why`: what was left as it is. */
export interface Clearing {
  readonly change?: Change | undefined;
  readonly why?: Text | undefined;
}

/** From below, so that blank rows that fall away take no row with them. */
function* namesFrom(boxes: readonly Box[], lines: number): Generator<Emptied> {
  for (const { top, bottom, left, right } of boxes.toReversed())
    for (let row = Math.min(bottom, lines - 1); row >= top; row--)
      for (let column = right; column >= left; column--) yield { row, of: column === 0 ? 'label' : 'unit' };
}

/** Cells of lines that compute, which are a person's own: what they say themselves can go. */
function* computedCells(workspace: Workspace, { scenario, boxes }: Cleared): Generator<CellRef | undefined> {
  const { document, model } = workspace.openModel;
  for (const { top, bottom, left, right } of boxes)
    for (let row = top; row <= Math.min(bottom, model.lines.length - 1); row++) {
      const line = model.lines[row];
      yield undefined;
      if (!line || (line.kind !== 'series' && line.kind !== 'result') || !isOwnLine(document, line)) continue;
      for (let column = Math.max(left, VALUE_COLUMN); column <= right; column++) {
        const slot = columnSlot(column, model.periods);
        if (slot !== undefined && hasSlot(line, slot, model.periods)) yield { scenario, line: line.id, slot };
      }
    }
}

/** The cells of which Delete empties something, as edits, in steps of a cell. */
export function* clearedCells(workspace: Workspace, selected: Cleared): Steps<CellEdit[]> {
  const edits = new Map<string, CellEdit>();
  const add = (cell: CellRef) => edits.set(cellKey(cell), { ...cell, content: undefined });
  for (const cell of selected.overridden) {
    add(cell);
    yield;
  }
  if (selected.scenario === workspace.base.id)
    for (const cell of computedCells(workspace, selected)) {
      if (cell) add(cell);
      yield;
    }
  return [...edits.values()];
}

/** Whether Delete is of names and units alone. */
export const areNames = (boxes: readonly Box[]): boolean => boxes.every(({ right }) => right < VALUE_COLUMN);

/** Names of lines that hold nothing go, and units, in steps of one of them. */
export function* namesSteps(workspace: Workspace, boxes: readonly Box[]): Steps<Clearing> {
  const sheet = workspace.openModel;
  const { change, isKept } = yield* emptySteps(sheet, namesFrom(boxes, sheet.model.lines.length));
  return { change, why: isKept ? TYPING.label : undefined };
}

/**
 * What Delete does where more is selected than overrides: names of lines that hold nothing go, units go, and so do the
 * formulas of a person's own lines of which the base holds nothing else. In steps.
 */
function* clearingSteps(workspace: Workspace, selected: Cleared): Steps<Clearing> {
  const { scenario, boxes } = selected;
  if (areNames(boxes)) return yield* namesSteps(workspace, boxes);
  const edits = yield* clearedCells(workspace, selected);
  if (edits.length === 0) return {};
  const change = yield* settledSteps(workspace.openModel, edits, { clears: scenario === workspace.base.id });
  // Of lines whose formula stays, only what was typed over it goes.
  if (change.kind !== 'cells') return { change };
  const held = change.edits.filter((cell) => overrideAt(workspace.document(), cell) !== undefined);
  return held.length > 0 ? { change: { kind: 'cells', edits: held } } : {};
}
