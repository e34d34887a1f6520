import { connect } from '../rpc/connection.ts';
import type { EngineReply, EngineRequest } from './requests.ts';
import type { Connect } from './transport.ts';

/** The service in a module worker of its own: the main thread never calculates. */
export const inWorker: Connect = (onReply, onCrash, onLoading) => {
  const { send, stop } = connect<EngineRequest, EngineReply>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
    (answered) => {
      if ('reply' in answered) onReply(answered.id, answered.reply);
      else onLoading?.(answered.progress < 1);
    },
    onCrash,
  );
  return {
    send: (id, request) => {
      const parts = 'parts' in request ? request.parts : 'spec' in request ? request.spec.parts : [];
      send(
        { id, request },
        parts.map(({ values }) => values.buffer),
      );
    },
    stop,
  };
};
