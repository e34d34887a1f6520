import { isFilledIn, isOwnIn } from '../../document/contents.ts';
import { shownDecimals } from '../../document/entry.ts';
import type { CellNote, ErrorCode } from '../../engine/port.ts';
import type { Row } from '../../engine/rowValues.ts';
import { formatCell, MISSING } from '../../i18n/format.ts';
import { ownOrdinal } from '../../model/coarse.ts';
import { type CellRef, type Content, isFormula, type Slot, sameCell } from '../../model/content.ts';
import type { Figure } from '../../model/figure.ts';
import type { InputRange, Line, MeasuredLine, Series } from '../../model/line.ts';
import { isOneOf, placeOf, slotInText, stepOf } from '../../model/periods.ts';
import { isKnownUnit } from '../../model/units.ts';
import type { WithWorkspace, Workspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import { type HeldText, heldPair, toldNumber } from './told.ts';

/** The five kinds of number. */
export type Mark = 'fact' | 'target' | 'assumption' | 'derived' | 'edited';

/** What is wrong with a cell, or what has to be said of it. */
export type CellProblem =
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly root?: CellRef; readonly detail?: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'range'; readonly range: InputRange };

/** The figure from which an input takes its value. */
export function figureOf(workspace: Workspace, line: Line | undefined): Figure | undefined {
  return line?.kind === 'input' && line.figure ? workspace.figures().get(line.figure) : undefined;
}

/**
 * What kind of number a line ships with, in a cell or as a whole. Of a person's own, only what has a source is a fact: a
 * figure, or the note of what was imported, which tells of nothing that is still to come.
 */
export function lineMark(workspace: Workspace, line: Line, slot?: Slot): Mark {
  if (line.kind !== 'input' || isComputed(workspace, line, slot)) return 'derived';
  if (line.range || (workspace.isOwn(line) && !line.figure && !(line.perPeriod && line.note))) return 'assumption';
  if (!line.figure && line.perPeriod && isForecast(workspace, slot)) return 'assumption';
  return figureOf(workspace, line)?.kind === 'target' ? 'target' : 'fact';
}

const refers = (content: Content | undefined): boolean => isFormula(content) && content.formula.includes('{');

/** Whether an input, which is what the base holds in it, holds a formula of other lines in a cell; as a whole, in most of them. */
function isComputed(workspace: Workspace, line: Line, slot: Slot | undefined): boolean {
  const held = isFilledIn(line) ? workspace.base.overrides[line.id] : undefined;
  if (!held || slot !== undefined) return refers(held?.[slot ?? 'value']);
  const all = Object.values(held);
  return all.filter(refers).length * 2 > all.length;
}

/** Whether a period of a model of a person's own lies behind its boundary; of all of them, the last one. */
function isForecast(workspace: Workspace, slot: Slot = workspace.model().periods.last): boolean {
  return !!workspace.own() && slot !== 'value' && slot > workspace.model().observedUntil;
}

/** Whether a cell is overridden; in the base by another than its line's own content. */
export const isSet = (workspace: Workspace, cell: CellRef): boolean =>
  workspace.effective(cell).from === 'override' &&
  !(cell.scenario === workspace.base.id && isOwnIn(workspace.line(cell.line), cell.slot));

/** The kind of a cell: edited where its scenario overrides it, a fact where it is typed as actual, else that of its line. */
export function cellMark(workspace: Workspace, cell: CellRef): Mark | undefined {
  const line = workspace.line(cell.line);
  if (!line || line.kind === 'heading') return undefined;
  if (isSet(workspace, cell)) return 'edited';
  if (line.kind !== 'series' || !isTypedIn(workspace, line, cell.slot)) return lineMark(workspace, line, cell.slot);
  // What its formula starts from may still be to come.
  return isForecast(workspace, cell.slot) ? 'assumption' : 'fact';
}

/** Whether what a series holds in a cell of its own is typed in place of its formula. */
function isTypedIn(workspace: Workspace, line: Series, slot: Slot): boolean {
  const held = isOwnIn(line, slot) ? workspace.base.overrides[line.id]?.[slot] : line.values?.[slot];
  return held !== undefined && !refers(held);
}

/** A derived line of numbers: what an analysis can be asked about. */
export const isResult = (line: Line | undefined): line is Extract<Line, { kind: 'series' | 'result' }> =>
  (line?.kind === 'series' || line?.kind === 'result') && line.unit !== 'check';

/** The place of a slot in a row of values; -1 for a year outside of the periods. */
export function slotIndex({ slot }: Pick<CellRef, 'slot'>, workspace: Workspace): number {
  if (slot === 'value') return 0;
  const { periods } = workspace.model();
  return isOneOf(slot, periods) ? 1 + placeOf(slot, periods) : -1;
}

export const numberIn = (row: Row | undefined, index: number): number | undefined => {
  const value = row?.values[index];
  return value === undefined || Number.isNaN(value) ? undefined : value;
};

/** What has to be said of a cell; undefined where all is well. */
export function cellProblem(workspace: Workspace, cell: CellRef, row: Row | undefined): CellProblem | undefined {
  const line = workspace.line(cell.line);
  if (!line || line.kind === 'heading' || !row) return undefined;
  const index = slotIndex(cell, workspace);
  const note = row.notes.get(index);
  if (note?.kind === 'error') {
    const root = sameCell(note.root, cell) ? undefined : note.root;
    return {
      kind: 'error',
      code: note.code,
      ...(root ? { root } : {}),
      ...(note.detail ? { detail: note.detail } : {}),
    };
  }
  if (note?.kind === 'text' && !isFormula(workspace.effective(cell).content)) return { kind: 'text' };
  const value = numberIn(row, index);
  const range = line.kind === 'input' ? line.range : undefined;
  if (range && value !== undefined && (value < range.low || value > range.high)) return { kind: 'range', range };
  return undefined;
}

export const ERROR_SIGNS: Readonly<Record<ErrorCode, string>> = {
  div0: '#DIV/0!',
  na: '#N/A',
  name: '#NAME?',
  num: '#NUM!',
  ref: '#REF!',
  value: '#VALUE!',
  cycle: '#CYCLE!',
  parse: '#ERROR!',
  array: '#SPILL!',
  complex: '#LIMIT!',
  long: '#VALUE!',
  indirect: '#REF!',
  outside: '#REF!',
  arguments: '#N/A',
  volatile: '#NAME?',
  unloaded: '#WAIT!',
  limit: '#LIMIT!',
};

const noteText = (note: CellNote | undefined): string => {
  if (note?.kind === 'error') return ERROR_SIGNS[note.code];
  return note?.kind === 'text' ? note.text : '';
};

const inRow = new WeakMap<Row, number>();

/** Decimals in a row: what is typed in a line of inputs goes for all of it, in a line of formulas for its cell. */
function decimalsIn(line: MeasuredLine, row: Row, typed: Content | undefined): number {
  if (line.kind !== 'input' || line.decimals !== undefined) return shownDecimals(line, typed);
  const known = inRow.get(row);
  if (known !== undefined) return known;
  const decimals = isKnownUnit(line.unit) ? shownDecimals(line) : shownDecimals(line, ...row.values);
  inRow.set(row, decimals);
  return decimals;
}

/** What a cell shows: its number in the line's form, its text, its error, or nothing. */
export function cellText({ t, lang }: Words, line: Line, row: Row | undefined, index: number, typed?: Content): string {
  if (line.kind === 'heading' || !row) return '';
  const value = numberIn(row, index);
  if (value === undefined) {
    const note = row.notes.get(index);
    return note === undefined && line.kind !== 'input' ? MISSING : noteText(note);
  }
  if (line.unit === 'check') return value === 0 ? t().sheet.ok : t().sheet.flagged;
  return formatCell(value, line.unit, lang(), decimalsIn(line, row, typed));
}

/** The same outside of the sheet: with its unit behind it. */
export function toldCell(words: Words, line: Line, row: Row | undefined, index: number, typed?: Content): HeldText {
  const value = row && numberIn(row, index);
  if (line.kind === 'heading' || line.unit === 'check' || !row || value === undefined)
    return { text: cellText(words, line, row, index, typed), unit: '' };
  return toldNumber(value, line.unit, words.lang(), decimalsIn(line, row, typed));
}

/** A problem in a sentence; the cell in which it began is told apart, as a jump. */
export function problemSentence({ t, lang }: Words, problem: CellProblem, line: Line): string {
  const texts = t().problems;
  if (problem.kind === 'text') return texts.text;
  if (problem.kind === 'range') {
    const unit = line.kind === 'heading' ? 'index' : line.unit;
    return t().assumptions.outside(...heldPair([problem.range.low, problem.range.high], { unit }, lang()));
  }
  if (problem.code === 'name') return problem.detail ? texts.name(problem.detail) : texts.nameUnknown;
  return texts[problem.code];
}

/** A line in words. */
export function lineName({ workspace, say }: WithWorkspace & Words, id: string): string {
  const line = workspace.line(id);
  return line ? say(line.label) : id;
}

/** What a period is called: "Year", "Month". */
export const stepName = ({ workspace, t }: WithWorkspace & Words): string =>
  t().chart.steps[stepOf(workspace.model().periods)];

/** A cell in words: "Industry scale, 2025", 2025年产业规模. */
export function cellName(app: WithWorkspace & Words, { line, slot }: CellRef): string {
  if (slot === 'value') return lineName(app, line);
  const { periods } = app.workspace.model();
  const found = app.workspace.line(line);
  // A longer period by its own name.
  const own = isOneOf(slot, periods) ? ownOrdinal(found, slot, periods) : slot;
  return app.t().sheet.cell(lineName(app, line), slotInText(own, app.lang()));
}

/** A scenario in words. */
export const scenarioName = ({ workspace, say }: WithWorkspace & Words, id: string): string =>
  say(workspace.scenarioNames().find((scenario) => scenario.id === id)?.name ?? id);
