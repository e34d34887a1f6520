import type { Difference } from '../../document/difference.ts';
import { overrideAt } from '../../document/document.ts';
import { editableNumber } from '../../document/entry.ts';
import type { Sheet } from '../../document/lineFormula.ts';
import { effective, ownContent } from '../../engine/contents.ts';
import { createLayout, layOut } from '../../engine/layout.ts';
import { MISSING } from '../../i18n/format.ts';
import type { LinkTexts } from '../../i18n/link.ts';
import { type CellRef, type Content, isFormula, type Slot } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Periods } from '../../model/model.ts';
import type { App } from '../../state/app.ts';
import type { Linked } from '../../state/linked.ts';

interface Words {
  readonly t: LinkTexts;
  readonly say: App['say'];
}

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

const years = ({ first, last }: Periods): string => `${first}–${last}`;

/** In what a link differs from its model, as parts of a sentence: "3 inputs", "1 scenario". */
export function partsOf({ differences, isReordered }: Linked, t: LinkTexts): string[] {
  let [inputs, cells, lines] = [0, 0, 0];
  const scenarios = new Set<string>();
  const rest: string[] = [];
  for (const one of differences) {
    if (one.kind === 'cell' || one.kind === 'cells') {
      const count = one.kind === 'cell' ? 1 : one.count;
      if (one.line.kind === 'input') inputs += count;
      else cells += count;
    } else if ('lines' in one) lines += one.lines.length;
    else if ('scenarios' in one) for (const { id } of one.scenarios) scenarios.add(id);
    else if (one.kind === 'scenarioRenamed' || one.kind === 'scenarioNotes') scenarios.add(one.is.id);
    else rest.push(t.parts[one.kind]);
  }
  return [
    ...(inputs > 0 ? [t.parts.inputs(inputs)] : []),
    ...(cells > 0 ? [t.parts.cells(cells)] : []),
    ...(scenarios.size > 0 ? [t.parts.scenarios(scenarios.size)] : []),
    ...(isReordered ? [t.parts.scenariosMoved] : []),
    ...(lines > 0 ? [t.parts.lines(lines)] : []),
    ...rest,
  ];
}

/** Characters of a text or a formula that are shown. */
const SHOWN = 80;
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** A content as it would be typed: a number with all its digits, a formula in the addresses of its sheet. */
function contentText(sheet: Sheet, cell: CellRef, line: Line, content: Content | undefined, { t, say }: Words): string {
  if (content === undefined || content === 'model' || line.kind === 'heading') return MISSING;
  if (typeof content === 'number') return editableNumber(content, line.unit);
  if (!isFormula(content)) return t.list.text(say(shortened(content.text)));
  const { model, document } = sheet;
  const layout = createLayout(model.lines, model.periods, document.scenarios);
  return say(shortened(layOut(layout, content.formula, cell, true)));
}

/** What a cell of a sheet comes to hold: its override, the base's, or what its line has. */
function heldText({ document, model }: Sheet, cell: CellRef, words: Words): string {
  const line = model.lines.find(({ id }) => id === cell.line);
  if (!line) return MISSING;
  const lookUp = (scenario: string, id: string, slot: Slot) => overrideAt(document, { scenario, line: id, slot });
  const { content } = effective(lookUp, document.scenarios[0]?.id ?? '', line, cell, model.periods);
  return contentText({ document, model }, cell, line, content, words);
}

function differenceLines(one: Difference, { was, is }: Linked, words: Words): string[] {
  const { say } = words;
  const { list } = words.t;
  switch (one.kind) {
    case 'linesAdded':
      return one.lines.map(({ label }) => list.lineAdded(say(label)));
    case 'linesGone':
      return one.lines.map(({ label }) => list.lineGone(say(label)));
    case 'linesChanged':
      return one.lines.map(({ label }) => list.lineChanged(say(label)));
    case 'periods':
      return [list.periods(years(one.was), years(one.is))];
    case 'scenariosAdded':
      return one.scenarios.map(({ name }) => list.scenarioAdded(say(name)));
    case 'scenariosGone':
      return one.scenarios.map(({ name }) => list.scenarioGone(say(name)));
    case 'scenarioRenamed':
      return [list.scenarioRenamed(say(one.was.name), say(one.is.name))];
    case 'scenarioNotes':
      return [list.scenarioNotes(say(one.is.name))];
    case 'cells':
      return [list.cells(say(one.scenario.name), say(one.line.label), one.count)];
    case 'cell': {
      const { scenario, line, slot } = one;
      const cell = { scenario: scenario.id, line: line.id, slot };
      const name = slot === 'value' ? say(line.label) : list.cellName(say(line.label), slot);
      return [list.cell(say(scenario.name), name, heldText(was, cell, words), heldText(is, cell, words))];
    }
    default:
      return [list[one.kind]];
  }
}

const countOf = (one: Difference): number =>
  'lines' in one ? one.lines.length : 'scenarios' in one ? one.scenarios.length : 1;

/** Every difference of a link from its model, the cells last, each in a line of text. */
export function differenceTexts(linked: Linked, words: Words): Texts {
  const moved = linked.isReordered ? [words.t.list.scenariosMoved] : [];
  const told = linked.differences.slice(0, MOST).flatMap((one) => differenceLines(one, linked, words));
  const all = linked.differences.reduce((sum, one) => sum + countOf(one), moved.length);
  const first = [...moved, ...told].slice(0, MOST);
  return { first, more: all - first.length };
}

/** What a line of an older version of a model came to, and what it comes to today. */
export function changeTexts({ was, since = [] }: Linked, words: Words): Texts {
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
