import type { CellEdit } from '../../document/change.ts';
import { type CellRef, type Content, isFormula, type Slot, sameContent } from '../../model/content.ts';
import { isDateUnit } from '../../model/dates.ts';
import type { MeasuredLine } from '../../model/line.ts';
import { isScalar, type Line } from '../../model/line.ts';
import { type Unit, unitSpec } from '../../model/units.ts';
import type { Uncertainty } from '../../model/whatIf.ts';
import { measuresOf, sameBases } from '../../units/measure.ts';
import { ShareEvidence } from '../reading/block.ts';
import { numberOf, readNumber } from '../reading/numbers.ts';
import { fromAddresses, type Here, type PlaceAt } from './addresses.ts';
import { type Fact, FactReader, type Understanding } from './facts.ts';
import { marksFormulas } from './header.ts';
import { Matcher, type Unmatched } from './match.ts';
import { Places } from './places.ts';
import { isSmallShare, type ShareReading, smallShares } from './shares.ts';
import type { Table } from './table.ts';
import { type Shown, type Target, TargetCells } from './target.ts';
import { changedIn, Tallies, type Told, type ToldKind } from './told.ts';
import { Distributions, type RowFault, uncertainCells } from './uncertain.ts';

/** How a table changes the lines that are there. */
export interface UpdateOptions extends Understanding {
  readonly fractions: boolean;
}

/** One cell that changes. `old`: what it shows, or the formula that it holds. */
export interface CellChange {
  readonly slot: Slot;
  readonly old: Shown | { readonly formula: string };
  readonly content: Content;
}

/**
 * Why a row is not taken unless a person says so. `computed`: numbers would replace formulas; `text`: texts would stand
 * where numbers belong.
 */
export type Caution = 'computed' | 'text';

/** A row that changes cells of one line in one scenario. */
export interface RowChange {
  /** 1-based line of the file. */
  readonly line: number;
  readonly label: string;
  readonly target: string;
  readonly scenario: string;
  readonly unit: Unit;
  readonly cells: readonly CellChange[];
  /** How its input may turn out, where it says that otherwise: in words of the table, and as it is kept. */
  readonly uncertain?: { readonly old: string; readonly now: string; readonly kept: Uncertainty };
  readonly caution?: Caution;
}

/** A row that changes nothing, and why. */
export interface Left {
  readonly line: number;
  readonly label: string;
  readonly why: Unmatched | 'twice' | 'unit' | 'unitUnknown' | 'place' | 'scalar';
  /** What the row says that does not fit. */
  readonly said: string;
}

export interface UpdatePlan {
  readonly changes: readonly RowChange[];
  readonly left: readonly Left[];
  /** Rows whose cells hold already what the table says. */
  readonly same: number;
  /** Where shares have no unit: whether they are taken as fractions. */
  readonly fractions?: boolean;
  /** Where shares in % are so small that they could be fractions. */
  readonly shares?: ShareReading;
  /** Units that are none of ours. */
  readonly unknownUnits: readonly string[];
  /** What was not understood of how inputs may turn out. */
  readonly faults: readonly RowFault[];
  /** Cells that were read as something else than they hold, with their places. */
  readonly told: Readonly<Partial<Record<ToldKind, Told>>>;
}

/** Whether shares that have no unit are written as fractions. */
function areFractions(bare: readonly Matched[], { sign }: Understanding): boolean {
  const shares = new ShareEvidence<Fact>();
  for (const { fact } of bare)
    for (const [, cell] of fact.cells) {
      const number = readNumber(cell, sign);
      if (number && !number.percent) shares.add(numberOf(number) ?? 0, fact);
    }
  return shares.areFractions;
}

const isBareShare = ({ unit }: Fact, line: MeasuredLine): boolean =>
  unit === undefined && unitSpec(line.unit).form !== 'plain';

/** The power of ten by which a row's numbers become a line's; undefined where their units do not go together. */
function shiftFor(fact: Fact, unit: Unit, fractions: boolean): number | undefined {
  const { form } = unitSpec(unit);
  if (fact.unit === undefined || (fact.unitText === '' && isDateUnit(fact.unit.unit)))
    return form === 'plain' || fractions ? 0 : -2;
  if (fact.unit.unit === unit) return fact.unit.shift;
  // Percent, percent a year and points are all stored as fractions.
  if (form !== 'plain') return unitSpec(fact.unit.unit).form !== 'plain' ? fact.unit.shift : undefined;
  return shiftBetween(fact.unitText, unit);
}

/** The power of ten between two units of one meaning: 3 of kEUR in a line of EUR; undefined where they have several. */
function shiftBetween(written: string, unit: Unit): number | undefined {
  for (const given of measuresOf(written))
    for (const wanted of measuresOf(unit))
      if (given.bases.size > 0 && sameBases(given, wanted)) return given.power - wanted.power;
  return undefined;
}

/** Sorts the rows of a table into those that change something and those that don't. */
class Planner {
  readonly changes: RowChange[] = [];
  readonly left: Left[] = [];
  same = 0;
  readonly tallies = new Tallies();
  readonly distributions = new Distributions();
  readonly #reader: FactReader;
  readonly #cells: TargetCells;
  readonly #places: Places;

  constructor(
    readonly target: Target,
    readonly table: Table,
    readonly how: Understanding,
  ) {
    this.#reader = new FactReader(table, how);
    this.#cells = new TargetCells(target);
    this.#places = new Places(table);
  }

  /** The rows that are of a line here, each with it and its scenario; a line is taken once in a scenario. */
  matched(): Matched[] {
    const matcher = new Matcher(this.target, this.#reader);
    const seen = new Set<string>();
    return this.table.rows.flatMap((row): Matched[] => {
      const fact = this.#reader.fact(row);
      if (fact.cells.length === 0 && fact.distribution === '') return [];
      const found = matcher.match(fact);
      if ('why' in found) return this.#leave(fact, found.why, found.said);
      if (found.line.kind === 'heading') return this.#leave(fact, 'place');
      const key = `${found.scenario}\n${found.line.id}`;
      if (seen.has(key)) return this.#leave(fact, 'twice');
      seen.add(key);
      const { line } = found;
      if (this.how.formulas) this.#places.add(fact, line.id, (slot) => this.#cells.has(line, slot), line);
      return [{ fact, line: found.line, scenario: found.scenario }];
    });
  }

  /**
   * @param byContent whether the table says what cells hold and not what they show: then a number is one that was typed,
   *   also where a formula comes to the same
   * @param small whether small shares in % are fractions
   */
  take({ fact, line, scenario }: Matched, fractions: boolean, byContent: boolean, small: boolean): void {
    const shift = small && isSmallShare(fact, this.how.sign) ? 0 : shiftFor(fact, line.unit, fractions);
    if (shift === undefined) {
      this.#leave(fact, fact.isOwnUnit ? 'unitUnknown' : 'unit', fact.unitText);
      return;
    }
    const said = fact.cells.flatMap(([slot, cell, at]) => {
      const content = this.#reader.read(cell, shift, line.unit);
      const kind = changedIn(cell, content);
      if (kind) {
        const { record, column } = this.#reader.place(fact.row, at);
        this.tallies.of(kind).add(record, column);
      }
      if (content === undefined) return [];
      return [[slot, isFormula(content) ? this.#byIds(content.formula, { slot, line }) : content] as const];
    });
    const uncertain = this.#uncertain(fact, line, shift);
    if (said.length === 0 && !uncertain) return;
    const placed = said.length === 0 ? { contents: [], outside: [] } : place(line, said, this.#cells);
    if (typeof placed === 'string') {
      this.#leave(fact, placed);
      return;
    }
    for (const slot of placed.outside) {
      const at = fact.cells.find(([one]) => one === slot)?.[2];
      const { record, column } = this.#reader.place(fact.row, at ?? 0);
      this.tallies.of('outside').add(record, column);
    }
    const ref = (slot: Slot): CellRef => ({ scenario, line: line.id, slot });
    const changed = placed.contents.filter(([slot, content]) => !this.#cells.says(ref(slot), content, byContent));
    if (changed.length === 0 && !uncertain) {
      this.same++;
      return;
    }
    const pairs = changed.map(([slot, content]) => [this.#cells.content(ref(slot)), content] as const);
    const caution = byContent ? undefined : cautionOf(pairs);
    this.changes.push({
      line: fact.row.line,
      label: fact.label,
      target: line.id,
      scenario,
      unit: line.unit,
      cells: changed.map(([slot, content]) => ({ slot, old: oldOf(this.#cells, ref(slot), content), content })),
      ...(uncertain ? { uncertain } : {}),
      ...(caution ? { caution } : {}),
    });
  }

  /** What a row says of how its input may turn out, where that is something else. */
  #uncertain(fact: Fact, line: MeasuredLine, shift: number): RowChange['uncertain'] {
    const before = this.target.uncertain?.[line.id];
    const kept = this.distributions.read(fact, line, shift, before);
    if (!kept) return undefined;
    const [old, now] = [before, kept].map((one) => uncertainCells(line, one).filter(Boolean).join(', '));
    return old === now || now === undefined ? undefined : { old: old ?? '', now, kept };
  }

  /** Whether rows hold formulas beside the ids of their lines: then they say what cells hold. */
  isByContent(matched: readonly Matched[]): boolean {
    const holds = ({ fact }: Matched) => fact.cells.some(([, cell]) => /^\s*[=＝]/.test(cell));
    const told = this.table.header.some(marksFormulas) || matched.some(holds);
    return this.how.formulas && this.#reader.has('id') && told;
  }

  /** A formula with the addresses of the file as one by the ids of the lines that stand there. */
  #byIds(formula: string, here: Here): Content {
    const placeAt: PlaceAt = (record, column) => this.#places.at(record, column);
    return { formula: fromAddresses(formula, here, placeAt, this.target.periods) };
  }

  #leave({ row, label }: Fact, why: Left['why'], said = ''): [] {
    this.left.push({ line: row.line, label, why, said });
    return [];
  }
}

interface Matched {
  readonly fact: Fact;
  readonly line: MeasuredLine;
  readonly scenario: string;
}

/** What a table would change in the lines that are there. `fractions` is guessed where it is left out. */
export function planUpdate(target: Target, table: Table, how: Understanding & Partial<UpdateOptions>): UpdatePlan {
  const planner = new Planner(target, table, how);
  const matched = planner.matched();
  const bare = matched.filter(({ fact, line }) => isBareShare(fact, line));
  const shares =
    bare.length > 0
      ? undefined
      : smallShares(
          matched.map(({ fact }) => fact),
          how,
        );
  const fractions = how.fractions ?? (bare.length > 0 && areFractions(bare, how));
  const byContent = planner.isByContent(matched);
  for (const one of matched) planner.take(one, fractions, byContent, shares?.areFractions ?? false);
  const { changes, same } = planner;
  const left = planner.left.sort((a, b) => a.line - b.line);
  const unknownUnits = [...new Set(left.filter(({ why }) => why === 'unitUnknown').map(({ said }) => said))];
  return {
    changes,
    left,
    same,
    unknownUnits,
    told: planner.tallies.told,
    faults: planner.distributions.faults,
    ...(bare.length > 0 ? { fractions } : {}),
    ...(shares ? { shares } : {}),
  };
}

type Said = readonly (readonly [Slot, Content])[];

/**
 * What a row says, in the cells that its line has. A scalar takes the column of scalars, or what stands alike under every
 * year; years outside of the sheet are counted and left.
 */
function place(
  line: Line,
  said: Said,
  cells: TargetCells,
): { contents: Said; outside: readonly Slot[] } | 'place' | 'scalar' {
  if (!isScalar(line)) {
    const years = said.filter(([slot]) => slot !== 'value');
    const contents = years.filter(([slot]) => cells.has(line, slot));
    return contents.length === 0
      ? 'place'
      : { contents, outside: years.map(([slot]) => slot).filter((slot) => !cells.has(line, slot)) };
  }
  const [first] = said;
  if (!first) return 'place';
  const scalar = said.find(([slot]) => slot === 'value');
  if (scalar) return { contents: [scalar], outside: [] };
  if (!said.every(([, content]) => sameContent(content, first[1]))) return 'scalar';
  return { contents: [['value', first[1]]], outside: [] };
}

function cautionOf(pairs: readonly (readonly [Content | undefined, Content])[]): Caution | undefined {
  if (pairs.some(([old, now]) => isFormula(old) && !isFormula(now))) return 'computed';
  return pairs.some(([, now]) => typeof now === 'object' && 'text' in now) ? 'text' : undefined;
}

const oldOf = (cells: TargetCells, cell: CellRef, now: Content): CellChange['old'] => {
  const content = cells.content(cell);
  return isFormula(content) && isFormula(now) ? content : cells.shown(cell);
};

/** By line how it may turn out, of the rows that are taken. */
export const chosenUncertain = (
  plan: UpdatePlan,
  taken: (index: number, change: RowChange) => boolean,
): Readonly<Record<string, Uncertainty>> =>
  Object.fromEntries(
    plan.changes.flatMap((change, i) =>
      change.uncertain && taken(i, change) ? [[change.target, change.uncertain.kept] as const] : [],
    ),
  );

/** The edits of the rows that are taken. `taken`: by their place in the plan. */
export function chosenEdits(
  target: Target,
  plan: UpdatePlan,
  taken: (index: number, change: RowChange) => boolean,
): CellEdit[] {
  const cells = new TargetCells(target);
  return plan.changes.flatMap((change, i) => {
    if (!taken(i, change)) return [];
    return change.cells.map(({ slot, content }): CellEdit => {
      const cell = { scenario: change.scenario, line: change.target, slot };
      return { ...cell, content: cells.override(cell, content) };
    });
  });
}
