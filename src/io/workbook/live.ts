import type { Overrides } from '../../model/model.ts';
import type { BookCells } from '../xlsx/cells.ts';
import { both, type Draft } from './draft.ts';
import { SheetGrid } from './grid.ts';
import { Ground } from './ground.ts';
import { shownBy } from './held.ts';
import { boundaryOf, type Contents, lineOf, shapeOf } from './lineOf.ts';
import { mapped } from './mapped.ts';
import { giveIds, tellApart } from './naming.ts';
import { Formulas } from './needs.ts';
import { leftOf, toldOf } from './report.ts';
import { Names } from './scope.ts';
import { cutSheet, type SheetCut } from './sheetCut.ts';
import { SimpleValues } from './simple.ts';
import { partsArePeriods, type Timeline, timelineOf } from './timeline.ts';
import type { LeftOutWhy, LiveBook, LiveChoices, Name } from './types.ts';

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

const headingOf = (sheet: number, name: string): Draft => ({
  kind: 'heading',
  sheet,
  from: { sheet, row: 0, column: 0 },
  label: both(name),
  title: '',
  unit: '',
  note: '',
  isAcross: true,
  cells: new Map(),
  id: '',
  index: -1,
});

/** The lines of all sheets in their order, under the names of the sheets where there are several. */
function linesOf(book: BookCells, cuts: readonly (SheetCut | undefined)[], calendar: ReadonlySet<Draft>): Draft[] {
  const taken = cuts.filter((cut) => cut && cut.drafts.length > 0).length;
  const lines = cuts.flatMap((cut, sheet) => {
    const drafts = cut?.drafts.filter((draft) => !calendar.has(draft)) ?? [];
    if (drafts.length === 0) return [];
    return taken > 1 ? [headingOf(sheet, book.sheets[sheet]?.name ?? ''), ...drafts] : drafts;
  });
  for (const [i, draft] of lines.entries()) draft.index = i;
  return lines;
}

/**
 * Cuts a workbook into blocks and maps them to lines.
 * @param name what the model is called: the name of the file without its ending
 * @param known whether the engine has a function, by its name in capitals
 */
export function liveBook(
  book: BookCells,
  name: string,
  choices: LiveChoices,
  known: (functionName: string) => boolean,
): LiveBook {
  const grids = book.sheets.map((sheet, place) => new SheetGrid(book, place, sheet));
  const names = new Names(book);
  const simple = new SimpleValues(book, grids, names);
  const formulas = new Formulas(book, grids, names);
  const { taken, reasons } = chosenSheets(book, formulas, choices);
  const cutAll = (isPart: boolean) =>
    grids.map((grid, sheet) => (taken.has(sheet) ? cutSheet(grid, formulas, simple, isPart) : undefined));
  let cuts = cutAll(true);
  if (!partsArePeriods(cuts)) cuts = cutAll(false);
  const timeline = timelineOf(
    cuts,
    choices,
    book.sheets.map((sheet) => sheet.name),
  );
  const { periods, slots } = timeline;
  const calendar = calendarOf(cuts, timeline);
  const lines = linesOf(book, cuts, calendar);
  const places = cuts.map((cut) => cut?.build.places ?? new Map());
  tellApart(lines, book);
  giveIds(lines, names, { places });
  const ground = new Ground(book, grids, places, slots, periods, calendar, lines);
  const { contents, placed, kept } = mapped(ground, formulas, names, known);
  const none: Contents = new Map();
  const mayGap = (draft: Draft) =>
    draft.axis?.step === (periods.step ?? 'year') &&
    ![...draft.cells.values()].some(
      ([row, column]) => !grids[draft.sheet]?.at(row, column) && formulas.blank(draft.sheet, row, column),
    );
  const shapes = lines.map((draft) =>
    draft.kind === 'periods' ? shapeOf(contents.get(draft) ?? none, periods, mayGap(draft)) : undefined,
  );
  const until = boundaryOf(shapes.filter((shape) => shape !== undefined));
  const overrides: Record<string, Overrides[string]> = {};
  const made = lines.map((draft, i) => {
    const grid = grids[draft.sheet] as SheetGrid;
    const { line, overrides: own } = lineOf(
      draft,
      contents.get(draft) ?? none,
      shownBy(draft, grid),
      shapes[i],
      periods,
      until,
    );
    if (Object.keys(own).length > 0) overrides[draft.id] = own;
    return line;
  });
  const own = formulas.all.filter(({ sheet }) => taken.has(sheet));
  const nameCells = cuts.flatMap((cut): Name[] => [
    ...(cut?.build.labels ?? []).map((at) => ({ at, as: 'label' as const })),
    ...(cut?.build.heads ?? []).map((at) => ({ at, as: 'period' as const })),
  ]);
  return {
    name,
    periods,
    ...(until === undefined ? {} : { observedUntil: until }),
    lines: made,
    sources: lines.map(({ from }) => from),
    overrides,
    placed,
    kept,
    left: leftOf(book, cuts, formulas, reasons),
    told: toldOf(book, grids, cuts, formulas, timeline.coarser),
    questions: timeline.questions,
    sheets: book.sheets.map((sheet, place) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      taken: taken.has(place),
      formulas: formulas.all.filter((one) => one.sheet === place).length,
    })),
    formulas: own.length,
    names: nameCells,
  };
}
