import { useApp } from '../../state/app.ts';
import { Button } from '../Button.tsx';
import { Frame } from '../dialogs/kit/Frame.tsx';
import type { DialogProps } from '../dialogs/kit/props.ts';
import { MenuButton } from '../menus/MenuButton.tsx';
import { HELP, KnownChoice, LanguageChoice, MoneyChoice } from './choices.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { ModelsMenu } from './ModelsMenu.tsx';
import { ShareButton } from './ShareButton.tsx';
import './more.css';

/** What the header of a wide screen holds and that of a phone has no room for: a sheet from below. */
export default function More(props: DialogProps) {
  const { dialogs, t } = useApp();
  return (
    <Frame title={t().header.more} plain onClose={props.onClose}>
      <div class="more">
        <div class="field">
          <span class="field-label" aria-hidden="true">
            {t().header.models}
          </span>
          <ModelsMenu />
        </div>
        <KnownChoice />
        <MoneyChoice named />
        <div class="field">
          <span class="field-label" aria-hidden="true">
            {t().header.language}
          </span>
          <LanguageChoice />
        </div>
        <div class="more-ways">
          <Button text={t().header.import} onClick={() => dialogs.show({ name: 'import' })} />
          <ExportMenu />
          <ShareButton />
          <MenuButton class="button" label={t().header.help} items={HELP} />
        </div>
      </div>
    </Frame>
  );
}
