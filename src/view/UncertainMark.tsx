import { Show } from 'solid-js';
import { useApp } from '../state/app.ts';

/** Stands behind the name of an input from whose distribution futures are drawn. */
export function UncertainMark(props: { line: string | undefined }) {
  const { t, uncertain } = useApp();
  return (
    <Show when={uncertain()?.[props.line ?? '']}>
      <span class="uncertain-mark" title={t().assumptions.uncertain}>
        <span aria-hidden="true">±</span>
        <span class="visually-hidden">{t().assumptions.uncertain}</span>
      </span>
    </Show>
  );
}
