import * as v from 'valibot';
import { type Document, newDocument, type Scenario } from '../document/document.ts';
import type { Figure, Source } from '../model/figure.ts';
import type { Model, Warning } from '../model/model.ts';
import type { Reference } from '../model/notation.ts';
import type { WhatIf } from '../model/whatIf.ts';
import { readAnswer } from './answer.ts';
import { BlockReader, type Blocks } from './blocks.ts';
import { readCharts } from './charts.ts';
import type { Path } from './comments.ts';
import { both, type Context, slotKey } from './context.ts';
import { readFigures } from './figures.ts';
import { Formulas } from './formulas.ts';
import { tellIssues } from './issues.ts';
import { LineReader } from './lines.ts';
import { checkNamed, withFigures } from './named.ts';
import { brief, NotAModel } from './problems.ts';
import { unitFromFile } from './quantity.ts';
import { checkFormula, findCycle, type Named } from './references.ts';
import { MOST_SCENARIOS, readScenarios } from './scenarios.ts';
import { FILE_FORMAT, type ModelFile, ModelFileSchema } from './schema.ts';
import { commentAt, jsonComment, withWideSigns } from './signs.ts';
import { readBoundary, readTime } from './time.ts';
import { readWhatIf } from './whatIf.ts';
import { checkLine, type Whole } from './whole.ts';
import { type Data, Parsed } from './yaml.ts';

/** A model from its file, with what a document of it holds beside it. */
export interface ReadModel {
  readonly model: Model;
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  readonly whatIf?: WhatIf;
  /** What its formulas call, where the file is at hand. */
  readonly pieces?: Called;
}

/** The pieces of a file's own, and its formulas that call pieces, by their place. */
export interface Called {
  readonly own: ModelFile['pieces'];
  readonly written: Formulas['written'];
}

/** What a model that ships may name beside what its file has. */
export interface Shipped {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly blocks: Blocks;
}

/** Letters of a file, above which nothing of it is read. */
export const MOST_LETTERS = 4_000_000;
const MOST_LINES = 20_000;

/**
 * A text of YAML, or of JSON in the same shape, as a model.
 * @param id that of the model in its document
 * @param shipped of a model that ships
 * @throws NotAModel with what is wrong, and where
 */
export function readModelFile(text: string, id: string, shipped?: Shipped): ReadModel {
  try {
    return modelOf(text, id, shipped);
  } catch (error) {
    throw error instanceof NotAModel ? new NotAModel(withWideSigns(text, error.problems)) : error;
  }
}

function modelOf(text: string, id: string, shipped?: Shipped): ReadModel {
  const parsed = parseText(text);
  const { file, context } = formOf(parsed, shipped);
  const reader = new LineReader(context, file.lines);
  const { lines, warnings } = reader;
  const byId = new Map(lines.map((line) => [line.id, line]));
  const held: { path: Path; formula: string }[] = [];
  const scenarios = readScenarios(context, byId, file.scenarios, (one) => held.push(one));
  const { figures, sources } = readFigures(context, byId, file);
  const whole: Whole = {
    context,
    file,
    lines: byId,
    figures: new Map([...(shipped?.figures ?? []), ...figures.map((one) => [one.id, one] as const)]),
  };
  const answer = readAnswer(whole);
  const charts = readCharts(whole, answer.line);
  const all = [...warnings, ...readWarnings(whole, warnings)];
  checkReferences(whole, scenarios, held);
  checkNamed(whole);
  const whatIf = readWhatIf(whole);
  const taken = withFigures(context, lines, figures);
  parsed.throwAny();
  const { periods } = context;
  const boundary = readBoundary(context, file, taken);
  parsed.throwAny();
  const model: Model = {
    id,
    version: shipped ? (file.version ?? 1) : 1,
    name: both(file.name),
    about: both(file.about ?? ''),
    periods,
    ...boundary,
    scenarios: scenarios as Model['scenarios'],
    charts,
    answer,
    warnings: all,
    known: file.known && file.known.length > 0 ? file.known.map(String) : ['latest'],
    exchange: file.exchange ?? '',
    ...(file.currency === undefined ? {} : { currency: String(file.currency) }),
    ...(file.id === undefined ? {} : { slug: file.id }),
    source: text,
  };
  const pieces = { own: file.pieces, written: context.formulas.written };
  return { model, figures, sources, ...(whatIf ? { whatIf } : {}), pieces };
}

/** A text as data. YAML takes no tabs before a value; in JSON they are no more than spaces. @throws NotAModel */
export function parseText(text: string): Parsed {
  if (text.length > MOST_LETTERS) throw new NotAModel([{ kind: 'large', most: MOST_LETTERS, line: 1, column: 1 }]);
  // A line may end as on an old Mac; no letter moves by that.
  const source = text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, '\n');
  if (source.trim() === '') throw new NotAModel([{ kind: 'nothing', line: 1, column: 1 }]);
  const isJson = /^\s*\{/.test(source);
  const at = isJson ? jsonComment(source) : undefined;
  if (at !== undefined) throw new NotAModel([commentAt(source, at)]);
  return new Parsed(isJson ? source.replaceAll('\t', ' ') : source);
}

/** The document with which a model from a file opens. */
export function documentOf({ model, figures, sources, whatIf }: ReadModel): Document {
  return {
    ...newDocument(model),
    own: model,
    ...(figures.length > 0 ? { figures } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    ...(whatIf ? { whatIf } : {}),
  };
}

/** The file in its form, with the periods that everything else is read by. @throws NotAModel */
function formOf(parsed: Parsed, shipped: Shipped | undefined): { readonly file: ModelFile; readonly context: Context } {
  const { data } = parsed;
  if (typeof data !== 'object' || Array.isArray(data) || !('foresheet' in data)) parsed.fail({ kind: 'foreign' }, 0);
  const { foresheet, lines, scenarios } = data as Readonly<Record<string, unknown>>;
  if (typeof foresheet === 'number' && foresheet > FILE_FORMAT) parsed.at(['foresheet'], { kind: 'newer' });
  for (const [key, map, most] of [
    ['lines', lines, MOST_LINES],
    ['scenarios', scenarios, MOST_SCENARIOS],
  ] as const)
    if (typeof map === 'object' && map !== null && Object.keys(map).length > most)
      parsed.at([key], { kind: 'many', most }, 'key');
  parsed.throwAny();
  const plain = isMap(lines) ? new BlockReader(parsed, data as never, shipped?.blocks).lines(lines, MOST_LINES) : lines;
  const result = v.safeParse(ModelFileSchema, { ...data, ...(plain === undefined ? {} : { lines: plain }) });
  if (!result.success) {
    tellIssues(parsed, result.issues);
    parsed.throwAny();
  }
  const file = result.output as ModelFile;
  const periods = readTime(file.time, file.year_start);
  if ('fault' in periods) {
    parsed.at(periods.path, periods.fault);
    parsed.throwAny();
  }
  if (Object.keys(file.lines).length === 0 && parsed.problems.length === 0)
    parsed.at(['lines'], { kind: 'noLines' }, 'key');
  if (file.id !== undefined && !/^[a-z][a-z0-9_-]*$/.test(file.id))
    parsed.at(['id'], { kind: 'slug', id: brief(file.id) });
  const found = periods as Context['periods'];
  const formulas = new Formulas(parsed, found, file.pieces);
  const isDeclared = (id: string) => Object.hasOwn(file.lines, id);
  const unitOf = (id: string) =>
    file.figures && Object.hasOwn(file.figures, id)
      ? unitFromFile(String(file.figures[id]?.unit))
      : shipped?.figures.get(id)?.unit;
  return { file, context: { parsed, periods: found, formulas, isDeclared, unitOf } };
}

const isMap = (data: unknown): data is { readonly [key: string]: Data } =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** The warnings of their own list; looks at those of checks too. */
function readWarnings(whole: Whole, ofChecks: readonly Warning[]): readonly Warning[] {
  for (const { check, at } of ofChecks) if (at !== check) checkLine(whole, ['lines', check, 'at'], at);
  return (whole.file.warnings ?? []).map(({ check, at, severity, text }, i) => {
    checkLine(whole, ['warnings', i, 'check'], check);
    checkLine(whole, ['warnings', i, 'at'], at);
    return { check, at, severity, text: both(text) };
  });
}

/** Looks at every formula, and for lines that need each other. */
function checkReferences(
  { context, file, lines }: Whole,
  scenarios: readonly Scenario[],
  held: readonly { path: Path; formula: string }[],
): void {
  const { periods, parsed } = context;
  // Lines that have a fault of their own are not missing.
  const all = new Map(lines);
  for (const [id, { heading }] of Object.entries(file.lines))
    if (!all.has(id) && heading === undefined)
      all.set(id, { kind: 'input', id, label: { en: '', zh: '' }, unit: 'index' });
  const named: Named = { lines: all, scenarios: new Set(scenarios.map(({ id }) => id)) };
  const references = new Map<string, readonly Reference[]>();
  const [base] = scenarios;
  const isOne = periods.first === periods.last;
  for (const line of lines.values()) {
    if (line.kind !== 'series' && line.kind !== 'result') continue;
    const read = (key: 'first' | 'formula' | 'result' | 'check', formula: string): readonly Reference[] => {
      const isSigned = String(file.lines[line.id]?.[key] ?? '').startsWith('=');
      const added = key === 'check' ? '=IF('.length : isSigned ? 0 : 1;
      return checkFormula(context, named, { path: ['lines', line.id, key], formula, added });
    };
    const first = line.kind === 'series' && line.first !== undefined ? read('first', line.first) : undefined;
    const key = line.kind === 'series' ? 'formula' : file.lines[line.id]?.check === undefined ? 'result' : 'check';
    const rest = read(key, line.formula);
    const slot = line.kind === 'series' ? slotKey(periods.last) : 'value';
    if (base?.overrides[line.id]?.[slot] === undefined) references.set(line.id, isOne ? (first ?? rest) : rest);
  }
  for (const { path, formula } of held) checkFormula(context, named, { path, formula, added: 0 });
  if (parsed.problems.length > 0) return;
  const cycle = findCycle([...lines.values()], references);
  const [id] = cycle ?? [];
  if (cycle && id !== undefined) {
    const key =
      (['formula', 'result', 'check'] as const).find((one) => file.lines[id]?.[one] !== undefined) ?? 'formula';
    parsed.at(['lines', id, key], { kind: 'cycle', lines: cycle });
  }
}
