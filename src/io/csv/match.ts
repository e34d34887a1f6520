import type { Line } from '../../model/line.ts';
import type { Lang } from '../../model/text.ts';
import type { Fact, FactReader } from './facts.ts';
import { folded, scenarioNames, variablesOf } from './names.ts';
import type { Target } from './target.ts';

/** Why a row is of no line: none or several are called so; a scenario, a model, a region that is not here. */
export type Unmatched = 'unknown' | 'many' | 'scenario' | 'model' | 'region';

export type Match =
  | { readonly line: Line; readonly scenario: string }
  | { readonly why: Unmatched; readonly said: string };

const LANGS = ['en', 'zh'] as const;

/** Names of lines or scenarios in each language, folded, with what bears each. */
class Names {
  readonly #bearers: Readonly<Record<Lang, Map<string, Set<string>>>> = { en: new Map(), zh: new Map() };
  #langs: readonly Lang[] = LANGS;

  /** By how many more of the names of a table the Chinese ones know than the English. */
  leaning(names: readonly string[]): number {
    const known = (lang: Lang) => names.filter((name) => this.#bearers[lang].has(folded(name))).length;
    return known('zh') - known('en');
  }

  add(lang: Lang, name: string, id: string): void {
    const key = folded(name);
    if (key === '') return;
    const bearers = this.#bearers[lang].get(key) ?? new Set();
    this.#bearers[lang].set(key, bearers.add(id));
  }

  /** They are looked up in this language first. */
  prefer(lang: Lang): void {
    this.#langs = lang === 'zh' ? ['zh', 'en'] : LANGS;
  }

  find(name: string): readonly string[] {
    const key = folded(name);
    for (const lang of this.#langs) {
      const bearers = this.#bearers[lang].get(key);
      if (bearers) return [...bearers];
    }
    return [];
  }
}

/** Finds the line and the scenario that a row of a table is of. */
export class Matcher {
  readonly #lines: ReadonlyMap<string, Line>;
  readonly #labels = new Names();
  readonly #variables = new Names();
  readonly #scenarios = new Names();
  readonly #regions: ReadonlySet<string>;
  /** Whether any row is of the model that is open; where none is, the models in the table are called otherwise. */
  readonly #hasOwnRows: boolean;
  readonly #models: ReadonlySet<string>;

  constructor(
    readonly target: Target,
    reader: FactReader,
  ) {
    const { lines, scenarios, name } = target;
    this.#lines = new Map(lines.map((line) => [line.id, line]));
    for (const lang of LANGS) {
      for (const line of lines) if (line.kind !== 'heading') this.#labels.add(lang, line.label[lang], line.id);
      for (const [id, variable] of variablesOf(lines, lang)) this.#variables.add(lang, variable, id);
      for (const [id, named] of scenarioNames(scenarios, lang)) this.#scenarios.add(lang, named, id);
    }
    // A column is in the language that knows more of its names; where both know as many, in that of the whole table.
    const columns = [
      [this.#labels, reader.names('label')],
      [this.#variables, reader.names('variable')],
      [this.#scenarios, reader.names('scenario')],
    ] as const;
    const leanings = columns.map(([names, written]) => names.leaning(written));
    const whole = leanings.reduce((sum, leaning) => sum + leaning, 0);
    for (const [i, [names]] of columns.entries()) names.prefer((leanings[i] || whole) > 0 ? 'zh' : 'en');
    this.#models = new Set([folded(name.en), folded(name.zh)]);
    this.#hasOwnRows = reader.names('model').some((model) => this.#models.has(folded(model)));
    this.#regions = new Set(Object.values(target.regions).map(folded));
  }

  match(fact: Fact): Match {
    const { named } = fact;
    if (named.model !== '' && this.#hasOwnRows && !this.#models.has(folded(named.model)))
      return { why: 'model', said: named.model };
    const scenario = this.#scenario(named.scenario);
    if (scenario.length !== 1) return { why: 'scenario', said: named.scenario };
    const found = this.#find(fact);
    if (found.length !== 1) return { why: found.length === 0 ? 'unknown' : 'many', said: named.id };
    const line = this.#lines.get(found[0] ?? '');
    if (!line) return { why: 'unknown', said: named.id };
    // A region that some line has and this one has not: the row is of another region's figure of that name.
    const region = this.target.regions[line.id] ?? this.target.name.en;
    if (this.#regions.has(folded(named.region)) && folded(named.region) !== folded(region))
      return { why: 'region', said: named.region };
    return { line, scenario: scenario[0] ?? '' };
  }

  /** By its name, else by its id; a row that names none is of the scenario in view. */
  #scenario(name: string): readonly string[] {
    if (name === '') return [this.target.view];
    const found = this.#scenarios.find(name);
    return found.length > 0 ? found : this.target.scenarios.filter(({ id }) => id === name).map(({ id }) => id);
  }

  #find({ named, label }: Fact): readonly string[] {
    if (this.#lines.get(named.id)) return [named.id];
    for (const names of [this.#variables.find(named.variable), this.#labels.find(named.label)])
      if (names.length > 0) return names;
    return this.#labels.find(label);
  }
}
