import { HyperFormula } from 'hyperformula';
import { adapt, adaptArguments } from './adapt.ts';
import { CONDITIONAL } from './conditional.ts';
import { type OwnFunction, pluginOf } from './define.ts';
import { LOGICAL } from './logical.ts';
import { ROUNDING } from './rounding.ts';

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

/** Adds those that are there from the start, of which shipped models and most others are made. */
export function addBaseFunctions(): void {
  adaptArguments();
  addFunctions([...CONDITIONAL, ...LOGICAL, ...ROUNDING], adapt);
}
