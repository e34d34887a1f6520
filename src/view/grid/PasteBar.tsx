import { For, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { editableNumber } from '../../document/entry.ts';
import { formatNumber } from '../../i18n/format.ts';
import { PASTING } from '../../i18n/pasting.ts';
import { unitSpec } from '../../model/units.ts';
import { useApp, useTexts } from '../../state/app.ts';
import type { PasteReports } from '../../state/ranges/pasteReports.ts';
import type { Assumed } from '../../state/ranges/textSource.ts';
import { Button } from '../Button.tsx';
import './pasteBar.css';

/** What a paste could not read, and what it assumed, with the way to see the one and to take the other otherwise. */
export function PasteBar(props: { reports: PasteReports }) {
  const { t, lang, say, editor } = useApp();
  const texts = useTexts(PASTING);
  /** A stored number as it is shown here: with all its digits, and the unit where that is what was assumed. */
  const number = (value: number, { unit, of }: Assumed) => {
    if (unitSpec(unit).form !== 'plain') return editableNumber(value, unit);
    const digits = formatNumber(value, lang(), 12, false, 0);
    return of === 'sign' ? digits : texts().withUnit(digits, say(unitSpec(unit).label));
  };
  const sentence = (assumed: Assumed): string => {
    const { of, text, reading, now } = assumed;
    const kinds = {
      sign: reading.sign === '.' ? 'point' : 'comma',
      fractions: reading.fractions ? 'fractions' : 'percent',
      ones: reading.ones ? 'ones' : 'noOnes',
      foreign: reading.foreign ? 'foreign' : 'noForeign',
    } as const;
    return texts()[kinds[of]](text.trim(), now === undefined ? '' : number(now, assumed));
  };
  const otherwise = (assumed: Assumed): string =>
    assumed.otherwise === undefined ? texts().asText : texts().readAs(number(assumed.otherwise, assumed));
  return (
    <Show when={props.reports.shown()}>
      {(report) => (
        // At the foot of the sheet, which makes room: what is jumped to must not be under it.
        <Portal
          mount={document.querySelector('.sheet') ?? document.body}
          ref={(place) => place.classList.add('paste-place')}
        >
          <section class="paste-bar" role="alert" aria-label={texts().region}>
            <div class="paste-told">
              <Show when={report().unread > 0}>
                <p>
                  {texts().unread(report().unread, report().all)}
                  {report().dates > 0 ? ` ${texts().dates}` : ''}
                  <Button
                    text={props.reports.hasShown() ? texts().next : texts().first}
                    onClick={() => props.reports.showNext()}
                  />
                </p>
              </Show>
              <For each={report().assumed}>
                {(assumed) => (
                  <p>
                    {sentence(assumed)}
                    <Button text={otherwise(assumed)} onClick={() => props.reports.readOtherwise(assumed)} />
                  </p>
                )}
              </For>
            </div>
            <Button
              class="button quiet"
              text={t().notices.dismiss}
              onClick={() => {
                props.reports.dismiss();
                editor.focus();
              }}
            />
          </section>
        </Portal>
      )}
    </Show>
  );
}
