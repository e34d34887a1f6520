import { NameField } from '../NameField.tsx';

/** px: room for a name to be typed in, however short the one that it replaces. */
const LEAST = 120;

/** The name of what a tab shows, being typed over it. */
export function TabName(props: {
  tab: HTMLElement;
  /** What the field is called. */
  label: string;
  name: string;
  /** Said of an empty name. */
  needed: string;
  /** px by which the tab is scrolled where the field is not. */
  scrolled?: number;
  /** Given the name, or undefined where the old one stays. */
  onEnd: (name: string | undefined) => void;
}) {
  const { offsetLeft, offsetWidth } = props.tab;
  return (
    <div
      class="tab-naming"
      style={{ left: `${offsetLeft - (props.scrolled ?? 0)}px`, width: `${Math.max(LEAST, offsetWidth)}px` }}
    >
      <NameField label={props.label} name={props.name} maxLength={200} needed={props.needed} onEnd={props.onEnd} />
    </div>
  );
}
