import { Show } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { undo } from '../../state/commands/editing.ts';
import { Button } from '../Button.tsx';
import { Dialogs } from '../dialogs/Dialogs.tsx';
import { createNarrow } from '../media.ts';
import { MenuButton } from '../menus/MenuButton.tsx';
import { HELP, KnownChoice, LanguageChoice, MoneyChoice } from './choices.tsx';
import { DocumentsMenu } from './DocumentsMenu.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { GivenFiles } from './GivenFiles.tsx';
import { ModelsMenu } from './ModelsMenu.tsx';
import { ShareButton } from './ShareButton.tsx';

/** What the whole page is about, and how it is read; on a phone the document, its steps, and one button for the rest. */
export function Header() {
  const app = useApp();
  const { workspace, dialogs, t } = app;
  const isNarrow = createNarrow();
  return (
    <header class="header">
      <button type="button" class="skip" onClick={app.editor.sheetFocus.ask}>
        {t().sheet.skip}
      </button>
      <h1 class="brand">
        <img src="./icon.svg" alt="" width="20" height="20" />
        <span class="brand-name">{t().appName}</span>
      </h1>
      <Show when={!isNarrow()}>
        <ModelsMenu />
      </Show>
      <DocumentsMenu isAlone={isNarrow()} />
      <div class="button-group">
        <StepButton name={t().header.undo} disabled={workspace.history().past.length === 0} onClick={() => undo(app)} />
        <StepButton
          name={t().header.redo}
          mirrored
          disabled={workspace.history().future.length === 0}
          onClick={() => workspace.redo()}
        />
      </div>
      <Show
        when={!isNarrow()}
        fallback={
          <button type="button" class="button" aria-haspopup="dialog" onClick={() => dialogs.show({ name: 'more' })}>
            {t().header.more}
          </button>
        }
      >
        <div class="spacer" />
        <KnownChoice />
        <MoneyChoice />
        <Button text={t().header.import} onClick={() => dialogs.show({ name: 'import' })} />
        <ExportMenu />
        <ShareButton />
        <LanguageChoice />
        <MenuButton label={t().header.help} items={HELP} />
      </Show>
      <GivenFiles />
      <Dialogs />
    </header>
  );
}

/** One step back, or, mirrored, forth. */
function StepButton(props: { name: string; mirrored?: boolean; disabled: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      class="button"
      disabled={props.disabled}
      aria-label={props.name}
      onClick={() => props.onClick()}
    >
      <svg class="icon" classList={{ mirrored: props.mirrored }} viewBox="0 0 16 16" aria-hidden="true">
        <path d="M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      </svg>
      <span class="button-text">{props.name}</span>
    </button>
  );
}
