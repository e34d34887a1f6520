import { isFormula } from '../../model/content.ts';
import type { Line, MeasuredLine } from '../../model/line.ts';
import type { Overrides } from '../../model/model.ts';
import type { Step } from '../../model/periods.ts';
import type { Unit } from '../../model/units.ts';
import { checkFormula } from '../../units/check.ts';
import { linesIn, parseExpression } from '../../units/expression.ts';
import { ofFile, type Vocabulary, vocabularyOf } from '../../units/vocabulary.ts';

/** Units that follow from others, one after the other. */
const ROUNDS = 4;

function formulaOf(line: Line, overrides: Overrides): string | undefined {
  if (line.kind === 'series' || line.kind === 'result') return line.formula;
  const held = Object.values(overrides[line.id] ?? {}).find(isFormula);
  return held?.formula;
}

/** The one unit of the lines that a formula names; undefined where they have several, or none. */
function unitOfNamed(formula: string, { byId, measures }: Vocabulary): Unit | undefined {
  const node = parseExpression(formula);
  const units = (node ? linesIn(node) : []).flatMap((id) => {
    const line = byId.get(id);
    return line && line.kind !== 'heading' && measures(line.unit).length > 0 ? [line.unit] : [];
  });
  const [first, ...others] = new Set(units);
  return others.length === 0 ? first : undefined;
}

/**
 * Lines whose unit is guessed, by a title or by the sign of a currency in the format of numbers: where their formula gives
 * something else they have the unit of what it names, if that goes with it, else none.
 */
export function unitsByFormulas(
  lines: readonly Line[],
  overrides: Overrides,
  guessed: ReadonlySet<string>,
  step: Step,
): readonly Line[] {
  let now = lines;
  for (let round = 0; round < ROUNDS; round++) {
    const vocabulary = ofFile(vocabularyOf(now, step));
    const next = now.map((line): Line => {
      if (line.kind === 'heading' || !guessed.has(line.id)) return line;
      const formula = formulaOf(line, overrides);
      if (formula === undefined || checkFormula(formula, line.unit, vocabulary)?.kind !== 'result') return line;
      const named = unitOfNamed(formula, vocabulary);
      const fits = named !== undefined && checkFormula(formula, named, vocabulary) === undefined;
      return { ...line, unit: fits ? named : '' } as MeasuredLine;
    });
    if (next.every((line, i) => line === now[i])) return now;
    now = next;
  }
  return now;
}
