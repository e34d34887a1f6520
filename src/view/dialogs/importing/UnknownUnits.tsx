import { For, Show } from 'solid-js';
import { IMPORTING } from '../../../i18n/importing.ts';
import { KNOWN_UNITS, type Unit, unitSpec } from '../../../model/units.ts';
import { useApp } from '../../../state/app.ts';
import type { ImportPlan } from '../../../state/importing/importPlan.ts';
import { Choice } from '../kit/forms.tsx';

/** Units that are asked for at once. */
const MOST = 12;
const ALL = KNOWN_UNITS.filter((unit) => unit !== 'check');

/** Units of a table that are none of ours: a person says which of ours they are. Until then their rows are left. */
export function UnknownUnits(props: { importPlan: ImportPlan; texts: readonly string[] }) {
  const { lang, say } = useApp();
  const t = () => IMPORTING[lang()];
  const chosen = () => props.importPlan.options().units;
  // One that has been said stays here, so that it can be said otherwise.
  const texts = () => [...new Set([...Object.keys(chosen()), ...props.texts])].slice(0, MOST);
  const options = (): (readonly [Unit | '', string])[] => [
    ['', t().unitUnset],
    ...ALL.map((unit) => [unit, say(unitSpec(unit).label)] as const),
  ];
  const choose = (text: string, unit: Unit | '') => {
    const { [text]: _, ...others } = chosen();
    void props.importPlan.say({ units: unit === '' ? others : { ...others, [text]: unit } });
  };
  return (
    <Show when={texts().length > 0}>
      <fieldset class="importing-units">
        <legend>{t().unknownUnits}</legend>
        <div class="form">
          <For each={texts()}>
            {(text) => (
              <Choice<Unit | ''>
                label={t().unitOf(text)}
                value={chosen()[text] ?? ''}
                options={options()}
                onChange={(unit) => choose(text, unit)}
              />
            )}
          </For>
        </div>
      </fieldset>
    </Show>
  );
}
