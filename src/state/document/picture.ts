import { type Accessor, batch, createSignal, getListener } from 'solid-js';

/** ms for which the screen waits for the values that follow an edit, so that all of it is drawn at once: a frame. */
const PATIENCE = 16;

/** ms in which a frame is drawn. */
const FRAME = 20;

/** Events at which the screen shows at once what stands: what a person does next starts from it, and a page that is left keeps it. */
const ENDS = ['keydown', 'beforeinput', 'pointerdown', 'paste', 'copy', 'cut', 'pagehide'] as const;

/**
 * What stands, and what of it is on screen. They are the same, but for a moment after an edit in which the screen waits
 * for its values: to draw the cursor first and them in the next frame takes longer than to draw both at once. Who asks
 * in an effect or a memo is given what is on screen and told when it changes; everybody else is given what stands.
 */
export class Picture {
  readonly #late = new Set<() => void>();
  readonly #after = new Set<() => void>();
  #isHeld = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #followed: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    if (typeof window === 'undefined') return;
    const end = () => {
      this.show();
      this.#follow();
    };
    for (const one of ENDS) window.addEventListener(one, end, { capture: true, passive: true });
  }

  /** A value with its setter. */
  value<T>(first: T): [now: Accessor<T>, set: (value: T) => void] {
    let now = first;
    const [shown, show] = createSignal(first);
    const follow = () => show(() => now);
    const set = (value: T) => {
      now = value;
      this.soon(follow);
    };
    return [() => (getListener() ? shown() : now), set];
  }

  /** Does it after the frame that shows what is held, or now where nothing is: neither values nor frame wait for it. */
  after(act: () => void): void {
    this.#after.add(act);
    if (!this.#isHeld) this.#follow();
  }

  /** Does it with what is shown next, or now where nothing is held: it must not keep the values from coming. */
  soon(act: () => void): void {
    if (this.#isHeld) this.#late.add(act);
    else act();
  }

  /**
   * From now on the screen stays as it is, until `show`.
   * @param took ms in which the last values came: if they take longer than the screen waits, it does not, and is drawn while
   * they are computed
   */
  hold(took = 0): void {
    // A hand that does not stop must not keep what it did from the screen.
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.#timer = setTimeout(() => this.show(), took > PATIENCE ? 0 : PATIENCE);
  }

  /** The screen shows what stands. */
  show(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    clearTimeout(this.#timer);
    const late = [...this.#late];
    this.#late.clear();
    batch(() => {
      for (const follow of late) follow();
    });
    if (this.#after.size > 0) this.#followed = setTimeout(() => this.#follow(), FRAME);
  }

  /** Does what waits for the frame. */
  #follow(): void {
    clearTimeout(this.#followed);
    const after = [...this.#after];
    this.#after.clear();
    for (const act of after) act();
  }
}

/** What is derived of values, as `Picture` gives them: kept for the screen, made anew for who asks what stands. */
export const derived =
  <T>(shown: Accessor<T>, now: () => T): Accessor<T> =>
  () =>
    getListener() ? shown() : now();
