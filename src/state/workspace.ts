import { type Accessor, batch, createMemo, createSignal } from 'solid-js';
import type { Catalog } from '../catalog.ts';
import { applyChange, type CellEdit, type Change } from '../document/change.ts';
import { type Document, modelOf, newDocument, overrideAt, type Scenario, type View } from '../document/document.ts';
import { type History, NO_HISTORY, record, redo, undo } from '../document/history.ts';
import { ownFormulas } from '../document/ownFormulas.ts';
import { type Effective, effective, inheritsByReference } from '../engine/contents.ts';
import { createLayout, type Layout } from '../engine/layout.ts';
import type { Ceiling, Engine } from '../engine/port.ts';
import type { CellRef } from '../model/content.ts';
import type { Figure, Source } from '../model/figure.ts';
import type { Line } from '../model/line.ts';
import type { Model } from '../model/model.ts';
import { Calculation } from './calculation.ts';
import { firstEdits } from './otherLines.ts';
import { Rows } from './rows.ts';

/** Something that happened to the person's work and that they have to know. */
export type Notice =
  | { readonly kind: 'held'; readonly cells: readonly CellRef[] }
  | { readonly kind: 'restarted' }
  | ({ readonly kind: 'ceiling' } & Ceiling)
  /** What was done, in the reader's words; `undo`: with a button that takes it back. */
  | { readonly kind: 'said'; readonly text: string; readonly undo?: boolean }
  | { readonly kind: 'notLoaded' }
  | { readonly kind: 'broken' };

export type ScenarioName = Pick<Scenario, 'id' | 'name' | 'note' | 'colour'>;
const sameName = (a: ScenarioName | undefined, b: ScenarioName): boolean =>
  a?.id === b.id && a.name === b.name && a.note === b.note && a.colour === b.colour;

/** A document that is open, with the model that it is of, as it ships. */
interface Opened {
  readonly model: Model;
  readonly document: Document;
}

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
  /** Counts the documents that were shown: an edit leaves it as it is, another document does not. */
  readonly shows: Accessor<number>;
  readonly history: Accessor<History>;
  readonly notice: Accessor<Notice | undefined>;
  readonly layout: Accessor<Layout>;
  /** The scenarios without their overrides; the same objects as long as name, note and colour are the same. */
  readonly scenarioNames: Accessor<readonly ScenarioName[]>;
  /** Parts of the document, each changing only when it does: what depends on one is not run by edits of the others. */
  readonly #view: Accessor<View>;
  readonly #scenario: Accessor<Scenario>;
  readonly #scenarioId: Accessor<string>;
  /** Says whether changes are refused, as they are while another page holds the document. */
  refuses: () => boolean = () => false;
  #toldAhead: Change | undefined;
  readonly #calculation: Calculation;
  readonly #set: {
    model: (model: Model) => void;
    document: (document: Document) => void;
    shows: (count: number) => void;
    history: (history: History) => void;
    notice: (notice: Notice | undefined) => void;
  };

  /** `isWaiting`: nothing is calculated before something else is shown, or `begin` is called. `first`: what is open. */
  constructor(
    readonly catalog: Catalog,
    readonly engine: Engine,
    isWaiting = false,
    first: Opened = { model: catalog.first, document: newDocument(catalog.first) },
  ) {
    const [shipped, setModel] = createSignal(first.model);
    const [document, setDocument] = createSignal(first.document);
    const [shows, setShows] = createSignal(0);
    const [history, setHistory] = createSignal(NO_HISTORY);
    const [notice, setNotice] = createSignal<Notice | undefined>();
    this.shipped = shipped;
    this.document = document;
    this.shows = shows;
    this.history = history;
    this.notice = notice;
    this.#set = { model: setModel, document: setDocument, shows: setShows, history: setHistory, notice: setNotice };
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
        const now = document().scenarios.map(({ overrides: _, reasons: __, ...named }) => named);
        return now.map((scenario, i) => (sameName(before[i], scenario) ? (before[i] ?? scenario) : scenario));
      },
      [],
      { equals: (a, b) => a.length === b.length && a.every((scenario, i) => scenario === b[i]) },
    );
    this.layout = createMemo(() => createLayout(model().lines, model().periods, this.scenarioNames()));
    this.rows = new Rows(engine, model().periods);
    const pen = { ...this.#set, document: (shown: Document) => this.#show(shown) };
    this.#calculation = new Calculation(this, pen, isWaiting);
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
    if (change.kind !== 'view' && this.refuses()) return;
    const before = this.document();
    const { document, inverse } = applyChange(before, change);
    // The engine first: it calculates while the views follow the document.
    if (change.kind === 'cells' && change !== this.#toldAhead) this.#calculation.tell(change.edits);
    this.#toldAhead = undefined;
    batch(() => {
      this.#show(document);
      if (change.kind === 'view') return;
      this.#set.history(record(this.history(), { change, inverse, ...(gesture ? { gesture } : {}) }));
      this.#forgetUndo();
    });
    if (change.kind === 'structure') this.#calculation.tellStructure(before);
  }

  /** Tells the engine of a change that is dispatched a moment later, with the values that it brings. */
  tellAhead(change: Change): void {
    if (change.kind !== 'cells' || this.refuses()) return;
    this.#toldAhead = change;
    this.#calculation.tell(change.edits);
  }

  /** Takes the last step back. @returns the cells that it touched, undefined where there was none. */
  undo(): readonly CellEdit[] | undefined {
    const back = this.refuses() ? undefined : undo(this.history());
    return back && this.#step(back.step.inverse, back.history);
  }

  /** Does the last undone step again. @returns the cells that it touched, undefined where there was none. */
  redo(): readonly CellEdit[] | undefined {
    const forth = this.refuses() ? undefined : redo(this.history());
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
      this.#set.shows(this.shows() + 1);
      this.#show(document);
      this.#set.history(history);
    });
    this.#calculation.rebuild();
  }

  /** Calculates what is open, where that was put off for what has not come. */
  begin(): void {
    this.#calculation.begin();
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
    this.#calculation.tell(edits);
    batch(() => {
      this.#show(document);
      this.#set.history(history);
      this.#forgetUndo();
    });
    const changed = change.kind === 'structure' ? this.#calculation.tellStructure(before) : undefined;
    return changed
      ? firstEdits(before, changed, (line) => this.layout().indexOf(line) ?? Number.POSITIVE_INFINITY)
      : edits;
  }

  /** A notice that offers to take back what was done goes when something else is the last step. */
  #forgetUndo(): void {
    const notice = this.notice();
    if (notice?.kind === 'said' && notice.undo) this.dismissNotice();
  }

  /** The document, with the values that are there in their places until those of the engine come. */
  #show(document: Document): void {
    this.#set.document(document);
    this.rows.reshape(this.model().periods);
  }

  /** The formulas that the scenarios hold themselves. */
  ownFormulas(): CellEdit[] {
    return ownFormulas(this.document());
  }
}

/** The shipped ones by id, and a person's own beside them. */
const withOwn = <T extends { readonly id: string }>(
  shipped: ReadonlyMap<string, T>,
  own: readonly T[] | undefined,
): ReadonlyMap<string, T> => (own ? new Map([...shipped, ...own.map((one) => [one.id, one] as const)]) : shipped);
