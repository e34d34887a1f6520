import { countOverrides, type Document } from '../../document/document.ts';
import { freshKey } from '../../io/freshKey.ts';
import type { Info } from '../../io/kept.ts';
import { placeName } from '../../io/place.ts';

/**
 * A save that waits beside the store, in the one place that the browser writes before it lets a page go or after it
 * crashed. It is there from an edit until the store has it; then, or where a newer one takes its place, it goes.
 */
export interface Rescue {
  /** `revision`: of the save that it goes on from. */
  readonly info: Info;
  readonly text: string;
  readonly save: string;
  /** States that the page had asked the store to keep, and not heard of yet. */
  readonly own: readonly string[];
}

/** Characters of a text above which it is not rescued: browsers give an origin five million for all its pages. */
const MOST_LETTERS = 500_000;

/** Cells and lines up to which a document is rescued at each edit, in half a millisecond; and up to which when the page goes. */
const LIGHT = 2_000;
const MOST = 20_000;

const PREFIX = `${placeName('foresheet.rescued')} `;
const ID = /^[a-z0-9]{1,40}$/;

/** The states that this page has rescued last, by document: it takes away no other page's. */
const rescued = new Map<string, string>();

/** A state of a document is known by an id of its own, whoever saves it. */
const saves = new WeakMap<Document, string>();
export function saveOf(document: Document): string {
  let save = saves.get(document);
  if (save === undefined) {
    save = freshKey();
    saves.set(document, save);
  }
  return save;
}

/** What was rescued is open again: it is the same state as before. */
export function adopt(document: Document, { info, save }: Rescue): void {
  saves.set(document, save);
  rescued.set(info.id, save);
}

const weightOf = ({ scenarios, lines, own }: Document): number =>
  scenarios.reduce((sum, scenario) => sum + countOverrides(scenario), (lines ?? own?.lines ?? []).length);

/** Whether a document is put into words in no time. */
export const isLight = (document: Document): boolean => weightOf(document) <= LIGHT;

/**
 * Rescues a state of a document. `make`: what is asked of it where it is not there yet.
 * @returns whether it is there: not where it is too large, or the browser has no room for it or keeps nothing
 */
export function rescue(id: string, document: Document, make: () => Omit<Rescue, 'save'>): boolean {
  const save = saveOf(document);
  if (isThere(id, save)) return true;
  if (weightOf(document) > MOST) return false;
  const what = make();
  if (what.text.length > MOST_LETTERS) return false;
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify({ ...what, save }));
    rescued.set(id, save);
    return true;
  } catch {
    return false;
  }
}

/** The store has it. A newer state that waits, or another page's, stays. */
export function dropRescue(id: string, save: string): void {
  if (isThere(id, save)) takeRescue(id);
}

/** Whether this page has rescued the state, and no other page has put its own in its place. */
const isThere = (id: string, save: string): boolean =>
  rescued.get(id) === save && (rescuedText(id)?.includes(`"${save}"`) ?? false);

/** Takes away what this page rescued of a document, whatever state that is: a newer one is safe in another way. */
export function outdateRescue(id: string): void {
  const save = rescued.get(id);
  if (save !== undefined) dropRescue(id, save);
}

/** Takes away what was rescued of a document. */
export function takeRescue(id: string): void {
  rescued.delete(id);
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Without a store there was none.
  }
}

/** What was rescued of a document, as it was written. */
export function rescuedText(id: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + id) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The documents of which something is rescued. */
export function rescuedIds(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
      .filter((id) => ID.test(id));
  } catch {
    return [];
  }
}
