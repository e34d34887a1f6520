import type { Connect } from './client.ts';
import type { EngineReply } from './service.ts';

/** The service in a module worker of its own: the main thread never calculates. */
export const inWorker: Connect = (onReply, onCrash) => {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  } catch {
    // There are none, or not for this page: told as one that can't be loaded, once somebody listens.
    setTimeout(onCrash);
    return { send: () => {}, stop: () => {} };
  }
  worker.onmessage = ({ data }: MessageEvent<{ id: number; reply: EngineReply }>) => onReply(data.id, data.reply);
  worker.onerror = onCrash;
  worker.onmessageerror = onCrash;
  return {
    send: (id, request) => {
      const parts = 'parts' in request ? request.parts : 'spec' in request ? request.spec.parts : [];
      worker.postMessage(
        { id, request },
        parts.map(({ values }) => values.buffer),
      );
    },
    stop: () => worker.terminate(),
  };
};
