import { hasPeriods, type Input, type Line } from '../model/line.ts';
import {
  type Asked,
  DRAWS,
  type FuturesAsked,
  type RankCorrelation,
  type TableInput,
  type Uncertainty,
  type WhatIf,
} from '../model/whatIf.ts';
import type { Path } from './comments.ts';
import { readCell, readQuantity, report, stored } from './context.ts';
import { readDistribution, readMemory } from './distribution.ts';
import { namedCell } from './named.ts';
import { brief } from './problems.ts';
import { parseQuantity, powerIn } from './quantity.ts';
import { isAskable } from './said.ts';
import type { LineFile, ModelFile } from './schema.ts';
import { checkLine, type Whole } from './whole.ts';

type AskFile = NonNullable<ModelFile['ask']>;
type TableFile = NonNullable<AskFile['table']>;

/** What a file says is uncertain, and what it asks; undefined where it says nothing of either. */
export function readWhatIf(whole: Whole): WhatIf | undefined {
  const { together, draws, ask = {} } = whole.file;
  const uncertain = Object.entries(whole.file.lines).flatMap(([id, file]): [string, Uncertainty][] => {
    const found = readUncertain(whole, ['lines', id], file, whole.lines.get(id));
    return found ? [[id, found]] : [];
  });
  const correlations = (together ?? []).flatMap((pair, i) => readPair(whole, ['together', i], pair) ?? []);
  const futures = ask.futures === undefined ? undefined : readFutures(whole, ask.futures);
  const tornado = ask.tornado === undefined ? undefined : readResult(whole, ['ask', 'tornado'], ask.tornado);
  const table = ask.table && readTable(whole, ['ask', 'table'], ask.table);
  const whatIf: WhatIf = {
    ...(uncertain.length > 0 ? { uncertain: Object.fromEntries(uncertain) } : {}),
    ...(correlations.length > 0 ? { correlations } : {}),
    ...(draws ? { draws: { ...DRAWS, ...draws } } : {}),
    ...(futures ? { futures } : {}),
    ...(tornado ? { tornado } : {}),
    ...(table ? { table } : {}),
  };
  return Object.keys(whatIf).length > 0 ? whatIf : undefined;
}

function readUncertain(
  { context }: Whole,
  path: Path,
  { uncertain, memory, value }: LineFile,
  line: Line | undefined,
): Uncertainty | undefined {
  const tellNeeds = (other: string) =>
    report(context, [...path, 'memory'], { kind: 'needs', key: 'memory', other }, 'key');
  // Of a line of another kind it is told that the key does not go with it.
  if (line?.kind !== 'input') return undefined;
  if (uncertain === undefined) {
    if (memory !== undefined) tellNeeds('uncertain');
    return undefined;
  }
  const { unit, range } = line;
  const power = powerIn(unit, value === undefined ? undefined : parseQuantity(value));
  const found = readDistribution(uncertain, { unit, power, range });
  if (!('shape' in found)) {
    report(context, [...path, 'uncertain'], found);
    return undefined;
  }
  if (memory === undefined) return found;
  if (!hasPeriods(line)) tellNeeds('per_period: true');
  const share = readMemory(memory);
  if (typeof share === 'number') return { ...found, memory: share };
  report(context, [...path, 'memory'], share);
  return undefined;
}

/** A number also where it is written as 0.50. */
function bareNumber(text: string | number): number | undefined {
  const { digits, unit } = parseQuantity(text) ?? {};
  return digits === undefined || unit !== undefined ? undefined : Number(digits);
}

/** `[growth, churn, 0.5]` */
function readPair(
  whole: Whole,
  path: Path,
  [first = '', second = '', written = '']: readonly (string | number)[],
): RankCorrelation | undefined {
  const { context } = whole;
  const [a, b] = [first, second].map((id, i) => readInput(whole, [...path, i], String(id)));
  const rank = bareNumber(written);
  const isRank = rank !== undefined && rank >= -1 && rank <= 1;
  if (!isRank) report(context, [...path, 2], { kind: 'rank', text: brief(String(written)) });
  if (a && a === b) report(context, [...path, 1], { kind: 'twice', key: a.id });
  return a && b && a !== b && isRank ? { lines: [a.id, b.id], rank } : undefined;
}

function readInput(whole: Whole, path: Path, id: string): Input | undefined {
  const line = checkLine(whole, path, id);
  if (!line || line.kind === 'input') return line;
  report(whole.context, path, { kind: 'noInput', id });
  return undefined;
}

/** A cell of which something is asked, by its line and the period of that. */
const readAsked = (whole: Whole, path: Path, cell: string): Asked | undefined =>
  namedCell(whole, path, cell, (line, period) => readCell(whole.context, path, period, line));

function readResult(whole: Whole, path: Path, cell: string): Asked | undefined {
  const asked = readAsked(whole, path, cell);
  if (!asked || isAskable(whole.lines.get(asked.line))) return asked;
  report(whole.context, path, { kind: 'noResult', id: asked.line });
  return undefined;
}

/** A quantity of the line of a cell. */
function readOf({ context, lines }: Whole, { line }: Asked, path: Path, text: string | number): number | undefined {
  const found = lines.get(line);
  const quantity = readQuantity(context, path, text);
  return quantity && found && found.kind !== 'heading' ? stored(context, path, quantity, found.unit) : undefined;
}

function readFutures(whole: Whole, file: NonNullable<AskFile['futures']>): FuturesAsked | undefined {
  const path = ['ask', 'futures'];
  if (typeof file === 'string') return readResult(whole, path, file);
  const asked = readResult(whole, [...path, 'cell'], file.cell);
  if (!asked || file.at_least === undefined) return asked;
  const atLeast = readOf(whole, asked, [...path, 'at_least'], file.at_least);
  return atLeast === undefined ? asked : { ...asked, atLeast };
}

function readTable(whole: Whole, path: Path, file: TableFile): WhatIf['table'] {
  const inputs = file.inputs.flatMap(({ cell, low, high, steps }, i): TableInput[] => {
    const place = [...path, 'inputs', i];
    const asked = readAsked(whole, [...place, 'cell'], cell);
    if (!asked || !readInput(whole, [...place, 'cell'], asked.line)) return [];
    const from = readOf(whole, asked, [...place, 'low'], low);
    const to = readOf(whole, asked, [...place, 'high'], high);
    if (from === undefined || to === undefined) return [];
    if (!(from < to)) report(whole.context, [...place, 'low'], { kind: 'turned', text: `${low}..${high}` });
    return [{ ...asked, low: from, high: to, steps }];
  });
  const results = file.results.flatMap((cell, i) => readResult(whole, [...path, 'results', i], cell) ?? []);
  return { inputs, results };
}
