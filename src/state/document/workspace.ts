import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Catalog } from '../../catalog.ts';
import type { CellEdit, Change } from '../../document/change.ts';
import { chartKey } from '../../document/charts.ts';
import { type Effective, effective, inheritsByReference } from '../../document/contents.ts';
import {
  chartedLines,
  type Document,
  modelOf,
  newDocument,
  type OpenModel,
  overrideAt,
  type Scenario,
  type View,
} from '../../document/document.ts';
import { type History, NO_HISTORY } from '../../document/history.ts';
import { ownFormulas } from '../../document/ownFormulas.ts';
import type { Selected } from '../../document/selection.ts';
import type { Opened, TransactionEvent, TransactionSpec } from '../../document/transaction.ts';
import { isOwnLine } from '../../document/undecided.ts';
import { createLayout, type Layout } from '../../engine/layout.ts';
import type { Engine } from '../../engine/port.ts';
import type { CellRef } from '../../model/content.ts';
import type { Figure, Source } from '../../model/figure.ts';
import type { Line } from '../../model/line.ts';
import type { ChartSpec, Model } from '../../model/model.ts';
import { Calculation } from './calculation.ts';
import { passed } from './ceiling.ts';
import { Gateway } from './gateway.ts';
import { Notices, said } from './notices.ts';
import { derived, Picture } from './picture.ts';
import { Rows } from './rows.ts';

export type ScenarioName = Pick<Scenario, 'id' | 'name' | 'note' | 'colour'>;
const sameName = (a: ScenarioName | undefined, b: ScenarioName): boolean =>
  a?.id === b.id && a.name === b.name && a.note === b.note && a.colour === b.colour;

/** What holds the open document. */
export interface WithWorkspace {
  readonly workspace: Workspace;
}

/** What is refused while the document is only to be read. */
const CHANGES: ReadonlySet<TransactionEvent> = new Set(['edit', 'undo', 'redo'] as const);

/** What of a transaction its maker may leave out. */
type How = Pick<TransactionSpec & { readonly event: 'edit' }, 'start' | 'gesture'>;

/**
 * The open document as views and commands see it. Whatever happens to it goes through the gateway: the engine hears of it
 * first, then the screen, and keeping last.
 */
export class Workspace {
  readonly gateway: Gateway;
  readonly picture = new Picture();
  readonly notices = new Notices();
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
  readonly layout: Accessor<Layout>;
  /** The lines to choose from for the chart, the one that is charted among them. */
  readonly charted: Accessor<readonly string[]>;
  /** The chart in view: one of the model's, or of a line by itself. */
  readonly chart: Accessor<ChartSpec>;
  /** The scenarios without their overrides; the same objects as long as name, note and colour are the same. */
  readonly scenarioNames: Accessor<readonly ScenarioName[]>;
  /** The model itself, where it is the person's own and no shipped one. */
  readonly own: Accessor<Model | undefined>;
  /** Parts of the document, each changing only when it does: what depends on one is not run by edits of the others. */
  readonly #view: Accessor<View>;
  readonly #scenario: Accessor<Scenario>;
  readonly #scenarioId: Accessor<string>;
  /** Says whether changes are refused, as they are while another page holds the document. */
  isReadOnly: () => boolean = () => false;
  readonly #leaving: (() => unknown)[] = [];
  /** How often another model was asked for. */
  #asked = 0;
  /** What is selected as something is done, for an undo to come back to. */
  selected: () => Selected | undefined = () => undefined;
  readonly #calculation: Calculation;

  /** `isWaiting`: nothing is calculated before something else is shown, or `begin` is called. `first`: what is open. */
  constructor(
    readonly catalog: Catalog,
    readonly engine: Engine,
    isWaiting = false,
    first: Opened = { model: catalog.first, document: newDocument(catalog.first) },
  ) {
    this.gateway = new Gateway({ opened: first, document: first.document, history: NO_HISTORY });
    const { picture, gateway } = this;
    const [shipped, setShipped] = createSignal(first.model);
    const [document, setDocument] = picture.value(first.document);
    const [history, setHistory] = picture.value(NO_HISTORY);
    this.shipped = shipped;
    this.document = document;
    this.history = history;
    const part = <K extends keyof Document>(key: K) => createMemo(() => document()[key]);
    const [lines, periods, charts] = [part('lines'), part('periods'), part('charts')];
    const [figures, sources, until] = [part('figures'), part('sources'), part('observedUntil')];
    this.own = part('own');
    this.figures = createMemo(() => withOwn(catalog.seeds.figures, figures()));
    this.sources = createMemo(() => withOwn(catalog.seeds.sources, sources()));
    const structure = () => ({ lines: lines(), periods: periods(), observedUntil: until(), charts: charts() });
    this.model = createMemo(() => modelOf(shipped(), structure()));
    const { model } = this;
    const kept = createMemo(() => document().view);
    this.charted = createMemo(() => chartedLines(model(), shipped(), kept().line));
    // A charted line that was deleted, or whose insertion was undone, is gone until that is taken back.
    const isThere = createMemo(() => this.charted().includes(kept().line));
    // Where the line that led a chart is gone, one that was drawn with it is looked at.
    const next = (gone: string) =>
      document()
        .charts?.find(({ line }) => line === gone)
        ?.beside?.find((id) => this.charted().includes(id)) ?? this.charted()[0];
    this.#view = createMemo(() => {
      const { chart, ...rest } = kept();
      const led = model().charts.find(({ id }) => id !== undefined && id === chart);
      if (led) return { ...kept(), line: led.line };
      return isThere() ? rest : { ...rest, line: next(rest.line) ?? '' };
    });
    this.chart = createMemo(() => {
      const { chart, line } = this.view;
      return model().charts.find((one) => chartKey(one) === (chart ?? line)) ?? { line };
    });
    const found = () => document().scenarios.find(({ id }) => id === this.view.scenario) ?? this.base;
    this.#scenario = derived(createMemo(found), found);
    this.#scenarioId = createMemo(() => this.#scenario().id);
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
    gateway.filter((_, { event }) => (CHANGES.has(event) && this.isReadOnly() ? 'elsewhere' : undefined));
    gateway.filter((_, spec) => {
      const ceiling = spec.event === 'edit' && spec.change.kind === 'cells' && passed(this, spec.change.edits);
      return ceiling ? { kind: 'ceiling', ...ceiling } : undefined;
    });
    this.#calculation = new Calculation(engine, gateway, this.notices, isWaiting);
    gateway.listen((transaction) => this.#calculation.hear(transaction));
    gateway.listen((transaction) => this.notices.hear(transaction));
    gateway.listen(({ state, event, change }) => {
      // The screen waits for the values of edited cells, and for nothing else. Of those held back there are none.
      if (change?.kind === 'cells' && event !== 'hold') {
        picture.hold(this.rows.took);
        this.rows.withNext(() => picture.show());
      } else picture.show();
      setShipped(state.opened.model);
      setDocument(state.document);
      setHistory(state.history);
      // The values that are there, in their places until those of the engine come.
      this.rows.reshape(this.model().periods);
    });
  }

  /** The document as it was opened; another object once another one is. */
  get opened(): Opened {
    return this.gateway.state.opened;
  }

  get view(): View {
    return this.#view();
  }

  get base(): Scenario {
    return this.document().scenarios[0] as Scenario;
  }

  /** The document with its model. */
  get openModel(): OpenModel {
    return { document: this.document(), model: this.model() };
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

  /** Whether a line is a person's own. */
  isOwn(line: Line): boolean {
    return isOwnLine({ own: this.own() }, line);
  }

  /** A cell is about to be given other numbers. One that holds none may change what depends on what. */
  aim(cell: CellRef): void {
    if (typeof this.effective(cell).content === 'number') this.engine.aim(cell);
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
   * Carries out a change, a step of undo; looking somewhere else is none.
   * @returns whether it was carried out: not while another page holds the document, past a ceiling, or from a `start` that
   * stands no longer
   */
  dispatch(change: Change, how: How = {}): boolean {
    return change.kind === 'view'
      ? this.gateway.dispatch({ event: 'look', change })
      : this.gateway.dispatch({ event: 'edit', change, selection: this.selected(), ...how });
  }

  /** Takes the last step back. @returns whether there was one */
  undo(): boolean {
    return this.gateway.dispatch({ event: 'undo' });
  }

  /** Does the last undone step again. @returns whether there was one */
  redo(): boolean {
    return this.gateway.dispatch({ event: 'redo' });
  }

  /**
   * Opens a shipped model with its own scenarios; the document that was open is left, unless the model can't be loaded, or
   * something else was opened or asked for meanwhile.
   */
  async open(id: string): Promise<void> {
    const [asked, { opened }] = [++this.#asked, this];
    const isLate = () => asked !== this.#asked || opened !== this.opened;
    let model: Model;
    try {
      model = await this.catalog.load(id);
    } catch {
      if (!isLate()) this.notices.notify({ kind: 'notLoaded' });
      return;
    }
    if (!isLate()) this.show(model, newDocument(model));
  }

  /** Before another document is shown: what is being typed in the one that is open is taken. */
  onLeave(leave: () => unknown): void {
    this.#leaving.push(leave);
  }

  /** Shows a document in place of the one that is open. `model`: the one that it is of, as it ships. */
  show(model: Model, document: Document, history?: History): void {
    for (const leave of this.#leaving) leave();
    this.gateway.dispatch({ event: 'open', opened: { model, document }, history });
  }

  /** Shows a newer state of the document that is open: what is selected stays so. */
  renew(model: Model, document: Document): void {
    this.gateway.dispatch({ event: 'open', opened: { model, document }, isSame: true });
  }

  /** Calculates what is open, where that was put off for what has not come. */
  begin(): void {
    this.#calculation.begin();
  }

  /** Tells what was done, until it is dismissed or something else is told. `told` is asked again in another language. */
  say(told: () => string, undo = false): void {
    this.notices.notify(said(told, { undo }));
  }

  /** Tells that something went as it was meant, which warns of nothing. */
  sayDone(told: () => string, undo = false): void {
    this.notices.notify(said(told, { undo, isDone: true }));
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
