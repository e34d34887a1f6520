import { Show } from 'solid-js';
import { RAIL } from '../../i18n/rail.ts';
import { useTexts } from '../../state/app.ts';
import { Select } from '../Select.tsx';
import './pick.css';

/** A number that is one of a few: a switch where it is yes or no, else a list. */
export default function PickControl(props: {
  id: string;
  label: string;
  /** Undefined where it holds none of them. */
  value: number | undefined;
  options: readonly number[];
  isSwitch: boolean;
  disabled: boolean;
  text: (value: number) => string;
  onClick: () => void;
  onPick: (value: number) => void;
}) {
  const t = useTexts(RAIL);
  return (
    <Show
      when={props.isSwitch}
      fallback={
        <Select
          id={props.id}
          onClick={() => props.onClick()}
          class="select pick"
          label={props.label}
          options={['', ...props.options.map(String)].slice(props.value === undefined ? 0 : 1)}
          text={(value) => (value === '' ? '\u2013' : props.text(Number(value)))}
          value={props.value === undefined ? '' : String(props.value)}
          onChange={(value) => value !== '' && props.onPick(Number(value))}
        />
      }
    >
      <span class="switch">
        <input
          id={props.id}
          type="checkbox"
          role="switch"
          disabled={props.disabled}
          checked={props.value === 1}
          aria-checked={props.value === 1}
          onClick={() => props.onClick()}
          onChange={(event) => props.onPick(event.currentTarget.checked ? 1 : 0)}
        />
        {props.value === 1 ? t().yes : props.value === 0 ? t().no : '\u2013'}
      </span>
    </Show>
  );
}
