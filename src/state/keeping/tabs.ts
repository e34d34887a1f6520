import * as v from 'valibot';
import { placeName } from '../../io/place.ts';

/** What pages of the app tell each other. */
const TabMessageSchema = v.variant('kind', [
  /** A document was saved. */
  v.object({ kind: v.literal('saved'), id: v.string(), revision: v.number() }),
  /** Names, or what there is in the list, have changed. */
  v.object({ kind: v.literal('listed') }),
  /** Who holds the document is asked to save it and to give it over; and has. */
  v.object({ kind: v.picklist(['yield', 'yielded']), id: v.string() }),
  /** Who held the document is there again: it was only loaded again. */
  v.object({ kind: v.literal('back'), id: v.string() }),
]);
export type TabMessage = v.InferOutput<typeof TabMessageSchema>;

/** The other pages of the app in this browser. Where it can't speak to them, each is alone. */
export class Tabs {
  readonly #channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(placeName('foresheet'));
  readonly #listeners = new Set<(word: TabMessage) => void>();

  constructor() {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const word = v.safeParse(TabMessageSchema, data);
      if (word.success) for (const listener of this.#listeners) listener(word.output);
    });
  }

  post(word: TabMessage): void {
    this.#channel?.postMessage(word);
  }

  /** @returns the way to stop listening */
  listen(listener: (word: TabMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits for a word, at most so many ms. */
  hear(is: (word: TabMessage) => boolean, patience: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const stop = this.listen((word) => is(word) && end());
      const timer = setTimeout(end, patience);
    });
  }

  close(): void {
    this.#channel?.close();
  }
}
