import * as v from 'valibot';
import type { Figure, Source } from '../model/figure.ts';
import { isKnownUnit } from '../model/units.ts';

/** A record of a seed file with its line; what `io/csv.ts` reads. */
export interface SeedRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A seed file that can't be used, with every reason and its line number. */
export class SeedError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SeedError';
  }
}

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case ASCII with hyphens'));
const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date reads 2023, 2023-11 or 2023-11-13'),
);
const required = (what: string) => v.pipe(v.string(), v.nonEmpty(`${what} is missing`));

const SourceRow = v.strictObject({
  id,
  publisher: required('the publisher'),
  publisherZh: required('the publisher in Chinese'),
  date,
  grade: v.picklist(['A', 'B', 'C'], 'a grade is A, B or C'),
  url: v.pipe(v.string(), v.regex(/^$|^https?:\/\/\S+$/, 'an address is http or https, or empty')),
  about: v.string(),
});

const FigureRow = v.strictObject({
  id,
  region: required('the region'),
  variable: required('the variable'),
  period: v.pipe(v.string(), v.regex(/^\d{4}\b.*$/, 'a period begins with its year')),
  value: v.pipe(
    required('the value'),
    v.transform(Number),
    v.check((value) => Number.isFinite(value), 'the value is no number'),
  ),
  unit: v.pipe(
    v.string(),
    v.check(isKnownUnit, (issue) => `unknown unit "${issue.input}"`),
    v.transform((unit) => unit),
  ),
  bound: v.picklist(['reach', 'at least', 'about', 'nearly', 'exact'], 'the bound is none of those that sources use'),
  kind: v.picklist(['target', 'observed', 'estimate', 'projection'], 'the kind is none that is known'),
  definition: v.string(),
  reported: date,
  source: required('the source'),
  note: v.string(),
});

export interface Seeds {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** A target is an aim for a year, or for a span of years that ends in one. */
const TARGET_PERIOD = /^\d{4}(-\d{4})?$/;

function readRows<T extends { readonly id: string }>(
  file: string,
  rows: readonly SeedRow[],
  read: (cells: SeedRow['cells']) => { value?: T; problem?: string },
  problems: string[],
): Map<string, T> {
  const byId = new Map<string, T>();
  for (const { line, cells } of rows) {
    const { value, problem } = read(cells);
    if (problem) problems.push(`${file}, line ${line}: ${problem}`);
    else if (value && byId.has(value.id)) problems.push(`${file}, line ${line}: the id "${value.id}" stands twice`);
    else if (value) byId.set(value.id, value);
  }
  return byId;
}

const parseRow = <T>(schema: v.GenericSchema<unknown, T>, cells: SeedRow['cells']): { value?: T; problem?: string } => {
  const result = v.safeParse(schema, cells);
  if (result.success) return { value: result.output };
  const [issue] = result.issues;
  const column = v.getDotPath(issue);
  return { problem: column ? `${column}: ${issue.message}` : issue.message };
};

/**
 * Reads `seeds/figures.csv` and `seeds/sources.csv`.
 * @throws SeedError naming file and line of each figure without a source, target without a year, unknown unit,
 *   doubled id or malformed cell.
 */
export function readSeeds(figureRows: readonly SeedRow[], sourceRows: readonly SeedRow[]): Seeds {
  const problems: string[] = [];
  const sources = readRows<Source>('seeds/sources.csv', sourceRows, (cells) => parseRow(SourceRow, cells), problems);
  const figures = readRows<Figure>(
    'seeds/figures.csv',
    figureRows,
    (cells) => {
      const row = parseRow(FigureRow, cells);
      if (!row.value) return row;
      const { source, kind, period } = row.value;
      if (!sources.has(source)) return { problem: `source: "${source}" stands in no line of seeds/sources.csv` };
      if (kind === 'target' && !TARGET_PERIOD.test(period)) return { problem: 'period: a target needs its year' };
      return row;
    },
    problems,
  );
  if (problems.length > 0) throw new SeedError(problems);
  return { figures, sources };
}

/** What is wrong with the seed files, each with file and line; an empty list where nothing is. */
export function seedProblems(figureRows: readonly SeedRow[], sourceRows: readonly SeedRow[]): readonly string[] {
  try {
    readSeeds(figureRows, sourceRows);
    return [];
  } catch (error) {
    if (error instanceof SeedError) return error.problems;
    throw error;
  }
}
