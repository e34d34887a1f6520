import type { CsvRequest } from './protocol.ts';
import { CsvService } from './service.ts';

/** The module worker in which files are read: one request in, one reply out, and progress between them. */
const service = new CsvService();

addEventListener('message', ({ data }: MessageEvent<{ id: number; request: CsvRequest }>) => {
  const progress = (share: number) => postMessage({ id: data.id, progress: share });
  void service.answer(data.request, progress).then((reply) => postMessage({ id: data.id, reply }));
});
