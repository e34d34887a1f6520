import { createComputed, createEffect, createSignal, on } from 'solid-js';

/** Something that a part of the page is asked to do, by whoever does not know that part. */
export class Request {
  readonly #asked: () => void;
  readonly ask: () => true;

  constructor() {
    const [asked, setAsked] = createSignal<void>(undefined, { equals: false });
    this.#asked = asked;
    this.ask = () => {
      setAsked();
      return true;
    };
  }

  /** Within a reactive owner: from now on does it when it is asked, once all that changes with it is on screen. */
  onAsk(act: () => void): void {
    createEffect(on(this.#asked, act, { defer: true }));
  }

  /** The same, before anything of it is on screen. */
  beforeAsk(act: () => void): void {
    createComputed(on(this.#asked, act, { defer: true }));
  }
}
