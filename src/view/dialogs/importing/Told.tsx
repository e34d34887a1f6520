import { For } from 'solid-js';
import { SHAPES } from '../../../i18n/shapes.ts';
import type { Told, ToldKind } from '../../../io/csv/told.ts';
import { useTexts } from '../../../state/app.ts';

/** What was left out or changed of a file, a sentence a kind, with a count and places. */
export function ToldOf(props: { told: Readonly<Partial<Record<ToldKind | 'noPeriod' | 'twice', Told>>> }) {
  const t = useTexts(SHAPES);
  const kinds = () => (Object.entries(props.told) as [ToldKind, Told][]).filter(([, { count }]) => count > 0);
  return <For each={kinds()}>{([kind, told]) => <li>{t().told[kind](told)}</li>}</For>;
}
