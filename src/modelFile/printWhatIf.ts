import { hasCell, ownText } from '../model/coarse.ts';
import { hasPeriods, type Input, type Line } from '../model/line.ts';
import type { Model } from '../model/model.ts';
import type { Asked, Uncertainty, WhatIf } from '../model/whatIf.ts';
import { printDistribution } from './distribution.ts';
import { given, isAskable, quantityOf } from './said.ts';
import type { Tree } from './writer.ts';

/** How an input may turn out. */
export function uncertainOf(line: Input, uncertainty: Uncertainty | undefined) {
  const uncertain = uncertainty && printDistribution(uncertainty, line.unit, line.range);
  const memory = uncertain !== undefined && hasPeriods(line) ? uncertainty?.memory : undefined;
  return { uncertain, memory: memory === 1 ? 'once' : memory === 0 ? 'anew' : memory };
}

/** How much of what is asked of a model has no place in its file: what names lines or periods that are gone, and what can't be drawn. */
export interface AskedLeft {
  readonly distributions: number;
  readonly correlations: number;
  /** Of futures, of a tornado, and inputs and results of a data table. */
  readonly questions: number;
}

export function askedLeft(whatIf: WhatIf, model: Pick<Model, 'lines' | 'periods'>): AskedLeft {
  const { uncertain = {}, correlations = [], futures, tornado, table } = whatIf;
  const found = standing(whatIf, model);
  const byId = new Map(model.lines.map((line) => [line.id, line]));
  const lost = Object.entries(uncertain).filter(([id, one]) => {
    const line = byId.get(id);
    return line?.kind !== 'input' || printDistribution(one, line.unit, line.range) === undefined;
  });
  const asked = [futures, tornado, ...(table ? [...table.inputs, ...table.results] : [])].filter(Boolean).length;
  const kept = [found.futures, found.tornado, ...(found.table ? [...found.inputs, ...found.results] : [])];
  return {
    distributions: lost.length,
    correlations: correlations.length - found.pairs.length,
    questions: asked - kept.filter(Boolean).length,
  };
}

/** A cell that is there by its name, and how numbers of it are written. */
interface Named {
  readonly cell: string;
  readonly quantity: (value: number) => Tree;
}

/** What of it names lines and periods that are there. */
function standing(
  { correlations = [], futures, tornado, table }: WhatIf,
  { lines, periods }: Pick<Model, 'lines' | 'periods'>,
) {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const isInput = (id: string) => byId.get(id)?.kind === 'input';
  const cellOf = ({ line: id, slot }: Asked, isOf: (line: Line) => boolean): Named | undefined => {
    const line = byId.get(id);
    if (!line || line.kind === 'heading' || !isOf(line)) return undefined;
    const quantity = (value: number) => quantityOf(value, line.unit);
    if (!hasPeriods(line)) return slot === 'value' ? { cell: id, quantity } : undefined;
    if (slot === 'value' || !hasCell(line, slot, periods)) return undefined;
    return { cell: `${id}@${ownText(line, slot, periods)}`, quantity };
  };
  const result = (asked: Asked | undefined) => asked && cellOf(asked, isAskable);
  const inputs = (table?.inputs ?? []).flatMap((input) => {
    const found = cellOf(input, ({ kind }) => kind === 'input');
    return found ? [{ ...input, ...found }] : [];
  });
  const results = (table?.results ?? []).flatMap((one) => result(one)?.cell ?? []);
  return {
    pairs: correlations.filter(({ lines: [a, b] }) => a !== b && isInput(a) && isInput(b)),
    futures: result(futures),
    tornado: result(tornado),
    inputs,
    results,
    /** Whether there is a table of them. */
    table: inputs.length > 0 && results.length > 0,
  };
}

/** What goes together, what is drawn and what is asked, without what it names of lines and periods that are gone. */
export function whatIfOf(
  whatIf: WhatIf,
  model: Model,
): Readonly<Record<'together' | 'draws' | 'ask', Tree | undefined>> {
  const { draws } = whatIf;
  const { pairs, futures: told, tornado, inputs, results, table } = standing(whatIf, model);
  const atLeast = whatIf.futures?.atLeast;
  const ask = {
    futures: told && atLeast !== undefined ? { cell: told.cell, at_least: told.quantity(atLeast) } : told?.cell,
    tornado: tornado?.cell,
    table: table
      ? {
          inputs: inputs.map(({ cell, low, high, steps, quantity }) => ({
            cell,
            low: quantity(low),
            high: quantity(high),
            steps,
          })),
          results,
        }
      : undefined,
  };
  return {
    together: pairs.length > 0 ? pairs.map(({ lines: pair, rank }) => [...pair, rank]) : undefined,
    draws: draws && { runs: draws.runs, seed: draws.seed },
    ask: Object.values(ask).some((one) => one !== undefined) ? given(ask) : undefined,
  };
}
