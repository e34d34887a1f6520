import { useApp } from '../../state/app.ts';
import type { MenuItems } from '../menus/items.ts';
import { MenuButton } from '../menus/MenuButton.tsx';
import { EXPORT_ITEMS, type ExportItem, prepare } from './exportItems.ts';

/** Ways to hand the document out. */
export function ExportMenu() {
  const app = useApp();
  const { workspace, dialogs, t } = app;
  const act = async (run: ExportItem[1]) => {
    // On a phone the menu stands in a dialog.
    dialogs.close();
    try {
      await run(app);
    } catch {
      // What it needs could not be loaded.
      workspace.say(() => t().sheet.load);
    }
  };
  const items = (): MenuItems => {
    prepare();
    return [EXPORT_ITEMS.map(([label, run]) => ({ label: label(t()), run: () => act(run) }))];
  };
  return <MenuButton class="button" label={t().header.export} items={items()} />;
}
