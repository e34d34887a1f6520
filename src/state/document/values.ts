import { type Row, rowsIn } from '../../engine/rowValues.ts';
import type { Job } from '../ranges/jobs.ts';
import type { Workspace } from './workspace.ts';

/** Lines that are asked for at once: the engine reads them in less than a frame. */
const LINES = 500;

/** The values of lines as they are now, whether they are in sight or not. @throws EngineStopped */
export async function watchValues(
  { engine }: Workspace,
  scenario: string,
  lines: readonly string[],
  job?: Job,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < lines.length; from += LINES) {
    const part = lines.slice(from, from + LINES);
    const row = rowsIn(await engine.read(part.map((line) => ({ scenario, line }))), part.length);
    rows.push(...part.map((_, i) => row(i)));
    job?.check();
  }
  return rows;
}
