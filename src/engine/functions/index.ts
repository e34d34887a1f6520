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

/** Names without their dots by which the engine knows the same functions, as TDISTRT. */
const undotted = ({ name }: OwnFunction): string[] =>
  /\.(?:RT|2T)$/.test(name) ? [name.replaceAll('.', '').replace(/^CHISQ/, 'CHI')].filter(isKnown) : [];
const isKnown = (name: string): boolean =>
  HyperFormula.getRegisteredFunctionNames('enGB').includes(name) && !OWN.has(name);

/** Adds functions to every workbook that is built from now on. */
export function addFunctions(functions: readonly OwnFunction[], made?: (interpreter: unknown) => void): void {
  const named = functions.map((own) => ({ ...own, aliases: [...(own.aliases ?? []), ...undotted(own)] }));
  const names: Record<string, string> = {};
  for (const own of named)
    for (const name of [own.name, ...own.aliases]) {
      OWN.set(name, own);
      names[name] = name;
    }
  HyperFormula.registerFunctionPlugin(pluginOf(named, made), { enGB: names });
}

/** Adds those that are there from the start: functions of the engine's that are put right, and the most used others. */
export function addBaseFunctions(): void {
  adaptArguments();
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
  cutFractions();
  makeExceptions();
}
