import { type Accessor, batch } from 'solid-js';
import { sheetNames } from '../../engine/sheets.ts';
import { folded, scenarioNames } from '../../io/csv/names.ts';
import { type XlsxFault, XlsxProblem } from '../../io/xlsx/problem.ts';
import { OpenWorkbook } from '../../io/xlsx/reading.ts';
import type { SheetFacts } from '../../io/xlsx/sheetText.ts';
import type { Workspace } from '../document/workspace.ts';
import { signal } from '../page/signal.ts';

/** The first bytes of workbooks: zip archives, and Excel's older format. */
const SIGNS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Whether a file is to be read as a workbook: by its first bytes, or since it says so of itself. */
export function isWorkbook(head: Uint8Array, name: string): boolean {
  return SIGNS.some((sign) => sign.every((byte, i) => head[i] === byte)) || /\.xls[xmb]$/i.test(name);
}

/** How a sheet is written, and so how it is read. */
export const SHEET_CHOICES = { encoding: 'utf-8', delimiter: ',', sign: '.', workbook: true } as const;

/** A sheet with its place among all of its workbook. */
export interface PlacedSheet extends SheetFacts {
  readonly place: number;
}

/** Why a workbook was not taken. `empty`: none of its sheets holds anything. */
export type BookFault = XlsxFault | 'empty';

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
