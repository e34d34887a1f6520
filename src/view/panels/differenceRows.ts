import { bringing, type Difference, emptied, sameData } from '../../document/difference.ts';
import type { OpenModel, Scenario } from '../../document/document.ts';
import { periodsInText } from '../../model/axis.ts';
import type { CellRef } from '../../model/content.ts';
import { cellKey } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import { slotInText, slotName } from '../../model/periods.ts';
import type { Linked } from '../../state/sharing/linked.ts';
import { heldText, type LinkWords, proseText } from './heldText.ts';

/** The differences of a link, with what each new scenario brings behind it. */
function opened({ differences, is }: Linked): Difference[] {
  const broughtBy = bringing(is);
  return differences.flatMap((one) =>
    one.kind === 'scenariosAdded'
      ? one.scenarios.flatMap((scenario) => [{ ...one, scenarios: [scenario] }, ...broughtBy(scenario)])
      : [one],
  );
}

/** What a scenario of a link differs from: a new one from what it would inherit in the link itself. */
function groundOf(id: string, { was, is }: Linked): OpenModel {
  if (was.document.scenarios.some((one) => one.id === id)) return was;
  const scenarios = is.document.scenarios.map((one) => (one.id === id ? emptied(one) : one));
  return { ...is, document: { ...is.document, scenarios } };
}

const reasonAt = ({ reasons = {} }: Scenario, { line, slot }: CellRef): string | undefined => reasons[line]?.[slot];

/** The cells for which a scenario gives another reason than it gave. */
function newReasons({ reasons: then = {} }: Scenario, { id, reasons: now = {} }: Scenario): CellRef[] {
  const keys = (a: object = {}, b: object = {}) => [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys(now, then).flatMap((line) =>
    keys(now[line], then[line])
      .filter((slot) => now[line]?.[slot] !== then[line]?.[slot])
      .map((slot) => ({ scenario: id, line, slot: slot === 'value' ? slot : Number(slot) })),
  );
}

type CellDifference = Extract<Difference, { kind: 'cell' }>;
const cellOf = ({ scenario, line, slot }: CellDifference): CellRef => ({ scenario: scenario.id, line: line.id, slot });

/** What is said of a scenario beside its cells. */
interface Notes {
  readonly hasNote: boolean;
  readonly hasColour: boolean;
  /** Those that are not told with their cells, since these are as they were or only counted. */
  readonly reasons: readonly CellRef[];
}

/** Reads what else a scenario differs in, among all the differences that are told. */
export function notesAmong(all: readonly Difference[]): (was: Scenario, is: Scenario) => Notes {
  const told = all.filter((one) => one.kind === 'cell').filter((one) => reasonAt(one.scenario, cellOf(one)));
  const cells = new Set(told.map(cellOf).map(cellKey));
  return (was, is) => ({
    hasNote: !sameData(was.note, is.note),
    hasColour: was.colour !== is.colour,
    reasons: newReasons(was, is).filter((cell) => !cells.has(cellKey(cell))),
  });
}

/** Makes a line of text where it is shown: of thousands the first hundred are. */
type Row = () => string;

/** Every difference of a link from its model in lines of text, the cells last. */
export function differenceRows(linked: Linked, words: LinkWords): Row[] {
  const { say, t } = words;
  const { list } = t;
  const differences = opened(linked);
  const sheets = [linked.was, linked.is];
  const labels = new Map(sheets.flatMap(({ model }) => model.lines.map(({ id, label }) => [id, label])));
  const notesOf = notesAmong(differences);

  const cellName = ({ line, slot }: CellRef): string => {
    const label = say(labels.get(line) ?? line);
    return slot === 'value' ? label : list.cellName(label, slotName(slot, words.lang()));
  };
  const notes = (was: Scenario, is: Scenario): Row[] => {
    const { hasNote, hasColour, reasons } = notesOf(was, is);
    return [
      ...(hasNote ? [() => list.scenarioNote(say(is.name), proseText(is.note, words))] : []),
      ...(hasColour ? [() => list.scenarioColour(say(is.name))] : []),
      ...reasons.map((cell) => () => list.reason(say(is.name), cellName(cell), proseText(reasonAt(is, cell), words))),
    ];
  };
  const cellText = (one: CellDifference): string => {
    const cell = cellOf(one);
    const [then, now] = [groundOf(cell.scenario, linked), linked.is].map((sheet) => heldText(sheet, cell, words));
    const row = list.cell(say(one.scenario.name), cellName(cell), then ?? '', now ?? '');
    const reason = reasonAt(one.scenario, cell);
    return reason ? list.because(row, proseText(reason, words)) : row;
  };
  type Told = (name: string) => string;
  const ofLines = (lines: readonly Line[], told: Told) => lines.map((line) => () => told(say(line.label)));
  const ofScenarios = (scenarios: readonly Scenario[], told: Told) => scenarios.map((one) => () => told(say(one.name)));
  const rows = (one: Difference): Row[] => {
    switch (one.kind) {
      case 'linesAdded':
        return ofLines(one.lines, list.lineAdded);
      case 'linesGone':
        return ofLines(one.lines, list.lineGone);
      case 'linesChanged':
        return ofLines(one.lines, list.lineChanged);
      case 'periods':
        return [() => list.periods(periodsInText(one.was, words.lang()), periodsInText(one.is, words.lang()))];
      case 'boundary':
        return [() => list.boundary(slotInText(one.was, words.lang()), slotInText(one.is, words.lang()))];
      case 'scenariosAdded':
        return ofScenarios(one.scenarios, list.scenarioAdded);
      case 'scenariosGone':
        return ofScenarios(one.scenarios, list.scenarioGone);
      case 'scenarioRenamed':
        return [() => list.scenarioRenamed(say(one.was.name), say(one.is.name))];
      case 'scenarioNotes':
        return notes(one.was, one.is);
      case 'cells':
        return [() => list.cells(say(one.scenario.name), say(one.line.label), one.count)];
      case 'cell':
        return [() => cellText(one)];
      default:
        return [() => list[one.kind]];
    }
  };
  return [...(linked.isReordered ? [() => list.scenariosMoved] : []), ...differences.flatMap(rows)];
}
