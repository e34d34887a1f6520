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

/** A content as it would be typed: a number with all its digits, a formula in the addresses of its sheet. */
function contentText(sheet: Sheet, cell: CellRef, line: Line, content: Content | undefined, t: LinkTexts): string {
  if (content === undefined || content === 'model' || line.kind === 'heading') return MISSING;
  if (typeof content === 'number') return editableNumber(content, line.unit);
  if (!isFormula(content)) return t.list.text(content.text);
  const { model, document } = sheet;
  return layOut(createLayout(model.lines, model.periods, document.scenarios), content.formula, cell, true);
}

/** What a cell of a sheet comes to hold: its override, the base's, or what its line has. */
function heldText({ document, model }: Sheet, cell: CellRef, t: LinkTexts): string {
  const line = model.lines.find(({ id }) => id === cell.line);
  if (!line) return MISSING;
  const lookUp = (scenario: string, id: string, slot: Slot) => overrideAt(document, { scenario, line: id, slot });
  const { content } = effective(lookUp, document.scenarios[0]?.id ?? '', line, cell, model.periods);
  return contentText({ document, model }, cell, line, content, t);
}

function differenceLines(one: Difference, { was, is }: Linked, { t, say }: Words): string[] {
  const { list } = t;
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
      return [list.cell(say(scenario.name), name, heldText(was, cell, t), heldText(is, cell, t))];
    }
    default:
      return [list[one.kind]];
  }
}

/** Every difference of a link from its model, the cells last, each in a line of text. */
export const differenceTexts = (linked: Linked, words: Words): string[] => [
  ...(linked.isReordered ? [words.t.list.scenariosMoved] : []),
  ...linked.differences.flatMap((one) => differenceLines(one, linked, words)),
];

/** What a line of an older version of a model came to, and what it comes to today. */
export function changeTexts({ was, since = [] }: Linked, { t, say }: Words): string[] {
  const { document } = was;
  const text = (line: Line | undefined): string => {
    if (!line) return MISSING;
    const { periods } = was.model;
    const slots: readonly Slot[] = ['value', periods.last];
    const slot = slots.find((one) => ownContent(line, one, periods) !== undefined) ?? 'value';
    const cell = { scenario: document.view.scenario, line: line.id, slot };
    return contentText(was, cell, line, ownContent(line, slot, periods), t);
  };
  return since.map((pair) => {
    const line = pair.is ?? pair.was;
    return line ? t.list.change(say(line.label), text(pair.was), text(pair.is)) : MISSING;
  });
}
