import type { Scenario } from '../document/document.ts';
import { cellPeriods } from '../model/coarse.ts';
import { type Content, MAX_CELL_LENGTH } from '../model/content.ts';
import { hasPeriods, type Line } from '../model/line.ts';
import type { Path } from './comments.ts';
import { both, type Context, readCell, readQuantity, report, slotKey, stored, tellNoLine } from './context.ts';
import { brief } from './problems.ts';
import type { HeldFile, ModelFile } from './schema.ts';
import { inWords } from './words.ts';

type Files = NonNullable<ModelFile['scenarios']>;
type Slots = Record<string, Content>;

/** What everything is held against where a file names no base. */
const PLAIN_BASE: Scenario = { id: 'base', name: { en: 'Base', zh: '基准' }, note: { en: '', zh: '' }, overrides: {} };

const SCENARIO_ID = /^[a-z][a-z0-9_-]{0,79}$/;
const RESERVED = new Set(['constructor', 'prototype', 'tostring', 'valueof']);

/** In a model, its base among them. */
export const MOST_SCENARIOS = 200;

/** Where a formula that a scenario holds stands in the file. */
export interface HeldFormula {
  readonly path: Path;
  readonly formula: string;
}

const isBase = (id: string, { base }: Files[string]): boolean => base ?? id === 'base';

/** The scenarios of a file, the base first. `formulas`: told of each formula that they hold. */
export function readScenarios(
  context: Context,
  lines: ReadonlyMap<string, Line>,
  files: Files = {},
  formulas: (held: HeldFormula) => void,
): readonly Scenario[] {
  const entries = Object.entries(files);
  const scenarios = entries.map(([id, file], i): Scenario => {
    const path = ['scenarios', id];
    if (!SCENARIO_ID.test(id) || RESERVED.has(id)) report(context, path, { kind: 'slug', id: brief(id) }, 'key');
    if (i > 0 && isBase(id, file)) report(context, path, { kind: 'baseFirst' }, 'key');
    const reader = new HeldReader(context, lines, formulas);
    const overrides: Record<string, Slots> = {};
    for (const [line, held] of Object.entries(file.set ?? {})) {
      const slots = reader.slots([...path, 'set', line], line, held);
      if (slots && Object.keys(slots).length > 0) overrides[line] = slots;
    }
    const reasons = Object.entries(file.reasons ?? {}).map(
      ([line, why]) => [line, reader.reasons([...path, 'reasons', line], line, why)] as const,
    );
    return {
      id,
      name: file.name === undefined ? inWords(id) : oneOrBoth(file.name),
      note: file.why === undefined ? '' : oneOrBoth(file.why),
      overrides,
      ...(file.colour === undefined ? {} : { colour: file.colour }),
      ...(reasons.length > 0 ? { reasons: Object.fromEntries(reasons) } : {}),
    };
  });
  const [first] = entries;
  const all = first && isBase(...first) ? scenarios : [PLAIN_BASE, ...scenarios];
  if (all.length > MOST_SCENARIOS) report(context, ['scenarios'], { kind: 'many', most: MOST_SCENARIOS - 1 }, 'key');
  return all;
}

/** What a person called a scenario is one text. */
const oneOrBoth = (text: NonNullable<Files[string]['name']>): Scenario['name'] =>
  typeof text === 'object' ? both(text) : String(text);

/** What a scenario holds in lines. */
class HeldReader {
  constructor(
    readonly context: Context,
    readonly lines: ReadonlyMap<string, Line>,
    readonly formulas: (held: HeldFormula) => void,
  ) {}

  #line(path: Path, id: string): Exclude<Line, { kind: 'heading' }> | undefined {
    const line = this.lines.get(id);
    if (line && line.kind !== 'heading') return line;
    tellNoLine(this.context, path, id, line, 'key');
    return undefined;
  }

  slots(path: Path, id: string, held: HeldFile): Slots | undefined {
    const line = this.#line(path, id);
    if (!line) return undefined;
    const isMap = typeof held === 'object' && !('text' in held || 'declared' in held);
    if (!isMap) {
      const content = this.#content(path, line, held as Exclude<HeldFile, Record<string, unknown>>);
      if (content === undefined) return undefined;
      if (!hasPeriods(line)) return { value: content };
      // One for all periods.
      return Object.fromEntries(cellPeriods(line, this.context.periods).map((ordinal) => [slotKey(ordinal), content]));
    }
    if (!hasPeriods(line)) {
      report(this.context, path, { kind: 'noSlot', id, wants: 'value' });
      return undefined;
    }
    const slots: Slots = {};
    for (const [period, one] of Object.entries(held as Readonly<Record<string, HeldFile>>)) {
      const ordinal = readCell(this.context, [...path, period], period, line, 'key');
      const content = this.#content([...path, period], line, one as never);
      if (ordinal !== undefined && content !== undefined) slots[slotKey(ordinal)] = content;
    }
    return slots;
  }

  #content(
    path: Path,
    { unit }: Exclude<Line, { kind: 'heading' }>,
    held: string | number | { text: string } | { declared: true },
  ): Content | undefined {
    if (typeof held === 'object') return 'text' in held ? { text: held.text } : 'model';
    if (typeof held === 'string' && held.startsWith('=')) {
      if (held.length > MAX_CELL_LENGTH) report(this.context, path, { kind: 'long', most: MAX_CELL_LENGTH });
      const formula = this.context.formulas.plain(path, held);
      this.formulas({ path, formula });
      return { formula };
    }
    const quantity = readQuantity(this.context, path, held);
    return quantity && stored(this.context, path, quantity, unit);
  }

  reasons(path: Path, id: string, why: string | Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const line = this.#line(path, id);
    if (!line) return {};
    if (typeof why === 'string')
      return hasPeriods(line)
        ? Object.fromEntries(cellPeriods(line, this.context.periods).map((ordinal) => [slotKey(ordinal), why]))
        : { value: why };
    const found: Record<string, string> = {};
    for (const [period, text] of Object.entries(why)) {
      const ordinal = period === 'value' ? undefined : readCell(this.context, [...path, period], period, line, 'key');
      if (ordinal !== undefined) found[slotKey(ordinal)] = text;
    }
    return found;
  }
}
