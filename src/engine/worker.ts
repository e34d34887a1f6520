import { serve } from '../rpc/serve.ts';
import type { EngineReply, EngineRequest } from './requests.ts';
import { EngineService } from './service.ts';

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

/** ms for which a hand rests before the workbook follows it: until then nothing keeps it waiting. */
const CALM = 1_000;
let resting: ReturnType<typeof setTimeout> | undefined;
/** Does what there is time for once nothing is asked. */
function rest(): void {
  clearTimeout(resting);
  const { rest: wanted } = service;
  if (wanted === 'behind') resting = setTimeout(() => postMessage({ id: 0, reply: service.follow() }), CALM);
  // Where it can't be loaded the workbook answers alone.
  else if (wanted === 'unready') resting = setTimeout(() => service.makeReady().catch(Boolean));
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
    rest();
    return reply;
  },
  ({ frame, values, found, answers }) =>
    [frame?.values, values?.values, found?.hits, answers?.values].flatMap((array) => (array ? [array.buffer] : [])),
);

postMessage({ id: 0, reply: {} });
