import { For, Show } from 'solid-js';
import { MISSING } from '../../../i18n/format.ts';
import { WORKBOOK_IMPORT } from '../../../i18n/workbookImport.ts';
import type { LiveBook, StoredValue } from '../../../io/workbook/live.ts';
import { slotName } from '../../../model/periods.ts';
import type { Unit } from '../../../model/units.ts';
import { useApp } from '../../../state/app.ts';
import type { Difference } from '../../../state/importing/comparing.ts';
import type { LiveImport } from '../../../state/importing/liveImport.ts';
import { leftByReason } from '../../../state/importing/liveReport.ts';
import { amountText } from './amount.ts';
import { type Place, Places } from './Places.tsx';

/** What becomes of a workbook as a model, place by place: what differs, what computes no more, what is left out, what it is. */
export function LiveReport(props: { live: LiveImport; book: LiveBook }) {
  const { lang, say } = useApp();
  const t = () => WORKBOOK_IMPORT[lang()];
  const line = (id: string) => props.book.lines.find((one) => one.id === id);

  const differing = (): Place[] => (props.live.comparison()?.differences ?? []).map(differs);
  const differs = ({ placed, ours }: Difference): Place => {
    const found = line(placed.line);
    const unit = found && found.kind !== 'heading' ? found.unit : '';
    const alike = valueText(placed.stored, unit, false) === valueText(ours, unit, false);
    const name = [found && say(found.label), slotName(placed.slot, lang())].filter(Boolean).join(', ');
    const values = [
      `${t().inFile} ${valueText(placed.stored, unit, alike)}`,
      `${t().here} ${valueText(ours, unit, alike)}`,
    ];
    return { at: placed.from, text: `${name}: ${values.join(', ')}` };
  };
  const valueText = (value: StoredValue | undefined, unit: Unit, exact: boolean): string => {
    if (value === undefined) return t().empty;
    if (typeof value === 'number') return amountText(value, unit, lang(), exact);
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    return typeof value === 'object' ? value.error : value || MISSING;
  };
  const kept = (): Place[] =>
    props.book.kept.map(({ at, why, said, formula }) => ({
      at,
      text: (
        <>
          <code class="importing-formula">{formula}</code> {t().keptWhy[why](said)}
        </>
      ),
    }));
  const left = () => leftByReason(props.book.left);

  return (
    <>
      <Show when={differing().length > 0}>
        <Places live={props.live} title={t().differ(differing().length)} places={differing()} isOpen />
      </Show>
      <Show when={kept().length > 0}>
        <Places live={props.live} title={t().kept(kept().length)} places={kept()} />
      </Show>
      <Show when={props.book.names.length > 0}>
        <Places
          live={props.live}
          title={t().names(props.book.names.length)}
          places={props.book.names.map(({ at }) => ({ at, text: '' }))}
        />
      </Show>
      <For each={left()}>
        {([why, ones]) => (
          <Places
            live={props.live}
            title={t().left(ones.length, t().leftWhy[why])}
            places={ones.map(({ at, until, said, formulas }) => ({
              at,
              until,
              text: [why === 'list' ? t().leftRows(Number(said)) : said, formulas > 0 && t().leftFormulas(formulas)]
                .filter(Boolean)
                .join(', '),
            }))}
          />
        )}
      </For>
      <For each={props.book.told}>
        {({ kind, count, places, said = [] }) => (
          <Show when={places.length > 0} fallback={<p class="importing-told">{t().told[kind](count, said)}</p>}>
            <Places
              live={props.live}
              title={t().told[kind](count, said)}
              places={places.map((at) => ({ at, until: at.until, text: '' }))}
            />
          </Show>
        )}
      </For>
    </>
  );
}
