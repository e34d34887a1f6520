import { FUTURES, runsText } from '../../i18n/futures.ts';
import { MOST_SEED } from '../../model/whatIf.ts';
import { useApp } from '../../state/app.ts';
import type { FuturesState } from '../../state/whatIf/futures.ts';
import { Button } from '../Button.tsx';
import { SelectField } from '../Select.tsx';

const RUNS = [1_000, 10_000, 100_000, 1_000_000] as const;

/** How many futures are drawn, which, and whether some are shown whole. */
export function HowMany(props: { futures: FuturesState; onFault: (sentence: string | undefined) => void }) {
  const { lang } = useApp();
  const t = () => FUTURES[lang()];
  const seed = (text: string) => {
    props.onFault(undefined);
    const typed = Number(text.trim());
    if (text.trim() !== '' && Number.isInteger(typed) && typed >= 0 && typed <= MOST_SEED)
      props.futures.redraw({ seed: typed });
    else props.onFault(t().bad.seed(runsText(MOST_SEED, lang())));
  };
  return (
    <>
      <SelectField
        named
        name={t().runs}
        class="select quiet"
        options={[...new Set([...RUNS, props.futures.draws().runs])].sort((a, b) => a - b).map(String)}
        text={(runs) => runsText(Number(runs), lang())}
        value={String(props.futures.draws().runs)}
        onChange={(runs) => props.futures.redraw({ runs: Number(runs) })}
      />
      <label class="shape-field">
        <span>{t().seed}</span>
        <input
          class="short"
          inputMode="numeric"
          autocomplete="off"
          value={String(props.futures.draws().seed)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => seed(event.currentTarget.value)}
        />
      </label>
      <Button
        class="link"
        text={t().others}
        onClick={() => props.futures.redraw({ seed: (props.futures.draws().seed % MOST_SEED) + 1 })}
      />
      <label class="field">
        <input
          type="checkbox"
          checked={props.futures.whole()}
          onChange={(event) => props.futures.setWhole(event.currentTarget.checked)}
        />
        {t().whole}
      </label>
    </>
  );
}
