import { observedBefore } from '../../document/boundary.ts';
import { applyChange, type CellEdit } from '../../document/change.ts';
import { newDocument, type Scenario } from '../../document/document.ts';
import { ownModel } from '../../document/kept.ts';
import { insertLines } from '../../document/lines.ts';
import type { OwnModel, Saved } from '../../document/schema.ts';
import { settled } from '../../document/settled.ts';
import { IMPORTING } from '../../i18n/importing.ts';
import type { Built, Flag, Ground } from '../../io/csv/build.ts';
import { folded, scenarioNames } from '../../io/csv/names.ts';
import { freshKey } from '../../io/freshKey.ts';
import type { Slot } from '../../model/content.ts';
import { hasPeriods, type Line } from '../../model/line.ts';
import type { Overrides } from '../../model/model.ts';
import { slotText } from '../../model/periods.ts';
import type { Text } from '../../model/text.ts';
import type { Uncertainty, WhatIf } from '../../model/whatIf.ts';
import { passed } from '../document/ceiling.ts';
import { restoreSaved } from '../document/restoring.ts';
import type { Workspace } from '../document/workspace.ts';
import type { WithEditor } from '../sheet/editor.ts';

/** Edits above which the workbook is rather built anew. */
const MANY_EDITS = 1_000;

type ByLine = Readonly<Record<string, Uncertainty>>;

/** What is asked of a document in which lines turn out as a table says; nothing where it says that of none. */
function withUncertain(
  { whatIf }: { readonly whatIf?: WhatIf | undefined },
  uncertain: ByLine,
): { readonly whatIf?: WhatIf } {
  if (Object.keys(uncertain).length === 0) return {};
  return { whatIf: { ...whatIf, uncertain: { ...whatIf?.uncertain, ...uncertain } } };
}

/**
 * Takes over what a table changes: one step of undo. @returns whether it was done; why not is told at the cell
 * @param uncertain how inputs may turn out, by line
 */
export function takeEdits({ workspace }: WithEditor, edits: readonly CellEdit[], uncertain: ByLine = {}): boolean {
  const change = settled(workspace.openModel, edits);
  const asked = withUncertain(workspace.document(), uncertain);
  if (edits.length <= MANY_EDITS && !asked.whatIf) return workspace.dispatch(change);
  const ceiling = edits.length > MANY_EDITS ? passed(workspace, edits) : undefined;
  if (ceiling) {
    workspace.gateway.tellRefused({ kind: 'ceiling', ...ceiling });
    return false;
  }
  if (change.kind === 'structure') return workspace.dispatch({ ...change, parts: { ...change.parts, ...asked } });
  const { scenarios } = applyChange(workspace.document(), change).document;
  return workspace.dispatch({ kind: 'structure', parts: { ...(edits.length > 0 ? { scenarios } : {}), ...asked } });
}

/** What new lines stand on that join the document: its ids, its years, its scenarios by all their names. */
export function groundOf(workspace: Workspace): Ground {
  const { scenarios } = workspace.document();
  const { lines, periods } = workspace.model();
  const names = (['en', 'zh'] as const).map((lang) => scenarioNames(scenarios, lang));
  return {
    ids: lines.map(({ id }) => id),
    periods,
    scenarios: scenarios.map(({ id }) => ({ id, names: [id, ...names.map((by) => by.get(id) ?? id)].map(folded) })),
  };
}

/** The file that a table comes from, and the sheet where it is a workbook. */
export interface Origin {
  readonly file: string;
  readonly sheet?: string | undefined;
}

/** Where a line was found: said in its note, so that its numbers have a source. */
const sourceNote = ({ file, sheet }: Origin, line: number): Text => ({
  en: IMPORTING.en.source(file, line, sheet),
  zh: IMPORTING.zh.source(file, line, sheet),
});

/** Periods as a text each; those that follow one another as one: 2019–2022. */
function stretches(slots: readonly Slot[]): string[] {
  const runs: [first: Slot, last: Slot][] = [];
  for (const slot of slots) {
    const run = runs.at(-1);
    if (run && typeof slot === 'number' && typeof run[1] === 'number' && run[1] + 1 === slot) run[1] = slot;
    else runs.push([slot, slot]);
  }
  return runs.map(([first, last]) =>
    first === 'value' ? '' : first === last ? slotText(first) : `${slotText(first)}–${slotText(last)}`,
  );
}

/** The longest that is kept of flags in a note, in characters. */
const LONGEST_FLAGS = 1_500;

/** Where a line was found, and the flags of its numbers. */
function noteOf(from: Origin, line: number, flags: readonly Flag[] = []): Text {
  const source = sourceNote(from, line);
  if (flags.length === 0) return source;
  const said = flags.map(({ flag, slots, scenario }) => ({ flag, periods: stretches(slots), scenario }));
  const cut = (text: string) => (text.length > LONGEST_FLAGS ? `${text.slice(0, LONGEST_FLAGS)}…` : text);
  return {
    en: `${source.en} ${cut(IMPORTING.en.flags(said))}`,
    zh: `${source.zh}${cut(IMPORTING.zh.flags(said))}`,
  };
}

const withSources = ({ lines, sources, flags }: Built, from: Origin): Line[] =>
  lines.map((line, i) =>
    line.kind === 'heading' ? line : { ...line, note: noteOf(from, sources[i] ?? 0, flags[line.id]) },
  );

/** Puts the lines of a table behind those that are there, with what it holds in them: one step of undo. @see takeEdits */
export function takeLines({ workspace, editor }: WithEditor, built: Built, from: Origin): boolean {
  const { document, model } = workspace;
  const held = new Map(built.scenarios.map(({ id, overrides }) => [id, overrides]));
  const scenarios = document().scenarios.map((scenario): Scenario => {
    const overrides = held.get(scenario.id);
    return overrides && Object.keys(overrides).length > 0
      ? { ...scenario, overrides: { ...scenario.overrides, ...overrides } }
      : scenario;
  });
  const at = model().lines.length;
  const change = insertLines({ document: document(), model: model() }, at, withSources(built, from));
  if (change.kind !== 'structure') return false;
  const asked = withUncertain(document(), built.uncertain);
  if (!workspace.dispatch({ kind: 'structure', parts: { ...change.parts, scenarios, ...asked } })) return false;
  editor.select({ line: at, column: 0 });
  return true;
}

/** Charts that a new model begins with: its first lines over the years. */
const CHARTS = 12;
const PROSE = 5_000;
const both = (text: string): Text => ({ en: text, zh: text });

/** How a new model is called, and where it comes from. */
export interface NewModel extends Origin {
  readonly name: string;
  /** Notes above and below the table. */
  readonly notes: readonly string[];
}

/** A table as a model of its own: its lines, its scenarios, its periods before today's as actual. */
export function modelFrom(built: Built, how: NewModel, today: Date): { id: string; kept: OwnModel } {
  const { file, sheet, name, notes } = how;
  const about = notes
    .filter((note) => note !== name)
    .join('\n')
    .slice(0, PROSE - 500);
  const kept = {
    name: both(name.slice(0, 200)),
    about: {
      en: `${about}\n${IMPORTING.en.from(file, sheet)}`.trim(),
      zh: `${about}\n${IMPORTING.zh.from(file, sheet)}`.trim(),
    },
    periods: built.periods,
    observedUntil: observedBefore(built.periods, today),
    lines: withSources(built, how),
    charts: built.lines
      .filter(hasPeriods)
      .slice(0, CHARTS)
      .map(({ id }) => id),
  };
  return { id: `own-${freshKey().slice(0, 12)}`, kept: kept as OwnModel };
}

/** Opens a table as a model of its own, in place of what is open. */
export function takeModel({ workspace }: WithEditor, built: Built, how: NewModel): void {
  const { id, kept } = modelFrom(built, how, new Date());
  const scenarios = built.scenarios.map(({ id: scenario, name, overrides }, i): Scenario => {
    const base = i === 0 && name === '' ? { en: IMPORTING.en.base, zh: IMPORTING.zh.base } : both(name);
    return { id: scenario, name: base, note: both(''), overrides: overrides as Overrides };
  });
  const model = ownModel(id, kept, scenarios);
  workspace.show(model, { ...newDocument(model), own: model, ...withUncertain({}, built.uncertain) });
}

/**
 * Opens a document from its file, in place of what is open.
 * @throws NotADocument; NotYetKnown for a model, or a version of one, that this version of the app does not have;
 * ModelNotLoaded
 */
export async function takeDocument({ workspace }: WithEditor, saved: Saved): Promise<void> {
  const { model, document } = await restoreSaved(workspace.catalog, saved);
  workspace.show(model, document);
}
