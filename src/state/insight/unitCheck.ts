import { formatNumber } from '../../i18n/format.ts';
import { type SaidSide, UNITS_SAID } from '../../i18n/units.ts';
import { type Content, isFormula } from '../../model/content.ts';
import type { Line, MeasuredLine } from '../../model/line.ts';
import { tryParse } from '../../model/notation.ts';
import { stepOf } from '../../model/periods.ts';
import { type Unit, unitSpec } from '../../model/units.ts';
import { checkFormula } from '../../units/check.ts';
import { UnitChecker } from '../../units/checker.ts';
import type { Clash, Mend, Side } from '../../units/clash.ts';
import { isCurrency, isSpan } from '../../units/measure.ts';
import { ofFile, unitFor, type Vocabulary, vocabularyOf } from '../../units/vocabulary.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import { isFromBook } from '../importing/fromBook.ts';
import type { Words } from '../page/words.ts';
import { inSlices, type Steps } from '../ranges/slices.ts';

/** What is said of a clash, and the unit with which it would be none. */
export interface ClashText {
  readonly sentence: string;
  /** The smallest mend; empty where none was found. */
  readonly mend: string;
  readonly unit?: Unit;
  /** The line that would have it, where it is not that of the formula. */
  readonly line?: string;
  readonly set: string;
}

type App = WithWorkspace & Words;
type Held = Readonly<Record<string, Content>> | undefined;

/** The formulas that a scenario holds in a line; the same object holds the same. */
const held = new WeakMap<NonNullable<Held>, readonly string[]>();
function formulasIn(overrides: Held): readonly string[] {
  if (!overrides) return [];
  let found = held.get(overrides);
  if (!found) {
    found = [...new Set(Object.values(overrides).flatMap((content) => (isFormula(content) ? [content.formula] : [])))];
    held.set(overrides, found);
  }
  return found;
}

function formulasOf(line: MeasuredLine, overrides: Held): readonly string[] {
  const own =
    line.kind === 'series'
      ? [line.formula, ...(line.first === undefined ? [] : [line.first])]
      : line.kind === 'result'
        ? [line.formula]
        : [];
  return [...own, ...formulasIn(overrides)];
}

/** Longer parts of a formula are no name. */
const MOST_LETTERS = 40;

/** Follows the units of the open document, and says where they clash. It is advice, and never refuses anything. */
export class UnitCheck {
  readonly #checkers = { typed: new UnitChecker(), ofFile: new UnitChecker() };
  #sweep = 0;

  constructor(readonly app: App) {}

  get #vocabulary(): Vocabulary {
    const { lines, periods } = this.app.workspace.model();
    return vocabularyOf(lines, stepOf(periods));
  }

  /**
   * Looks at every line, a slice at a time; a later sweep takes the place of this one.
   * @returns the lines whose formulas clash; undefined where a later one began
   */
  async sweep(): Promise<ReadonlySet<string> | undefined> {
    const mine = ++this.#sweep;
    const { workspace } = this.app;
    const vocabulary = this.#vocabulary;
    const words = { typed: vocabulary, ofFile: ofFile(vocabulary) };
    const { overrides } = workspace.scenario;
    const checkers = this.#checkers;
    const look = function* (): Steps<ReadonlySet<string>> {
      const found = new Set<string>();
      for (const line of vocabulary.lines) {
        const from = isFromBook(line) ? 'ofFile' : 'typed';
        if (line.kind !== 'heading')
          for (const formula of formulasOf(line, overrides[line.id]))
            if (checkers[from].clashes(formula, line.unit, words[from])) found.add(line.id);
        yield;
      }
      return found;
    };
    return inSlices(look(), () => mine === this.#sweep);
  }

  /** The first clash of a line in the scenario in view. */
  ofLine(id: string): ClashText | undefined {
    const { workspace } = this.app;
    const line = workspace.line(id);
    if (!line || line.kind === 'heading') return undefined;
    for (const formula of formulasOf(line, workspace.scenario.overrides[id])) {
      const found = this.ofFormula(line, formula);
      if (found) return found;
    }
    return undefined;
  }

  /** What is said of one formula in a line. */
  ofFormula(line: Line, formula: string): ClashText | undefined {
    if (line.kind === 'heading') return undefined;
    const all = this.#vocabulary;
    const vocabulary = isFromBook(line) ? ofFile(all) : all;
    const clash = checkFormula(formula, line.unit, vocabulary);
    return clash && this.#text(clash, formula, vocabulary);
  }

  get #words() {
    return UNITS_SAID[this.app.lang()];
  }

  #text(clash: Clash, formula: string, vocabulary: Vocabulary): ClashText {
    const words = this.#words;
    const said = (side: Side) => this.#side(side, formula, vocabulary);
    const sentence =
      clash.kind === 'sides'
        ? words.sides(clash.by, said(clash.left), said(clash.right))
        : clash.kind === 'exponent'
          ? words.exponent(clash.by, said(clash.left))
          : words.result(this.#unit(clash.left, vocabulary), this.#label(clash.unit));
    const unit = clash.mend?.unit;
    const each = clash.mend?.kind === 'each' ? vocabulary.byId.get(clash.mend.line) : undefined;
    return {
      sentence,
      mend: clash.mend ? this.#mend(clash.mend, said) : '',
      ...(unit === undefined ? {} : { unit }),
      ...(each ? { line: each.id } : {}),
      set:
        unit === undefined
          ? ''
          : each
            ? words.setOf(words.quoted(this.app.say(each.label)), this.#label(unit))
            : words.set(this.#label(unit)),
    };
  }

  #label = (unit: Unit): string => this.app.say(unitSpec(unit).label);

  /** A unit as it is told: in the words of the model, else as what it is. */
  #unit({ value }: Side, vocabulary: Vocabulary): string {
    const words = this.#words;
    if (value.kind !== 'one of') return value.kind === 'date' ? words.date : '';
    const [first] = value.measures;
    if (!first) return '';
    if (first.bases.size === 0) return words.number;
    const unit = unitFor(vocabulary, first);
    if (unit !== undefined) return this.#label(unit);
    return [...first.bases.keys()].every(isSpan)
      ? words.span
      : [...first.bases]
          .sort(([a], [b]) => Number(isCurrency(b)) - Number(isCurrency(a)))
          .map(([base, exponent]) => (exponent === 1 ? base : `${base}^${exponent}`))
          .join(' · ');
  }

  #side(side: Side, formula: string, vocabulary: Vocabulary): SaidSide {
    const line = side.line === undefined ? undefined : vocabulary.byId.get(side.line);
    if (line && line.kind !== 'heading')
      return { name: this.#words.quoted(this.app.say(line.label)), unit: this.#label(line.unit) };
    return { name: this.#excerpt(side, formula, vocabulary), unit: this.#unit(side, vocabulary) };
  }

  /** A part of a formula by the names of its lines, where that is short. */
  #excerpt({ from, to }: Side, formula: string, vocabulary: Vocabulary): string {
    const parts = tryParse(formula) ?? [];
    const text = parts
      .map((part) => {
        const start = Math.max(from - part.offset, 0);
        if (!('ref' in part)) return part.text.slice(start, Math.max(to - part.offset, start));
        if (part.offset < from || part.offset >= to) return '';
        if (part.ref.kind !== 'line' && part.ref.kind !== 'children') return part.source.slice(1, -1);
        const line = vocabulary.byId.get(part.ref.id);
        return line ? this.app.say(line.label) : part.ref.id;
      })
      .join('')
      .trim();
    return text === '' || text.length > MOST_LETTERS ? this.#words.aPart : this.#words.quoted(text);
  }

  #mend(mend: Mend, said: (side: Side) => SaidSide): string {
    const words = this.#words;
    const { workspace, lang, say } = this.app;
    if (mend.kind === 'unit' || mend.kind === 'each') return '';
    if (mend.kind === 'rate') return words.rate(said(mend.of).name, said(mend.rate).name);
    const what = mend.side ? said(mend.side).name : words.whole;
    if (mend.kind === 'factor') return words.factor(what, formatNumber(mend.by, lang(), 6, true, 0), mend.divides);
    const line = workspace.line(mend.line);
    if (!line || line.kind === 'heading') return '';
    return words.line(what, { name: words.quoted(say(line.label)), unit: this.#label(line.unit) }, mend.divides);
  }

  /** How many lines clash, for the notes below the answer. */
  count = (lines: number): string => this.#words.lines(lines);
}
