import type { Request } from './protocol.ts';
import { Service } from './service.ts';

/** The module worker in which files are read: one request in, one reply out, and progress between them. */
const service = new Service();

addEventListener('message', ({ data }: MessageEvent<{ id: number; request: Request }>) => {
  const progress = (share: number) => postMessage({ id: data.id, progress: share });
  void service.answer(data.request, progress).then((reply) => postMessage({ id: data.id, reply }));
});
