import type { Values } from '../../engine/port.ts';
import type { Job } from '../ranges/jobs.ts';
import type { Row } from './rows.ts';
import type { Workspace } from './workspace.ts';

/** Lines that are asked for at once: the engine reads them in less than a frame. */
const LINES = 500;

/** Values that were asked for once, row by row. */
function rowsOf({ values, notes }: Values, count: number): Row[] {
  const width = values.length / Math.max(1, count);
  const own = Array.from({ length: count }, () => new Map());
  for (const [i, note] of notes) own[Math.floor(i / width)]?.set(i % width, note);
  return own.map((noted, i) => ({ values: values.subarray(i * width, (i + 1) * width), notes: noted }));
}

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
    rows.push(...rowsOf(await engine.read(part.map((line) => ({ scenario, line }))), part.length));
    job?.check();
  }
  return rows;
}
