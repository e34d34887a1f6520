import { type Accessor, batch } from 'solid-js';
import { type Place, samePlace } from '../../document/selection.ts';
import { normalised } from '../../engine/match.ts';
import type { ErrorCode, FindQuery } from '../../engine/port.ts';
import { FIRST_PERIOD_COLUMN } from '../../model/address.ts';
import { countOf } from '../../model/periods.ts';
import { ERROR_SIGNS } from '../insight/cells.ts';
import { signal } from '../page/signal.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from './editor.ts';
import { hitsByYear } from './findYears.ts';

/** A hit: a place of a scenario's sheet. */
interface Hit {
  readonly scenario: string;
  readonly place: Place;
}

/** Where a search stands: nothing asked, on its way, done, or broken off since the engine was stopped. */
export type FindProgress = 'idle' | 'searching' | 'done' | 'stopped';

/** A stretch of a scenario's sheet, from a line to before another one. */
interface Stretch {
  readonly scenario: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Finding in the sheet, from the cursor on and round again. The engine searches stretch by stretch; the first hit is
 * shown when it is found, all of them are counted after it. Hits are kept in the order in which they come, which is the
 * order of the sheets from the cursor on: a hit takes eight bytes, and there may be as many as cells.
 */
export class Find {
  readonly #text = signal('');
  readonly #everywhere = signal(false);
  readonly #progress = signal<FindProgress>('idle');
  readonly #count = signal(0);
  readonly #index = signal<number | undefined>(undefined);
  readonly text: Accessor<string> = this.#text;
  /** Whether all scenarios are searched, and not only the one in view. */
  readonly everywhere: Accessor<boolean> = this.#everywhere;
  readonly progress: Accessor<FindProgress> = this.#progress;
  readonly count: Accessor<number> = this.#count;
  /** Which hit the cursor is on, 1-based in the order of the sheets; undefined on none. */
  readonly index: Accessor<number | undefined> = this.#index;
  /** Places as line times columns, and column; and the scenario of each. */
  #places: number[] = [];
  #scenarios: string[] = [];
  /** From which hit on the sheets begin anew from their top. */
  #wrap = 0;
  /** The hit that is shown. */
  #current: number | undefined;
  /** Counts the searches: one that was overtaken stops. */
  #run = 0;
  /** Where typing searches from: the cursor as it stood before, so that each further letter begins there anew. */
  #origin: Hit;
  /** Where the cursor was led to; if it is elsewhere, somebody else moved it. */
  #left: Hit;

  constructor(readonly app: WithEditor & Words) {
    this.#origin = this.#cursor;
    this.#left = this.#origin;
  }

  /** Looks for another text. */
  type(text: string): void {
    this.#text.set(text);
    this.#again();
  }

  setEverywhere(on: boolean): void {
    this.#everywhere.set(on);
    this.#again();
  }

  #again(): void {
    if (!this.#isAt(this.#left)) this.#origin = this.#cursor;
    void this.#search(this.#origin, 0);
  }

  /** Leads to the hit after the cursor, or before it, and round again. */
  step(by: 1 | -1): void {
    if (this.text() === '') return;
    const shown = this.#current === undefined ? undefined : this.#hit(this.#current);
    const current = shown && this.#isAt(shown) ? this.#current : undefined;
    if (current === undefined) {
      const { scenario, place } = this.#cursor;
      this.#origin = { scenario, place: by > 0 ? { ...place, column: place.column + 1 } : place };
      void this.#search(this.#origin, by > 0 ? 0 : -1);
      return;
    }
    const count = this.#places.length;
    const to = current + by;
    // The one that is asked for may still be looked for.
    if ((to < 0 || to >= count) && this.progress() === 'searching') return;
    this.#show((to + count) % count);
    this.#origin = this.#left;
  }

  /** Counts anew after something changed, and leaves the cursor where it is. */
  refresh(): void {
    if (this.text() !== '') void this.#search(this.#cursor, undefined);
  }

  stop(): void {
    this.#run++;
  }

  get #cursor(): Hit {
    return { scenario: this.app.workspace.scenarioId, place: this.app.editor.selection().active };
  }

  get #columns(): number {
    return FIRST_PERIOD_COLUMN + countOf(this.app.workspace.model().periods);
  }

  #isAt(hit: Hit): boolean {
    const { scenario, place } = this.#cursor;
    return hit.scenario === scenario && samePlace(hit.place, place);
  }

  #hit(index: number): Hit | undefined {
    const [place, scenario] = [this.#places[index], this.#scenarios[index]];
    if (place === undefined || scenario === undefined) return undefined;
    return { scenario, place: { line: Math.floor(place / this.#columns), column: place % this.#columns } };
  }

  #show(index: number): void {
    const hit = this.#hit(index);
    if (!hit) return;
    const { workspace, editor } = this.app;
    this.#current = index;
    this.#left = hit;
    batch(() => {
      if (hit.scenario !== workspace.scenarioId) workspace.dispatch({ kind: 'view', view: { scenario: hit.scenario } });
      editor.select(hit.place);
      this.#tell();
    });
  }

  /** How many hits there are, and which of them is shown: known once the sheets have been gone through. */
  #tell(): void {
    const count = this.#places.length;
    const known = this.progress() === 'done' && this.#current !== undefined && count > 0;
    this.#count.set(count);
    this.#index.set(known ? (((this.#current ?? 0) + count - this.#wrap) % count) + 1 : undefined);
  }

  #query(): FindQuery {
    const text = normalised(this.text());
    const { sheet } = this.app.t();
    const signs = Object.entries(ERROR_SIGNS) as [ErrorCode, string][];
    return {
      text,
      formulas: this.app.editor.formulas(),
      errors: signs.filter(([, sign]) => normalised(sign).includes(text)).map(([code]) => code),
      checks: { ok: normalised(sheet.ok).includes(text), flagged: normalised(sheet.flagged).includes(text) },
    };
  }

  /** The sheets in the order in which they are searched: from a place on, the others, and up to that place again. */
  #stretches({ scenario, place }: Hit): { readonly before: readonly Stretch[]; readonly after: readonly Stretch[] } {
    const end = this.app.workspace.model().lines.length;
    const all = this.everywhere() ? this.app.workspace.scenarioNames().map(({ id }) => id) : [scenario];
    const at = all.indexOf(scenario);
    const whole = (ids: readonly string[]) => ids.map((id) => ({ scenario: id, from: 0, to: end }));
    return {
      after: [{ scenario, from: place.line, to: end }, ...whole(all.slice(at + 1))],
      before: [...whole(all.slice(0, at)), { scenario, from: 0, to: place.line }],
    };
  }

  /** @param show which hit is shown: the first, the last, or none */
  async #search(from: Hit, show: 0 | -1 | undefined): Promise<void> {
    const run = ++this.#run;
    const query = this.#query();
    this.#places = [];
    this.#scenarios = [];
    this.#current = undefined;
    this.#wrap = 0;
    this.#progress.set(query.text === '' ? 'idle' : 'searching');
    this.#tell();
    if (query.text === '') return;
    const start = from.place.line * this.#columns + from.place.column;
    const { after, before } = this.#stretches(from);
    /** What stands in the line of the cursor, but before it. */
    const late: number[] = [];
    const take = (scenario: string, hits: readonly number[] | Int32Array, isFirst: boolean) => {
      for (const place of hits) {
        if (isFirst && place < start) late.push(place);
        else {
          this.#places.push(place);
          this.#scenarios.push(scenario);
        }
      }
      if (show === 0 && this.#current === undefined && this.#places.length > 0) this.#show(0);
      if (show === undefined) this.#findCursor();
      this.#tell();
    };
    try {
      for (const [i, stretch] of after.entries())
        if (!(await this.#through(query, stretch, run, (hits) => take(stretch.scenario, hits, i === 0)))) return;
      this.#wrap = this.#places.length;
      for (const stretch of before)
        if (!(await this.#through(query, stretch, run, (hits) => take(stretch.scenario, hits, false)))) return;
      take(from.scenario, late, false);
    } catch {
      if (run === this.#run) this.#progress.set('stopped');
      return;
    }
    this.#progress.set('done');
    if (show === -1 && this.#places.length > 0) this.#show(this.#places.length - 1);
    this.#tell();
  }

  /** Takes the hits of a stretch as they come. @returns false where another search was begun meanwhile */
  async #through(query: FindQuery, { scenario, from, to }: Stretch, run: number, take: (hits: number[]) => void) {
    const columns = this.#columns;
    for (let line: number | undefined = from; line !== undefined && line < to; ) {
      const found = await this.app.workspace.engine.find(query, scenario, line);
      const end = Math.min(to, found.next ?? to);
      const all = [...found.hits.filter((place) => place < end * columns)];
      const hits = this.app.editor.fold()
        ? await hitsByYear(this.app, query, scenario, [line, end], columns, all)
        : all;
      if (run !== this.#run) return false;
      take(hits);
      line = found.next;
    }
    return true;
  }

  #findCursor(): void {
    if (this.#current !== undefined) return;
    const { scenario, place } = this.#cursor;
    const wanted = place.line * this.#columns + place.column;
    const first = this.#places[0];
    if (first === wanted && this.#scenarios[0] === scenario) this.#current = 0;
  }
}
