import { createSignal } from 'solid-js';
import type { Waiting } from '../../state/keeping/opening.ts';

/** What is said while what was open is on its way; nothing of it is loaded where the store is as quick as it mostly is. */
export function createWaiting(root: HTMLElement): Waiting & { readonly end: () => void } {
  const [told, setTold] = createSignal<Parameters<Waiting['tell']>[0]>('opening');
  let leave = () => {};
  const left = new Promise<'left'>((resolve) => {
    leave = () => resolve('left');
  });
  let showing: Promise<() => void> | undefined;
  let isOver = false;
  return {
    tell: (what) => {
      setTold(what);
      showing ??= import('./Opening.tsx').then(({ showOpening }) =>
        isOver ? () => {} : showOpening(root, told, leave),
      );
      showing.catch(() => {});
    },
    left,
    end: () => {
      isOver = true;
      showing?.then(
        (hide) => hide(),
        () => {},
      );
    },
  };
}
