import { periodsFrom } from '../../model/axis.ts';
import { coarseStep, hasCell } from '../../model/coarse.ts';
import { type Content, isFormula, MAX_CELL_LENGTH, type Slot, sameContent } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Overrides, Periods } from '../../model/model.ts';
import type { LongerStep } from '../../model/periods.ts';
import type { Text } from '../../model/text.ts';
import type { Uncertainty } from '../../model/whatIf.ts';
import { isDate, isNothing } from '../reading/looks.ts';
import { fromAddresses, type PlaceAt } from './addresses.ts';
import { type Fact, FactReader, type Understanding } from './facts.ts';
import { stepOfRoles } from './header.ts';
import { freeId } from './ids.ts';
import { type LineDraft, lineOf, unitOfNew } from './lineOf.ts';
import { stepOfFilled } from './lineStep.ts';
import { folded } from './names.ts';
import { Places } from './places.ts';
import { isSmallShare, type ShareReading, smallShares } from './shares.ts';
import type { Table } from './table.ts';
import { changedIn, Tallies, type Told, type ToldKind } from './told.ts';
import { Distributions, type RowFault } from './uncertain.ts';

/** A scenario of a table, with what it holds in the new lines. The first one is the base. */
export interface BuiltScenario {
  readonly id: string;
  readonly name: string;
  readonly overrides: Overrides;
}

/** A flag, and the periods of the numbers that bear it; of the scenario, where it is not the first. */
export interface Flag {
  readonly flag: string;
  readonly slots: readonly Slot[];
  readonly scenario: string;
}

/** The lines that a table makes. */
export interface Built {
  readonly lines: readonly Line[];
  /** 1-based lines of the file, in the order of `lines`. */
  readonly sources: readonly number[];
  readonly scenarios: readonly BuiltScenario[];
  readonly periods: Periods;
  /** Cells that hold a text where a number belongs. */
  readonly texts: number;
  /** Cells left out: formulas that nobody wanted, years that the sheet does not have, texts beyond the limit. */
  readonly formulas: number;
  readonly outside: number;
  readonly long: number;
  /** These and others, with the places of the first of them. */
  readonly told: Readonly<Partial<Record<ToldKind, Told>>>;
  /** Rows of scenarios that the document does not have: each name once, with the first row that bears it. */
  readonly unknownScenarios: readonly { readonly name: string; readonly line: number }[];
  /** By line what a statistics office says of its numbers: flags, each with its periods. */
  readonly flags: Readonly<Record<string, readonly Flag[]>>;
  /** By line how it may turn out, and what was not understood of that. */
  readonly uncertain: Readonly<Record<string, Uncertainty>>;
  readonly faults: readonly RowFault[];
  /** Where shares in % are so small that they could be fractions: how they are read, and one of them as it is written. */
  readonly shares?: ShareReading;
}

/** What the lines are made for. */
export interface Ground {
  /** Ids that are taken. */
  readonly ids: readonly string[];
  /** undefined: those of the table. */
  readonly periods?: Periods;
  /** The scenarios that rows may name, the base first; undefined: those of the table. */
  readonly scenarios?: readonly { readonly id: string; readonly names: readonly string[] }[];
}

const BASE = 'base';
const both = (text: string): Text => ({ en: text, zh: text });
/** Scenarios of several models bear the names of both. */
const scenarioOfModel = (scenario: string, model: string): string =>
  scenario === '' ? model : `${scenario} (${model})`;

/** Makes lines of the rows of a table: inputs with what stands there, series where formulas are kept. */
class Builder {
  readonly #reader: FactReader;
  readonly #drafts: LineDraft[] = [];
  readonly #places: Places;
  readonly #scenarios: { readonly id: string; readonly name: string }[] = [];
  readonly #unknownScenarios = new Map<string, number>();
  readonly #flags = new Map<string, Flag[]>();
  readonly #distributions = new Distributions();
  readonly #uncertain = new Map<string, Uncertainty>();
  readonly #shares: ShareReading | undefined;
  readonly #periods: Periods;
  /** Whether rows are of scenarios: by their column, or by that of the models where these are several. */
  readonly #byScenario: boolean;
  readonly #byModel: boolean;
  readonly #tallies = new Tallies();
  /** Scenarios that rows are of by name. */
  readonly #named = new Set<string>();

  constructor(
    readonly table: Table,
    readonly how: Understanding,
    readonly ground: Ground,
  ) {
    this.#reader = new FactReader(table, how);
    this.#places = new Places(table);
    const slots = this.#reader.slots.filter((slot) => slot !== 'value');
    const now = new Date().getUTCFullYear();
    const step = stepOfRoles(table.roles);
    this.#byModel = this.#reader.names('model').filter((name) => name !== '').length > 1;
    this.#byScenario = this.#byModel || this.#reader.has('scenario');
    this.#periods =
      ground.periods ??
      (slots.length > 0
        ? periodsFrom(
            [...new Set(slots)].sort((a, b) => a - b),
            { step },
          )
        : { first: now, last: now });
    for (const { id } of ground.scenarios ?? []) this.#scenarios.push({ id, name: id });
    this.#draft();
    const facts = this.#drafts.flatMap(({ rows }) => [...rows.values()]);
    this.#shares = smallShares(facts, how);
  }

  build(): Built {
    const holding = new Map<string, Record<string, Record<string, Content>>>();
    const lines = this.#drafts.map((draft) => this.#finish(draft, holding));
    const scenarios = this.#scenarios.length > 0 ? this.#scenarios : [{ id: BASE, name: '' }];
    return {
      lines,
      sources: this.#drafts.map(({ fact }) => fact.row.line),
      scenarios: scenarios.map(({ id, name }) => ({ id, name, overrides: holding.get(id) ?? {} })),
      periods: this.#periods,
      texts: this.#tallies.count('texts'),
      formulas: this.#tallies.count('formulas'),
      outside: this.#tallies.count('outside'),
      long: this.#tallies.count('long'),
      told: this.#tallies.told,
      unknownScenarios: [...this.#unknownScenarios].map(([name, line]) => ({ name, line })),
      flags: Object.fromEntries(this.#flags),
      uncertain: Object.fromEntries(this.#uncertain),
      faults: this.#distributions.faults,
      ...(this.#shares ? { shares: this.#shares } : {}),
    };
  }

  /** Which lines there will be, before any formula is read: formulas may name lines further down. */
  #draft(): void {
    const taken = new Set(this.ground.ids);
    const byKey = new Map<string, LineDraft>();
    const manyRegions = this.#reader.names('region').filter((name) => name !== '').length > 1;
    const labels = new Set<string>();
    for (const row of this.table.rows) {
      const fact = this.#reader.fact(row);
      if (fact.cells.length === 0 && fact.label.trim() === '' && fact.named.id === '') continue;
      const scenario = this.#scenarioOf(fact);
      if (scenario === undefined) continue;
      if (this.#byScenario && fact.named.scenario + fact.named.model !== '') this.#named.add(scenario);
      if (this.#reader.isSubannual(row)) this.#tallies.of('subannual').add(row.record);
      const key = this.#byScenario ? [fact.named.id, fact.label, fact.named.region].map(folded).join('\n') : '';
      const known = this.#byScenario ? byKey.get(key) : undefined;
      if (known && !known.rows.has(scenario)) {
        known.rows.set(scenario, fact);
        if (known.step && !this.#fits(fact, known.step)) delete known.step;
        this.#place(fact, known);
        continue;
      }
      const draft: LineDraft = {
        id: freeId(fact.named.id, taken),
        fact,
        label: this.#label(fact, manyRegions),
        isHeading: this.#isHeading(fact),
        hasYears: fact.cells.some(([slot]) => slot !== 'value') || !fact.cells.some(([slot]) => slot === 'value'),
        ...this.#step(fact),
        rows: new Map([[scenario, fact]]),
      };
      taken.add(draft.id);
      if (!draft.isHeading && fact.cells.length === 0) this.#tallies.of('empty').add(row.record);
      if (!draft.isHeading && labels.has(draft.label.en)) this.#tallies.of('sameNames').add(row.record);
      labels.add(draft.label.en);
      byKey.set(key, draft);
      this.#drafts.push(draft);
      this.#place(fact, draft);
    }
  }

  /** How long the periods of its line are: as the row says, or as the columns tell in which alone it has values. */
  #step(fact: Fact): { readonly step?: LongerStep } {
    if (fact.step) {
      const own = { step: fact.step };
      return coarseStep(own, this.#periods) && this.#fits(fact, fact.step) ? own : {};
    }
    const filled = fact.cells.filter(([, cell]) => !isNothing(cell));
    // A formula counts in the columns of its table.
    if (filled.some(([, cell]) => /^\s*[=＝]/.test(cell))) return {};
    const step = stepOfFilled(new Set(filled.map(([slot]) => slot)), this.#periods);
    return step ? { step } : {};
  }

  /** Whether all values of a row have a place in a line of a step; where its years begin in another month they have not. */
  #fits({ cells }: Fact, step: LongerStep): boolean {
    return cells.every(
      ([slot, cell]) => isNothing(cell) || (slot !== 'value' && hasCell({ step }, slot, this.#periods)),
    );
  }

  #place(fact: Fact, draft: LineDraft): void {
    const has = (slot: Slot) => !draft.isHeading && this.#has(draft, slot);
    if (this.how.formulas) this.#places.add(fact, draft.id, has, draft);
  }

  /** A name alone, with its id at most, and nothing else in the row; below the last row with a value it would be a note. */
  #isHeading({ cells, unitText, named, row }: Fact): boolean {
    if (cells.length > 0 || unitText !== '' || row.source) return false;
    const filled = row.cells.filter((cell) => cell.trim() !== '').length;
    return filled <= (named.id === '' ? 1 : 2);
  }

  #label({ label, named, row }: Fact, manyRegions: boolean): Text {
    const name = label.trim() === '' ? String(row.line) : label;
    return both(manyRegions && named.region !== '' ? `${name} (${named.region})` : name);
  }

  /** The scenario that a row is of; undefined where the document has none of that name. */
  #scenarioOf({ named, row }: Fact): string | undefined {
    const { scenarios } = this.ground;
    const name = this.#byModel && named.model !== '' ? scenarioOfModel(named.scenario, named.model) : named.scenario;
    if (scenarios) {
      if (name === '') return scenarios[0]?.id;
      const found = scenarios.find(({ names }) => names.includes(folded(name)));
      if (!found && !this.#unknownScenarios.has(name)) this.#unknownScenarios.set(name, row.line);
      return found?.id;
    }
    if (name === '') return (this.#scenarios[0] ?? this.#add('')).id;
    const found = this.#scenarios.find((one) => folded(one.name) === folded(name));
    return (found ?? this.#add(name)).id;
  }

  #add(name: string): { readonly id: string } {
    const count = this.#scenarios.length;
    const scenario = { id: count === 0 ? BASE : `own-${count}`, name };
    this.#scenarios.push(scenario);
    return scenario;
  }

  #finish(draft: LineDraft, holding: Map<string, Record<string, Record<string, Content>>>): Line {
    const [first, ...others] = this.#scenarios.map(({ id }) => id);
    if (draft.step && !draft.fact.step) this.#tallies.of('longer').add(draft.fact.row.record);
    const baseFact = draft.rows.get(first ?? BASE);
    const base = baseFact ? this.#contents(baseFact, draft, '') : new Map<Slot, Content>();
    const { line, overrides } = lineOf(draft, base, this.#periods);
    for (const fact of draft.rows.values()) {
      const found = this.#distributions.read(fact, line, this.#shift(fact));
      if (found) this.#uncertain.set(draft.id, found);
    }
    const hold = (scenario: string, slots: readonly (readonly [Slot, Content])[]) => {
      if (slots.length === 0) return;
      const lines = holding.get(scenario) ?? {};
      lines[draft.id] = Object.fromEntries(slots);
      holding.set(scenario, lines);
    };
    hold(first ?? BASE, overrides);
    for (const scenario of others) {
      const fact = draft.rows.get(scenario);
      const own = fact ? this.#contents(fact, draft, this.#nameOf(scenario)) : new Map<Slot, Content>();
      // What a scenario of the table lacks is not that of the first one: it is kept empty.
      const lacks = this.#named.has(scenario) ? [...base.keys()].filter((slot) => !own.has(slot)) : [];
      if (lacks.length > 0) this.#tallies.of('lacking').say(`${draft.label.en} (${this.#nameOf(scenario)})`);
      hold(scenario, [
        ...[...own].filter(([slot, content]) => !sameContent(base.get(slot), content)),
        ...lacks.map((slot) => [slot, { text: '' }] as const),
      ]);
    }
    return line;
  }

  /** Whether the line of a row has a cell there. */
  #has(draft: LineDraft, slot: Slot): boolean {
    return draft.hasYears ? slot !== 'value' && hasCell(draft, slot, this.#periods) : slot === 'value';
  }

  #nameOf(scenario: string): string {
    return this.#scenarios.find(({ id }) => id === scenario)?.name ?? scenario;
  }

  /** Keeps the flag of a number, for the note of its line. */
  #flag(line: string, slot: Slot, flag: string, scenario: string): void {
    const known = this.#flags.get(line) ?? [];
    const at = known.findIndex((one) => one.flag === flag && one.scenario === scenario);
    const before = known[at] ?? { flag, slots: [], scenario };
    known[at < 0 ? known.length : at] = { ...before, slots: [...before.slots, slot] };
    this.#flags.set(line, known);
  }

  /** The power of ten by which numbers of a row are brought to those of its line. */
  #shift(fact: Fact): number {
    const isFraction = this.#shares?.areFractions && isSmallShare(fact, this.how.sign);
    return isFraction ? 0 : unitOfNew(fact).shift;
  }

  /** What a row holds, in the cells that its line has. `scenario`: its name, where it is not the first. */
  #contents(fact: Fact, draft: LineDraft, scenario: string): Map<Slot, Content> {
    const shift = this.#shift(fact);
    const contents = new Map<Slot, Content>();
    const tell = (kind: ToldKind, at: number) => {
      const { record, column } = this.#reader.place(fact.row, at);
      this.#tallies.of(kind).add(record, column);
    };
    for (const [slot, cell, at] of fact.cells) {
      if (draft.hasYears === (slot === 'value')) {
        if (!isNothing(cell)) tell('beside', at);
        continue;
      }
      if (!this.#has(draft, slot)) {
        tell('outside', at);
        continue;
      }
      // Of a line that is here a text may be meant as one: what was exported comes back as it was.
      const text = this.#reader.textNumber(cell);
      if (text !== undefined) tell('textNumbers', at);
      const content = this.#reader.read(text ?? cell, shift, fact.unit?.unit);
      const changed = changedIn(cell, content);
      if (changed) tell(changed === 'flags' ? 'flagsKept' : changed, at);
      const flag = content === undefined || changed === 'flags' ? this.#reader.flagOf(cell) : undefined;
      if (flag) this.#flag(draft.id, slot, flag, scenario);
      if (content === undefined) continue;
      if (cell.length > MAX_CELL_LENGTH) {
        tell('long', at);
        continue;
      }
      if (typeof content === 'object' && 'text' in content) tell(isDate(content.text) ? 'dates' : 'texts', at);
      const placeAt: PlaceAt = (record, column) => this.#places.at(record, column);
      contents.set(
        slot,
        isFormula(content)
          ? { formula: fromAddresses(content.formula, { slot, line: draft }, placeAt, this.#periods) }
          : content,
      );
    }
    return contents;
  }
}

/** The lines that a table makes, for a document that is there or for a model of their own. */
export const buildLines = (table: Table, how: Understanding, ground: Ground): Built =>
  new Builder(table, how, ground).build();
