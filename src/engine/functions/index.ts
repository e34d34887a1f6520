import { HyperFormula } from 'hyperformula';
import { adapt, adaptArguments } from './adapt.ts';
import { BITS } from './bits.ts';
import { CONDITIONAL } from './conditional.ts';
import { CORRECTED, cutFractions } from './corrected.ts';
import { DATES } from './dates.ts';
import { type OwnFunction, pluginOf } from './define.ts';
import { makeExceptions } from './exceptions.ts';
import { INFORMATION } from './information.ts';
import { LOGICAL } from './logical.ts';
import { LOOKUP_FUNCTIONS } from './lookup.ts';
import { ROUNDING } from './rounding.ts';
import { SPANS } from './spans.ts';
import { STATISTICS } from './statistics.ts';

/** What they do, and their parameters, by name. */
const OWN = new Map<string, OwnFunction>();
export const ownFunctions = (): ReadonlyMap<string, OwnFunction> => OWN;

/** Adds functions to every workbook that is built from now on. */
export function addFunctions(functions: readonly OwnFunction[], made?: (interpreter: unknown) => void): void {
  const names: Record<string, string> = {};
  for (const own of functions)
    for (const name of [own.name, ...(own.aliases ?? [])]) {
      OWN.set(name, own);
      names[name] = name;
    }
  HyperFormula.registerFunctionPlugin(pluginOf(functions, made), { enGB: names });
}

/** Adds those that are there from the start: functions of the engine's that are put right, and the most used others. */
export function addBaseFunctions(): void {
  addFunctions(
    [
      ...BITS,
      ...CONDITIONAL,
      ...CORRECTED,
      ...DATES,
      ...INFORMATION,
      ...LOGICAL,
      ...LOOKUP_FUNCTIONS,
      ...ROUNDING,
      ...SPANS,
      ...STATISTICS,
    ],
    adapt,
  );
  adaptArguments();
  cutFractions();
  makeExceptions();
}
