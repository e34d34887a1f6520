import { batch } from 'solid-js';
import type { CellEdit, Change } from '../../document/change.ts';
import { type Document, modelOf, overrideAt } from '../../document/document.ts';
import type { Step } from '../../document/history.ts';
import { otherLines } from '../../document/otherLines.ts';
import { ownFormulas } from '../../document/ownFormulas.ts';
import type { Transaction } from '../../document/transaction.ts';
import { pack } from '../../engine/packed.ts';
import { CeilingError, type Engine, EngineStopped, type WorkbookSpec } from '../../engine/port.ts';
import { isFormula } from '../../model/content.ts';
import type { Model } from '../../model/model.ts';
import type { Gateway } from './gateway.ts';
import type { Notices } from './notices.ts';

/** ms within which a second breakdown without a formula to blame is told and not tried again. */
const RESTART_PAUSE = 10_000;

/**
 * Has the engine follow the document, and starts it anew where it was stopped. What stopped it is held back in the
 * document as text, so that it is not tried again; all else stands.
 */
export class Calculation {
  /** Whether nothing is calculated before something else is shown, or `begin` is called. */
  #isWaiting: boolean;
  #builds = 0;
  /** Steps of structure that no build has come to its end with. */
  readonly #unbuilt = new Set<Step>();
  /** When the engine was last started anew, or tried to be, with nothing held back. */
  #restarted = Number.NEGATIVE_INFINITY;

  constructor(
    readonly engine: Engine,
    readonly gateway: Gateway,
    readonly notices: Notices,
    isWaiting: boolean,
  ) {
    engine.onBreakdown((reason) => {
      const error = new EngineStopped(reason);
      // Of what is filled in while nobody asks, a formula may never end; nothing that was asked is to blame for all else.
      if (reason === 'time') this.#stopped(error);
      else this.#recover(error, []);
    });
    this.#isWaiting = isWaiting;
    if (!isWaiting) this.rebuild();
  }

  /** Tells the engine what has happened to the document. */
  hear({ event, start, change }: Transaction): void {
    if (event === 'look') this.engine.show(this.#document.view.scenario);
    else if (event === 'open') this.rebuild();
    // What was held back or refused the engine has not got, or is about to be built without.
    else if (event === 'hold' || event === 'refuse') return;
    else if (change?.kind === 'cells') this.#tell(change.edits);
    else this.#tellStructure(start.document);
  }

  begin(): void {
    if (this.#isWaiting) this.rebuild();
  }

  #tell(edits: readonly CellEdit[]): void {
    if (edits.length === 0) return;
    this.engine.apply(edits).catch((error: unknown) => this.#recover(error, edits));
  }

  /** Only lines that hold other overrides are told; anything else builds the workbook anew. */
  #tellStructure(before: Document): void {
    const changed = otherLines(before, this.#document);
    if (!changed) {
      const step = this.gateway.state.history.past.at(-1);
      if (step?.change.kind === 'structure') this.#unbuilt.add(step);
      this.rebuild();
    } else if (changed.length > 0) {
      const { periods } = this.#model;
      const parts = changed.map(({ scenario, lines }) => pack(scenario.id, lines, scenario.overrides, periods));
      const ids = new Set(changed.flatMap(({ lines }) => lines));
      const suspects = () => ownFormulas(this.#document).filter(({ line }) => ids.has(line));
      this.engine.replace(parts).catch((error: unknown) => this.#recover(error, suspects()));
    }
  }

  /** Builds the workbook anew from the document. */
  rebuild(): void {
    this.#isWaiting = false;
    const build = ++this.#builds;
    const { notices } = this;
    const onBuilt = () => {
      if (build === this.#builds) this.#unbuilt.clear();
      if (notices.shown()?.kind === 'broken') notices.notify({ kind: 'restarted' });
    };
    // A later one takes care of itself.
    const onFailed = (error: unknown) => build === this.#builds && this.#stopped(error);
    this.engine.build(this.#spec(), this.#isOwn).then(onBuilt, onFailed);
  }

  /** Whether formulas of a person's own are in it: one may never end. */
  get #isOwn(): boolean {
    const document = this.#document;
    return !!document.own || !!document.lines || ownFormulas(document).length > ownFormulas(this.#shipped).length;
  }

  #stopped(error: unknown): void {
    if (error instanceof EngineStopped && error.reason !== 'start' && this.#isOwn) void this.#search();
    else this.#recover(error, []);
  }

  #spec(): WorkbookSpec {
    const { lines, periods } = this.#model;
    const { scenarios, view } = this.#document;
    return { lines, periods, scenarios, view: view.scenario };
  }

  get #document(): Document {
    return this.gateway.state.document;
  }

  get #shipped(): Model {
    return this.gateway.state.opened.model;
  }

  get #model(): Model {
    return modelOf(this.#shipped, this.#document);
  }

  /** The workbook did not come to an end: what keeps it from that is found and held back. */
  async #search(): Promise<void> {
    const build = this.#builds;
    const isStale = () => build !== this.#builds;
    try {
      const { findHangingFormulas, asTexts, suspectsOf } = await import('../../engine/hangingFormulas.ts');
      const suspects = suspectsOf(this.#document, this.#shipped);
      const hanging = await findHangingFormulas(
        this.engine,
        () => ({ ...this.#spec(), isWhole: true }),
        suspects,
        isStale,
      );
      // With none to blame the machine was slow, and all stands.
      if (isStale() || hanging.length === 0) return;
      batch(() => {
        for (const change of asTexts(hanging, this.#document, this.#model.lines)) this.#holdBack(change);
        this.notices.notify({ kind: 'held', cells: hanging.flatMap((one) => ('cell' in one ? [one.cell] : [])) });
      });
    } catch (error) {
      if (!isStale()) this.#recover(error, []);
    }
  }

  /**
   * The engine was stopped while it took these edits: their formulas are held back, and it starts anew from the document.
   * Where there is none, a second failure soon after is told and not tried again. One that never began blames nobody.
   */
  #recover(error: unknown, edits: readonly CellEdit[]): void {
    if (error instanceof CeilingError) {
      this.#refuseStructure();
      const { cells, ceiling, of, each } = error;
      this.notices.notify({ kind: 'ceiling', cells, ceiling, of, each });
      return;
    }
    const isOff = error instanceof EngineStopped && error.reason === 'start';
    const held = (isOff ? [] : edits).flatMap((edit) => {
      const content = overrideAt(this.#document, edit);
      return isFormula(content) ? [{ ...edit, content: { text: content.formula } }] : [];
    });
    const isSoon = performance.now() - this.#restarted < RESTART_PAUSE;
    const isAgain = held.length === 0 && isSoon && (isOff || this.notices.shown()?.kind === 'restarted');
    if (!(error instanceof EngineStopped) || isAgain) {
      this.notices.notify({ kind: 'broken' });
      return;
    }
    if (held.length > 0) this.#holdBack({ kind: 'cells', edits: held });
    else this.#restarted = performance.now();
    // That it is tried again says nothing yet.
    if (!isOff) this.notices.notify(held.length > 0 ? { kind: 'held', cells: held } : { kind: 'restarted' });
    this.rebuild();
  }

  /**
   * The workbook would have been too large: the document goes back to before the step that made it so. Where that was the
   * last one, the engine still has the workbook of before; what came after it goes with it.
   */
  #refuseStructure(): void {
    const { gateway } = this;
    let refused = 0;
    while (gateway.state.history.past.some((step) => this.#unbuilt.has(step)) && gateway.dispatch({ event: 'refuse' }))
      refused++;
    this.#unbuilt.clear();
    if (refused > 1) this.rebuild();
  }

  #holdBack(change: Change): void {
    this.gateway.dispatch({ event: 'hold', change });
  }
}
