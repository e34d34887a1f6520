import { countOverrides, type Scenario } from '../../document/document.ts';
import { formulaLines } from '../../document/ownFormulas.ts';
import { packAll } from '../../engine/packed.ts';
import type { Periods } from '../../model/model.ts';
import type { Steps } from '../ranges/slices.ts';

/**
 * Does ahead, in steps, what the views and a build of the workbook ask of all that scenarios hold. It is kept by what they
 * hold: of what did not change it is there already.
 */
export function* buildAhead(scenarios: readonly Scenario[], periods: Periods): Steps<void> {
  for (const { id, overrides } of scenarios) {
    formulaLines(overrides);
    yield;
    countOverrides({ overrides });
    yield;
    packAll(id, overrides, periods);
    yield;
  }
}
