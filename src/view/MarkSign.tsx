import { useApp } from '../state/app.ts';
import type { Mark } from '../state/insight/cells.ts';

const SIGNS: Readonly<Record<Mark, string>> = { fact: '■', target: '◆', assumption: '○', derived: 'ƒ', edited: '◥' };

/** The kind of a number, in shape and colour; its name is there for those who see neither. */
export function MarkSign(props: { mark: Mark; named?: boolean }) {
  const { t } = useApp();
  return (
    <span class={`mark mark-${props.mark}`} title={t().marks[props.mark]}>
      <span aria-hidden="true">{SIGNS[props.mark]}</span>
      <span class={props.named ? 'mark-name' : 'visually-hidden'}>{t().marks[props.mark]}</span>
    </span>
  );
}
