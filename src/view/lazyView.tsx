import { type Component, createEffect, lazy } from 'solid-js';
import { type App, useApp } from '../state/app.ts';

/**
 * A part of the view that is loaded when it is first shown. Where it can't be loaded that is told, and the rest of the
 * page goes on without it.
 * @param close takes back what asked for the part, whenever it is asked for again; false: nobody has asked
 */
export const lazyView = <P extends object>(
  bring: () => Promise<{ default: Component<P> }>,
  close: (app: App, props: P) => boolean = () => true,
) =>
  lazy<Component<P>>(() =>
    bring().catch(() => ({
      default: (props: P) => {
        const app = useApp();
        createEffect(() => close(app, props) && app.workspace.say(() => app.t().sheet.reload));
        return null;
      },
    })),
  );
