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

/** Requests wait for functions that one before them named: they are answered in their order. */
let loading: Promise<unknown> | undefined;

serve(
  async (request: EngineRequest, progress): Promise<EngineReply> => {
    const asked = service.prepare(request);
    // The clock of the request stands still meanwhile.
    if (asked) progress(0);
    loading = asked ?? loading;
    if (loading) await loading;
    if (asked) progress(1);
    const reply = service.answer(request);
    if (request.kind === 'build') warmUp();
    return reply;
  },
  ({ frame, values, found }) =>
    [frame?.values, values?.values, found?.hits].flatMap((array) => (array ? [array.buffer] : [])),
);

postMessage({ id: 0, reply: {} });
