import { onCleanup } from 'solid-js';

/** Listens to events of a target for as long as what listens is there. */
export function listen<E extends Event>(
  target: EventTarget,
  type: string,
  listener: (event: E) => void,
  options?: AddEventListenerOptions,
): void {
  target.addEventListener(type, listener as EventListener, options);
  onCleanup(() => target.removeEventListener(type, listener as EventListener, options));
}
