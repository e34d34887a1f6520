import type { BookCells } from '../xlsx/cells.ts';
import type { Formulas } from './needs.ts';
import type { SheetCut } from './sheetCut.ts';
import type { Titled } from './titleUnits.ts';
import {
  type LeftOut,
  MOST_PLACES,
  type Placed,
  type Source,
  type Told,
  type ToldKind,
  type ToldPlace,
} from './types.ts';

/** What is said of a workbook as a whole. */
export function toldOf(
  book: BookCells,
  cuts: readonly (SheetCut | undefined)[],
  formulas: Formulas,
  coarser: readonly Source[],
  unknown: readonly Source[],
  placed: readonly Placed[],
  titled: readonly Titled[],
): Told[] {
  const told: Told[] = [];
  const tell = (kind: ToldKind, count: number, places: readonly ToldPlace[] = [], said: readonly string[] = []) => {
    if (count === 0) return;
    told.push({ kind, count, places: places.slice(0, MOST_PLACES), ...(said.length > 0 ? { said } : {}) });
  };
  const isTaken = (sheet: number) => cuts[sheet] !== undefined;
  const own = formulas.all.filter(({ sheet }) => isTaken(sheet));
  const sourceOf = ({ sheet, row, column }: Source): Source => ({ sheet, row, column });
  const taken = book.sheets.flatMap((sheet, place) => (isTaken(place) ? [{ ...sheet, place }] : []));
  const corner = (sheet: number, row = 0, column = 0): Source => ({ sheet, row, column });
  tell('macros', book.macros ? 1 : 0);
  const outside = own.filter(({ text }) => /\[\d+\]/.test(text.replace(/"[^"]*"/g, '')));
  tell('outsideLinks', outside.length, outside.map(sourceOf));
  const arrays = own.filter(({ array }) => array);
  tell('arrays', arrays.length, arrays.map(sourceOf));
  const tables = own.filter(({ text }) => text === 'TABLE()');
  tell('dataTables', tables.length, tables.map(sourceOf));
  tell('iteration', book.iterates ? 1 : 0);
  const hidden = taken.filter((sheet) => sheet.hidden);
  tell(
    'hiddenSheets',
    hidden.length,
    hidden.map(({ place }) => corner(place)),
  );
  const rows = taken.flatMap(({ place, hiddenRows, cells }) => {
    const filled = new Set(cells.map(({ row }) => row));
    return [...hiddenRows].filter((row) => filled.has(row)).map((row) => corner(place, row));
  });
  tell('hiddenRows', rows.length, rows);
  const columns = taken.flatMap(({ place, hiddenColumns, cells }) => {
    const filled = new Set(cells.map(({ column }) => column));
    return [...hiddenColumns].filter((column) => filled.has(column)).map((column) => corner(place, 0, column));
  });
  tell('hiddenColumns', columns.length, columns);
  const merged = cuts.flatMap((cut, sheet) =>
    (book.sheets[sheet]?.merged ?? [])
      .filter(({ row, lastColumn, column }) =>
        cut?.tables.some(
          ({ view, heads, axes }) =>
            view.isAcross &&
            lastColumn > column &&
            heads.some((head) => row === head || row === head - 1) &&
            axes.some(({ first, last }) => column >= first && column <= last),
        ),
      )
      .map(({ row, column }) => corner(sheet, row, column)),
  );
  tell('mergedHeaders', merged.length, merged);
  tell('dates1904', book.from1904 ? 1 : 0);
  const empty = placed.filter(({ kind, stored }) => kind === 'formula' && stored === undefined);
  tell(
    'noStoredValues',
    empty.length,
    empty.map(({ from }) => from),
  );
  const pivots = taken.filter((sheet) => sheet.pivots > 0);
  tell(
    'pivot',
    pivots.reduce((sum, sheet) => sum + sheet.pivots, 0),
    pivots.map(({ place }) => corner(place)),
  );
  const charts = taken.filter((sheet) => sheet.charts > 0);
  tell(
    'charts',
    charts.reduce((sum, sheet) => sum + sheet.charts, 0),
    charts.map(({ place }) => corner(place)),
  );
  const comments = taken.flatMap((sheet) => sheet.comments.map(({ row, column }) => corner(sheet.place, row, column)));
  tell('comments', comments.length, comments);
  tell('unknownValues', unknown.length, unknown);
  tell('coarserSteps', coarser.length, coarser);
  tell(
    'titleUnits',
    titled.length,
    titled.map(({ draft }) => draft.from),
    [...new Set(titled.map(({ unit }) => unit))],
  );
  const lists = cuts.flatMap((cut) => cut?.lists ?? []);
  tell(
    'lists',
    lists.reduce((sum, { drafts }) => sum + drafts.length, 0),
    lists.map(({ at, until }) => ({ ...at, until })),
    [`${lists.length}`],
  );
  const texts = textsAlone(placed, new Set(lists.flatMap(({ drafts }) => drafts.map(({ id }) => id))));
  tell('textLines', texts.length, texts);
  return told;
}

/** Where lines begin that hold texts and nothing else, but for those that are told already. */
function textsAlone(placed: readonly Placed[], told: ReadonlySet<string>): Source[] {
  const firsts = new Map<string, Source>();
  const others = new Set(told);
  for (const { line, from, kind, stored } of placed) {
    if (kind === 'constant' && typeof stored === 'string' && !firsts.has(line)) firsts.set(line, from);
    else if (kind !== 'constant' || typeof stored !== 'string') others.add(line);
  }
  return [...firsts].flatMap(([line, from]) => (others.has(line) ? [] : [from]));
}

/** What was not taken: whole sheets, lists, texts. */
export function leftOf(
  book: BookCells,
  cuts: readonly (SheetCut | undefined)[],
  formulas: Formulas,
  reasons: ReadonlyMap<number, LeftOut['why']>,
): LeftOut[] {
  const left: LeftOut[] = [];
  for (const [sheet, { name, cells }] of book.sheets.entries()) {
    const why = reasons.get(sheet);
    const cut = cuts[sheet];
    if (why && cells.length > 0)
      left.push({
        at: { sheet, row: 0, column: 0 },
        until: {
          sheet,
          row: cells.reduce((most, { row }) => Math.max(most, row), 0),
          column: cells.reduce((most, { column }) => Math.max(most, column), 0),
        },
        why,
        said: name,
        formulas: formulas.all.filter((one) => one.sheet === sheet).length,
      });
    if (!cut) continue;
    left.push(...cut.left);
    for (const at of cut.build.texts) {
      const value = cut.build.grid.at(at.row, at.column)?.value;
      left.push({ at, why: 'text', said: typeof value === 'string' ? value.slice(0, 80) : '', formulas: 0 });
    }
  }
  return left;
}
