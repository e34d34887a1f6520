import type { EngineRequest } from './requests.ts';
import type { Connect } from './transport.ts';

type Held = readonly [id: number, request: EngineRequest];

/** What a newer build brings with it. */
const CARRIED: ReadonlySet<EngineRequest['kind']> = new Set(['build', 'apply', 'replace'] as const);

/**
 * A way to a service on which, of builds that are asked for while one is under way, the latest is carried out alone:
 * sixteen steps undone at once are two builds. What it takes the place of, and the edits between, are answered at once,
 * since it holds them; all else that waits follows it.
 */
export const latestBuild =
  (connect: Connect): Connect =>
  (onReply, onCrash, onLoading) => {
    let building: number | undefined;
    let held: Held[] = [];
    const send = (id: number, request: EngineRequest) => {
      if (building !== undefined) held.push([id, request]);
      else {
        if (request.kind === 'build') building = id;
        transport.send(id, request);
      }
    };
    const transport = connect(
      (id, reply) => {
        if (id === building) {
          building = undefined;
          for (const [next, request] of held.splice(0)) send(next, request);
        }
        onReply(id, reply);
      },
      onCrash,
      onLoading,
    );
    return {
      send: (id, request) => {
        const at = request.kind === 'build' ? held.findIndex((one) => one[1].kind === 'build') : -1;
        if (at < 0) {
          send(id, request);
          return;
        }
        const gone = held.filter(([, one], i) => i >= at && CARRIED.has(one.kind));
        held = held.filter((one) => !gone.includes(one));
        held.splice(at, 0, [id, request]);
        for (const [old] of gone) onReply(old, {});
      },
      stop: () => {
        held = [];
        transport.stop();
      },
    };
  };
