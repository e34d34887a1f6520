import { batch } from 'solid-js';
import { applyChange, type CellEdit, type Change } from '../document/change.ts';
import { type Document, overrideAt } from '../document/document.ts';
import { type History, undo } from '../document/history.ts';
import { ownFormulas } from '../document/ownFormulas.ts';
import { pack } from '../engine/packed.ts';
import { CeilingError, EngineStopped, type WorkbookSpec } from '../engine/port.ts';
import { isFormula } from '../model/content.ts';
import { type OtherLines, otherLines } from './otherLines.ts';
import type { Notice, Workspace } from './workspace.ts';

/** ms within which a second breakdown without a culprit is told and not tried again. */
const RESTART_PAUSE = 10_000;

/** What it reads of the workspace. */
type Work = Pick<Workspace, 'engine' | 'shipped' | 'model' | 'document' | 'history' | 'notice'>;

/** The ways in which it writes: the same as the workspace's own. */
interface Pen {
  readonly document: (document: Document) => void;
  readonly history: (history: History) => void;
  readonly notice: (notice: Notice) => void;
}

/**
 * Has the engine follow the document, and starts it anew where it was stopped. What stopped it is held back in the
 * document as text, so that it is not tried again; all else stands.
 */
export class Calculation {
  /** Whether nothing is calculated before something else is shown, or `begin` is called. */
  #isWaiting: boolean;
  #builds = 0;
  /** When the engine was last started anew, or tried to be, with nothing held back. */
  #restarted = Number.NEGATIVE_INFINITY;

  constructor(
    readonly work: Work,
    readonly pen: Pen,
    isWaiting: boolean,
  ) {
    work.engine.onBreakdown(() => this.#recover(new EngineStopped('crash'), []));
    this.#isWaiting = isWaiting;
    if (!isWaiting) this.rebuild();
  }

  begin(): void {
    if (this.#isWaiting) this.rebuild();
  }

  /** Tells the engine of edits. */
  tell(edits: readonly CellEdit[]): void {
    if (edits.length === 0) return;
    this.work.engine.apply(edits).catch((error: unknown) => this.#recover(error, edits));
  }

  /** Only lines that hold other overrides are told; anything else builds the workbook anew. @returns these lines */
  tellStructure(before: Document): readonly OtherLines[] | undefined {
    const { engine, document, model } = this.work;
    const changed = otherLines(before, document());
    if (!changed) this.rebuild();
    else if (changed.length > 0) {
      const { periods } = model();
      const parts = changed.map(({ scenario, lines }) => pack(scenario.id, lines, scenario.overrides, periods));
      const ids = new Set(changed.flatMap(({ lines }) => lines));
      const suspects = () => ownFormulas(document()).filter(({ line }) => ids.has(line));
      engine.replace(parts).catch((error: unknown) => this.#recover(error, suspects()));
    }
    return changed;
  }

  /** Builds the workbook anew from the document. */
  rebuild(): void {
    this.#isWaiting = false;
    const build = ++this.#builds;
    const { engine, document, shipped, notice } = this.work;
    const { own, lines } = document();
    // A formula of a person's own may never end.
    const isOwn = !!own || !!lines || ownFormulas(document()).length > ownFormulas(shipped()).length;
    const onBuilt = () => notice()?.kind === 'broken' && this.pen.notice({ kind: 'restarted' });
    engine.build(this.#spec(), isOwn).then(onBuilt, (error: unknown) => {
      // A later one takes care of itself.
      if (build !== this.#builds) return;
      if (error instanceof EngineStopped && error.reason !== 'start' && isOwn) void this.#search();
      else this.#recover(error, []);
    });
  }

  #spec(): WorkbookSpec {
    const { lines, periods } = this.work.model();
    return { lines, periods, scenarios: this.work.document().scenarios };
  }

  /** The workbook did not come to an end: what keeps it from that is found and held back. */
  async #search(): Promise<void> {
    const { engine, document, shipped, model } = this.work;
    const build = this.#builds;
    const isStale = () => build !== this.#builds;
    try {
      const { findCulprits, holding, suspectsOf } = await import('./culprits.ts');
      const suspects = suspectsOf(document(), shipped());
      const culprits = await findCulprits(engine, () => this.#spec(), suspects, isStale);
      // With no culprit the machine was slow, and all stands.
      if (isStale() || culprits.length === 0) return;
      batch(() => {
        for (const change of holding(culprits, document(), model().lines)) this.#holdBack(change);
        this.pen.notice({ kind: 'held', cells: culprits.flatMap((one) => ('cell' in one ? [one.cell] : [])) });
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
    const { document, notice } = this.work;
    if (error instanceof CeilingError) {
      this.#refuseStructure();
      this.pen.notice({ kind: 'ceiling', cells: error.cells, ceiling: error.ceiling, of: error.of });
      return;
    }
    const isOff = error instanceof EngineStopped && error.reason === 'start';
    const held = (isOff ? [] : edits).flatMap((edit) => {
      const content = overrideAt(document(), edit);
      return isFormula(content) ? [{ ...edit, content: { text: content.formula } }] : [];
    });
    const isSoon = performance.now() - this.#restarted < RESTART_PAUSE;
    const isAgain = held.length === 0 && isSoon && (isOff || notice()?.kind === 'restarted');
    if (!(error instanceof EngineStopped) || isAgain) {
      this.pen.notice({ kind: 'broken' });
      return;
    }
    if (held.length > 0) this.#holdBack({ kind: 'cells', edits: held });
    else this.#restarted = performance.now();
    // That it is tried again says nothing yet.
    if (!isOff) this.pen.notice(held.length > 0 ? { kind: 'held', cells: held } : { kind: 'restarted' });
    this.rebuild();
  }

  /** The workbook would have been too large, and the engine still has the one of before: so does the document again. */
  #refuseStructure(): void {
    const { document, history } = this.work;
    const last = history().past.at(-1);
    const back = last?.change.kind === 'structure' ? undo(history()) : undefined;
    if (!back) return;
    batch(() => {
      this.pen.document(applyChange(document(), back.step.inverse).document);
      this.pen.history({ ...back.history, future: [] });
    });
  }

  /** One undo takes back held text together with the edit of cells that it replaces. */
  #holdBack(change: Change): void {
    const { document, history } = this.work;
    const { document: held, inverse } = applyChange(document(), change);
    const { past, future } = history();
    const last = past.at(-1);
    const joins = change.kind === 'cells' && last?.change.kind === 'cells';
    const step = { change, inverse: joins ? last.inverse : inverse };
    batch(() => {
      this.pen.document(held);
      this.pen.history({ past: [...(joins ? past.slice(0, -1) : past), step], future });
    });
  }
}
