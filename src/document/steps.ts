/** Work in steps, each far below a slice, and what comes of it. */
export type Steps<T> = Generator<undefined, T>;

/** All steps at once: for what is small. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
