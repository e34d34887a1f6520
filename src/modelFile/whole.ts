import type { Figure } from '../model/figure.ts';
import type { Line } from '../model/line.ts';
import type { Path } from './comments.ts';
import { type Context, tellNoLine } from './context.ts';
import type { ModelFile } from './schema.ts';

/** All that parts of a file may name. */
export interface Whole {
  readonly context: Context;
  readonly file: ModelFile;
  readonly lines: ReadonlyMap<string, Line>;
  /** Those that it may name. */
  readonly figures: ReadonlyMap<string, Figure>;
}

/** Tells where a line that is named is none that holds values. */
export function checkLine({ context, lines }: Whole, path: Path, id: string): Line | undefined {
  const line = lines.get(id);
  if (line && line.kind !== 'heading') return line;
  tellNoLine(context, path, id, line);
  return undefined;
}
