/** A part of the app that is loaded once the answer stands, or when it is first wanted. */
export class LazyModule<T> {
  #part: T | undefined;
  #loading: Promise<T> | undefined;

  constructor(
    readonly bring: () => Promise<T>,
    readonly failed: () => void,
  ) {}

  /** The part where it has been loaded. */
  get now(): T | undefined {
    return this.#part;
  }

  /** Begins to load; a failure is told when somebody wants the part. */
  load(): void {
    this.#load().catch(() => {});
  }

  /**
   * Runs now where the part is there, else when it has come; a part that could not be loaded is asked for again next time.
   * @returns true: it is done or under way
   */
  use(run: (part: T) => void): true {
    if (this.#part) run(this.#part);
    else this.#load().then(run, this.failed);
    return true;
  }

  async #load(): Promise<T> {
    this.#loading ??= this.bring();
    try {
      this.#part = await this.#loading;
      return this.#part;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}
