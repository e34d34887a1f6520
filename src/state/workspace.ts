import { type Accessor, batch, createMemo, createSignal } from 'solid-js';
import type { Catalog } from '../catalog.ts';
import { applyChange, type CellEdit, type Change } from '../document/change.ts';
import { type Document, modelOf, newDocument, overrideAt, type Scenario, type View } from '../document/document.ts';
import { type History, NO_HISTORY, record, redo, undo } from '../document/history.ts';
import { type Effective, effective, inheritsByReference } from '../engine/contents.ts';
import { createLayout, type Layout } from '../engine/layout.ts';
import { CeilingError, type Engine, EngineStopped } from '../engine/port.ts';
import { type CellRef, isFormula } from '../model/content.ts';
import type { Figure, Source } from '../model/figure.ts';
import type { Line } from '../model/line.ts';
import type { Model } from '../model/model.ts';
import { Rows } from './rows.ts';

/** Something that happened to the person's work and that they have to know. */
export type Notice =
  | { readonly kind: 'held'; readonly cells: readonly CellRef[] }
  | { readonly kind: 'restarted' }
  | { readonly kind: 'ceiling'; readonly cells: number; readonly ceiling: number }
  /** What was done, in the reader's words; `undo`: with a button that takes it back. */
  | { readonly kind: 'said'; readonly text: string; readonly undo?: boolean }
  | { readonly kind: 'notLoaded' }
  | { readonly kind: 'broken' };

export type ScenarioName = Pick<Scenario, 'id' | 'name' | 'note'>;
const sameName = (a: ScenarioName | undefined, b: ScenarioName): boolean =>
  a?.id === b.id && a.name === b.name && a.note === b.note;

/**
 * The one store and its one gateway: a change is applied to the document, told to the engine, and its values come back
 * to the rows that are on screen. Nothing else writes.
 */
export class Workspace {
  readonly rows: Rows;
  /** The model as it ships. */
  readonly shipped: Accessor<Model>;
  /** The model with the lines and periods of the document. */
  readonly model: Accessor<Model>;
  /** The shipped figures and the person's own, by id; and their sources. */
  readonly figures: Accessor<ReadonlyMap<string, Figure>>;
  readonly sources: Accessor<ReadonlyMap<string, Source>>;
  readonly document: Accessor<Document>;
  readonly history: Accessor<History>;
  readonly notice: Accessor<Notice | undefined>;
  readonly layout: Accessor<Layout>;
  /** The scenarios without their overrides; the same objects as long as name and note are the same. */
  readonly scenarioNames: Accessor<readonly ScenarioName[]>;
  /** Parts of the document, each changing only when it does: what depends on one is not run by edits of the others. */
  readonly #view: Accessor<View>;
  readonly #scenario: Accessor<Scenario>;
  readonly #scenarioId: Accessor<string>;
  #toldAhead: Change | undefined;
  readonly #set: {
    model: (model: Model) => void;
    document: (document: Document) => void;
    history: (history: History) => void;
    notice: (notice: Notice | undefined) => void;
  };

  constructor(
    readonly catalog: Catalog,
    readonly engine: Engine,
  ) {
    const { first } = catalog;
    const [shipped, setModel] = createSignal(first);
    const [document, setDocument] = createSignal(newDocument(first));
    const [history, setHistory] = createSignal(NO_HISTORY);
    const [notice, setNotice] = createSignal<Notice | undefined>();
    this.shipped = shipped;
    this.document = document;
    this.history = history;
    this.notice = notice;
    this.#set = { model: setModel, document: setDocument, history: setHistory, notice: setNotice };
    this.#view = createMemo(() => document().view);
    const base = () => document().scenarios[0] as Scenario;
    this.#scenario = createMemo(() => document().scenarios.find(({ id }) => id === this.#view().scenario) ?? base());
    this.#scenarioId = createMemo(() => this.#scenario().id);
    const part = <K extends keyof Document>(key: K) => createMemo(() => document()[key]);
    const [lines, periods, figures, sources] = [part('lines'), part('periods'), part('figures'), part('sources')];
    this.figures = createMemo(() => withOwn(catalog.seeds.figures, figures()));
    this.sources = createMemo(() => withOwn(catalog.seeds.sources, sources()));
    this.model = createMemo(() => modelOf(shipped(), { lines: lines(), periods: periods() }));
    const { model } = this;
    // Names and order of the scenarios shape the layout, their overrides do not.
    this.scenarioNames = createMemo<readonly ScenarioName[]>(
      (before) => {
        const now = document().scenarios.map(({ id, name, note }) => ({ id, name, note }));
        return now.map((scenario, i) => (sameName(before[i], scenario) ? (before[i] ?? scenario) : scenario));
      },
      [],
      { equals: (a, b) => a.length === b.length && a.every((scenario, i) => scenario === b[i]) },
    );
    this.layout = createMemo(() => createLayout(model().lines, model().periods, this.scenarioNames()));
    this.rows = new Rows(engine, model().periods);
    engine.onBreakdown(() => this.#recover(new EngineStopped('crash'), []));
    this.#rebuild();
  }

  get view(): View {
    return this.#view();
  }

  get base(): Scenario {
    return this.document().scenarios[0] as Scenario;
  }

  /** The scenario in view. */
  get scenario(): Scenario {
    return this.#scenario();
  }

  get scenarioId(): string {
    return this.#scenarioId();
  }

  line(id: string): Line | undefined {
    const index = this.layout().indexOf(id);
    return index === undefined ? undefined : this.model().lines[index];
  }

  /** What a cell holds and where it has it from. */
  effective(cell: CellRef): Effective {
    const line = this.line(cell.line);
    if (!line) return { content: undefined, from: 'line' };
    const lookUp = (scenario: string, id: string, slot: CellRef['slot']) =>
      overrideAt(this.document(), { scenario, line: id, slot });
    return effective(lookUp, this.base.id, line, cell, this.model().periods);
  }

  /** Whether a cell shows the base's typed value by reference. */
  inheritsByReference(cell: CellRef): boolean {
    return inheritsByReference(this.effective(cell), cell.scenario, this.base.id);
  }

  /**
   * Carries out a change. Cell edits can be undone; edits of one `gesture` are one step.
   * Looking somewhere else is no step of the history.
   */
  dispatch(change: Change, gesture?: string): void {
    const before = this.document();
    const { document, inverse } = applyChange(before, change);
    // The engine first: it calculates while the views follow the document.
    if (change.kind === 'cells' && change !== this.#toldAhead) this.#tell(change.edits);
    this.#toldAhead = undefined;
    batch(() => {
      this.#show(document);
      if (change.kind !== 'view')
        this.#set.history(record(this.history(), { change, inverse, ...(gesture ? { gesture } : {}) }));
    });
    if (needsBuild(before, document, change)) this.#rebuild();
  }

  /** Tells the engine of a change that is dispatched a moment later, with the values that it brings. */
  tellAhead(change: Change): void {
    if (change.kind !== 'cells') return;
    this.#toldAhead = change;
    this.#tell(change.edits);
  }

  /** Takes the last step back. @returns the cells that it touched, undefined where there was none. */
  undo(): readonly CellEdit[] | undefined {
    const back = undo(this.history());
    return back && this.#step(back.step.inverse, back.history);
  }

  /** Does the last undone step again. @returns the cells that it touched, undefined where there was none. */
  redo(): readonly CellEdit[] | undefined {
    const forth = redo(this.history());
    return forth && this.#step(forth.step.change, forth.history);
  }

  /** Opens a shipped model with its own scenarios; the document that was open is left, unless it can't be loaded. */
  async open(id: string): Promise<void> {
    let model: Model;
    try {
      model = await this.catalog.load(id);
    } catch {
      this.#set.notice({ kind: 'notLoaded' });
      return;
    }
    this.show(model, newDocument(model));
  }

  /** Shows a document in place of the one that is open. `model`: the one that it is of, as it ships. */
  show(model: Model, document: Document, history: History = NO_HISTORY): void {
    batch(() => {
      this.#set.model(model);
      this.#show(document);
      this.#set.history(history);
    });
    this.#rebuild();
  }

  /** Tells what was done, until it is dismissed or something else is told. */
  say(text: string, undo = false): void {
    this.#set.notice({ kind: 'said', text, undo });
  }

  dismissNotice(): void {
    this.#set.notice(undefined);
  }

  #step(change: Change, history: History): readonly CellEdit[] {
    const edits = change.kind === 'cells' ? change.edits : [];
    const before = this.document();
    const { document } = applyChange(before, change);
    this.#tell(edits);
    batch(() => {
      this.#show(document);
      this.#set.history(history);
    });
    if (needsBuild(before, document, change)) this.#rebuild();
    return edits;
  }

  /** The document, with the values that are there in their places until those of the engine come. */
  #show(document: Document): void {
    this.#set.document(document);
    this.rows.reshape(this.model().periods);
  }

  #tell(edits: readonly CellEdit[]): void {
    if (edits.length === 0) return;
    this.engine.apply(edits).catch((error: unknown) => this.#recover(error, edits));
  }

  #rebuild(): void {
    const { lines, periods } = this.model();
    this.engine
      .build({ lines, periods, scenarios: this.document().scenarios })
      .catch((error: unknown) => this.#recover(error, this.ownFormulas()));
  }

  /**
   * The engine was stopped. What may have stopped it is put back as quoted text, so that it is not tried again, and the
   * engine starts anew from the document. Where nothing could be held back, a second failure is told and not tried again.
   */
  #recover(error: unknown, suspects: readonly CellEdit[]): void {
    if (error instanceof CeilingError) {
      this.#refuseStructure();
      this.#set.notice({ kind: 'ceiling', cells: error.cells, ceiling: error.ceiling });
      return;
    }
    if (!(error instanceof EngineStopped)) {
      this.#set.notice({ kind: 'broken' });
      return;
    }
    const held = suspects.flatMap((edit) => {
      const content = overrideAt(this.document(), edit);
      return isFormula(content) ? [{ ...edit, content: { text: content.formula } }] : [];
    });
    if (held.length === 0 && this.notice()) {
      this.#set.notice({ kind: 'broken' });
      return;
    }
    if (held.length > 0) this.#holdBack(held);
    this.#set.notice(held.length > 0 ? { kind: 'held', cells: held } : { kind: 'restarted' });
    this.#rebuild();
  }

  /** The workbook would have been too large, and the engine still has the one of before: so does the document again. */
  #refuseStructure(): void {
    const last = this.history().past.at(-1);
    const back = last?.change.kind === 'structure' ? undo(this.history()) : undefined;
    if (!back) return;
    batch(() => {
      this.#show(applyChange(this.document(), back.step.inverse).document);
      this.#set.history({ ...back.history, future: [] });
    });
  }

  /** One undo takes back the held text together with the edit that it replaces. */
  #holdBack(edits: readonly CellEdit[]): void {
    const change: Change = { kind: 'cells', edits };
    const { document, inverse } = applyChange(this.document(), change);
    const { past, future } = this.history();
    const last = past.at(-1);
    const joined = { change, inverse: last?.inverse ?? inverse };
    batch(() => {
      this.#set.document(document);
      this.#set.history({ past: [...past.slice(0, -1), joined], future });
    });
  }

  /** The formulas that the scenarios hold themselves. */
  ownFormulas(): CellEdit[] {
    return this.document().scenarios.flatMap(({ id, overrides }) =>
      Object.entries(overrides).flatMap(([line, slots]) =>
        Object.entries(slots)
          .filter(([, content]) => isFormula(content))
          .map(([slot, content]) => ({ scenario: id, line, slot: slot === 'value' ? slot : Number(slot), content })),
      ),
    );
  }
}

/** Whether a change touches what the workbook is built from: lines, periods, names and contents of scenarios. */
function needsBuild(before: Document, after: Document, change: Change): boolean {
  if (change.kind !== 'structure') return false;
  if (before.lines !== after.lines || before.periods !== after.periods) return true;
  const [old, now] = [before.scenarios, after.scenarios];
  const same = (a: Scenario | undefined, b: Scenario) =>
    a?.id === b.id && a.name === b.name && a.overrides === b.overrides;
  return old.length !== now.length || !now.every((scenario, i) => same(old[i], scenario));
}

/** The shipped ones by id, and a person's own beside them. */
const withOwn = <T extends { readonly id: string }>(
  shipped: ReadonlyMap<string, T>,
  own: readonly T[] | undefined,
): ReadonlyMap<string, T> => (own ? new Map([...shipped, ...own.map((one) => [one.id, one] as const)]) : shipped);
