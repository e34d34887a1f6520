import { type Accessor, batch, createSignal } from 'solid-js';
import { NotADocument, NotYetKnown } from '../document/kept.ts';
import { NotReadable, ReaderStopped, type TableReader } from '../io/csv/client.ts';
import type { Role } from '../io/csv/header.ts';
import type { Choices, Preview } from '../io/csv/preview.ts';
import { type Failure, MOST_BYTES, type Request, type TableFacts } from '../io/csv/protocol.ts';
import type { App } from './app.ts';
import { takeDocument } from './importing.ts';

/** What a person reads where a file was not taken. */
export type Refusal =
  | {
      readonly kind: 'failure';
      readonly failure: Failure | { readonly kind: 'crash' | 'cancelled' | 'engine' | 'empty' };
    }
  | { readonly kind: 'tooLarge'; readonly size: number }
  | { readonly kind: 'workbook' | 'newerModel' | 'notLoaded' };

/** How far an import has come: a file is chosen, it is said how it is read, it is read, it is said what is done with it. */
export type Stage = 'choose' | 'read' | 'reading' | 'take';

/** A row filter: a text in a column, or in any (`-1`). */
export interface Filter {
  readonly column: number;
  readonly text: string;
}

const NO_FILTER: Filter = { column: -1, text: '' };

/** The largest document that is read, in bytes. */
const MOST_JSON = 50 * 1024 * 1024;

/** A text from the clipboard as a file. */
export const pastedFile = (text: string, name: string): File => new File([text], name, { type: 'text/plain' });

/** The first bytes of workbooks: zip archives, and Excel's older format. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** One import, from the file to what is taken over. The table itself stays with the reader, in its worker. */
export class Importer {
  readonly stage: Accessor<Stage>;
  readonly file: Accessor<File | undefined>;
  readonly refusal: Accessor<Refusal | undefined>;
  readonly preview: Accessor<Preview | undefined>;
  readonly table: Accessor<TableFacts | undefined>;
  /** The share of the file that has been read, of 1. */
  readonly progress: Accessor<number>;
  readonly #set: {
    stage: (stage: Stage) => void;
    file: (file: File | undefined) => void;
    refusal: (refusal: Refusal | undefined) => void;
    preview: (preview: Preview | undefined) => void;
    table: (table: TableFacts | undefined) => void;
    progress: (share: number) => void;
  };
  #choices: Choices = {};
  #filter: Filter = NO_FILTER;

  constructor(
    readonly app: Pick<App, 'workspace' | 'editor'>,
    readonly reader: TableReader,
  ) {
    const [stage, setStage] = createSignal<Stage>('choose');
    const [file, setFile] = createSignal<File | undefined>();
    const [refusal, setRefusal] = createSignal<Refusal | undefined>();
    const [preview, setPreview] = createSignal<Preview | undefined>();
    const [table, setTable] = createSignal<TableFacts | undefined>();
    const [progress, setProgress] = createSignal(0);
    this.stage = stage;
    this.file = file;
    this.refusal = refusal;
    this.preview = preview;
    this.table = table;
    this.progress = progress;
    this.#set = {
      stage: setStage,
      file: setFile,
      refusal: setRefusal,
      preview: setPreview,
      table: setTable,
      progress: setProgress,
    };
  }

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
    if (WORKBOOKS.some((sign) => sign.every((byte, i) => head[i] === byte))) return this.#refuse({ kind: 'workbook' });
    const isDocument = /\.json$/i.test(file.name) || file.type === 'application/json';
    const most = isDocument ? MOST_JSON : MOST_BYTES;
    if (file.size > most) return this.#refuse({ kind: 'tooLarge', size: file.size });
    if (isDocument) return this.#openDocument(file);
    if (file.size === 0) return this.#refuse({ kind: 'failure', failure: { kind: 'empty' } });
    await this.#ask({ kind: 'open', file });
    await this.#look();
    return false;
  }

  /** Says what a column holds; a role that another column had goes over to it. */
  assign(column: number, role: Role): void {
    const roles = (this.preview()?.roles ?? []).map((old, i) => (i === column ? role : old === role ? 'none' : old));
    void this.choose({ roles: Object.fromEntries(roles.map((one, i) => [i, one])) });
  }

  /** Reads the first rows in another way. */
  async choose(choices: Choices): Promise<void> {
    // Another way to split cells makes other columns.
    const fresh = choices.encoding !== undefined || choices.delimiter !== undefined || choices.header !== undefined;
    const { roles: _, ...rest } = this.#choices;
    this.#choices = { ...(fresh ? rest : this.#choices), ...choices };
    this.#filter = NO_FILTER;
    this.#set.refusal(undefined);
    await this.#look();
  }

  /** The filter by which the file was read last. */
  filter(): Filter {
    return this.#filter;
  }

  /** Reads the whole file, or those of its rows that hold a text. */
  async read(filter: Filter = this.#filter): Promise<void> {
    const preview = this.preview();
    if (!preview) return;
    this.#filter = filter;
    const { encoding, delimiter, header, roles } = preview;
    const settings = { encoding, delimiter, header, roles, filter };
    batch(() => {
      this.#set.refusal(undefined);
      this.#set.progress(0);
      this.#set.stage('reading');
    });
    const reply = await this.#ask({ kind: 'read', settings }, (share) => this.#set.progress(share));
    if (!reply?.table) {
      // Where the file turned out to be another than it seemed, it is looked at again.
      if (this.stage() === 'reading') this.#set.stage('read');
      if (this.refusal()?.kind === 'failure') await this.#look();
      return;
    }
    batch(() => {
      this.#set.table(reply.table);
      this.#set.stage('take');
    });
  }

  /** Back by a step. */
  back(): void {
    this.#set.refusal(undefined);
    this.#set.stage(this.stage() === 'take' ? 'read' : 'choose');
  }

  /** Stops the reading at once, and goes back to how the file is read. */
  async cancel(): Promise<void> {
    const file = this.file();
    const choices = this.#choices;
    this.reader.cancel();
    if (!file) return;
    await this.#ask({ kind: 'open', file });
    this.#choices = choices;
    await this.#look();
    this.#refuse({ kind: 'failure', failure: { kind: 'cancelled' } });
  }

  /** Lets the reader go, with the table. */
  dispose(): void {
    this.reader.cancel();
  }

  /** Asks the reader; what goes wrong is told. Undefined then. */
  async #ask(request: Request, progress?: (share: number) => void) {
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
    this.#set.stage('choose');
    this.#refuse({ kind: 'failure', failure: { kind: 'crash' } });
  }

  #begin(file: File): void {
    this.#choices = {};
    this.#filter = NO_FILTER;
    batch(() => {
      this.#set.file(file);
      this.#set.refusal(undefined);
      this.#set.preview(undefined);
      this.#set.table(undefined);
      this.#set.stage('choose');
    });
  }

  async #look(): Promise<void> {
    const reply = await this.#ask({ kind: 'preview', choices: this.#choices });
    if (!reply?.preview) return;
    batch(() => {
      this.#set.preview(reply.preview);
      this.#set.stage('read');
    });
  }

  async #openDocument(file: File): Promise<boolean> {
    const read = await this.#ask({ kind: 'document', file });
    if (!read?.document) return false;
    try {
      await takeDocument(this.app, read.document);
      return true;
    } catch (error) {
      if (error instanceof NotADocument) {
        const { path, message } = error;
        return this.#refuse({ kind: 'failure', failure: { kind: 'wrong', path, message } });
      }
      return this.#refuse({ kind: error instanceof NotYetKnown ? 'newerModel' : 'notLoaded' });
    }
  }

  #refuse(refusal: Refusal): false {
    this.#set.refusal(refusal);
    return false;
  }

  /** Tells that the values of the sheet could not be read. */
  engineFailed(): void {
    this.#refuse({ kind: 'failure', failure: { kind: 'engine' } });
  }

  /** What the reader makes of the table; undefined where it could not. */
  ask(request: Request) {
    return this.#ask(request);
  }
}
