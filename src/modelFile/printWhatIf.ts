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

/** What goes together, what is drawn and what is asked, without what it names of lines and periods that are gone. */
export function whatIfOf(
  { correlations = [], draws, futures, tornado, table }: WhatIf,
  { lines, periods }: Model,
): Readonly<Record<'together' | 'draws' | 'ask', Tree | undefined>> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const isInput = (id: string) => byId.get(id)?.kind === 'input';
  const pairs = correlations.filter(({ lines: [a, b] }) => a !== b && isInput(a) && isInput(b));
  /** The name of a cell that is there, and how its numbers are written. */
  const cellOf = ({ line: id, slot }: Asked, isOf: (line: Line) => boolean) => {
    const line = byId.get(id);
    if (!line || line.kind === 'heading' || !isOf(line)) return undefined;
    const quantity = (value: number) => quantityOf(value, line.unit);
    if (!hasPeriods(line)) return slot === 'value' ? { cell: id, quantity } : undefined;
    if (slot === 'value' || !hasCell(line, slot, periods)) return undefined;
    return { cell: `${id}@${ownText(line, slot, periods)}`, quantity };
  };
  const result = (asked: Asked | undefined) => asked && cellOf(asked, isAskable);
  const told = result(futures);
  const inputs = (table?.inputs ?? []).flatMap((input) => {
    const found = cellOf(input, ({ kind }) => kind === 'input');
    if (!found) return [];
    const { cell, quantity } = found;
    return [{ cell, low: quantity(input.low), high: quantity(input.high), steps: input.steps }];
  });
  const results = (table?.results ?? []).flatMap((one) => result(one)?.cell ?? []);
  const ask = {
    futures:
      told && futures?.atLeast !== undefined
        ? { cell: told.cell, at_least: told.quantity(futures.atLeast) }
        : told?.cell,
    tornado: result(tornado)?.cell,
    table: inputs.length > 0 && results.length > 0 ? { inputs, results } : undefined,
  };
  return {
    together: pairs.length > 0 ? pairs.map(({ lines: pair, rank }) => [...pair, rank]) : undefined,
    draws: draws && { runs: draws.runs, seed: draws.seed },
    ask: Object.values(ask).some((one) => one !== undefined) ? given(ask) : undefined,
  };
}
