import { type Accessor, batch, createComputed, createMemo, createRoot, createSignal } from 'solid-js';
import * as v from 'valibot';
import type { Box, Place, Range, Selection } from '../../document/selection.ts';
import { boxOf, sameSelection } from '../../document/selection.ts';
import type { Block, Summary } from '../../engine/port.ts';
import { rowsIn } from '../../engine/rowValues.ts';
import { BY_YEAR } from '../../i18n/byYear.ts';
import { yearNote } from '../../i18n/yearWords.ts';
import { a1, columnName, FIRST_PERIOD_COLUMN, slotColumn, VALUE_COLUMN } from '../../model/address.ts';
import { cellPeriods } from '../../model/coarse.ts';
import { hasPeriods, type Line, type MeasuredLine, type Rollup } from '../../model/line.ts';
import { periodAt, periodsOf, periodsOfYear, stepOf, yearOf } from '../../model/periods.ts';
import { rollupOf } from '../../model/rollup.ts';
import type { Lang } from '../../model/text.ts';
import { yearFormula } from '../../model/yearFormula.ts';
import { partialYears, rolledUp, yearsOf } from '../../model/years.ts';
import type { Workspace } from '../document/workspace.ts';
import { numberIn } from '../insight/cells.ts';
import { rowByYear } from '../insight/yearRows.ts';
import { readStored, writeStored } from '../page/stored.ts';
import type { Editor } from './editor.ts';
import type { Fold } from './fold.ts';

const KEY = 'foresheet.byYear';
/**
 * Documents that are looked at in another way than their models ask for: by their ids by year, behind a minus by periods. The
 * ones chosen longest ago are forgotten.
 */
const KEPT = 50;

/** Looking at periods by year: how somebody looks at a document, which is no part of it. Kept for the next visit. */
export interface Years {
  /** Whether the periods are shorter than years. */
  readonly can: Accessor<boolean>;
  /** @returns whether that changed anything; false too where what is being typed can't be taken */
  readonly set: (on: boolean) => boolean;
  readonly toggle: () => boolean;
  /** What it is called, and how the years of a line are made of their periods, in a sentence. */
  readonly name: (lang: Lang) => string;
  readonly note: (line: string, lang: Lang) => string;
  /** How periods of a line make a year. */
  readonly rollup: (line: MeasuredLine) => Rollup;
  /** The years of the periods, and of a line's values, one for each period, those of the years. */
  readonly years: () => readonly number[];
  readonly rolledUp: (values: ArrayLike<number>, line: MeasuredLine) => readonly number[];
}

/** Gives the editor the years in the place of the periods, whenever they are looked at so. */
export function createYears(workspace: Workspace, editor: Editor): Years {
  return createRoot(() => {
    const [kept, setKept] = createSignal<readonly string[]>(readStored(KEY, v.array(v.string())) ?? []);
    const periods = createMemo(() => workspace.model().periods);
    const can = () => stepOf(periods()) !== 'year';
    /** Whether the model asks for it, by its first chart. */
    const asks = () => workspace.shipped().charts[0]?.by === 'year';
    const on = createMemo(() => {
      const { id } = workspace.shipped();
      return can() && (asks() ? !kept().includes(`-${id}`) : kept().includes(id));
    });

    /** What was selected as the look by year began, and what that became. */
    let begun: { readonly from: Selection; readonly by: Selection } | undefined;

    const set = (to: boolean): boolean => {
      if (to === on() || !can() || !editor.commit()) return false;
      const { shipped, scenarioId: scenario } = workspace;
      const selected = editor.selection();
      const { id } = shipped();
      const [from, others] = [fold(), kept().filter((one) => one !== id && one !== `-${id}`)];
      batch(() => {
        setKept(to === asks() ? others : [...others, to ? id : `-${id}`].slice(-KEPT));
        editor.fold.set(fold());
        // What was selected stays so: a period within its year, and a year as all of its periods, unless nothing else was
        // selected meanwhile.
        const before = begun && sameSelection(begun.by, selected) ? begun.from : undefined;
        editor.comeTo({ scenario, ...(from ? (before ?? unfolded(selected, from)) : selected) });
        begun = to ? { from: selected, by: editor.selection() } : undefined;
      });
      writeStored(KEY, kept());
      return true;
    };

    const foldOf = (): Fold => {
      const own = periods();
      const ends = periodsOf(own).map((period) => {
        const { first, last } = periodsOfYear(yearOf(period, own), own) ?? { first: period, last: period };
        return [first, last].map((one) => slotColumn(one, own)) as [number, number];
      });
      const spanOf = (column: number): readonly [number, number] =>
        ends[column - FIRST_PERIOD_COLUMN] ?? [column, column];
      const columnsOf = (line: Line, [from, to]: readonly [number, number]) =>
        cellPeriods(line, own)
          .map((period) => slotColumn(period, own))
          .filter((column) => column >= from && column <= to);
      const yearAt = (column: number) => yearOf(periodAt(column - FIRST_PERIOD_COLUMN, own) ?? own.last, own);
      const open = (place: Place): boolean => {
        const [first, last] = spanOf(place.column);
        if (!editor.holdsContent(place) || !set(false)) return false;
        const [from, to] = [
          { ...place, column: first },
          { ...place, column: last },
        ];
        // Both ends are brought into sight where there is room.
        editor.select(to);
        editor.select(from);
        editor.selectRange({ from, to }, from);
        editor.focus();
        return true;
      };
      const refuses = (boxes: readonly Box[]): boolean => {
        const isYear = boxes.some(({ right }) => right > VALUE_COLUMN);
        const told = (lang: Lang) => BY_YEAR[lang].computed(BY_YEAR[lang].steps[stepOf(own)]);
        if (isYear) editor.refuse({ kind: 'said', text: { en: told('en'), zh: told('zh') } });
        return isYear;
      };
      return {
        first: (column) => spanOf(column)[0],
        last: (column) => spanOf(column)[1],
        year: yearAt,
        letters: (column) => spanOf(column).map(columnName).join(':'),
        address: ({ line, column }) =>
          spanOf(column)
            .map((at) => a1(at, line))
            .join(':'),
        source: (place) => {
          const line = workspace.model().lines[place.line];
          if (!line || line.kind === 'heading' || !hasPeriods(line)) return '';
          const { by } = rollupOf(line);
          const isPartial = partialYears(own, by, line).includes(yearAt(place.column));
          const formula = isPartial ? undefined : yearFormula(by, place.line, columnsOf(line, spanOf(place.column)));
          return formula === undefined ? '' : `=${formula}`;
        },
        open,
        begin: (place, mode) => (mode === 'edit' && open(place)) || !refuses([boxOf({ from: place, to: place })]),
        leave: () => set(false),
        summarise: (block) => summariseYears(workspace, block, spanOf),
        refuses,
      };
    };
    const fold = createMemo(() => (on() ? foldOf() : undefined));
    createComputed(() => editor.fold.set(fold()));
    const rollup = (line: MeasuredLine) => rollupOf(line).by;
    return {
      can,
      set,
      toggle: () => set(!on()),
      name: (lang) => BY_YEAR[lang].byYear,
      note: (id, lang) => {
        const line = workspace.line(id);
        return line && line.kind !== 'heading' ? yearNote(line, periods(), lang) : '';
      },
      rollup,
      years: () => yearsOf(periods()),
      rolledUp: (values, line) => rolledUp(values, periods(), rollup(line), line),
    };
  });
}

/** Sum and counts of a block of which the columns of periods hold years: `spanOf` says which of them stand as one. */
async function summariseYears(
  { engine, model }: Workspace,
  block: Block,
  spanOf: (column: number) => readonly [number, number],
): Promise<Summary> {
  const { lines, periods } = model();
  const [left, right] = block.columns;
  const columns = [left, Math.min(right, VALUE_COLUMN)] as const;
  const found = left > VALUE_COLUMN ? { sum: 0, numbers: 0, filled: 0 } : await engine.summarise({ ...block, columns });
  let { sum, numbers, filled } = found;
  const shown = lines
    .slice(block.lines[0], block.lines[1] + 1)
    .flatMap((line) => (line.kind !== 'heading' && hasPeriods(line) ? [line] : []));
  if (shown.length === 0) return found;
  const row = rowsIn(await engine.read(shown.map(({ id }) => ({ scenario: block.scenario, line: id }))), shown.length);
  for (const [i, line] of shown.entries()) {
    const byYear = rowByYear(row(i), line, periods);
    for (const [at, { last }] of byYear.years.entries()) {
      const column = slotColumn(last, periods);
      if (column < left || column > right || spanOf(column)[1] !== column) continue;
      const value = numberIn(byYear, at + 1);
      if (value !== undefined) {
        sum += value;
        numbers++;
      }
      if (value !== undefined || byYear.notes.has(at + 1)) filled++;
    }
  }
  return { sum, numbers, filled };
}

/** The same selection with all periods of the years in it. */
function unfolded({ active, range, others }: Selection, fold: Fold): Selection {
  const whole = (one: Range): Range => {
    const { left, right }: Box = boxOf(one);
    const [first, last] = [fold.first(left), fold.last(right)];
    const isBack = one.to.column < one.from.column;
    return {
      from: { ...one.from, column: isBack ? last : first },
      to: { ...one.to, column: isBack ? first : last },
    };
  };
  return { active: { ...active, column: fold.first(active.column) }, range: whole(range), others: others.map(whole) };
}
