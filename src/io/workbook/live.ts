import { cellPeriods } from '../../model/coarse.ts';
import type { Line } from '../../model/line.ts';
import type { Overrides } from '../../model/model.ts';
import type { Unit } from '../../model/units.ts';
import { isMoneyText } from '../reading/units.ts';
import type { BookCells } from '../xlsx/cells.ts';
import { type AxisSlots, both, type Draft, headingOf } from './draft.ts';
import { farHeads } from './farHeads.ts';
import { keyOf, SheetGrid } from './grid.ts';
import { Ground } from './ground.ts';
import { unitsByFormulas } from './guessedUnits.ts';
import { type Shown, shownBy } from './held.ts';
import { boundaryOf, type Contents, lineOf, shapeOf } from './lineOf.ts';
import { mapped } from './mapped.ts';
import { fillLabels, giveIds, tellApart } from './naming.ts';
import { Formulas } from './needs.ts';
import { Percents } from './percents.ts';
import { leftOf, toldOf } from './report.ts';
import { Names } from './scope.ts';
import { cutSheet, type SheetCut } from './sheetCut.ts';
import { SimpleValues } from './simple.ts';
import { withTextNumbers } from './textNumbers.ts';
import { textsBeside } from './texts.ts';
import { partsArePeriods, type Timeline, timelineOf } from './timeline.ts';
import { type Titled, TitleUnits } from './titleUnits.ts';
import {
  type LeftOut,
  type LeftOutWhy,
  type LiveBook,
  type LiveChoices,
  MOST_PLACES,
  type Name,
  type Source,
  sourceKey,
  type Told,
  type ToldKind,
} from './types.ts';

export * from './types.ts';

/** Which sheets are taken, and why the others are not. */
function chosenSheets(book: BookCells, formulas: Formulas, { sheets }: LiveChoices) {
  const reasons = new Map<number, LeftOutWhy>();
  const taken = new Set<number>();
  const hasNumbers = (sheet: number) =>
    book.sheets[sheet]?.cells.some(
      ({ value, formula }) => formula !== undefined || (value !== undefined && typeof value !== 'string'),
    ) ?? false;
  const wanted = book.sheets.flatMap(({ hidden }, sheet) =>
    (sheets ? sheets.includes(sheet) : !hidden) ? [sheet] : [],
  );
  const queue = wanted.filter(hasNumbers);
  // What is referred to has to be there, also where it is hidden, is not chosen or holds texts alone.
  for (let i = 0; i < queue.length; i++) {
    const sheet = queue[i] ?? 0;
    if (taken.has(sheet)) continue;
    taken.add(sheet);
    queue.push(...(formulas.sheets.get(sheet) ?? []));
  }
  for (const [sheet, { hidden }] of book.sheets.entries())
    if (!taken.has(sheet))
      reasons.set(sheet, wanted.includes(sheet) ? 'noNumbers' : hidden ? 'hiddenSheet' : 'notChosen');
  return { taken, reasons };
}

/** Formula cells that came to the names of lines and periods, and others that are in no line: they name something too. */
const namesIn = (cuts: readonly (SheetCut | undefined)[], formulas: Formulas): Name[] => {
  const heads = cuts.flatMap((cut) => cut?.build.heads ?? []);
  const known = new Set(heads.map(({ sheet, row, column }) => `${sheet}!${keyOf(row, column)}`));
  const labels = formulas.all.filter(({ sheet, row, column }) => {
    const key = keyOf(row, column);
    const cut = cuts[sheet];
    const isLeft = cut?.left.some(({ at, until = at, formulas: count }) => {
      const isIn = row >= at.row && row <= until.row && column >= at.column && column <= until.column;
      return count > 0 && isIn;
    });
    return cut && !isLeft && !cut.build.places.has(key) && !known.has(`${sheet}!${key}`);
  });
  return [
    ...heads.map((at) => ({ at, as: 'period' as const })),
    ...labels.map(({ sheet, row, column }) => ({ at: { sheet, row, column }, as: 'label' as const })),
  ];
};

/** Periods of an axis for which the model has no room. */
function beyondOf(cuts: readonly (SheetCut | undefined)[], slots: AxisSlots): LeftOut[] {
  return cuts.flatMap((cut) =>
    (cut?.tables ?? []).flatMap(({ view, axes, heads, lines }) =>
      axes.flatMap((axis): LeftOut[] => {
        const own = slots.get(axis);
        const beyond = own ? [...axis.at.keys()].filter((position) => !own.has(position)) : [];
        if (beyond.length === 0) return [];
        const all = [...heads, ...lines];
        const [row, column] = view.place(Math.min(...all), Math.min(...beyond));
        const [lastRow, lastColumn] = view.place(Math.max(...all), Math.max(...beyond));
        const sheet = view.grid.place;
        const isIn = (cell: { row: number; column: number }) =>
          cell.row >= row && cell.row <= lastRow && cell.column >= column && cell.column <= lastColumn;
        const formulas = view.grid.sheet.cells.filter((cell) => cell.formula !== undefined && isIn(cell)).length;
        const until = { sheet, row: lastRow, column: lastColumn };
        return [{ at: { sheet, row, column }, until, why: 'period', said: `${beyond.length}`, formulas }];
      }),
    ),
  );
}

/** Formulas that compute no more and of which no value is stored: they are errors. */
function unknownIn(placed: LiveBook['placed'], kept: LiveBook['kept']): Source[] {
  const all = new Set(kept.map(({ at }) => sourceKey(at)));
  return placed.filter(({ from, stored }) => stored === undefined && all.has(sourceKey(from))).map(({ from }) => from);
}

/** What is told of places, where there are any. */
const toldPlaces = (kind: ToldKind, places: readonly Source[]): Told[] =>
  places.length > 0 ? [{ kind, count: places.length, places: places.slice(0, MOST_PLACES) }] : [];

/** Heads that are the years of the model's own columns: no line is made of them. */
function calendarOf(cuts: readonly (SheetCut | undefined)[], { periods, slots }: Timeline): Set<Draft> {
  const found = new Set<Draft>();
  if (periods.step && periods.step !== 'year') return found;
  for (const cut of cuts)
    for (const draft of cut?.drafts ?? []) {
      if (!draft.isHead || !draft.axis || draft.axis.step !== 'year') continue;
      const own = slots.get(draft.axis);
      const isCalendar = [...draft.cells].every(([at, [row, column]]) => {
        const cell = cut?.build.grid.at(row, column);
        return at !== 'value' && cell?.formula === undefined && cell?.value === own?.get(at);
      });
      if (isCalendar) found.add(draft);
    }
  return found;
}

/** The lines of all sheets in their order, under the names of the sheets where there are several. */
function linesOf(book: BookCells, cuts: readonly (SheetCut | undefined)[], calendar: ReadonlySet<Draft>): Draft[] {
  const taken = cuts.filter((cut) => cut && cut.drafts.length > 0).length;
  const lines = cuts.flatMap((cut, sheet) => {
    const drafts = cut?.drafts.filter((draft) => !calendar.has(draft)) ?? [];
    if (drafts.length === 0) return [];
    return taken > 1
      ? [headingOf({ sheet, row: 0, column: 0 }, both(book.sheets[sheet]?.name ?? '')), ...drafts]
      : drafts;
  });
  for (const [i, draft] of lines.entries()) draft.index = i;
  return lines;
}

const isOf = (line: Line | undefined, unit: Unit): boolean =>
  line !== undefined && line.kind !== 'heading' && line.unit === unit;

/** How lines are shown, those with the unit of a title among them. */
function titledUnits(
  lines: readonly Draft[],
  grids: readonly SheetGrid[],
  cuts: readonly (SheetCut | undefined)[],
  isFraction: (draft: Draft) => boolean,
): { readonly shown: ReadonlyMap<Draft, Shown>; readonly titled: readonly Titled[] } {
  const titles = new TitleUnits(grids, cuts);
  const shown = new Map<Draft, Shown>();
  const titled: Titled[] = [];
  for (const draft of lines) {
    const grid = grids[draft.sheet];
    if (!grid || draft.kind === 'heading') continue;
    const own = shownBy(draft, grid, isFraction);
    const taken = titles.of(draft, own);
    if (taken) titled.push({ ...taken, draft });
    shown.set(draft, taken ? { ...own, unit: taken.unit } : own);
  }
  return { shown, titled };
}

/**
 * Cuts a workbook into blocks and maps them to lines.
 * @param name what the model is called: the name of the file without its ending
 * @param known whether the engine has a function, by its name in capitals
 */
export function liveBook(
  file: BookCells,
  name: string,
  choices: LiveChoices,
  known: (functionName: string) => boolean,
): LiveBook {
  const { book, places: textNumbers } = withTextNumbers(file);
  const grids = book.sheets.map((sheet, place) => new SheetGrid(book, place, sheet));
  const names = new Names(book);
  const simple = new SimpleValues(book, grids, names);
  const formulas = new Formulas(book, grids, names);
  const { taken, reasons } = chosenSheets(book, formulas, choices);
  let isPart = true;
  const cutAll = () =>
    grids.map((grid, sheet) => (taken.has(sheet) ? cutSheet(grid, formulas, simple, isPart, choices) : undefined));
  let cuts = cutAll();
  if (!partsArePeriods(cuts)) {
    isPart = false;
    cuts = cutAll();
  }
  // What only names lines and periods needs no line of that to which it refers, and so on.
  for (
    let count = 0, named = namesIn(cuts, formulas);
    named.length > count && count < 100_000;
    named = namesIn(cuts, formulas)
  ) {
    count = named.length;
    formulas.look(named.map(({ at }) => at));
    cuts = cutAll();
  }
  const timeline = timelineOf(
    cuts,
    choices,
    book.sheets.map((sheet) => sheet.name),
  );
  const { periods, slots } = timeline;
  const calendar = calendarOf(cuts, timeline);
  const lines = linesOf(book, cuts, calendar);
  const places = cuts.map((cut) => cut?.build.places ?? new Map());
  fillLabels(lines);
  const divides = formulas.all.some(({ text }) => /\/\s*100(?![\d.])/.test(text));
  const percents = new Percents(lines, grids, divides, choices.fractions);
  const isFraction = (draft: Draft) => percents.areFractions(draft);
  // By their own names, before they are told apart by others.
  const { shown, titled } = titledUnits(lines, grids, cuts, isFraction);
  giveIds(lines, names, { places });
  tellApart(lines, book);
  const ground = new Ground(book, grids, places, slots, periods, calendar, lines);
  const { contents, placed, kept } = mapped(ground, formulas, names, known);
  const none: Contents = new Map();
  const mayGap = (draft: Draft) =>
    ![...draft.cells.values()].some(
      ([row, column]) => !grids[draft.sheet]?.at(row, column) && formulas.blank(draft.sheet, row, column),
    );
  const shapes = lines.map((draft) =>
    draft.kind === 'periods'
      ? shapeOf(contents.get(draft) ?? none, cellPeriods(ground.stepped(draft), periods), mayGap(draft))
      : undefined,
  );
  const until = boundaryOf(shapes.filter((shape) => shape !== undefined));
  const overrides: Record<string, Overrides[string]> = {};
  const made = lines.map((draft, i) => {
    const grid = grids[draft.sheet] as SheetGrid;
    const { line, overrides: own } = lineOf(
      draft,
      contents.get(draft) ?? none,
      shown.get(draft) ?? shownBy(draft, grid, isFraction),
      shapes[i],
      periods,
      until,
      ground.stepped(draft),
    );
    if (Object.keys(own).length > 0) overrides[draft.id] = own;
    return line;
  });
  const bySign = lines.filter((draft) => draft.unit.trim() === '' && isMoneyText(shown.get(draft)?.unit ?? ''));
  const guessed = new Set([...bySign, ...titled.map(({ draft }) => draft)].map(({ id }) => id));
  const units = unitsByFormulas(made, overrides, guessed, periods.step ?? 'year');
  const stayed = titled.filter(({ draft, unit }) => isOf(units[draft.index], unit));
  const own = formulas.all.filter(({ sheet }) => taken.has(sheet));
  return {
    name,
    periods,
    ...(until === undefined ? {} : { observedUntil: until }),
    lines: units,
    sources: lines.map(({ from }) => from),
    overrides,
    placed,
    kept,
    left: [
      ...leftOf(book, cuts, formulas, reasons),
      ...textsBeside(grids, cuts, units, placed, titled),
      ...beyondOf(cuts, slots),
    ],
    told: [
      ...toldOf(book, cuts, formulas, timeline.coarser, unknownIn(placed, kept), placed, stayed),
      ...toldPlaces(
        'textNumbers',
        textNumbers.filter(({ sheet }) => taken.has(sheet)),
      ),
      ...toldPlaces('farYears', farHeads(grids, cuts)),
    ],
    questions: [...timeline.questions, ...percents.questions],
    sheets: book.sheets.map((sheet, place) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      taken: taken.has(place),
      formulas: formulas.all.filter((one) => one.sheet === place).length,
    })),
    formulas: own.length,
    names: namesIn(cuts, formulas),
  };
}
