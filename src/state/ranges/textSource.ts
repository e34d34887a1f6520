import type { Box, Place } from '../../document/selection.ts';
import { cellAt, type Layout } from '../../engine/layout.ts';
import { type BlockReading, readInUnit } from '../../io/reading/amounts.ts';
import { BlockSurvey, type Decision, type Doubt } from '../../io/reading/block.ts';
import { tsvRows } from '../../io/tsv.ts';
import { slotColumn, VALUE_COLUMN } from '../../model/address.ts';
import { type CellRef, type Content, isFormula, MAX_CELL_LENGTH } from '../../model/content.ts';
import type { Workspace } from '../document/workspace.ts';
import { entryFor } from '../sheet/entry.ts';
import { landingLines } from './clip.ts';
import type { Gesture } from './gesture.ts';
import { asLines, endOfNew, type Row, rowsSteps } from './newRows.ts';
import type { Incoming, PasteResult, PasteSource } from './pasteEdits.ts';
import type { Steps } from './slices.ts';
import { Unread } from './unread.ts';

/** What was assumed of a block, with what an example comes to and what it would by the other reading; undefined: a text. */
export interface Assumed extends Doubt {
  readonly now: number | undefined;
  readonly otherwise: number | undefined;
  readonly reading: BlockReading;
  /** How the block would be read otherwise. */
  readonly other: BlockReading;
}

/** What a person has to know of a paste. */
export interface PasteReport {
  /** How many numbers there were to read, and how many of them were not. */
  readonly all: number;
  readonly unread: number;
  /** How many of those are dates. */
  readonly dates: number;
  /** The first that were not read. */
  readonly cells: readonly CellRef[];
  readonly assumed: readonly Assumed[];
}

const turned = (reading: BlockReading, of: keyof BlockReading): BlockReading =>
  of === 'sign' ? { ...reading, sign: reading.sign === '.' ? ',' : '.' } : { ...reading, [of]: !reading[of] };

/** What a text brings, as a block of cells that is read as a whole. */
export class TextSource implements PasteSource {
  readonly height: number;
  readonly #unread = new Unread();

  constructor(
    readonly layout: Layout,
    readonly rows: readonly (readonly string[])[],
    readonly width: number,
    readonly decision: Decision,
  ) {
    this.height = rows.length;
  }

  at(line: number, column: number): Incoming | undefined {
    const text = this.rows[line]?.[column];
    return text === undefined ? undefined : { text, contentFor: (target, to) => this.#take(target, text, to) };
  }

  /** What a text is in a cell. What says what it is, by an apostrophe or as a formula, is that. */
  #take(target: CellRef, text: string, to: Place): Content | undefined {
    const line = this.layout.lines[this.layout.indexOf(target.line) ?? -1];
    const trimmed = text.trim();
    if (!line || line.kind === 'heading' || trimmed === '') return undefined;
    if (/^['=＝]/.test(trimmed)) {
      const content = entryFor({ layout: () => this.layout }, target, text);
      if (isFormula(content)) this.#unread.addNumber(to);
      return content;
    }
    const number = readInUnit(text, line.unit, this.decision.reading);
    if (number === undefined) this.#unread.addText(to);
    else this.#unread.addNumber(to);
    return number ?? { text };
  }

  /** What has to be told of it once it has landed; one cell is in sight and tells itself what it holds. */
  *report({ first, last }: PasteResult, { layout, scenario }: Gesture): Steps<PasteReport> {
    const { reading, doubts } = this.decision;
    const assumed = doubts.flatMap((doubt) => {
      const other = turned(reading, doubt.of);
      const [now, otherwise] = [reading, other].map((how) => readInUnit(doubt.text, doubt.unit, how));
      return now === otherwise ? [] : [{ ...doubt, reading, other, now, otherwise }];
    });
    const isAlone = this.height === 1 && this.width === 1;
    if (!first || !last || isAlone) return { all: 0, unread: 0, dates: 0, cells: [], assumed };
    const textAt = ({ line, column }: Place) =>
      this.rows[(line - first.line) % this.height]?.[(column - first.column) % this.width] ?? '';
    const { count, dates, places } = yield* this.#unread.find(first, last, textAt);
    const cells = places.flatMap(({ line, column }) => cellAt(layout, scenario, column, line) ?? []);
    return { all: this.#unread.numbers + count, unread: count, dates, cells, assumed };
  }
}

/** What the cells of a block say of how it is read, each in the line on which it lands. */
function* surveyOf(
  rows: readonly (readonly string[])[],
  width: number,
  { layout }: Gesture,
  boxes: readonly Box[],
): Steps<BlockSurvey> {
  const survey = new BlockSurvey();
  for (const { from, line: at, left } of landingLines(rows.length, width, boxes)) {
    const line = layout.lines[at];
    if (line && line.kind !== 'heading')
      // Labels and units are no numbers, whatever they look like; nor are texts that say so.
      for (const [i, cell] of rows[from]?.entries() ?? [])
        if (left + i >= VALUE_COLUMN && cell !== '' && !/^\s*['=＝]/.test(cell)) survey.add(cell, line.unit);
    yield;
  }
  return survey;
}

/**
 * A text from the clipboard as a source of a paste, in steps of a line.
 * @param chosen how a person said that it is to be read
 * @returns with the gesture that has the lines which it brings; `long` where a cell holds more than one may
 */
export function* textSource(
  workspace: Workspace,
  text: string,
  gesture: Gesture,
  chosen: Partial<BlockReading> = {},
): Steps<{ readonly source: TextSource; readonly gesture: Gesture } | 'long'> {
  const rows: string[][] = [];
  let width = 0;
  for (const row of tsvRows(text)) {
    if (row.some((cell) => cell.length > MAX_CELL_LENGTH)) return 'long';
    rows.push(row);
    width = Math.max(width, row.length);
    yield;
  }
  const isAlone = rows.length === 1 && width === 1;
  const landed = yield* landing(workspace, rows, width, gesture);
  const survey = yield* surveyOf(landed.rows, landed.width, landed.gesture, gesture.boxes);
  const source = new TextSource(landed.gesture.layout, landed.rows, landed.width, survey.decide(isAlone, chosen));
  return { source, gesture: landed.gesture };
}

interface Landed {
  readonly rows: readonly (readonly string[])[];
  readonly width: number;
  readonly gesture: Gesture;
}

/** Rows of a text as they land: in the first column below the last line they bring lines with their names. */
function* landing(
  workspace: Workspace,
  rows: readonly (readonly string[])[],
  width: number,
  gesture: Gesture,
): Steps<Landed> {
  const box = gesture.boxes.at(-1);
  const { lines, periods } = workspace.model();
  if (!box) return { rows, width, gesture };
  const hasNames = box.left === 0 && box.top >= lines.length;
  const placed = hasNames ? asLines(rows, width, periods) : rows;
  const across = placed.reduce((most, row) => Math.max(most, row.length), 0);
  const coming = new Map<number, Row>();
  const end = endOfNew(workspace, hasNames);
  for (const { from, line, left } of landingLines(placed.length, across, gesture.boxes))
    if (line < end) coming.set(line, (column) => placed[from]?.[column - left] ?? '');
  const lastColumn = slotColumn(periods.last, periods);
  const prepared = yield* rowsSteps(workspace, gesture, { rows: coming, hasNames }, lastColumn);
  return { rows: placed, width: across, gesture: prepared };
}
