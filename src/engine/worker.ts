import { serve } from '../rpc/serve.ts';
import { type EngineReply, type EngineRequest, EngineService } from './service.ts';

/** The module worker in which the workbook lives: one request in, one reply out. */
const service = new EngineService();

/** Rounds of warming up, in the life of the worker: the code stays compiled when the workbook is built anew. */
const ROUNDS = 12;
let round = 0;
let next: ReturnType<typeof setTimeout> | undefined;
/** Each round ends before the next request is read. */
function warmUp(): void {
  clearTimeout(next);
  if (round >= ROUNDS) return;
  next = setTimeout(() => {
    if (!service.warmUp(round)) return;
    round++;
    warmUp();
  });
}

serve(
  (request: EngineRequest): EngineReply => {
    const reply = service.answer(request);
    if (request.kind === 'build') warmUp();
    return reply;
  },
  ({ frame, values, found }) =>
    [frame?.values, values?.values, found?.hits].flatMap((array) => (array ? [array.buffer] : [])),
);

postMessage({ id: 0, reply: {} });
