import { lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { useApp } from '../../state/app.ts';
import type { Asked as Request } from '../../state/dialogs.ts';

const LineDialog = lazy(() => import('./LineDialog.tsx'));
const PeriodsDialog = lazy(() => import('./PeriodsDialog.tsx'));
const FiguresDialog = lazy(() => import('./FiguresDialog.tsx'));
const FigureDialog = lazy(() => import('./FigureDialog.tsx'));

/** The dialog that is asked for, loaded when it first is. */
export function Asked() {
  const { dialogs, editor } = useApp();
  const close = () => {
    dialogs.close();
    editor.focus();
  };
  const of = <K extends Request['kind']>(kind: K) => {
    const asked = dialogs.asked();
    return asked?.kind === kind ? (asked as Extract<Request, { kind: K }>) : undefined;
  };
  return (
    <Suspense>
      <Show when={dialogs.asked()} keyed>
        <Switch>
          <Match when={of('line')}>{(asked) => <LineDialog asked={asked()} onClose={close} />}</Match>
          <Match when={of('periods')}>
            <PeriodsDialog onClose={close} />
          </Match>
          <Match when={of('figure')}>{(asked) => <FigureDialog figure={asked().figure} onClose={close} />}</Match>
          <Match when={of('figures')}>
            <FiguresDialog onClose={close} />
          </Match>
        </Switch>
      </Show>
    </Suspense>
  );
}
