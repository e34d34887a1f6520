import type { Accessor } from 'solid-js';
import { applyChange } from '../../document/change.ts';
import { type Document, openModel, sameDocument } from '../../document/document.ts';
import { NotADocument, NotYetKnown } from '../../document/kept.ts';
import { savedText } from '../../document/savedText.ts';
import type { CarriedFault } from '../../excel/returned/carriedIn.ts';
import type { ReturnedReply, ReturnedRequest } from '../../excel/returned/protocol.ts';
import type { Returned } from '../../excel/returned/returned.ts';
import type { Place } from '../../excel/returned/told.ts';
import { type XlsxFault, XlsxProblem } from '../../io/xlsx/problem.ts';
import type { Model } from '../../model/model.ts';
import { WorkerClient } from '../../rpc/client.ts';
import { restoreSaved } from '../document/restoring.ts';
import type { Workspace } from '../document/workspace.ts';
import { heldIn, type Pair, pairOf } from '../insight/differences.ts';
import { signal } from '../page/signal.ts';
import type { Words } from '../page/words.ts';
import { Guesses } from '../structure/guesses.ts';
import { type Home, homeOf, keeperOf, type MayKeep } from './homes.ts';

/** The document that a workbook carries, with what was changed in the workbook since it was made. */
export interface Offer extends Returned {
  /** The model of the document, as it ships. */
  readonly model: Model;
  readonly document: Document;
  /** Whether it is the document that is open, in the state in which it is: what was changed is a step of it. */
  readonly isOpen: boolean;
  /** The document of which it is, where this browser keeps that and it is not open as it is. */
  readonly home: Home | undefined;
}

/** Whether what was changed in the workbook is taken as a step of a document that was there before. */
export const goesOn = ({ isOpen, home }: Offer): boolean => isOpen || (home?.isSame ?? false);

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

/** What the cells of a workbook held as it was made, and hold as it comes back, as they are told. */
export function pairsOf(app: Words, { model, document, change }: Offer): (place: Place) => Pair | undefined {
  const before = openModel(model, document);
  const after = change ? openModel(model, applyChange(document, change).document) : before;
  return ({ cell }) => cell && pairOf(app, [before, heldIn(before, cell)], [after, heldIn(after, cell)], cell);
}

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
  async begin(app: MayKeep, file: Blob): Promise<boolean> {
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
    app: MayKeep,
    file: Blob,
    worker: WorkerClient<ReturnedRequest, ReturnedReply>,
  ): Promise<Offer | ReturnFault | undefined> {
    const { workspace } = app;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await worker.ask({ bytes }, { transfer: [bytes.buffer] });
    if (!('saved' in read)) return 'fault' in read ? read.fault : undefined;
    const { model, document } = await restoreSaved(workspace.catalog, read.saved);
    const compared = await worker.ask({ shipped: model, document });
    if (!('returned' in compared)) return 'fault' in compared ? compared.fault : undefined;
    if (!compared.returned) return 'other';
    const isHere = isOpen(workspace, model, document);
    const text = bare(document, model);
    const home = isHere ? undefined : await homeOf(app, model, (found) => bare(found.document, found.model) === text);
    return { ...compared.returned, model, document, isOpen: isHere, home };
  }

  /**
   * Takes what is proposed: goes on with the document that is open or kept, else opens another in place of what is open,
   * with what was changed in the workbook as one step, which can be undone.
   * @param name what another is called where the document of which it is has gone on
   * @returns whether the changes were taken; why not is told at the cell
   */
  async take(app: MayKeep, name: string): Promise<boolean> {
    const offer = this.offer();
    if (!offer) return false;
    const { workspace } = app;
    const { model, document, change } = offer;
    // It may have been edited while the dialog was open.
    if (!isOpen(workspace, model, document)) await this.#open(app, offer, name);
    const guesses = new Guesses(workspace);
    for (const line of workspace.model().lines) guesses.rangeOf(line);
    return !change || workspace.dispatch(change);
  }

  async #open(app: MayKeep, { model, document, home }: Offer, name: string): Promise<void> {
    const { workspace } = app;
    const keeper = home && (await keeperOf(app));
    const isBack = home?.isSame && (await keeper?.open(home.id)) && isOpen(workspace, model, document);
    if (isBack) return;
    if (keeper) keeper.begin(name, model, document);
    else workspace.show(model, document);
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
