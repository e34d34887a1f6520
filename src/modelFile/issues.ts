import type * as v from 'valibot';
import type { Path } from './comments.ts';
import { brief, type Fault, type ValueKind } from './problems.ts';
import {
  AnswerFileSchema,
  ChartFileSchema,
  EachFileSchema,
  FigureFileSchema,
  LineFileSchema,
  ModelFileSchema,
  ScenarioFileSchema,
  SourceFileSchema,
  TargetFileSchema,
  WarningFileSchema,
} from './schema.ts';
import { AskFileSchema, DrawsFileSchema } from './whatIfSchema.ts';
import type { Parsed } from './yaml.ts';

const KINDS = new Set<string>(['pair', 'text', 'number', 'quantity', 'map', 'list', 'period', 'date', 'url']);

/** What a schema wanted, by its type, or by the word that it gave for its message. */
function expected({ message, type }: v.BaseIssue<unknown>): ValueKind {
  if (KINDS.has(message)) return message as ValueKind;
  if (type === 'boolean') return 'boolean';
  if (type === 'strict_object' || type === 'record' || type === 'object') return 'map';
  if (type === 'array') return 'list';
  if (type === 'number' || type === 'integer' || type === 'min_value' || type === 'max_value') return 'number';
  return type === 'string' ? 'text' : 'other';
}

function faultOf(issue: v.BaseIssue<unknown>, base: Path): { fault: Fault; of: 'key' | 'value' } {
  const key = String(issue.path?.at(-1)?.key ?? '');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { fault: { kind: 'unknownKey', key: brief(key), keys: keysAt(issue, base) }, of: 'key' };
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined')
    return { fault: { kind: 'missing', key }, of: 'key' };
  if (issue.type === 'picklist') {
    const words = (issue.expected ?? '')
      .replace(/^\(|\)$/g, '')
      .split(' | ')
      .map((word) => word.replaceAll('"', ''));
    return { fault: { kind: 'oneOf', text: brief(String(issue.input)), words }, of: 'value' };
  }
  const [, low, high] = /^(\d+)\.\.(\d+)$/.exec(issue.message) ?? [];
  if (low !== undefined) return { fault: { kind: 'whole', low: Number(low), high: Number(high) }, of: 'value' };
  if (issue.type === 'max_length')
    return {
      fault: { kind: Array.isArray(issue.input) ? 'many' : 'long', most: Number(issue.requirement) },
      of: 'value',
    };
  if (issue.type === 'min_length') return { fault: { kind: 'noValue', slip: 'none', key: brief(key) }, of: 'value' };
  return { fault: { kind: 'wrongKind', expected: expected(issue) }, of: 'value' };
}

/** By the key under which they stand: whose keys are not free. */
const ENTRIES: Readonly<Record<string, { readonly entries: object }>> = {
  lines: LineFileSchema,
  scenarios: ScenarioFileSchema,
  targets: TargetFileSchema,
  figures: FigureFileSchema,
  sources: SourceFileSchema,
  charts: ChartFileSchema,
  warnings: WarningFileSchema,
};

/** Those that have keys of their own at once. */
const ALONE: Readonly<Record<string, { readonly entries: object }>> = {
  answer: AnswerFileSchema,
  draws: DrawsFileSchema,
  ask: AskFileSchema,
};

/** The keys that can stand where one is unknown. */
function keysAt({ path }: v.BaseIssue<unknown>, base: Path): readonly string[] {
  if (base.length > 0) return Object.keys(EachFileSchema.entries);
  const [section, ...rest] = (path ?? []).map(({ key }) => String(key));
  if (rest.length === 0) return Object.keys(ModelFileSchema.entries);
  if (rest.length === 1 && Object.hasOwn(ALONE, section ?? '')) return Object.keys(ALONE[section ?? '']?.entries ?? {});
  const found = rest.length === 2 ? ENTRIES[section ?? ''] : undefined;
  return found ? Object.keys(found.entries) : [];
}

/** The issue within a union that says most: that of the variant that came furthest. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const inner = (issue.issues ?? []) as readonly v.BaseIssue<unknown>[];
  const further = inner.filter((one) => (one.path?.length ?? 0) > (issue.path?.length ?? 0));
  const [best] = further.length > 0 ? further : inner.filter(({ type }) => type === 'max_length');
  return best ? deepest(best) : issue;
}

/** Tells each issue of the schema at its place in the file. `base`: that of a block, whose schema was asked. */
export function tellIssues(parsed: Parsed, issues: readonly v.BaseIssue<unknown>[], base: Path = []): void {
  for (const issue of issues) {
    const found = deepest(issue);
    const path: Path = [...base, ...(found.path ?? []).map(({ key }) => key as string | number)];
    const { fault, of } = faultOf(found, base);
    // What is missing is told where the rest stands.
    if (fault.kind === 'missing') parsed.at(path.slice(0, -1), fault, 'key');
    else parsed.at(path, fault, of);
  }
}
