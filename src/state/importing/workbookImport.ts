import { type Accessor, batch } from 'solid-js';
import { sheetNames } from '../../engine/sheets.ts';
import { folded, scenarioNames } from '../../io/csv/names.ts';
import type { LiveBook, LiveChoices, Source } from '../../io/workbook/live.ts';
import { type XlsxFault, XlsxProblem } from '../../io/xlsx/problem.ts';
import { OpenWorkbook } from '../../io/xlsx/reading.ts';
import type { SheetFacts } from '../../io/xlsx/sheetText.ts';
import type { Workspace } from '../document/workspace.ts';
import { signal } from '../page/signal.ts';

/** How a sheet is written, and so how it is read. */
export const SHEET_CHOICES = { encoding: 'utf-8', delimiter: ',', sign: '.', workbook: true } as const;

/** A sheet with its place among all of its workbook. */
export interface PlacedSheet extends SheetFacts {
  readonly place: number;
}

/** Why a workbook was not taken. `empty`: none of its sheets holds anything. */
export type BookFault = XlsxFault | 'empty';

/** What stands about a cell of the file, row by row; `row` and `column` are those of the first one. */
export interface Around {
  readonly row: number;
  readonly column: number;
  readonly texts: readonly (readonly string[])[];
}

/** Rows and columns that are shown before a cell, and all of them. */
const BEFORE = { rows: 3, columns: 5 };
const SHOWN = { rows: 7, columns: 8 };

/** The first cell of each record, as far as quotes are on one line. */
const firstCells = (text: string): string[] =>
  text.split(/\r?\n/).map((line) => {
    const [, quoted, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^,]*))/.exec(line) ?? [];
    return quoted?.replaceAll('""', '"') ?? plain;
  });

/** A workbook on its way in: read in its worker, which keeps it, and the sheet that was chosen. */
export class WorkbookImport {
  readonly #all = signal<readonly PlacedSheet[]>([]);
  readonly #sheet = signal<PlacedSheet | undefined>(undefined);
  /** The sheets that hold something. */
  readonly sheets: Accessor<readonly PlacedSheet[]> = () => this.#all().filter(({ rows }) => rows > 0);
  /** The names of those that don't. */
  readonly empty: Accessor<readonly string[]> = () =>
    this.#all().flatMap(({ rows, name }) => (rows === 0 ? [name] : []));
  /** The sheet that is taken in; undefined where a text is. */
  readonly sheet: Accessor<PlacedSheet | undefined> = this.#sheet;
  #book: OpenWorkbook | undefined;
  #reading: AbortController | undefined;

  /**
   * Reads a workbook.
   * @returns what is wrong with it; `stopped` where another one came or a person gave it up
   * @throws what the browser throws for a file that it can't read
   */
  async open(file: Blob): Promise<BookFault | 'stopped' | undefined> {
    this.close();
    const reading = new AbortController();
    this.#reading = reading;
    try {
      const book = await OpenWorkbook.read(file, reading.signal);
      this.#book = book;
      this.#all.set(book.sheets.map((sheet, place) => ({ ...sheet, place })));
      return this.sheets().length === 0 ? 'empty' : undefined;
    } catch (error) {
      if (reading.signal.aborted) return 'stopped';
      if (error instanceof XlsxProblem) return error.fault;
      throw error;
    }
  }

  /** Whether it was made here, and carries the document from which. */
  get carries(): boolean {
    return this.#book?.carries ?? false;
  }

  /** The sheet that there is no need to ask for: the only one in sight, or the only one at all. */
  get obvious(): PlacedSheet | undefined {
    const sheets = this.sheets();
    const seen = sheets.filter(({ hidden }) => !hidden);
    const [first, ...others] = seen.length > 0 ? seen : sheets;
    return others.length === 0 ? first : undefined;
  }

  /** Chooses a sheet, and gives its text; `stopped` where another one was chosen meanwhile, undefined without memory. */
  async choose(sheet: PlacedSheet): Promise<Blob | 'stopped' | undefined> {
    this.#sheet.set(sheet);
    const text = await this.#book?.text(sheet.place).catch(() => undefined);
    return this.sheet() === sheet ? text : 'stopped';
  }

  /**
   * Whether it is rather a model than a table: it holds formulas in sight, or numbers in several sheets that are.
   */
  get isModel(): boolean {
    const seen = this.#all().filter(({ hidden }) => !hidden);
    return seen.some(({ formulas }) => formulas > 0) || seen.filter(({ numbers }) => numbers > 0).length > 1;
  }

  /** Whether it can be taken as a model at all: it was not too large, and holds a number or a formula. */
  get canBeModel(): boolean {
    return this.#all().some(({ formulas, numbers }) => formulas > 0 || numbers > 0);
  }

  /** The workbook as a model; undefined where it was closed meanwhile. @throws XlsxProblem */
  async live(name: string, choices: LiveChoices, known: readonly string[]): Promise<LiveBook | undefined> {
    const book = this.#book;
    const live = await book?.live({ name, choices, known }).catch((error: unknown) => {
      if (this.#book === book) throw error;
      return undefined;
    });
    return this.#book === book ? live : undefined;
  }

  /** What stands about a cell; undefined where it can't be had. */
  async around({ sheet, row, column }: Source): Promise<Around | undefined> {
    const from = { row: Math.max(0, row - BEFORE.rows), column: Math.max(0, column - BEFORE.columns) };
    const texts = await this.#book?.cells({ sheet, ...from, ...SHOWN }).catch(() => undefined);
    return texts && { ...from, texts };
  }

  /** Whether one of its sheets was exported from a document: named as one of its scenarios, with the names of its lines. */
  async isOf(workspace: Workspace): Promise<boolean> {
    const sheet = this.sheets().find(({ name }) => scenarioOfSheet(workspace, name) !== undefined);
    const text = sheet && (await this.#book?.text(sheet.place).catch(() => undefined));
    if (!text) return false;
    const names = new Set(firstCells(await text.text()));
    const { lines } = workspace.model();
    return lines.filter(({ label }) => names.has(label.en) || names.has(label.zh)).length * 2 > lines.length;
  }

  /** Lets the workbook go, and stops the reading of one. */
  close(): void {
    this.#reading?.abort();
    this.#book?.close();
    this.#reading = undefined;
    this.#book = undefined;
    batch(() => {
      this.#all.set([]);
      this.#sheet.set(undefined);
    });
  }
}

/** The scenario whose sheet bears a name: as it is exported, or as it is called here in either language. */
export function scenarioOfSheet({ document }: Workspace, sheet: string): string | undefined {
  const { scenarios } = document();
  const wanted = folded(sheet);
  const exported = sheetNames(scenarios).findIndex((name) => folded(name) === wanted);
  if (exported >= 0) return scenarios[exported]?.id;
  for (const lang of ['en', 'zh'] as const) {
    const found = [...scenarioNames(scenarios, lang)].filter(([, name]) => folded(name) === wanted);
    if (found.length === 1) return found[0]?.[0];
  }
  return undefined;
}
