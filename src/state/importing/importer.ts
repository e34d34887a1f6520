import { type Accessor, batch } from 'solid-js';
import { NotADocument, NotYetKnown } from '../../document/kept.ts';
import { NotReadable, ReaderStopped, type TableReader } from '../../io/csv/client.ts';
import { isShared, type Role } from '../../io/csv/header.ts';
import { MOST_CSV_BYTES } from '../../io/csv/limits.ts';
import type { Choices, TablePreview } from '../../io/csv/preview.ts';
import type { CsvRequest, TableFacts } from '../../io/csv/protocol.ts';
import { MOST_XLSX_BYTES } from '../../io/xlsx/reading.ts';
import { signal } from '../page/signal.ts';
import { formOf, isWorkbook, MOST_BYTES } from './givenFile.ts';
import type { MayKeep } from './homes.ts';
import { takeDocument } from './importing.ts';
import { LiveImport } from './liveImport.ts';
import type { ImportRefusal } from './refusal.ts';
import { Returning } from './returning.ts';
import { type PlacedSheet, SHEET_CHOICES, WorkbookImport } from './workbookImport.ts';

/**
 * How far an import has come: a file is chosen, a workbook is opened and taken as a whole or a sheet of it chosen, it is
 * said how it is read, it is read, it is said what is done with it. One that was made here is proposed as what it was made
 * from (`returned`).
 */
export type ImportStep = 'choose' | 'opening' | 'returned' | 'workbook' | 'read' | 'reading' | 'take';

/** How a workbook is taken: as a model that computes, or a sheet of it as a table of values. */
export type BookWay = 'live' | 'table';

/** A row filter: a text in a column, or in any (`-1`). */
export interface RowFilter {
  readonly column: number;
  readonly text: string;
}

const NO_FILTER: RowFilter = { column: -1, text: '' };

/** What was said without what is said of columns: another way to split cells, or another table, makes others. */
function withoutColumns({ roles: _, start: __, header, ...rest }: Choices, { table, begin }: Choices): Choices {
  if (begin !== undefined) {
    const { table: ___, oneTable: ____, ...file } = rest;
    return file;
  }
  return table === undefined && header !== undefined ? { ...rest, header } : rest;
}

/** The same without the periods that columns were said to hold: from another start they are others. */
function withoutPeriods({ roles = {}, ...rest }: Choices): Choices {
  return { ...rest, roles: Object.fromEntries(Object.entries(roles).filter(([, role]) => typeof role !== 'number')) };
}

/** One import, from the file to what is taken over. The table itself stays with the reader, in its worker. */
export class Importer {
  readonly #step = signal<ImportStep>('choose');
  readonly #file = signal<File | undefined>(undefined);
  readonly #refusal = signal<ImportRefusal | undefined>(undefined);
  readonly #preview = signal<TablePreview | undefined>(undefined);
  readonly #table = signal<TableFacts | undefined>(undefined);
  readonly #progress = signal(0);
  readonly #way = signal<BookWay>('table');
  readonly step: Accessor<ImportStep> = this.#step;
  readonly file: Accessor<File | undefined> = this.#file;
  readonly refusal: Accessor<ImportRefusal | undefined> = this.#refusal;
  readonly preview: Accessor<TablePreview | undefined> = this.#preview;
  readonly table: Accessor<TableFacts | undefined> = this.#table;
  /** The share of the file that has been read, of 1. */
  readonly progress: Accessor<number> = this.#progress;
  /** The workbook, where the file is one. */
  readonly book = new WorkbookImport();
  /** The same as a model. */
  readonly live = new LiveImport(this.book);
  readonly way: Accessor<BookWay> = this.#way;
  /** The same as the document from which it was made, where it was made here. */
  readonly returning = new Returning();
  #choices: Choices = {};
  #filter: RowFilter = NO_FILTER;
  /** What the reader reads: the file itself, or the text of a sheet. */
  #text: Blob | undefined;

  constructor(
    readonly app: MayKeep,
    readonly reader: TableReader,
  ) {}

  /**
   * Takes a file: a document is opened at once, a table is looked at. What is no text, or too large, is refused before it
   * is read.
   * @returns whether a document was opened
   */
  async open(file: File): Promise<boolean> {
    this.#begin(file);
    const head = new Uint8Array(
      await file
        .slice(0, 4)
        .arrayBuffer()
        .catch(() => new ArrayBuffer(0)),
    );
    if (file.size > 0 && isWorkbook(head, file.name)) return this.#openWorkbook(file);
    const form = formOf(file);
    const most = form ? MOST_BYTES[form] : MOST_CSV_BYTES;
    if (file.size > most) return this.#refuse({ kind: 'tooLarge', size: file.size, most });
    if (form) return this.#openDocument(file, form);
    if (file.size === 0) return this.#refuse({ kind: 'failure', failure: { kind: 'empty' } });
    return this.#openText(file);
  }

  /** Says how the workbook that is open is taken. */
  goBy(way: BookWay): void {
    batch(() => {
      this.#way.set(way);
      this.#refusal.set(undefined);
      this.#step.set('workbook');
    });
    if (way === 'live') void this.live.begin(this.bareName);
  }

  /** The name of the file without its ending. */
  get bareName(): string {
    return (this.file()?.name ?? '').replace(/\.[^.]*$/, '');
  }

  /** Takes a sheet of the workbook that is open. */
  async takeSheet(sheet: PlacedSheet): Promise<void> {
    this.#refusal.set(undefined);
    const text = await this.book.choose(sheet);
    if (text === 'stopped') return;
    if (!text || text.size > MOST_CSV_BYTES) {
      this.#step.set('choose');
      this.#refuse(text ? { kind: 'workbook', fault: 'large' } : { kind: 'failure', failure: { kind: 'crash' } });
      return;
    }
    this.#choices = SHEET_CHOICES;
    this.#filter = NO_FILTER;
    await this.#openText(text);
  }

  /** Says what a column holds. What only one can hold goes over to it; names and values beside periods are shared. */
  assign(column: number, role: Role): void {
    const isDown = this.preview()?.roles.includes('time') || role === 'time';
    const isOne = !isShared(role) || (role === 'value' && !isDown);
    const others = Object.entries(this.#choices.roles ?? {}).filter(([, old]) => !isOne || old !== role);
    void this.choose({ roles: { ...Object.fromEntries(others), [column]: role } });
  }

  /** Reads the first rows in another way. */
  async choose(choices: Choices): Promise<void> {
    // Another way to split cells makes other columns.
    const { encoding, delimiter, header, table, begin } = choices;
    const fresh = [encoding, delimiter, header, table, begin].some((one) => one !== undefined);
    const kept = fresh ? withoutColumns(this.#choices, choices) : this.#choices;
    this.#choices = { ...(choices.start === undefined ? kept : withoutPeriods(kept)), ...choices };
    this.#filter = NO_FILTER;
    this.#refusal.set(undefined);
    await this.#look();
  }

  /** The filter by which the file was read last. */
  filter(): RowFilter {
    return this.#filter;
  }

  /** Reads the whole file, or those of its rows that hold a text. */
  async read(filter: RowFilter = this.#filter): Promise<void> {
    const preview = this.preview();
    if (!preview) return;
    this.#filter = filter;
    const { encoding, delimiter, header, roles, shape } = preview;
    const settings = { encoding, delimiter, header, roles, shape, filter, workbook: this.book.sheet() !== undefined };
    batch(() => {
      this.#refusal.set(undefined);
      this.#progress.set(0);
      this.#step.set('reading');
    });
    const reply = await this.ask({ kind: 'read', settings }, (share) => this.#progress.set(share));
    if (!reply?.table) {
      // Where the file turned out to be another than it seemed, it is looked at again.
      if (this.step() === 'reading') this.#step.set('read');
      if (this.refusal()?.kind === 'failure') await this.#look();
      return;
    }
    batch(() => {
      this.#table.set(reply.table);
      this.#step.set('take');
    });
  }

  /** Reads the whole file as one table, also where another seems to begin in it. */
  async readOn(): Promise<void> {
    await this.choose({ oneTable: true });
    await this.read();
  }

  /** Back by a step. */
  back(): void {
    const isSheet = this.step() === 'read' && this.book.sheet() !== undefined;
    const before = this.step() === 'workbook' && this.returning.offer() ? 'returned' : 'choose';
    this.#refusal.set(undefined);
    this.#step.set(this.step() === 'take' ? 'read' : isSheet ? 'workbook' : before);
  }

  /** Stops the reading at once, and goes back to how the file is read; of a workbook, to choosing one. */
  async cancel(): Promise<void> {
    if (this.step() === 'opening') {
      this.#letGo();
      this.#step.set('choose');
    } else {
      const choices = this.#choices;
      this.reader.cancel();
      if (!this.#text) return;
      await this.ask({ kind: 'open', file: this.#text });
      this.#choices = choices;
      await this.#look();
    }
    this.#refuse({ kind: 'failure', failure: { kind: 'cancelled' } });
  }

  /** Lets the reader go, with the table, and the workbook. */
  dispose(): void {
    this.#letGo();
    this.reader.cancel();
  }

  /** Lets the workbook go, in each way in which it was read. */
  #letGo(): void {
    this.live.reset();
    this.returning.reset();
    this.book.close();
  }

  /** Asks the reader; what goes wrong is told. Undefined then. */
  async ask(request: CsvRequest, progress?: (share: number) => void) {
    try {
      return await this.reader.ask(request, progress);
    } catch (error) {
      if (error instanceof NotReadable) this.#refuse({ kind: 'failure', failure: error.failure });
      else if (error instanceof ReaderStopped) this.#stopped(error);
      else throw error;
      return undefined;
    }
  }

  #stopped({ reason }: ReaderStopped): void {
    if (reason === 'cancelled') return;
    this.#step.set('choose');
    this.#refuse({ kind: 'failure', failure: { kind: reason === 'load' ? 'reader' : reason } });
  }

  #begin(file: File): void {
    this.#choices = {};
    this.#filter = NO_FILTER;
    this.#text = undefined;
    batch(() => {
      this.#letGo();
      this.#file.set(file);
      this.#refusal.set(undefined);
      this.#preview.set(undefined);
      this.#table.set(undefined);
      this.#step.set('choose');
    });
  }

  async #openText(text: Blob): Promise<false> {
    this.#text = text;
    await this.ask({ kind: 'open', file: text });
    await this.#look();
    return false;
  }

  async #openWorkbook(file: File): Promise<false> {
    if (file.size > MOST_XLSX_BYTES) return this.#refuse({ kind: 'tooLarge', size: file.size, most: MOST_XLSX_BYTES });
    this.#step.set('opening');
    this.live.warm();
    // The file was moved or changed while the browser read it.
    const fault = await this.book.open(file).catch(() => 'unreadable' as const);
    if (fault === 'stopped') return false;
    if (fault !== undefined) {
      this.#step.set('choose');
      this.live.reset();
      if (fault === 'unreadable') return this.#refuse({ kind: 'failure', failure: { kind: fault } });
      return this.#refuse({ kind: 'workbook', fault });
    }
    const isBack = this.book.carries && (await this.returning.begin(this.app, file));
    if (this.file() !== file || this.step() !== 'opening') return false;
    if (isBack) this.#step.set('returned');
    else await this.#propose(file);
    return false;
  }

  /** A workbook that computes is a model; one plain table, and what was exported from the document that is open, is a table. */
  async #propose(file: File): Promise<void> {
    const isLive = this.book.isModel && !(await this.book.isOf(this.app.workspace));
    if (this.file() !== file || this.step() !== 'opening') return;
    const { obvious } = this.book;
    if (isLive) this.goBy('live');
    else if (obvious) await this.takeSheet(obvious);
    else this.goBy('table');
  }

  async #look(): Promise<void> {
    const reply = await this.ask({ kind: 'preview', choices: this.#choices });
    if (!reply?.preview) return;
    batch(() => {
      this.#preview.set(reply.preview);
      this.#step.set('read');
    });
  }

  async #openDocument(file: File, form: keyof typeof MOST_BYTES): Promise<boolean> {
    const read = await this.ask({ kind: 'document', file, form });
    if (!read?.document) return false;
    try {
      await takeDocument(this.app, read.document);
      return true;
    } catch (error) {
      if (error instanceof NotADocument) {
        const { path, why, fault } = error;
        return this.#refuse({ kind: 'failure', failure: { kind: 'wrong', path, why, ...(fault ? { fault } : {}) } });
      }
      return this.#refuse({ kind: error instanceof NotYetKnown ? 'newerModel' : 'notLoaded' });
    }
  }

  #refuse(refusal: ImportRefusal): false {
    this.#refusal.set(refusal);
    return false;
  }

  /** Tells that the values of the sheet could not be read. */
  engineFailed(): void {
    this.#refuse({ kind: 'failure', failure: { kind: 'engine' } });
  }
}
