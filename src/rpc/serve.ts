import type { Answered, Asked } from './connection.ts';

/**
 * Within a worker: answers each request, and tells its progress meanwhile. What is thrown is a fault of ours, and reaches
 * the page as the worker's error. `transferOf`: what of a reply is given away, and not copied.
 */
export function serve<Q, A>(
  answer: (request: Q, progress: (share: number) => void) => A | Promise<A>,
  transferOf: (reply: A) => readonly Transferable[] = () => [],
): void {
  const tell = (answered: Answered<A>, transfer: readonly Transferable[] = []) =>
    postMessage(answered, { transfer: [...transfer] });
  addEventListener('message', async ({ data: { id, request } }: MessageEvent<Asked<Q>>) => {
    try {
      const reply = await answer(request, (progress) => tell({ id, progress }));
      tell({ id, reply }, transferOf(reply));
    } catch (error) {
      reportError(error);
    }
  });
}
