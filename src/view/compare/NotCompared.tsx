import type { Ceiling } from '../../engine/port.ts';
import { formatNumber } from '../../i18n/format.ts';
import { GROWING } from '../../i18n/growing.ts';
import { useApp, useTexts } from '../../state/app.ts';
import CeilingAdvice from '../panels/CeilingAdvice.tsx';

/** In place of the table, where the scenarios have no room together: why, and what could be taken away. */
export function NotCompared(props: { ceiling: Ceiling }) {
  const { lang } = useApp();
  const t = useTexts(GROWING);
  const number = (value: number) => formatNumber(value, lang(), 0);
  return (
    <p class="compare-none" role="alert">
      {t().notCompared(number(props.ceiling.cells), number(props.ceiling.ceiling))}{' '}
      <CeilingAdvice each={props.ceiling.each ?? []} />
    </p>
  );
}
