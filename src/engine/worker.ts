import { serve } from '../rpc/serve.ts';
import { type EngineReply, type EngineRequest, EngineService } from './service.ts';

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

serve(
  (request: EngineRequest): EngineReply => {
    const reply = service.answer(request);
    if (request.kind === 'build') warmUp(0);
    return reply;
  },
  ({ frame, values, found }) =>
    [frame?.values, values?.values, found?.hits].flatMap((array) => (array ? [array.buffer] : [])),
);

postMessage({ id: 0, reply: {} });
