import { type Accessor, batch } from 'solid-js';
import { MOST_PERIODS } from '../../document/periods.ts';
import type { Opened } from '../../document/transaction.ts';
import type { Ceiling } from '../../engine/port.ts';
import { IMPORTING } from '../../i18n/importing.ts';
import type { Built } from '../../io/csv/build.ts';
import type { Understanding } from '../../io/csv/facts.ts';
import { type Boxes, type BuiltFacts, isTaken, type UpdateFacts } from '../../io/csv/protocol.ts';
import type { Left, RowChange } from '../../io/csv/update.ts';
import type { Unit } from '../../model/units.ts';
import { passedBy } from '../document/ceiling.ts';
import { targetOf } from '../exporting/tables.ts';
import { signal } from '../page/signal.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import type { Importer } from './importer.ts';
import { groundOf, type Origin, takeEdits, takeLines, takeModel } from './importing.ts';
import { scenarioOfSheet } from './workbookImport.ts';

/** What is done with a table: it changes lines, adds lines, or becomes a model of its own. */
export type Way = 'update' | 'add' | 'model';

/** How its rows are understood, as a person may say otherwise. */
export interface Options {
  readonly formulas: boolean;
  /** Undefined: as guessed. */
  readonly fractions?: boolean;
  readonly units: Readonly<Record<string, Unit>>;
}

/** Rows of a list that are shown at once. */
export const PAGE = 50;

/** A list of which one page is at hand. */
interface Pages<T> {
  readonly from: number;
  readonly rows: readonly T[];
}
const NO_PAGE = { from: 0, rows: [] };

/** What is to be done with a table that has been read, shown before it is done. */
export class ImportPlan {
  readonly #way = signal<Way>('update');
  readonly #options = signal<Options>({ formulas: false, units: {} });
  readonly #update = signal<UpdateFacts | undefined>(undefined);
  readonly #changes = signal<Pages<RowChange>>(NO_PAGE);
  readonly #left = signal<Pages<Left>>(NO_PAGE);
  readonly #built = signal<BuiltFacts | undefined>(undefined);
  readonly #boxes = signal<Boxes>('suggested');
  readonly #turned = signal<ReadonlyMap<number, boolean>>(new Map());
  readonly way: Accessor<Way> = this.#way;
  readonly options: Accessor<Options> = this.#options;
  readonly update: Accessor<UpdateFacts | undefined> = this.#update;
  readonly changes: Accessor<Pages<RowChange>> = this.#changes;
  readonly left: Accessor<Pages<Left>> = this.#left;
  readonly built: Accessor<BuiltFacts | undefined> = this.#built;
  readonly boxes: Accessor<Boxes> = this.#boxes;
  /** The changes whose box a person turned over, and whether they are taken now. */
  readonly turned: Accessor<ReadonlyMap<number, boolean>> = this.#turned;
  readonly #isChecking = signal(false);
  /** Whether it is being found out what would change. */
  readonly isChecking: Accessor<boolean> = this.#isChecking;
  /** Counts the plans: an older one that comes late says nothing. */
  #asked = 0;
  /** What was open as the table was compared with it. */
  readonly #opened: Opened;

  constructor(
    readonly app: WithEditor & Words,
    readonly importer: Importer,
  ) {
    this.#opened = app.workspace.opened;
    // Those of a workbook are read by their values.
    const { roles, hasFormulas } = importer.preview() ?? {};
    const formulas = !importer.book.sheet() && ((hasFormulas ?? false) || (roles?.includes('id') ?? false));
    this.#options.set({ formulas, units: {} });
  }

  /** Compares the table with the document; where none or few of its rows are of a line, a new model is proposed. */
  async begin(): Promise<void> {
    this.#isChecking.set(!this.tooMany);
    try {
      const target = await targetOf(this.app.workspace);
      await this.importer.ask({ kind: 'target', target: { ...target, view: this.scenario ?? target.view } });
    } catch {
      this.importer.engineFailed();
      this.#isChecking.set(false);
      return;
    }
    await this.#plan();
    const update = this.update();
    const known = (update?.changes ?? 0) + (update?.same ?? 0);
    if (update && (known === 0 || known < update.unknown)) await this.go('model');
  }

  /** The scenario that the sheet of a workbook is of, by its name; undefined where its rows say, or nothing does. */
  get scenario(): string | undefined {
    const { book, preview } = this.importer;
    const sheet = preview()?.roles.includes('scenario') ? undefined : book.sheet();
    return sheet && scenarioOfSheet(this.app.workspace, sheet.name);
  }

  async go(way: Way): Promise<void> {
    this.#way.set(way);
    await this.#plan();
  }

  async say(options: Partial<Options>): Promise<void> {
    this.#options.set({ ...this.options(), ...options });
    await this.#plan();
  }

  /** More rows passed than are kept: nothing can be taken before they are filtered. */
  get tooMany(): boolean {
    return this.importer.table()?.isFull ?? false;
  }

  /** Why the new lines do not fit; undefined where they do. */
  get noRoom(): Ceiling | undefined {
    const built = this.built();
    if (!built || this.way() === 'update') return undefined;
    return passedBy(built.size, this.way() === 'add' ? this.app.workspace.engine : undefined);
  }

  /** How many periods the new model would have, where these are more than one may have; undefined else. */
  get periodsTooMany(): number | undefined {
    const built = this.way() === 'model' ? this.built() : undefined;
    const count = built && built.periods.last - built.periods.first + 1;
    return count !== undefined && count > MOST_PERIODS ? count : undefined;
  }

  /** Whether nothing of the table would stand in the new lines. */
  get holdsNothing(): boolean {
    const built = this.way() === 'update' ? undefined : this.built();
    return built !== undefined && built.size.formulas + built.size.typed === 0;
  }

  /** Whether the new lines cannot be taken, of which the reason is told. */
  get isRefused(): boolean {
    return this.noRoom !== undefined || this.periodsTooMany !== undefined || this.holdsNothing;
  }

  async page(of: 'changes' | 'left', from: number): Promise<void> {
    const reply = await this.importer.ask({ kind: 'page', of, from, count: PAGE });
    if (of === 'changes') this.#changes.set({ from, rows: reply?.changes ?? [] });
    else this.#left.set({ from, rows: reply?.left ?? [] });
  }

  /** Whether a change is taken. `index`: its place among all. */
  isTaken(index: number, change: RowChange): boolean {
    return this.turned().get(index) ?? isTaken(this.boxes(), change);
  }

  turn(index: number, change: RowChange): void {
    const turned = new Map(this.turned());
    if (!turned.delete(index)) turned.set(index, !isTaken(this.boxes(), change));
    this.#turned.set(turned);
  }

  /** All boxes as they begin; what was turned over is forgotten. */
  begins(boxes: Boxes): void {
    batch(() => {
      this.#boxes.set(boxes);
      this.#turned.set(new Map());
    });
  }

  /** Rows that are taken. */
  get taken(): number {
    const { changes = 0, cautions = 0 } = this.update() ?? {};
    const begun = { suggested: changes - cautions, all: changes, none: 0 }[this.boxes()];
    return [...this.turned().values()].reduce((sum, now) => sum + (now ? 1 : -1), begun);
  }

  /** Does it: one step of undo, or a new document. `name`: of a new model. */
  async take(name: string): Promise<void> {
    const { app, importer } = this;
    const file = importer.file()?.name ?? '';
    const say = () => IMPORTING[app.lang()].done;
    if (this.way() === 'update') {
      const rows = this.taken;
      const reply = await importer.ask({ kind: 'edits', boxes: this.boxes(), turned: [...this.turned().keys()] });
      if (!reply?.edits || this.#isOvertaken()) return;
      if (takeEdits(app, reply.edits, reply.uncertain)) app.workspace.sayDone(() => say().changes(rows, file), true);
      return;
    }
    const built = (await importer.ask({ kind: 'lines' }))?.lines;
    if (!built || (this.way() === 'add' && this.#isOvertaken())) return;
    const from = { file, sheet: importer.book.sheet()?.name };
    if (this.way() === 'add') this.#add(built, from);
    else {
      const { notes = [], footnotes = [] } = importer.table() ?? {};
      takeModel(app, built, { ...from, name, notes: [...notes, ...footnotes] });
      app.workspace.sayDone(() => say().model(name));
    }
  }

  /** Whether another document is open by now, in which nothing of this belongs; it is told. */
  #isOvertaken(): boolean {
    const { workspace, lang } = this.app;
    if (workspace.opened === this.#opened) return false;
    workspace.say(() => IMPORTING[lang()].overtaken);
    return true;
  }

  #add(built: Built, from: Origin): void {
    if (!takeLines(this.app, built, from)) return;
    const { workspace, lang } = this.app;
    workspace.sayDone(() => IMPORTING[lang()].done.lines(built.lines.length, from.file), true);
  }

  get #how(): Understanding {
    return { sign: this.importer.preview()?.sign ?? '.', ...this.options() };
  }

  /** What it would do, which of many rows takes a while. */
  async #plan(): Promise<void> {
    const asked = ++this.#asked;
    if (this.tooMany) return;
    this.#isChecking.set(true);
    await this.#find(asked);
    if (asked === this.#asked) this.#isChecking.set(false);
  }

  async #find(asked: number): Promise<void> {
    if (this.way() === 'update') {
      const reply = await this.importer.ask({ kind: 'update', how: this.#how });
      if (asked !== this.#asked) return;
      batch(() => {
        this.#update.set(reply?.update);
        this.begins('suggested');
      });
      await Promise.all([this.page('changes', 0), this.page('left', 0)]);
      return;
    }
    const ground = this.way() === 'add' ? groundOf(this.app.workspace) : { ids: [] };
    const reply = await this.importer.ask({ kind: 'build', how: this.#how, ground });
    if (asked === this.#asked) this.#built.set(reply?.built);
  }
}
