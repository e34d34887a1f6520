import type { Line } from '../../model/line.ts';
import type { Fact, Reader } from './facts.ts';
import { folded, scenarioNames, variablesOf } from './names.ts';
import type { Target } from './target.ts';

/** Why a row is of no line: none or several are called so; a scenario, a model, a region that is not here. */
export type Unmatched = 'unknown' | 'many' | 'scenario' | 'model' | 'region';

export type Match =
  | { readonly line: Line; readonly scenario: string }
  | { readonly why: Unmatched; readonly said: string };

/** Names of lines or scenarios, folded, with what bears each. */
class Names {
  readonly #bearers = new Map<string, Set<string>>();

  add(name: string, id: string): void {
    const key = folded(name);
    if (key === '') return;
    const bearers = this.#bearers.get(key) ?? new Set();
    this.#bearers.set(key, bearers.add(id));
  }

  find(name: string): readonly string[] {
    return [...(this.#bearers.get(folded(name)) ?? [])];
  }
}

/** Finds the line and the scenario that a row of a table is of. */
export class Matcher {
  readonly #lines: ReadonlyMap<string, Line>;
  readonly #labels = new Names();
  readonly #variables = new Names();
  readonly #scenarios = new Names();
  readonly #models: ReadonlySet<string>;
  readonly #regions: ReadonlySet<string>;

  constructor(
    readonly target: Target,
    readonly reader: Reader,
  ) {
    const { lines, scenarios, name } = target;
    this.#lines = new Map(lines.map((line) => [line.id, line]));
    for (const lang of ['en', 'zh'] as const) {
      for (const line of lines) if (line.kind !== 'heading') this.#labels.add(line.label[lang], line.id);
      for (const [id, variable] of variablesOf(lines, lang)) this.#variables.add(variable, id);
      for (const [id, named] of scenarioNames(scenarios, lang)) this.#scenarios.add(named, id);
    }
    for (const { id } of scenarios) this.#scenarios.add(id, id);
    this.#models = new Set([folded(name.en), folded(name.zh)]);
    this.#regions = new Set(Object.values(target.regions).map(folded));
  }

  match(fact: Fact): Match {
    const { named } = fact;
    if (named.model !== '' && this.#hasOwnRows && !this.#models.has(folded(named.model)))
      return { why: 'model', said: named.model };
    const scenario = named.scenario === '' ? [this.target.view] : this.#scenarios.find(named.scenario);
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

  #find({ named, label }: Fact): readonly string[] {
    if (this.#lines.get(named.id)) return [named.id];
    for (const names of [this.#variables.find(named.variable), this.#labels.find(named.label)])
      if (names.length > 0) return names;
    return this.#labels.find(label);
  }

  #own: boolean | undefined;

  /** Whether any row is of the model that is open; where none is, the models in the table are called otherwise. */
  get #hasOwnRows(): boolean {
    this.#own ??= this.reader.names('model').some((name) => this.#models.has(folded(name)));
    return this.#own;
  }
}
