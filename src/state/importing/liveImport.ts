import { type Accessor, batch } from 'solid-js';
import type { Scenario } from '../../document/document.ts';
import { NotADocument } from '../../document/kept.ts';
import { createEngine } from '../../engine/client.ts';
import {
  type Ceiling,
  CeilingError,
  type Engine,
  EngineStopped,
  type Values,
  type WorkbookSpec,
} from '../../engine/port.ts';
import type { Connect } from '../../engine/transport.ts';
import { inWorker } from '../../engine/transports.ts';
import type { LiveBook, LiveChoices, Source } from '../../io/workbook/live.ts';
import { XlsxProblem } from '../../io/xlsx/problem.ts';
import { signal } from '../page/signal.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { type Comparison, compare, measuredLines } from './comparing.ts';
import { holdsAnything } from './liveReport.ts';
import { checkLive, takeLive } from './takeLive.ts';
import type { Around, WorkbookImport } from './workbookImport.ts';

/**
 * Why a workbook was not computed before it is taken: it would be too large, the calculation took too long or broke down,
 * or what came of it is no document.
 */
export type LiveTrouble =
  | { readonly kind: 'ceiling'; readonly ceiling: Ceiling }
  | { readonly kind: 'time' | 'crash' | 'reader' }
  | { readonly kind: 'unsound'; readonly path: string };

const NOTHING: WorkbookSpec = {
  lines: [],
  periods: { first: 2000, last: 2000 },
  scenarios: [{ id: 'base', name: '', note: '', overrides: {} }],
};

/**
 * A workbook on its way to become a model: cut into lines in its worker, and computed in an engine of its own beside the
 * values of its file, before anything is taken.
 */
export class LiveImport {
  readonly #book = signal<LiveBook | undefined>(undefined);
  readonly #comparison = signal<Comparison | undefined>(undefined);
  readonly #trouble = signal<LiveTrouble | undefined>(undefined);
  readonly #choices = signal<LiveChoices>({});
  readonly book: Accessor<LiveBook | undefined> = this.#book;
  /** Undefined while the workbook is being computed. */
  readonly comparison: Accessor<Comparison | undefined> = this.#comparison;
  readonly trouble: Accessor<LiveTrouble | undefined> = this.#trouble;
  readonly choices: Accessor<LiveChoices> = this.#choices;
  readonly #named = signal<string | undefined>(undefined);
  #suggested = '';
  #engine: Engine | undefined;
  /** The names of all functions, once the engine has said them. */
  #known: Promise<readonly string[]> | undefined;
  /** Counts what was asked for: what comes late says nothing. */
  #asked = 0;
  #isBegun = false;

  constructor(
    readonly workbook: WorkbookImport,
    readonly connect: Connect = inWorker,
  ) {}

  /** Starts the engine, so that it is there when the workbook has been read. */
  warm(): void {
    this.#functions().catch(() => {});
  }

  /** Cuts the workbook that is open, and compares it; once. `name`: what its model is called. */
  async begin(name: string): Promise<void> {
    if (this.#isBegun) return;
    this.#isBegun = true;
    this.#suggested = name;
    await this.choose({});
  }

  /** What its model is called: by its workbook, until a person says otherwise. */
  get name(): string {
    return this.#named() ?? this.book()?.name ?? '';
  }

  call(name: string): void {
    this.#named.set(name);
  }

  /** Whether nothing of it would be there: no formula computes, and no value is known. */
  get isEmpty(): boolean {
    const book = this.book();
    return book !== undefined && !holdsAnything(book);
  }

  /** Whether it can be taken: it is compared, and has a name. */
  get isReady(): boolean {
    return this.comparison() !== undefined && this.name.trim() !== '';
  }

  /** Opens it as a model, in place of what is open. `file`: where it comes from. */
  take(app: WithEditor, file: string): void {
    const book = this.book();
    if (book && this.isReady) takeLive(app, book, { name: this.name.trim(), file });
  }

  /** Cuts it otherwise, as a person says, and compares it again. */
  async choose(choices: Partial<LiveChoices>): Promise<void> {
    const asked = ++this.#asked;
    batch(() => {
      this.#choices.set({ ...this.choices(), ...choices });
      this.#comparison.set(undefined);
      this.#trouble.set(undefined);
    });
    try {
      await this.#carryOut(asked);
    } catch (error) {
      if (asked === this.#asked) this.#trouble.set(troubleOf(error));
    }
  }

  /** What stands about a cell of the file; undefined where it can't be had. */
  around(at: Source): Promise<Around | undefined> {
    return this.workbook.around(at);
  }

  /** Lets go of what was cut, and ends what is under way. */
  reset(): void {
    this.#asked++;
    this.#isBegun = false;
    this.#engine?.dispose();
    this.#engine = undefined;
    this.#known = undefined;
    batch(() => {
      this.#book.set(undefined);
      this.#comparison.set(undefined);
      this.#trouble.set(undefined);
      this.#choices.set({});
      this.#named.set(undefined);
    });
  }

  async #carryOut(asked: number): Promise<void> {
    const known = await this.#functions();
    if (asked !== this.#asked) return;
    const book = await this.workbook.live(this.#suggested, this.choices(), known);
    if (asked !== this.#asked || !book) return;
    this.#book.set(book);
    if (!holdsAnything(book)) return;
    checkLive(book);
    const values = await this.#compute(book);
    if (asked === this.#asked) this.#comparison.set(compare(book, values));
  }

  async #compute(book: LiveBook): Promise<Values> {
    const { lines, periods, overrides } = book;
    const base: Scenario = { id: 'base', name: '', note: '', overrides };
    const engine = this.#started();
    await engine.build({ lines, periods, scenarios: [base] });
    return engine.read(measuredLines(book).map((line) => ({ scenario: base.id, line })));
  }

  #started(): Engine {
    this.#engine ??= createEngine(this.connect);
    return this.#engine;
  }

  #functions(): Promise<readonly string[]> {
    this.#known ??= this.#askFunctions().catch((error) => {
      this.#known = undefined;
      throw error;
    });
    return this.#known;
  }

  /** An engine knows its functions once it holds a workbook. */
  async #askFunctions(): Promise<readonly string[]> {
    const engine = this.#started();
    await engine.build(NOTHING);
    return (await engine.functions()).map(({ name }) => name);
  }
}

function troubleOf(error: unknown): LiveTrouble {
  if (error instanceof CeilingError) return { kind: 'ceiling', ceiling: error };
  if (error instanceof NotADocument) return { kind: 'unsound', path: error.path };
  if (error instanceof EngineStopped) return { kind: error.reason === 'time' ? 'time' : 'crash' };
  if (error instanceof XlsxProblem) return { kind: 'reader' };
  reportError(error);
  return { kind: 'crash' };
}
