import { WHAT_IF } from '../../i18n/whatIf.ts';
import { useApp } from '../../state/app.ts';
import { LazyModule } from '../../state/page/lazyModule.ts';
import { MenuButton } from '../menus/MenuButton.tsx';

/** Hands out what is shown in one of some forms; what makes them is loaded with the menu. */
export function ExportButton<P, F extends string>(props: {
  load: () => Promise<P>;
  forms: readonly F[];
  /** What a form is called, where that is not its own name. */
  text?: (form: F) => string;
  hand: (part: P, form: F) => void | Promise<void>;
}) {
  const app = useApp();
  const t = () => WHAT_IF[app.lang()];
  const part = new LazyModule(
    () => props.load(),
    () => app.workspace.say(() => app.t().sheet.load),
  );
  const run = async (one: P, form: F) => {
    try {
      await props.hand(one, form);
    } catch {
      app.workspace.say(() => t().failed);
    }
  };
  return (
    <MenuButton
      label={t().exportThis}
      items={[
        props.forms.map((form) => ({
          label: t().as(props.text?.(form) ?? form),
          run: () => part.use((one) => void run(one, form)),
        })),
      ]}
      onOpen={async () => {
        part.load();
        return true;
      }}
    >
      {t().export}
    </MenuButton>
  );
}
