import { aboveZ, normalQuantile } from '../maths/special.ts';
import { uniform } from './random.ts';

/** What one input is drawn by. */
export interface Variable {
  readonly stream: number;
  /** The periods in which it is drawn; one that is 0 where that is once for all. */
  readonly entities: readonly number[];
  /** How much of its normal score stays from one of them to the next. */
  readonly memory: number;
  /** Among those that go together, its row of the matrix's triangle: by variable, up to itself. */
  readonly mix?: readonly (readonly [variable: number, weight: number])[];
}

export interface DrawPlan {
  readonly variables: readonly Variable[];
  readonly seed: number;
}

/**
 * The draws of some trials: for each variable and each of its entities a part between 0 and 1 and a normal score a trial.
 * Those that go together are drawn in the same periods and with the same memory.
 */
export class Draws {
  readonly #innovations = new Map<string, Float64Array>();
  readonly #scores = new Map<string, Float64Array>();
  readonly #parts = new Map<string, Float64Array>();

  /** @param first the first trial, from 1 on */
  constructor(
    readonly plan: DrawPlan,
    readonly first: number,
    readonly count: number,
  ) {}

  /** Standard normal. `at`: which of the variable's entities. */
  scores(variable: number, at: number): Float64Array {
    return kept(this.#scores, `${variable} ${at}`, () => {
      const { memory = 0 } = this.plan.variables[variable] ?? {};
      const own = this.#mixed(variable, at);
      if (at === 0 || memory === 0) return own;
      const before = this.scores(variable, at - 1);
      const rest = Math.sqrt(1 - memory * memory);
      return own.map((score, i) => memory * (before[i] as number) + rest * score);
    });
  }

  /** Between 0 and 1. */
  parts(variable: number, at: number): Float64Array {
    const { mix, memory = 0 } = this.plan.variables[variable] ?? {};
    // What is as it was drawn needs no way there and back.
    if (!mix && (at === 0 || memory === 0)) return this.#drawn(variable, at);
    return kept(this.#parts, `${variable} ${at}`, () => this.scores(variable, at).map((score) => aboveZ(-score)));
  }

  /** What is new in a period, those that go together already mixed. */
  #mixed(variable: number, at: number): Float64Array {
    const { mix } = this.plan.variables[variable] ?? {};
    if (!mix) return this.#innovation(variable, at);
    const sum = new Float64Array(this.count);
    for (const [other, weight] of mix) {
      const own = this.#innovation(other, at);
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (own[i] as number);
    }
    return sum;
  }

  #innovation(variable: number, at: number): Float64Array {
    return kept(this.#innovations, `${variable} ${at}`, () => this.#drawn(variable, at).map(normalQuantile));
  }

  #drawn(variable: number, at: number): Float64Array {
    return kept(this.#parts, `drawn ${variable} ${at}`, () => {
      const { stream = 0, entities = [] } = this.plan.variables[variable] ?? {};
      const entity = entities[at] ?? 0;
      const drawn = new Float64Array(this.count);
      for (let i = 0; i < drawn.length; i++) drawn[i] = uniform(this.first + i, stream, entity, this.plan.seed);
      return drawn;
    });
  }
}

function kept(map: Map<string, Float64Array>, key: string, make: () => Float64Array): Float64Array {
  const found = map.get(key);
  if (found) return found;
  const made = make();
  map.set(key, made);
  return made;
}
