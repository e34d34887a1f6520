import { NotADocument, NotYetKnown } from '../../document/saved.ts';
import type { Printed } from '../../modelFile/print.ts';
import { freshKey } from '../freshKey.ts';
import { ForeignFile, readDocument } from '../readJson.ts';
import { type Built, buildLines, type Ground } from './build.ts';
import { decodeWhole, NotInEncoding } from './encoding.ts';
import type { Understanding } from './facts.ts';
import { makePreview, SAMPLE_BYTES } from './preview.ts';
import { type Boxes, type CsvReply, type CsvRequest, type Failure, isTaken } from './protocol.ts';
import { builtSize } from './sizeOf.ts';
import { BrokenQuotes, readTable, type Settings, type Table } from './table.ts';
import type { Target } from './target.ts';
import {
  chosenEdits,
  chosenUncertain,
  planUpdate,
  type RowChange,
  type UpdateOptions,
  type UpdatePlan,
} from './update.ts';

/** The lines around a place, from the beginning of one. */
function around(bytes: Uint8Array, offset: number): Uint8Array {
  const start = bytes.lastIndexOf(0x0a, Math.max(0, offset - 1)) + 1;
  return bytes.slice(start, start + 64 * 1024);
}

function failureOf(error: unknown): Failure {
  if (error instanceof NotInEncoding) return { kind: 'encoding', line: error.line };
  if (error instanceof BrokenQuotes) return { kind: error.kind, line: error.line };
  if (error instanceof ForeignFile) return { kind: 'foreign' };
  if (error instanceof NotYetKnown) return { kind: 'newerFormat' };
  if (error instanceof NotADocument) {
    const { path, why, fault } = error;
    return path === '' ? { kind: 'noJson' } : { kind: 'wrong', path, why, ...(fault ? { fault } : {}) };
  }
  // The file was moved or changed while the browser read it, or there is no memory for it.
  return { kind: 'unreadable' };
}

/** In the text of a file that is no document, by what it is a model: its own key, before any other of its size. */
const IS_MODEL = /^[^"'{]*\{[\s\S]{0,2000}["']?foresheet["']?\s*:\s*\d/;

/** A file that is no table: a document, or a model as a document of it. @throws what `readDocument` does */
async function readWhole(text: string, form: 'json' | 'yaml'): Promise<CsvReply> {
  if (form === 'yaml') return readModel(text);
  try {
    return { document: readDocument(text) };
  } catch (error) {
    // What is wrong in a model is told at its place, also where it is no JSON.
    const isNone = error instanceof ForeignFile || (error instanceof NotADocument && error.path === '');
    if (isNone && IS_MODEL.test(text)) return readModel(text);
    throw error;
  }
}

/** The reader of models is loaded for the first one. @throws NotADocument */
async function readModel(text: string): Promise<CsvReply> {
  const part = await import('../../modelFile/saved.ts').catch(() => undefined);
  if (!part) return { failure: { kind: 'reader' } };
  const read = part.readAsSaved(text, `own-${freshKey().slice(0, 12)}`);
  return 'problems' in read ? { failure: { kind: 'model', problems: read.problems } } : { document: read };
}

/** A model as the text of its file: what prints it is loaded for the first one. */
async function printModel(printed: Printed): Promise<CsvReply> {
  const part = await import('../../modelFile/file.ts').catch(() => undefined);
  return part ? { text: part.printModelFile(printed) } : { failure: { kind: 'reader' } };
}

/** Reads files, without its worker: a document; or a table, and what is to be done with it. */
export class CsvService {
  #file: Blob | undefined;
  #sample: Uint8Array | undefined;
  /** Where the file turned out not to be in the encoding that its beginning was in. */
  #odd: Uint8Array | undefined;
  #table: Table | undefined;
  #target: Target | undefined;
  #plan: UpdatePlan | undefined;
  #built: Built | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param progress is told the share of a file that has been read, of 1 */
  answer(request: CsvRequest, progress: (share: number) => void = () => {}): Promise<CsvReply> {
    const reply = this.#last
      .then(() => this.#answer(request, progress))
      .catch((error: unknown): CsvReply => ({ failure: failureOf(error) }));
    this.#last = reply;
    return reply;
  }

  async #answer(request: CsvRequest, progress: (share: number) => void): Promise<CsvReply> {
    switch (request.kind) {
      case 'open':
        this.#file = request.file;
        this.#sample = new Uint8Array(await request.file.slice(0, SAMPLE_BYTES).arrayBuffer());
        this.#table = undefined;
        this.#odd = undefined;
        return {};
      case 'preview': {
        // What begins further on is not among the first bytes.
        const isAll = (request.choices.begin ?? 0) > 0 || (this.#file?.size ?? 0) <= SAMPLE_BYTES;
        const all = isAll && this.#file ? new Uint8Array(await this.#file.arrayBuffer()) : undefined;
        const sample = all ?? this.#sample ?? new Uint8Array();
        return { preview: makePreview(sample, isAll, request.choices, this.#odd) };
      }
      case 'read':
        return this.#read(request.settings, progress);
      case 'target':
        this.#target = request.target;
        return {};
      case 'update':
        return this.#update(request.how);
      case 'page': {
        const { from, count } = request;
        if (request.of === 'changes') return { changes: this.#plan?.changes.slice(from, from + count) ?? [] };
        return { left: this.#plan?.left.slice(from, from + count) ?? [] };
      }
      case 'edits':
        return this.#edits(request.boxes, new Set(request.turned));
      case 'build':
        return this.#build(request.how, request.ground);
      case 'lines':
        return this.#built ? { lines: this.#built } : {};
      case 'document':
        return this.#whole(request.file, request.form);
      case 'print':
        return printModel(request.printed);
    }
  }

  async #whole(file: Blob, form: 'json' | 'yaml'): Promise<CsvReply> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      return await readWhole(decodeWhole(bytes), form);
    } catch (error) {
      if (!(error instanceof NotInEncoding)) throw error;
      const { line, column } = error;
      return { failure: { kind: 'model', problems: [{ kind: 'encoding', line, column }] } };
    }
  }

  async #read(settings: Settings, progress: (share: number) => void): Promise<CsvReply> {
    this.#table = undefined;
    const bytes = new Uint8Array((await this.#file?.arrayBuffer()) ?? new ArrayBuffer(0));
    try {
      this.#table = readTable(bytes, settings, progress);
      const { rows: _, roles: __, times: ___, ...facts } = this.#table;
      return { table: facts };
    } catch (error) {
      if (error instanceof NotInEncoding) this.#odd = around(bytes, error.offset);
      throw error;
    }
  }

  #update(how: Understanding & Partial<UpdateOptions>): CsvReply {
    if (!this.#table || !this.#target) return {};
    const plan = planUpdate(this.#target, this.#table, how);
    this.#plan = plan;
    const cells = plan.changes.reduce((sum, change) => sum + change.cells.length, 0);
    const distributions = plan.changes.filter(({ uncertain }) => uncertain !== undefined).length;
    const cautions = plan.changes.filter(({ caution }) => caution !== undefined).length;
    const unknown = plan.left.filter(({ why }) => why === 'unknown').length;
    return {
      update: {
        ...plan,
        changes: plan.changes.length,
        left: plan.left.length,
        cells,
        distributions,
        unknown,
        cautions,
      },
    };
  }

  #edits(boxes: Boxes, turned: ReadonlySet<number>): CsvReply {
    if (!this.#plan || !this.#target) return {};
    const taken = (index: number, change: RowChange) => isTaken(boxes, change) !== turned.has(index);
    const edits = chosenEdits(this.#target, this.#plan, taken);
    return { edits, uncertain: chosenUncertain(this.#plan, taken) };
  }

  #build(how: Understanding, ground: Ground): CsvReply {
    if (!this.#table) return {};
    const built = buildLines(this.#table, how, ground);
    this.#built = built;
    const { lines, sources: _, scenarios, flags: __, uncertain: ___, ...facts } = built;
    return {
      built: {
        ...facts,
        lines: lines.length,
        headings: lines.filter(({ kind }) => kind === 'heading').length,
        scenarios: scenarios.map(({ name }) => name),
        size: builtSize(built, ground.scenarios?.length ?? scenarios.length),
        first: lines.slice(0, 30).map((line) => ({
          label: line.label.en,
          kind: line.kind,
          unit: line.kind === 'heading' ? '' : line.unit,
        })),
      },
    };
  }
}
