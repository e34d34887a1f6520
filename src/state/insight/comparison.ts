import { type Accessor, createMemo, createSignal, untrack } from 'solid-js';
import { byNumber, type DifferenceBy, difference } from '../../analysis/compare.ts';
import type { RowLookup } from '../../engine/rowLookup.ts';
import type { Slot } from '../../model/content.ts';
import { periodOfFigure } from '../../model/figure.ts';
import type { MeasuredLine } from '../../model/line.ts';
import { isScalar, type Line } from '../../model/line.ts';
import { periodsOf, stepOf } from '../../model/periods.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { numberIn, slotIndex } from './cells.ts';
import { createReadings } from './readings.ts';

/** A row of the comparison: a heading of the sheet, or one cell of a line in all scenarios. */
export type ComparisonRow =
  | { readonly kind: 'heading'; readonly line: Line }
  | { readonly kind: 'cells'; readonly line: MeasuredLine; readonly slot: Slot };

/** By which column the rows are ordered; none: as in the sheet. */
export interface Order {
  readonly column: 'name' | 'value' | 'difference';
  readonly scenario?: string;
  readonly down: boolean;
}

const sameColumn = (a: Order | undefined, b: Omit<Order, 'down'>): boolean =>
  a?.column === b.column && a.scenario === b.scenario;

/** What is compared and how, and the rows that come of it; they follow every edit. */
export function createComparison(app: WithEditor & Words, on: Accessor<boolean>) {
  const { workspace } = app;
  const [mode, setMode] = createSignal<'year' | 'line'>('year');
  const [chosenYear, setYear] = createSignal<number>();
  const [chosenLine, setLine] = createSignal<string>();
  const [by, setBy] = createSignal<DifferenceBy>('number');
  const [only, setOnly] = createSignal(true);
  const [order, setOrder] = createSignal<Order>();

  const lines = createMemo(() => workspace.model().lines.filter(({ kind }) => kind !== 'heading'));
  const allYears = createMemo(() => periodsOf(workspace.model().periods));
  /** The year that the answer speaks of, else the last. */
  const firstYear = () => {
    const target = workspace.figures().get(workspace.model().answer.target ?? '');
    return target && periodOfFigure(target, stepOf(workspace.model().periods));
  };
  const year = createMemo(() => {
    const wanted = [chosenYear(), firstYear()].find((one) => one !== undefined && allYears().includes(one));
    return wanted ?? workspace.model().periods.last;
  });
  const line = createMemo(() => {
    const wanted = [chosenLine(), workspace.view.line].find((id) => lines().some((one) => one.id === id));
    return wanted ?? lines()[0]?.id ?? '';
  });

  const scenarios = createMemo(() => workspace.scenarioNames().map(({ id }) => id));
  const wanted = createMemo(() => {
    if (!on()) return [];
    const shown = mode() === 'line' ? [line()] : lines().map(({ id }) => id);
    return scenarios().flatMap((scenario) => shown.map((id) => ({ scenario, line: id })));
  });
  const { reading, passed } = createReadings(app, wanted);

  const entries = createMemo((): readonly ComparisonRow[] => {
    const cells = (one: Line): ComparisonRow[] => {
      if (one.kind === 'heading') return [{ kind: 'heading', line: one }];
      if (isScalar(one)) return [{ kind: 'cells', line: one, slot: 'value' }];
      const slots = mode() === 'line' ? allYears() : [year()];
      return slots.map((slot) => ({ kind: 'cells', line: one, slot }));
    };
    if (mode() === 'year') return workspace.model().lines.flatMap(cells);
    const one = workspace.line(line());
    return one ? cells(one) : [];
  });

  const numberAt = (found: RowLookup, scenario: string, entry: ComparisonRow): number | undefined =>
    entry.kind === 'heading'
      ? undefined
      : numberIn(found(scenario, entry.line.id), slotIndex({ slot: entry.slot }, workspace));
  const differenceAt = (found: RowLookup, scenario: string, entry: ComparisonRow): number | undefined =>
    entry.kind === 'heading'
      ? undefined
      : difference(numberAt(found, scenario, entry), numberAt(found, workspace.base.id, entry), entry.line.unit, by());
  /** Whether a scenario holds the same as the base, be it a number or not. */
  const isSame = (found: RowLookup, scenario: string, entry: ComparisonRow): boolean => {
    if (entry.kind === 'heading') return true;
    const at = slotIndex({ slot: entry.slot }, workspace);
    const [own, base] = [found(scenario, entry.line.id), found(workspace.base.id, entry.line.id)];
    if (numberIn(own, at) !== numberIn(base, at)) return false;
    const [note, inBase] = [own?.notes.get(at), base?.notes.get(at)];
    return note === inBase || JSON.stringify(note) === JSON.stringify(inBase);
  };

  const name = (entry: ComparisonRow): string =>
    mode() === 'line' && entry.kind === 'cells' ? String(entry.slot) : app.say(entry.line.label);
  const rowsOf = (found: RowLookup): readonly ComparisonRow[] => {
    const differs = (entry: ComparisonRow) => scenarios().some((scenario) => !isSame(found, scenario, entry));
    const kept = only() ? entries().filter((entry) => entry.kind === 'heading' || differs(entry)) : entries();
    const by = order();
    // A heading stands above what follows it, and not above nothing.
    if (!by) return kept.filter(({ kind }, i) => kind === 'cells' || kept[i + 1]?.kind === 'cells');
    const cells = kept.filter(({ kind }) => kind === 'cells');
    const at = by.column === 'difference' ? differenceAt : numberAt;
    const compare =
      by.column === 'name'
        ? (a: ComparisonRow, b: ComparisonRow) => name(a).localeCompare(name(b), app.lang()) * (by.down ? -1 : 1)
        : (a: ComparisonRow, b: ComparisonRow) =>
            byNumber(at(found, by.scenario ?? '', a), at(found, by.scenario ?? '', b), by.down);
    return [...cells].sort(compare);
  };
  const rows = createMemo((): readonly ComparisonRow[] | undefined => {
    const found = reading();
    // Named here and not where each of thousands of rows is asked: what a row reads is written down each time.
    void [entries(), scenarios(), only(), order(), by(), mode(), app.lang()];
    return found && untrack(() => rowsOf(found));
  });

  /** Orders by a column: down first, then up, then as in the sheet; names the other way round. */
  const sort = (column: Omit<Order, 'down'>) => {
    const first = column.column !== 'name';
    const now = order();
    if (!now || !sameColumn(now, column)) setOrder({ ...column, down: first });
    else setOrder(now.down === first ? { ...column, down: !first } : undefined);
  };
  const sorted = (column: Omit<Order, 'down'>): 'ascending' | 'descending' | undefined => {
    const now = order();
    if (!sameColumn(now, column)) return undefined;
    return now?.down ? 'descending' : 'ascending';
  };
  return {
    mode,
    setMode,
    year,
    setYear,
    line,
    setLine,
    by,
    setBy,
    only,
    setOnly,
    sort,
    sorted,
    lines,
    allYears,
    scenarios,
    reading,
    passed,
    rows,
    name,
    numberAt,
    differenceAt,
    isSame,
  };
}

export type Comparison = ReturnType<typeof createComparison>;
