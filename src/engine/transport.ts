import type { EngineReply, EngineRequest } from './requests.ts';

/** What carries requests to a service: a worker, or the service itself. */
export interface Transport {
  /** Carries one request; the reply comes through `onReply`. */
  send(id: number, request: EngineRequest): void;
  stop(): void;
}
/** `onLoading`: told when functions are loaded that a request needs, and when that is over. */
export type Connect = (
  onReply: (id: number, reply: EngineReply) => void,
  onCrash: () => void,
  onLoading?: (isLoading: boolean) => void,
) => Transport;
