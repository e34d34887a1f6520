import { type CellRef, isFormula } from '../model/content.ts';
import { tryParse } from '../model/notation.ts';
import type { Change } from './change.ts';
import type { Document, OpenModel, Scenario } from './document.ts';
import { colourAt, LOOKS } from './looks.ts';
import { ownFormulas } from './ownFormulas.ts';
import {
  edited,
  find,
  inTheirColours,
  isBase,
  MOST_SCENARIOS,
  PROSE,
  start,
  structure,
  without,
} from './scenarioList.ts';

/** Ceiling of a name, in UTF-16 units, as the schema of documents has it. */
const NAME = 200;

type Name = Scenario['name'];

/** A name as it is kept: without spaces around it. Empty where nothing is left. */
const kept = (name: string): string => start(name.trim(), NAME).trim();

const sameName = (a: Name, b: Name): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a === b : a.en === b.en && a.zh === b.zh;

/** A name with its number behind it, in the brackets of its script. */
function numbered(name: string, n: number): string {
  const suffix = /[\u2e80-\u9fff\uff00-\uffef]$/.test(name) ? `（${n}）` : ` (${n})`;
  return start(name, NAME - suffix.length) + suffix;
}

/** The name as it is where no scenario bears it, else the first that is free: “Base (2)”. */
export function freeName(scenarios: readonly Scenario[], name: Name): Name {
  const bare = (text: string) => text.replace(/ ?[(（]\d{1,4}[)）]$/, '') || text;
  const nth = (n: number): Name =>
    typeof name === 'string'
      ? numbered(bare(name), n)
      : { en: numbered(bare(name.en), n), zh: numbered(bare(name.zh), n) };
  let free = name;
  for (let n = 2; scenarios.some((scenario) => sameName(scenario.name, free)); n++) free = nth(n);
  return free;
}

/** The formulas that a document holds: those of its lines, then those that scenarios hold in cells. */
function* formulasOf({ document, model }: OpenModel): Generator<{ formula: string; line: string; cell?: CellRef }> {
  for (const line of model.lines) {
    if (line.kind !== 'series' && line.kind !== 'result') continue;
    yield { formula: line.formula, line: line.id };
    if (line.kind === 'series' && line.first !== undefined) yield { formula: line.first, line: line.id };
  }
  for (const { scenario, line, slot, content } of ownFormulas(document))
    if (isFormula(content)) yield { formula: content.formula, line, cell: { scenario, line, slot } };
}

/** The scenarios that a formula names; what does not follow the notation names none. */
function scenariosIn(formula: string): string[] {
  if (!formula.includes('!')) return [];
  return (tryParse(formula) ?? []).flatMap((part) =>
    'ref' in part && (part.ref.kind === 'line' || part.ref.kind === 'children') && part.ref.scenario !== undefined
      ? [part.ref.scenario]
      : [],
  );
}

/**
 * An id for a new scenario: never derived from its name, and never one that was given before, as far as is known: by
 * the document, by its formulas, which may still name one that was deleted, and by `seen`.
 */
export function freshScenarioId(sheet: OpenModel, seen: Iterable<string> = []): string {
  let last = 0;
  const count = (id: string) => {
    last = Math.max(last, Number(/^s(\d{1,9})$/.exec(id)?.[1] ?? 0));
  };
  for (const { id } of sheet.document.scenarios) count(id);
  for (const id of seen) count(id);
  for (const { formula } of formulasOf(sheet)) for (const id of scenariosIn(formula)) count(id);
  return `s${last + 1}`;
}

/** The first colour that no scenario has; where all are taken, that of the place. */
function freeColour(scenarios: readonly Scenario[]): number {
  const taken = new Set(scenarios.map(colourAt));
  const all = Array.from({ length: LOOKS }, (_, i) => i + 1);
  return all.find((colour) => !taken.has(colour)) ?? colourAt({}, scenarios.length);
}

function added(document: Document, at: number, scenario: Scenario): Change {
  const { scenarios } = document;
  const coloured = { ...scenario, colour: freeColour(scenarios) };
  return structure(inTheirColours(scenarios, [...scenarios.slice(0, at), coloured, ...scenarios.slice(at)]));
}

/** What a copy of a scenario holds; a copy of the base holds nothing, since it inherits all. */
function copied(document: Document, { id, overrides, reasons }: Scenario): Pick<Scenario, 'overrides' | 'reasons'> {
  if (isBase(document, id)) return { overrides: {} };
  return reasons ? { overrides, reasons } : { overrides };
}

const isFull = ({ scenarios }: Document): boolean => scenarios.length >= MOST_SCENARIOS;

/**
 * A new scenario behind the others: with no overrides, or with those of `from`. None where there are too many.
 * @param id as `freshScenarioId` gives it
 */
export function createScenario({ document }: OpenModel, id: string, name: Name, from?: string): Change | undefined {
  if (isFull(document)) return undefined;
  const source = from === undefined ? undefined : find(document, from);
  const held = source ? copied(document, source) : { overrides: {} };
  const free = freeName(document.scenarios, name);
  return added(document, document.scenarios.length, { id, name: free, note: '', ...held });
}

/** A scenario once more behind itself, with its note and all that it holds, under a name of its own. */
export function duplicateScenario({ document }: OpenModel, of: string, id: string): Change | undefined {
  const at = document.scenarios.findIndex((scenario) => scenario.id === of);
  const source = document.scenarios[at];
  if (!source || isFull(document)) return undefined;
  const name = freeName(document.scenarios, source.name);
  return added(document, at + 1, { id, name, note: source.note, ...copied(document, source) });
}

/** Another name, whatever a person types; an empty one becomes the name for lack of one. */
export const renameScenario = ({ document }: OpenModel, id: string, name: string, empty: Name): Change | undefined =>
  edited(document, id, (scenario) => {
    const given: Name = kept(name) || freeName(without(document.scenarios, id), empty);
    return reads(scenario.name, given) ? scenario : { ...scenario, name: given };
  });

/** Whether a name reads so already, be it in one of its languages. */
const reads = (name: Name, given: Name): boolean =>
  sameName(name, given) || (typeof name === 'object' && (given === name.en || given === name.zh));

export const setNote = ({ document }: OpenModel, id: string, note: string): Change | undefined =>
  edited(document, id, (scenario) => {
    const given = start(note.trim(), PROSE);
    return given === scenario.note ? scenario : { ...scenario, note: given };
  });

/** A colour of 1 to 6, or that of its place. */
export const setColour = ({ document }: OpenModel, id: string, colour: number | undefined): Change | undefined =>
  edited(document, id, (scenario) => {
    if (colour === scenario.colour) return scenario;
    const { colour: _, ...rest } = scenario;
    return colour === undefined ? rest : { ...rest, colour };
  });

/** A scenario moved to a 0-based place behind the base, which stays first. */
export function moveScenario({ document }: OpenModel, id: string, to: number): Change | undefined {
  const { scenarios } = document;
  const moved = find(document, id);
  if (!moved || isBase(document, id)) return undefined;
  const rest = without(scenarios, id);
  const at = Math.min(Math.max(1, to), rest.length);
  if (scenarios[at] === moved) return undefined;
  return structure(inTheirColours(scenarios, [...rest.slice(0, at), moved, ...rest.slice(at)]));
}

/** A scenario taken out; the base stays. Formulas that name it become errors of their cells: `usersOfScenario`. */
export function deleteScenario({ document }: OpenModel, id: string): Change | undefined {
  if (isBase(document, id) || !find(document, id)) return undefined;
  return structure(inTheirColours(document.scenarios, without(document.scenarios, id)));
}

/** Where a scenario is named in a formula outside of itself: the cells that hold one, and the lines whose own it is. */
export function usersOfScenario(sheet: OpenModel, id: string): { readonly lines: string[]; readonly cells: CellRef[] } {
  const lines = new Set<string>();
  const cells: CellRef[] = [];
  for (const { formula, line, cell } of formulasOf(sheet)) {
    if (cell?.scenario === id || !scenariosIn(formula).includes(id)) continue;
    if (cell) cells.push(cell);
    else lines.add(line);
  }
  return { lines: [...lines], cells };
}
