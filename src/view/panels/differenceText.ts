import { ownContent } from '../../document/contents.ts';
import { bringing, type Difference } from '../../document/difference.ts';
import { MISSING } from '../../i18n/format.ts';
import type { LinkTexts } from '../../i18n/link.ts';
import type { Slot } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Linked } from '../../state/sharing/linked.ts';
import { differenceRows, notesAmong } from './differenceRows.ts';
import { contentText, type LinkWords } from './heldText.ts';

/** Marks that turn the direction of the text around them, and letters that are read from the right. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Somebody else's name within a sentence: it may run from right to left, and turns nothing beside it. */
export function isolated(name: string): string {
  const plain = name.replace(TURNS, '');
  return FROM_RIGHT.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** Differences that are told one by one; more of them are counted. */
const MOST = 100;

/** The first of many texts, and how many there are beside them. */
export interface Texts {
  readonly first: readonly string[];
  readonly more: number;
}

/** How many cells differ: those of inputs, and those that a model calculates. */
function countCells(differences: readonly Difference[]): { inputs: number; cells: number } {
  let [inputs, cells] = [0, 0];
  for (const one of differences) {
    if (one.kind !== 'cell' && one.kind !== 'cells') continue;
    const count = one.kind === 'cell' ? 1 : one.count;
    if (one.line.kind === 'input') inputs += count;
    else cells += count;
  }
  return { inputs, cells };
}

/** In what a link differs from its model, as parts of a sentence: "3 inputs", "1 new scenario with 2 inputs". */
export function partsOf({ differences, isReordered, is }: Linked, t: LinkTexts): string[] {
  let lines = 0;
  const { inputs, cells } = countCells(differences);
  const added = differences.flatMap((one) => (one.kind === 'scenariosAdded' ? one.scenarios : []));
  const brought = countCells(added.flatMap(bringing(is)));
  const notesOf = notesAmong(differences);
  const scenarios = new Set<string>();
  const rest: string[] = [];
  for (const one of differences) {
    if (one.kind === 'cell' || one.kind === 'cells' || one.kind === 'scenariosAdded') continue;
    if ('lines' in one) lines += one.lines.length;
    else if ('scenarios' in one) for (const { id } of one.scenarios) scenarios.add(id);
    else if (one.kind === 'scenarioRenamed') scenarios.add(one.is.id);
    else if (one.kind === 'scenarioNotes') {
      // A reason that comes with another value is no other thing.
      const { hasNote, hasColour, reasons } = notesOf(one.was, one.is);
      if (hasNote || hasColour || reasons.length > 0) scenarios.add(one.is.id);
    } else rest.push(t.parts[one.kind]);
  }
  return [
    ...(inputs > 0 ? [t.parts.inputs(inputs)] : []),
    ...(cells > 0 ? [t.parts.cells(cells)] : []),
    ...(scenarios.size > 0 ? [t.parts.scenarios(scenarios.size)] : []),
    ...(added.length > 0 ? [t.parts.newScenarios(added.length, brought.inputs, brought.cells)] : []),
    ...(isReordered ? [t.parts.scenariosMoved] : []),
    ...(lines > 0 ? [t.parts.lines(lines)] : []),
    ...rest,
  ];
}

/** Every difference of a link from its model, and what its new scenarios bring, each in a line of text. */
export function differenceTexts(linked: Linked, words: LinkWords): Texts {
  const rows = differenceRows(linked, words);
  const first = rows.slice(0, MOST).map((row) => row());
  return { first, more: rows.length - first.length };
}

/** What a line of an older version of a model came to, and what it comes to today. */
export function changeTexts({ was, since = [] }: Linked, words: LinkWords): Texts {
  const { document } = was;
  const text = (line: Line | undefined): string => {
    if (!line) return MISSING;
    const { periods } = was.model;
    const slots: readonly Slot[] = ['value', periods.last];
    const slot = slots.find((one) => ownContent(line, one, periods) !== undefined) ?? 'value';
    const cell = { scenario: document.view.scenario, line: line.id, slot };
    return contentText(was, cell, line, ownContent(line, slot, periods), words);
  };
  const first = since.slice(0, MOST).map((pair) => {
    const line = pair.is ?? pair.was;
    return line ? words.t.list.change(words.say(line.label), text(pair.was), text(pair.is)) : MISSING;
  });
  return { first, more: since.length - first.length };
}
