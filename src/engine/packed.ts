import type { CellEdit } from '../document/change.ts';
import type { OverrideLookup } from '../document/contents.ts';
import type { Scenario } from '../document/document.ts';
import { type Content, type Slot, sameContent } from '../model/content.ts';
import type { Periods, Overrides as Records } from '../model/model.ts';
import { slotCount } from '../model/model.ts';
import { periodsOf, samePeriods } from '../model/periods.ts';
import type { PackedLines, RowRef, WorkbookSpec } from './port.ts';

/** What a workbook is built from, with its overrides packed. */
export interface PackedSpec extends Omit<WorkbookSpec, 'scenarios'> {
  readonly scenarios: readonly Pick<Scenario, 'id' | 'name'>[];
  readonly parts: readonly PackedLines[];
}

export const packSpec = ({ scenarios, ...rest }: WorkbookSpec): PackedSpec => ({
  ...rest,
  scenarios: scenarios.map(({ id, name }) => ({ id, name })),
  parts: scenarios.map(({ id, overrides }) => packAll(id, overrides, rest.periods)),
});

/**
 * By what a scenario holds, how it was packed last, and for the periods before: what is built anew is mostly as it was,
 * but for the place of a line or the name of a scenario, and comes back with an undo.
 */
const packed = new WeakMap<Records, readonly PackedLines[]>();
const KEPT = 2;

/** Rows of a scenario that follow each other: 40,000 rows as objects cost the main thread 25 ms each time, as names 4. */
export interface RowGroup {
  readonly scenario: string;
  readonly lines: readonly string[];
}

export function groupsOf(rows: readonly RowRef[]): readonly RowGroup[] {
  const groups: { readonly scenario: string; readonly lines: string[] }[] = [];
  for (const { scenario, line } of rows) {
    const last = groups.at(-1);
    if (last?.scenario === scenario) last.lines.push(line);
    else groups.push({ scenario, lines: [line] });
  }
  return groups;
}

export const rowsOf = (groups: readonly RowGroup[]): readonly RowRef[] =>
  groups.flatMap(({ scenario, lines }) => lines.map((line) => ({ scenario, line })));

/** All that a scenario holds, in an array that may be given away. */
export function packAll(scenario: string, overrides: Records, periods: Periods): PackedLines {
  const known = packed.get(overrides) ?? [];
  const found =
    known.find((one) => samePeriods(one.periods, periods)) ??
    pack(scenario, Object.keys(overrides), overrides, periods);
  packed.set(overrides, [found, ...known.filter((one) => one !== found)].slice(0, KEPT));
  return { ...found, scenario, values: found.values.slice() };
}

const slotsOf = (periods: Periods): readonly Slot[] => ['value', ...periodsOf(periods)];

/** What a scenario holds in lines, as far as the periods go. */
export function pack(scenario: string, lines: readonly string[], overrides: Records, periods: Periods): PackedLines {
  const width = slotCount(periods);
  const values = new Float64Array(lines.length * width).fill(Number.NaN);
  const others: [number, Content][] = [];
  const all = slotsOf(periods);
  lines.forEach((line, i) => {
    const slots = overrides[line];
    if (!slots) return;
    for (let j = 0; j < width; j++) {
      const content = slots[all[j] as Slot];
      if (typeof content === 'number') values[i * width + j] = content;
      else if (content !== undefined) others.push([i * width + j, content]);
    }
  });
  return { scenario, lines, periods, values, others };
}

/** The edits by which a scenario comes to hold in these lines what was packed, and nothing else. */
export function unpackedEdits(
  { scenario, lines, periods, values, others }: PackedLines,
  lookUp: OverrideLookup,
): CellEdit[] {
  const all = slotsOf(periods);
  const rest = new Map(others);
  const edits: CellEdit[] = [];
  lines.forEach((line, i) => {
    all.forEach((slot, j) => {
      const place = i * all.length + j;
      const value = values[place] ?? Number.NaN;
      const content = Number.isNaN(value) ? rest.get(place) : value;
      if (!sameContent(content, lookUp(scenario, line, slot))) edits.push({ scenario, line, slot, content });
    });
  });
  return edits;
}
