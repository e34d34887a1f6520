import { type Request, Service } from './service.ts';

/** The module worker in which the workbook lives: one request in, one reply out. */
const service = new Service();

addEventListener('message', ({ data }: MessageEvent<{ id: number; request: Request }>) => {
  const reply = service.answer(data.request);
  const transfer = reply.frame ? [reply.frame.values.buffer] : [];
  postMessage({ id: data.id, reply }, { transfer });
});

postMessage({ id: 0, reply: {} });
