import { type EngineRequest, EngineService } from './service.ts';

/** The module worker in which the workbook lives: one request in, one reply out. */
const service = new EngineService();

/** Rounds of warming up after a build; each ends before the next request is read. */
const ROUNDS = 12;
let next: ReturnType<typeof setTimeout> | undefined;
function warmUp(round: number): void {
  clearTimeout(next);
  if (round >= ROUNDS) return;
  next = setTimeout(() => {
    service.warmUp(round);
    warmUp(round + 1);
  });
}

addEventListener('message', ({ data }: MessageEvent<{ id: number; request: EngineRequest }>) => {
  const reply = service.answer(data.request);
  const brought = [reply.frame?.values, reply.values?.values, reply.found?.hits];
  const transfer = brought.flatMap((array) => (array ? [array.buffer] : []));
  postMessage({ id: data.id, reply }, { transfer });
  if (data.request.kind === 'build') warmUp(0);
});

postMessage({ id: 0, reply: {} });
