import { For } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { faultInWords } from '../../../i18n/modelFile.ts';
import type { RowFault } from '../../../io/csv/uncertain.ts';
import { useApp } from '../../../state/app.ts';

/** What was not understood of how inputs may turn out, a sentence a row. */
export function RowFaults(props: { faults: readonly RowFault[] }) {
  const { lang } = useApp();
  return (
    <For each={props.faults}>
      {({ row, fault }) => <li class="problem">{IMPORTING[lang()].distribution(row, faultInWords(fault, lang()))}</li>}
    </For>
  );
}
