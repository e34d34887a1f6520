import { type Accessor, createMemo, createSignal, untrack } from 'solid-js';
import { byNumber, type DifferenceBy, difference } from '../../analysis/compare.ts';
import { shownDecimals } from '../../document/entry.ts';
import type { RowLookup } from '../../engine/rowLookup.ts';
import type { Row } from '../../engine/rowValues.ts';
import { moved, toldUnit } from '../../i18n/amounts.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Slot } from '../../model/content.ts';
import { periodOfFigure } from '../../model/figure.ts';
import type { MeasuredLine } from '../../model/line.ts';
import { isScalar, type Line } from '../../model/line.ts';
import { periodsOf, periodsOfYear, slotText, stepOf } from '../../model/periods.ts';
import { yearsOf } from '../../model/years.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { cellText, numberIn, slotIndex } from './cells.ts';
import { createReadings } from './readings.ts';
import { isYearRow, rowByYear, yearText } from './yearRows.ts';

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
  const periods = createMemo(() => workspace.model().periods);
  /** Whether years stand in the place of the periods; they are slots like them. */
  const byYear = createMemo(() => app.editor.fold() !== undefined);
  const allYears = createMemo(() => (byYear() ? yearsOf(periods()) : periodsOf(periods())));
  /** The year that the answer speaks of, else the last. */
  const firstYear = () => {
    const target = workspace.figures().get(workspace.model().answer.target ?? '');
    return target && periodOfFigure(target, byYear() ? 'year' : stepOf(periods()));
  };
  const year = createMemo(() => {
    const wanted = [chosenYear(), firstYear()].find((one) => one !== undefined && allYears().includes(one));
    return wanted ?? allYears().at(-1) ?? periods().last;
  });
  const line = createMemo(() => {
    const wanted = [chosenLine(), workspace.view.line].find((id) => lines().some((one) => one.id === id));
    return wanted ?? lines()[0]?.id ?? '';
  });

  const [onlyTwo, setOnlyTwo] = createSignal(false);
  /** The base and the scenario that is in view first: they are what was chosen. */
  const ordered = createMemo(() => {
    const [base, ...others] = workspace.scenarioNames().map(({ id }) => id);
    const chosen = workspace.scenarioId;
    if (base === undefined) return [];
    return chosen === base ? [base, ...others] : [base, chosen, ...others.filter((id) => id !== chosen)];
  });
  const scenarios = createMemo(() => (onlyTwo() ? ordered().slice(0, 2) : ordered()));
  const wanted = createMemo(() => {
    if (!on()) return [];
    const shown = mode() === 'line' ? [line()] : lines().map(({ id }) => id);
    return scenarios().flatMap((scenario) => shown.map((id) => ({ scenario, line: id })));
  });
  const { reading: read, passed } = createReadings(app, wanted);
  /** The rows as they are compared: by year each is made when it is first asked for. */
  const reading = createMemo((): RowLookup | undefined => {
    const found = read();
    if (!found || !byYear()) return found;
    const made = new Map<Row, Row>();
    return (scenario, id) => {
      const [row, one] = [found(scenario, id), workspace.line(id)];
      if (!row || !one || one.kind === 'heading') return row;
      const known = made.get(row) ?? rowByYear(row, one, periods());
      made.set(row, known);
      return known;
    };
  });
  /** The place of a slot in such a row. */
  const indexOf = ({ slot }: { readonly slot: Slot }): number =>
    byYear() && slot !== 'value' ? 1 + allYears().indexOf(slot) : slotIndex({ slot }, workspace);

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
    entry.kind === 'heading' ? undefined : numberIn(found(scenario, entry.line.id), indexOf(entry));
  const differenceAt = (found: RowLookup, scenario: string, entry: ComparisonRow): number | undefined =>
    entry.kind === 'heading'
      ? undefined
      : difference(numberAt(found, scenario, entry), numberAt(found, workspace.base.id, entry), entry.line.unit, by());
  /** Whether a scenario holds the same as the base, be it a number or not. */
  const isSame = (found: RowLookup, scenario: string, entry: ComparisonRow): boolean => {
    if (entry.kind === 'heading') return true;
    const at = indexOf(entry);
    const [own, base] = [found(scenario, entry.line.id), found(workspace.base.id, entry.line.id)];
    if (numberIn(own, at) !== numberIn(base, at)) return false;
    const [note, inBase] = [own?.notes.get(at), base?.notes.get(at)];
    return note === inBase || JSON.stringify(note) === JSON.stringify(inBase);
  };

  const name = (entry: ComparisonRow): string =>
    mode() === 'line' && entry.kind === 'cells' ? slotText(entry.slot) : app.say(entry.line.label);
  /** What a scenario has in a row, as it is shown. */
  const textAt = (found: RowLookup, scenario: string, entry: ComparisonRow & { readonly kind: 'cells' }): string => {
    const { line, slot } = entry;
    const row = found(scenario, line.id);
    const { places } = toldUnit(line.unit, app.lang());
    const value = places === 0 ? undefined : numberIn(row, indexOf(entry));
    // The same decimals along a column, as its head has the unit.
    if (value !== undefined)
      return formatNumber(moved(value, places), app.lang(), Math.max(0, shownDecimals(line) - places));
    if (row && isYearRow(row) && slot !== 'value') return yearText(app, line, row, indexOf(entry));
    const { content } = workspace.effective({ scenario, line: line.id, slot });
    return cellText(app, line, row, indexOf(entry), content);
  };
  /** Shows in the sheet what a scenario has in a row: its cell, or its year. */
  const show = (scenario: string, { line, slot }: ComparisonRow & { readonly kind: 'cells' }): void => {
    if (!byYear() || slot === 'value') app.editor.show({ scenario, line: line.id, slot });
    else {
      app.editor.jump({ scenario, line: line.id, slot: periodsOfYear(slot, periods())?.last ?? periods().last });
      app.editor.focus();
    }
  };
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
    void [entries(), scenarios(), only(), order(), by(), mode(), byYear(), app.lang()];
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
    ordered,
    scenarios,
    onlyTwo,
    setOnlyTwo,
    reading,
    passed,
    rows,
    name,
    byYear,
    textAt,
    show,
    numberAt,
    differenceAt,
    isSame,
  };
}

export type Comparison = ReturnType<typeof createComparison>;
