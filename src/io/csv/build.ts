import { periodsFrom } from '../../model/axis.ts';
import { type Content, isFormula, MAX_CELL_LENGTH, type Slot, sameContent } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Overrides, Periods } from '../../model/model.ts';
import { isOneOf, stepOf } from '../../model/periods.ts';
import type { Text } from '../../model/text.ts';
import { type AddressedPlace, fromAddresses } from './addresses.ts';
import { type Fact, FactReader, type Understanding } from './facts.ts';
import { stepOfHeader } from './header.ts';
import { freeId } from './ids.ts';
import { type LineDraft, lineOf, unitOfNew } from './lineOf.ts';
import { folded } from './names.ts';
import { isShareInPercent, type ShareReading, smallShares } from './shares.ts';
import type { Table } from './table.ts';

/** A scenario of a table, with what it holds in the new lines. The first one is the base. */
export interface BuiltScenario {
  readonly id: string;
  readonly name: string;
  readonly overrides: Overrides;
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
  /** Rows of scenarios that the document does not have, each name once. */
  readonly unknownScenarios: readonly string[];
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

/** Makes lines of the rows of a table: inputs with what stands there, series where formulas are kept. */
class Builder {
  readonly #reader: FactReader;
  readonly #drafts: LineDraft[] = [];
  readonly #places = new Map<number, LineDraft>();
  readonly #scenarios: { readonly id: string; readonly name: string }[] = [];
  readonly #unknownScenarios = new Set<string>();
  readonly #shares: ShareReading | undefined;
  readonly #periods: Periods;
  #texts = 0;
  #formulas = 0;
  #outside = 0;
  #long = 0;

  constructor(
    readonly table: Table,
    readonly how: Understanding,
    readonly ground: Ground,
  ) {
    this.#reader = new FactReader(table, how);
    const slots = this.#reader.slots.filter((slot) => slot !== 'value');
    const now = new Date().getUTCFullYear();
    const step = stepOfHeader(table.header);
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
      texts: this.#texts,
      formulas: this.#formulas,
      outside: this.#outside,
      long: this.#long,
      unknownScenarios: [...this.#unknownScenarios],
      ...(this.#shares ? { shares: this.#shares } : {}),
    };
  }

  /** Which lines there will be, before any formula is read: formulas may name lines further down. */
  #draft(): void {
    const taken = new Set(this.ground.ids);
    const byKey = new Map<string, LineDraft>();
    const manyRegions = this.#reader.names('region').filter((name) => name !== '').length > 1;
    const byScenario = this.#reader.has('scenario');
    for (const row of this.table.rows) {
      const fact = this.#reader.fact(row);
      if (fact.cells.length === 0 && fact.label.trim() === '' && fact.named.id === '') continue;
      const scenario = this.#scenarioOf(fact);
      if (scenario === undefined) continue;
      const key = byScenario ? [fact.named.id, fact.label, fact.named.region].map(folded).join('\n') : '';
      const known = byScenario ? byKey.get(key) : undefined;
      if (known && !known.rows.has(scenario)) {
        known.rows.set(scenario, fact);
        this.#places.set(row.record, known);
        continue;
      }
      const draft: LineDraft = {
        id: freeId(fact.named.id, taken),
        fact,
        label: this.#label(fact, manyRegions),
        isHeading: fact.cells.length === 0 && fact.unitText === '',
        hasYears: fact.cells.some(([slot]) => slot !== 'value') || !fact.cells.some(([slot]) => slot === 'value'),
        rows: new Map([[scenario, fact]]),
      };
      taken.add(draft.id);
      byKey.set(key, draft);
      this.#drafts.push(draft);
      this.#places.set(row.record, draft);
    }
  }

  #label({ label, named, row }: Fact, manyRegions: boolean): Text {
    const name = label.trim() === '' ? String(row.line) : label;
    return both(manyRegions && named.region !== '' ? `${name} (${named.region})` : name);
  }

  /** The scenario that a row is of; undefined where the document has none of that name. */
  #scenarioOf({ named }: Fact): string | undefined {
    const { scenarios } = this.ground;
    if (scenarios) {
      if (named.scenario === '') return scenarios[0]?.id;
      const found = scenarios.find(({ names }) => names.includes(folded(named.scenario)));
      if (!found) this.#unknownScenarios.add(named.scenario);
      return found?.id;
    }
    if (named.scenario === '') return (this.#scenarios[0] ?? this.#add('')).id;
    const found = this.#scenarios.find(({ name }) => folded(name) === folded(named.scenario));
    return (found ?? this.#add(named.scenario)).id;
  }

  #add(name: string): { readonly id: string } {
    const count = this.#scenarios.length;
    const scenario = { id: count === 0 ? BASE : `own-${count}`, name };
    this.#scenarios.push(scenario);
    return scenario;
  }

  #finish(draft: LineDraft, holding: Map<string, Record<string, Record<string, Content>>>): Line {
    const [first, ...others] = this.#scenarios.map(({ id }) => id);
    const baseFact = draft.rows.get(first ?? BASE);
    const base = baseFact ? this.#contents(baseFact, draft) : new Map<Slot, Content>();
    const { line, overrides } = lineOf(draft, base, this.#periods);
    const hold = (scenario: string, slots: readonly (readonly [Slot, Content])[]) => {
      if (slots.length === 0) return;
      const lines = holding.get(scenario) ?? {};
      lines[draft.id] = Object.fromEntries(slots);
      holding.set(scenario, lines);
    };
    hold(first ?? BASE, overrides);
    for (const scenario of others) {
      const fact = draft.rows.get(scenario);
      if (!fact) continue;
      hold(
        scenario,
        [...this.#contents(fact, draft)].filter(([slot, content]) => !sameContent(base.get(slot), content)),
      );
    }
    return line;
  }

  /** What a row holds, in the cells that its line has. */
  #contents(fact: Fact, draft: LineDraft): Map<Slot, Content> {
    const isFraction = this.#shares?.areFractions && isShareInPercent(fact);
    const shift = isFraction ? 0 : unitOfNew(fact).shift;
    const contents = new Map<Slot, Content>();
    for (const [slot, cell] of fact.cells) {
      if (draft.hasYears === (slot === 'value')) continue;
      if (slot !== 'value' && !isOneOf(slot, this.#periods)) {
        this.#outside++;
        continue;
      }
      const content = this.#reader.read(cell, shift);
      if (content === undefined) {
        if (!this.how.formulas && /^\s*[=＝]/.test(cell)) this.#formulas++;
        continue;
      }
      if (cell.length > MAX_CELL_LENGTH) {
        this.#long++;
        continue;
      }
      if (typeof content === 'object' && 'text' in content) this.#texts++;
      const placeAt = (record: number, column: number) => this.#placeAt(record, column);
      contents.set(
        slot,
        isFormula(content)
          ? { formula: fromAddresses(content.formula, slot, placeAt, stepOf(this.#periods)) }
          : content,
      );
    }
    return contents;
  }

  #placeAt(record: number, column: number): AddressedPlace | undefined {
    const role = this.table.roles[column];
    const slot = typeof role === 'number' || role === 'value' ? role : undefined;
    if (slot === undefined) return undefined;
    const draft = this.#places.get(record);
    if (draft) return draft.isHeading || draft.hasYears === (slot === 'value') ? undefined : { line: draft.id, slot };
    return typeof slot === 'number' && record === this.table.headerRecord ? { period: slot } : undefined;
  }
}

/** The lines that a table makes, for a document that is there or for a model of their own. */
export const buildLines = (table: Table, how: Understanding, ground: Ground): Built =>
  new Builder(table, how, ground).build();
