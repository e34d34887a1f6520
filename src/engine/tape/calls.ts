import { Arguments, mayBeMany } from './arguments.ts';
import { ASKED, asked, NUMERIC, numeric } from './asked.ts';
import { CHOICES } from './choices.ts';
import type { Formula } from './formulas.ts';
import type { Held } from './held.ts';
import { MANY } from './many.ts';
import { Unsupported } from './tape.ts';
import type { Translating } from './translate.ts';

/** A function's call. @throws Unsupported */
export function call(from: Translating, formula: Formula): Held {
  const name = formula.node.procedureName ?? '';
  const own = MANY[name] ?? CHOICES[name];
  if (own) return own(from, formula);
  const given = new Arguments(from, formula);
  const calculation = numeric(name, given.nodes.length);
  if (calculation && given.nodes.every(({ type }) => type !== 'EMPTY')) {
    const slots = given.nodes.map((_, i) => given.number(i));
    return { kind: 'number', slot: from.assembler.call(calculation, slots) };
  }
  if (!NUMERIC.has(name) && !ASKED.has(name)) throw new Unsupported(name);
  if (ASKED.has(name) && given.nodes.some(mayBeMany)) from.assembler.beVague();
  return asked(
    from,
    formula,
    (i) => given.held(i),
    (i) => given.cells(i),
  );
}
