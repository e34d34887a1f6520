import { type Input, type Line, type MeasuredLine, numbered } from '../model/line.ts';
import type { Unit } from '../model/units.ts';
import type { Change } from './change.ts';
import type { OpenModel } from './document.ts';
import { lastNumber } from './lineIds.ts';
import type { Steps } from './steps.ts';
import { isOwnLine, isUndecided, NO_UNIT } from './undecided.ts';

const both = (text: string) => ({ en: text, zh: text });

/** Lines that reach down to a row: what lies between is left blank, as rows of a sheet are. */
export function reachingTo(lines: readonly Line[], row: number): Line[] {
  const last = lastNumber(lines);
  const count = Math.max(0, row + 1 - lines.length);
  const blank = (i: number): Line => ({ kind: 'heading', id: numbered(last + 1 + i), label: both('') });
  return [...lines, ...Array.from({ length: count }, (_, i) => blank(i))];
}

const isBlank = (line: Line | undefined): boolean => line?.kind === 'heading' && line.label.en === '';

/** Lines without the blank ones behind the last that is not. */
function withoutBlankEnd({ document }: OpenModel, lines: readonly Line[]): readonly Line[] {
  const end = lines.findLastIndex((line) => !isBlank(line) || !isOwnLine(document, line));
  return lines.slice(0, end + 1);
}

const setLines = (lines: readonly Line[]): Change => ({ kind: 'structure', parts: { lines } });
const replaced = (lines: readonly Line[], at: number, line: Line): Line[] =>
  lines.map((old, i) => (i === at ? line : old));

/** An input of a person's own that holds nothing yet. */
export function emptyInput(line: Line, perPeriod: boolean, unit?: Unit): Input {
  const { id, label, note } = line;
  const measured = line.kind === 'heading' ? undefined : line;
  const decimals = unit === undefined || unit === measured?.unit ? measured?.decimals : undefined;
  return {
    kind: 'input',
    id,
    label,
    ...(note ? { note } : {}),
    unit: unit ?? measured?.unit ?? NO_UNIT,
    ...(decimals === undefined ? {} : { decimals }),
    ...(measured?.rollup ? { rollup: measured.rollup } : {}),
    ...(perPeriod ? { perPeriod, ...(measured?.step ? { step: measured.step } : {}) } : {}),
  };
}

/**
 * A name typed in the first column: another one for the line that stands there, else a line that has it and nothing else
 * yet. Undefined where nothing changes.
 * @returns `label` where a line that holds something would lose its name
 */
export function setLabel(sheet: OpenModel, row: number, text: string): Change | 'label' | undefined {
  const { lines } = sheet.model;
  const line = lines[row];
  if (!line && text === '') return undefined;
  if (line && text === '' && !(line.kind === 'heading' && isUndecided(sheet.document, line))) return 'label';
  const reaching = reachingTo(lines, row);
  const named = { ...(reaching[row] as Line), label: both(text) };
  return setLines(withoutBlankEnd(sheet, replaced(reaching, row, named)));
}

/** What of a line goes where its name or unit is emptied. */
export interface Emptied {
  readonly row: number;
  readonly of: 'label' | 'unit';
}

/**
 * Names of lines that hold nothing go, and units; in steps of one of them.
 * @returns the change, undefined where nothing changes; `isKept`: whether a line that holds something keeps its name
 */
export function* emptySteps(
  sheet: OpenModel,
  emptied: Iterable<Emptied>,
): Steps<{ readonly change: Change | undefined; readonly isKept: boolean }> {
  const lines = [...sheet.model.lines];
  let [isKept, isOther, isShorter] = [false, false, false];
  for (const { row, of } of emptied) {
    yield;
    const line = lines[row];
    if (!line) continue;
    if (of === 'unit') {
      if (line.kind === 'heading' || line.unit === NO_UNIT || !isOwnLine(sheet.document, line)) continue;
      const { decimals: _, ...rest } = line;
      lines[row] = { ...rest, unit: NO_UNIT };
      isOther = true;
    } else if (line.kind !== 'heading' || !isUndecided(sheet.document, line)) isKept = true;
    else {
      isShorter = true;
      if (line.label.en === '' && line.label.zh === '') continue;
      lines[row] = { ...line, label: both('') };
      isOther = true;
    }
  }
  const left = isShorter ? withoutBlankEnd(sheet, lines) : lines;
  return { change: isOther || left.length < lines.length ? setLines(left) : undefined, isKept };
}

/** A unit typed in the second column; undefined: none. The line that it makes holds nothing yet. */
export function setUnit(sheet: OpenModel, row: number, unit: Unit | undefined): Change | undefined {
  const reaching = reachingTo(sheet.model.lines, row);
  const line = reaching[row] as Line;
  if (line.kind === 'heading')
    return unit === undefined ? undefined : setLines(replaced(reaching, row, emptyInput(line, false, unit)));
  const { decimals: _, ...rest } = line;
  const wanted = unit ?? NO_UNIT;
  return line.unit === wanted
    ? undefined
    : setLines(replaced(reaching, row, { ...rest, unit: wanted } as MeasuredLine));
}
