import type { Accessor } from 'solid-js';
import { type Document, sameDocument } from '../../document/document.ts';
import { NotADocument, NotYetKnown } from '../../document/kept.ts';
import { savedText } from '../../document/savedText.ts';
import type { CarriedFault } from '../../excel/returned/carriedIn.ts';
import type { ReturnedReply, ReturnedRequest } from '../../excel/returned/protocol.ts';
import type { Returned } from '../../excel/returned/returned.ts';
import { type XlsxFault, XlsxProblem } from '../../io/xlsx/problem.ts';
import type { Model } from '../../model/model.ts';
import { WorkerClient } from '../../rpc/client.ts';
import { restoreSaved } from '../document/restoring.ts';
import type { Workspace } from '../document/workspace.ts';
import { signal } from '../page/signal.ts';
import type { WithEditor } from '../sheet/editor.ts';

/** The document that a workbook carries, with what was changed in the workbook since it was made. */
export interface Offer extends Returned {
  /** The model of the document, as it ships. */
  readonly model: Model;
  readonly document: Document;
  /** Whether it is the document that is open, in the state in which it is: what was changed is a step of it. */
  readonly isOpen: boolean;
}

/**
 * Why a workbook that was made here does not come back as its document: what it carries can't be read, it is of a model
 * that is not here or could not be loaded, or it tells of other lines than the document has.
 */
export type ReturnFault = CarriedFault | XlsxFault | 'model' | 'notLoaded' | 'other';

/** A document without what is looked at, to be compared. */
const bare = (document: Document, model: Model): string =>
  savedText({ ...document, view: { scenario: '', line: '', known: 'latest' } }, model);

const isOpen = ({ document, shipped }: Workspace, model: Model, found: Document): boolean =>
  shipped().id === model.id &&
  shipped().version === model.version &&
  (sameDocument(document(), found) || bare(document(), shipped()) === bare(found, model));

/** A workbook that was made here, on its way back. */
export class Returning {
  readonly #offer = signal<Offer | undefined>(undefined);
  readonly #fault = signal<ReturnFault | undefined>(undefined);
  /** What is proposed; undefined where nothing can be. */
  readonly offer: Accessor<Offer | undefined> = this.#offer;
  /** Why nothing is; undefined for a workbook of somebody else. */
  readonly fault: Accessor<ReturnFault | undefined> = this.#fault;
  #worker: WorkerClient<ReturnedRequest, ReturnedReply> | undefined;

  /** Reads what a workbook carries, and compares it. @returns whether there is something to propose */
  async begin(app: WithEditor, file: Blob): Promise<boolean> {
    this.reset();
    const worker = new WorkerClient<ReturnedRequest, ReturnedReply>(
      () =>
        new Worker(new URL('../../excel/returned/worker.ts', import.meta.url), { type: 'module', name: 'returned' }),
      (why) => new XlsxProblem(why === 'crash' ? 'damaged' : 'reader'),
    );
    this.#worker = worker;
    const found = await this.#read(app, file, worker).catch((error: unknown) => faultOf(error));
    worker.stop(new DOMException('the workbook was compared', 'AbortError'));
    // Another file was chosen meanwhile.
    if (this.#worker !== worker) return false;
    if (typeof found === 'object') this.#offer.set(found);
    else this.#fault.set(found);
    return typeof found === 'object';
  }

  async #read(
    { workspace }: WithEditor,
    file: Blob,
    worker: WorkerClient<ReturnedRequest, ReturnedReply>,
  ): Promise<Offer | ReturnFault | undefined> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await worker.ask({ bytes }, { transfer: [bytes.buffer] });
    if (!('saved' in read)) return 'fault' in read ? read.fault : undefined;
    const { model, document } = await restoreSaved(workspace.catalog, read.saved);
    const compared = await worker.ask({ shipped: model, document });
    if (!('returned' in compared)) return 'fault' in compared ? compared.fault : undefined;
    if (!compared.returned) return 'other';
    return { ...compared.returned, model, document, isOpen: isOpen(workspace, model, document) };
  }

  /**
   * Takes what is proposed: opens the document, in place of what is open unless it is that, with what was changed in the
   * workbook as one step, which can be undone.
   * @returns whether the changes were taken; why not is told at the cell
   */
  take({ workspace }: WithEditor): boolean {
    const offer = this.offer();
    if (!offer) return false;
    const { model, document, change } = offer;
    // It may have been edited while the dialog was open.
    if (!offer.isOpen || !isOpen(workspace, model, document)) workspace.show(model, document);
    return !change || workspace.dispatch(change);
  }

  /** Lets it go, and stops the reading. */
  reset(): void {
    this.#worker?.stop(new DOMException('the workbook was closed', 'AbortError'));
    this.#worker = undefined;
    this.#offer.set(undefined);
    this.#fault.set(undefined);
  }
}

function faultOf(error: unknown): ReturnFault {
  if (error instanceof NotADocument) return 'wrong';
  if (error instanceof NotYetKnown) return error.what === 'model' ? 'model' : 'form';
  if (error instanceof XlsxProblem) return error.fault;
  return 'notLoaded';
}
