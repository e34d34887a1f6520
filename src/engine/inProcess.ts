import type { Connect } from './client.ts';
import { EngineService } from './service.ts';

/** The same service without a worker, for Node and for tests; replies come in a later microtask, as from a worker. */
export const inProcess: Connect = (onReply, onCrash) => {
  const service = new EngineService();
  let stopped = false;
  queueMicrotask(() => !stopped && onReply(0, {}));
  return {
    send: (id, request) =>
      queueMicrotask(() => {
        if (stopped) return;
        try {
          onReply(id, service.answer(request));
        } catch {
          onCrash();
        }
      }),
    stop: () => {
      stopped = true;
    },
  };
};
