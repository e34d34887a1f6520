import { withUnit } from '../../i18n/amounts.ts';
import { useApp } from '../../state/app.ts';
import type { HeldText } from '../../state/insight/told.ts';

/** A number with its unit set smaller behind it. */
export function Told(props: { held: HeldText | undefined }) {
  const { lang } = useApp();
  const parts = () => {
    const { text = '', unit = '' } = props.held ?? {};
    return { ahead: withUnit(text, unit, lang()).slice(0, unit === '' ? undefined : -unit.length), unit };
  };
  return (
    <>
      {parts().ahead}
      <span class="unit">{parts().unit}</span>
    </>
  );
}
