import type { Steps } from '../../document/steps.ts';

export { atOnce, type Steps } from '../../document/steps.ts';

/** ms that work may keep the main thread before it lets others in: half a frame, which leaves the rest to be drawn. */
const SLICE = 8;

/** So many cells are edited or copied at once, in less than a frame; more of them in slices. */
export const MANY = 3000;

let channel: MessageChannel | undefined;
const waiting: (() => void)[] = [];

/** The event loop's next turn, sooner than a timer brings it. */
export function turn(): Promise<void> {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(undefined);
  });
}

/**
 * All steps, a slice at a time, so that keys, pointer and frames come in between.
 * @param goOn asked after each slice; false leaves the work where it is
 * @returns undefined where it was left
 */
export async function inSlices<T>(steps: Steps<T>): Promise<T>;
export async function inSlices<T>(steps: Steps<T>, goOn: () => boolean): Promise<T | undefined>;
export async function inSlices<T>(steps: Steps<T>, goOn: () => boolean = () => true): Promise<T | undefined> {
  let end = performance.now() + SLICE;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < end) continue;
    await turn();
    if (!goOn()) return undefined;
    end = performance.now() + SLICE;
  }
}
