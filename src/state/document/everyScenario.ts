import { createEngine } from '../../engine/client.ts';
import { CeilingError, type RowRef, type Values } from '../../engine/port.ts';
import type { Connect } from '../../engine/transport.ts';
import { inWorker } from '../../engine/transports.ts';
import { slotCount } from '../../model/model.ts';
import type { Workspace } from './workspace.ts';

/**
 * The values of lines in scenarios, as they stand together: scenario by scenario, each with all the lines. Where the scenarios
 * have no room together they are computed one after another, in an engine that is there for that alone.
 * @throws EngineStopped, CeilingError where one of them has no room beside the base
 */
export async function readScenarios(
  workspace: Workspace,
  scenarios: readonly string[],
  lines: readonly string[],
  connect: Connect = inWorker,
): Promise<Values> {
  const rowsOf = (scenario: string): RowRef[] => lines.map((line) => ({ scenario, line }));
  try {
    return await workspace.engine.read(scenarios.flatMap(rowsOf));
  } catch (error) {
    if (!(error instanceof CeilingError)) throw error;
  }
  const { lines: all, periods } = workspace.model();
  const document = workspace.document();
  const width = slotCount(periods) * lines.length;
  const values = new Float64Array(width * scenarios.length);
  const notes: Values['notes'][number][] = [];
  const engine = createEngine(connect);
  engine.onGrowth(workspace.rows.growth.set);
  try {
    for (const [i, view] of scenarios.entries()) {
      await engine.build({ lines: all, periods, scenarios: document.scenarios, view });
      const read = await engine.read(rowsOf(view));
      values.set(read.values, i * width);
      for (const [place, note] of read.notes) notes.push([i * width + place, note]);
    }
  } finally {
    engine.dispose();
    workspace.rows.growth.set(undefined);
  }
  return { periods, values, notes };
}
