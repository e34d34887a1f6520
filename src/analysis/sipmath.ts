import type { Variable } from '../chance/draws.ts';
import { type Metalog, metalogTerms } from '../chance/shapes.ts';
import type { DrawnCell, FuturesQuestion } from '../engine/port.ts';
import type { CellRef, Slot } from '../model/content.ts';
import { slotText } from '../model/periods.ts';

/**
 * Futures as a library of the SIPmath standard 3.0 (https://www.probabilitymanagement.org/30-standard). Inputs are as
 * the standard generates them wherever it can: `Metalog_1_0` of the generator that draws here as well, `Lookup_Table` where
 * values are listed, a `GaussianCopula` for what goes together or is carried from period to period. All else are the
 * drawn values themselves, as a `SIP_Array`, and so are results. Trial n is run n in each of them.
 */

/** What a SIP is made by. */
interface Made {
  readonly function: 'Metalog_1_0' | 'Lookup_Table' | 'SIP_Array';
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** A cell and all that it holds, trial by trial. */
export interface SipCell {
  readonly cell: CellRef;
  readonly label: string;
  readonly unit: string;
  readonly values: Float64Array;
}

export interface SipSource {
  readonly name: string;
  readonly provenance: string;
  /** Its day: 2026-12-01. */
  readonly date: string;
  readonly question: Pick<FuturesQuestion, 'plan' | 'drawn'>;
  /** Those that are drawn, in their order. */
  readonly inputs: readonly SipCell[];
  readonly results: readonly SipCell[];
}

/** Correlations in one matrix at most: a file of some ten megabytes. */
const MOST_CORRELATIONS = 100_000;
/** Bars of the little histogram that readers show of a SIP. */
const BARS = 25;
const INDEX = 'index';
const COPULA = 'Gaussian';
const MATRIX = 'correlationMatrix';

/** A metalog as it is, or spread over other numbers; the standard has none that descends. */
function scaledMetalog(shape: Metalog, scale: number): Made | undefined {
  const terms = metalogTerms(shape);
  if (typeof terms === 'string' || scale <= 0) return undefined;
  const [middle, second, third] = terms;
  const { least, most } = shape;
  // With one bound the logarithm of a distance is what is drawn, so that a factor is added to it.
  const moved = scale === 1 ? middle : middle + Math.log(scale) * (least === undefined ? -1 : 1);
  const isOpen = least === undefined && most === undefined;
  const isBetween = least !== undefined && most !== undefined;
  return {
    function: 'Metalog_1_0',
    arguments: {
      ...(least === undefined ? {} : { lowerBound: scale * least }),
      ...(most === undefined ? {} : { upperBound: scale * most }),
      aCoefficients: isOpen
        ? [scale * middle, scale * second, scale * third]
        : [isBetween ? middle : moved, second, third],
    },
  };
}

/** Values up to running parts of all trials. */
function lookup(values: readonly number[], weights: readonly number[]): Made {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const rows = values.flatMap((value, i) => {
    const weight = weights[i] as number;
    sum += weight;
    return weight > 0 ? [[sum / total, value]] : [];
  });
  return { function: 'Lookup_Table', arguments: { value: rows } };
}

/** How the standard generates what is drawn, where it can. `held`: what the cell holds. */
export function generatedBy(
  { uncertainty: { shape, relative }, held, isWhole }: Pick<DrawnCell, 'uncertainty' | 'held' | 'isWhole'>,
  trials: number,
): Made | undefined {
  // The standard rounds none of them.
  if (isWhole) return undefined;
  const scale = relative ? held : 1;
  switch (shape.kind) {
    case 'uniform': {
      const [low, high] = [shape.low * scale, shape.high * scale].sort((a, b) => a - b) as [number, number];
      // The fourth term alone is a straight line.
      return { function: 'Metalog_1_0', arguments: { aCoefficients: [(low + high) / 2, 0, 0, high - low] } };
    }
    case 'metalog':
      return scaledMetalog(shape, scale);
    case 'discrete':
    case 'samples': {
      // More of them than trials would be longer than what is drawn.
      if (shape.values.length > trials) return undefined;
      const values = shape.values.map((value) => scale * value);
      return lookup(values, shape.kind === 'discrete' ? shape.weights : values.map(() => 1));
    }
    default:
      return undefined;
  }
}

/** Whether its draws are made of those of others or of earlier periods. */
const isMixed = ({ mix, memory, entities }: Variable): boolean =>
  mix !== undefined || (memory > 0 && memory < 1 && entities.length > 1);

interface Correlation {
  readonly row: string;
  readonly col: string;
  readonly value: number;
}

/**
 * The correlations of normal scores by which inputs are drawn, below the diagonal: over periods a power of the memory,
 * between inputs what their shares of the same draws come to. Its Cholesky factor is the one that draws here.
 */
function correlations(
  variables: readonly Variable[],
  mixed: readonly number[],
  nameOf: (variable: number, at: number) => string,
): readonly Correlation[] | undefined {
  const found: Correlation[] = [];
  const between = (a: number, b: number): number => {
    if (a === b) return 1;
    const weights = new Map(variables[b]?.mix);
    return (variables[a]?.mix ?? []).reduce((sum, [from, weight]) => sum + weight * (weights.get(from) ?? 0), 0);
  };
  for (const [i, a] of mixed.entries()) {
    const { entities, memory } = variables[a] as Variable;
    const others = mixed.slice(0, i + 1).flatMap((b) => {
      const shared = between(a, b);
      return shared === 0 ? [] : [{ b, shared }];
    });
    for (let at = 0; at < entities.length; at++)
      for (const { b, shared } of others)
        for (let then = 0; then < (b === a ? at + 1 : entities.length); then++) {
          const value = shared * memory ** Math.abs(at - then);
          if (value === 0) continue;
          if (found.length === MOST_CORRELATIONS) return undefined;
          found.push({ row: nameOf(a, at), col: nameOf(b, then), value });
        }
  }
  return found;
}

/** Names of SIPs as a spreadsheet takes them: `growth_2026Q1`. */
class Names {
  readonly #taken = new Set<string>([INDEX]);

  free(line: string, slot: Slot): string {
    const wanted = slot === 'value' ? line : `${line}_${slotText(slot).replace('-', '_')}`;
    let name = wanted;
    for (let n = 2; this.#taken.has(name); n++) name = `${wanted}_${n}`;
    this.#taken.add(name);
    return name;
  }
}

/** What readers show of a SIP: its moments, its quartiles and a little histogram. */
function metadata({ label, unit, values }: SipCell) {
  const numbers = values.filter((value) => !Number.isNaN(value)).sort();
  const count = numbers.length;
  const said = { label, unit, count };
  if (count === 0) return said;
  const mean = numbers.reduce((sum, one) => sum + one, 0) / count;
  const at = (part: number) => numbers[Math.round(part * (count - 1))] as number;
  const [min, max] = [at(0), at(1)];
  const bars = new Array<number>(BARS).fill(0);
  for (const one of numbers) {
    const bar = max > min ? Math.min(BARS - 1, Math.floor(((one - min) / (max - min)) * BARS)) : 0;
    bars[bar] = (bars[bar] as number) + 1;
  }
  return {
    ...said,
    mean,
    std: Math.sqrt(numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / count),
    min,
    P25: at(0.25),
    P50: at(0.5),
    P75: at(0.75),
    max,
    density: bars.map((bar) => bar / count),
  };
}

/** A library of them, ready to be written as JSON. */
export function sipLibrary({ name, provenance, date, question, inputs, results }: SipSource) {
  const { plan, drawn } = question;
  const { variables, seed } = plan;
  const names = new Names();
  const trials = inputs[0]?.values.length ?? 0;
  const lineOf = new Map(drawn.map(({ variable, cell }) => [variable, cell.line]));
  const own = inputs.map(({ cell }) => names.free(cell.line, cell.slot));
  // A layer bears the name of the SIP that it alone makes.
  const layers = new Map<string, string>();
  const layerOf = (variable: number, at: number): string => {
    const key = `${variable} ${at}`;
    const known = layers.get(key);
    if (known !== undefined) return known;
    const of = drawn.flatMap((one, i) => (one.variable === variable && one.at === at ? [i] : []));
    const entity = variables[variable]?.entities[at] ?? 0;
    const line = lineOf.get(variable) ?? `input_${variable + 1}`;
    const made = of.length === 1 ? (own[of[0] as number] as string) : names.free(line, entity === 0 ? 'value' : entity);
    layers.set(key, made);
    return made;
  };
  const mixed = variables.flatMap((one, i) => (isMixed(one) ? [i] : []));
  const matrix = correlations(variables, mixed, layerOf);
  const rng: object[] = [];
  const generators = new Map<string, string>();
  const generator = (variable: number, at: number): string => {
    const key = `${variable} ${at}`;
    const known = generators.get(key);
    if (known !== undefined) return known;
    const { stream = 0, entities = [] } = variables[variable] ?? {};
    const made = `hdr${rng.length + 1}`;
    generators.set(key, made);
    rng.push({
      name: made,
      function: 'HDR_2_0',
      arguments: { counter: 'PM_Index', entity: entities[at] ?? 0, varId: stream, seed3: seed, seed4: 0 },
    });
    return made;
  };
  const array = (cell: SipCell, called: string) => ({
    name: called,
    ref: { source: 'rng', name: INDEX },
    function: 'SIP_Array',
    arguments: { type: 'array', value: Array.from(cell.values) },
    metadata: metadata(cell),
  });
  let copulas = 0;
  const made = inputs.map((input, i) => {
    const cell = drawn[i] as DrawnCell;
    const { variable, at } = cell;
    const called = own[i] as string;
    const isOfCopula = mixed.includes(variable);
    const generated = isOfCopula && !matrix ? undefined : generatedBy(cell, trials);
    if (!generated) return array(input, called);
    if (isOfCopula) copulas++;
    const ref = isOfCopula
      ? { source: 'copula', name: COPULA, copulaLayer: layerOf(variable, at) }
      : { source: 'rng', name: generator(variable, at) };
    return { name: called, ref, ...generated, metadata: metadata(input) };
  });
  const found = results.map((result) => array(result, names.free(result.cell.line, result.cell.slot)));
  const together =
    copulas > 0 && matrix
      ? mixed.flatMap((variable) =>
          (variables[variable]?.entities ?? []).map((_, at) => ({
            layer: layerOf(variable, at),
            rng: generator(variable, at),
          })),
        )
      : [];
  const sips = [...made, ...found];
  if (sips.some(({ function: by }) => by === 'SIP_Array'))
    rng.push({ name: INDEX, function: 'Index', arguments: { counter: 'PM_Index' } });
  const order = together.map(({ layer }) => layer);
  return {
    name,
    objectType: 'sipModel',
    libraryType: 'SIPmath_3_0',
    dateCreated: date,
    version: '1',
    provenance,
    globalVariables: order.length > 0 ? [{ name: MATRIX, value: { columns: order, rows: order, matrix } }] : [],
    U01: {
      rng,
      ...(order.length > 0
        ? {
            copula: [
              {
                name: COPULA,
                function: 'GaussianCopula',
                arguments: {
                  correlationMatrix: { type: 'globalVariables', value: MATRIX },
                  rng: together.map((one) => one.rng),
                },
                copulaLayer: order,
              },
            ],
          }
        : {}),
    },
    sips,
  };
}
