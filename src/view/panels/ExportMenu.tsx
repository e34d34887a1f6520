import { useApp } from '../../state/app.ts';
import type { MenuItems } from '../menus/items.ts';
import { MenuButton } from '../menus/MenuButton.tsx';
import { EXPORT_ITEMS } from './exportItems.ts';

/** Ways to hand the document out. */
export function ExportMenu() {
  const app = useApp();
  const { workspace, t } = app;
  const items = (): MenuItems => [
    EXPORT_ITEMS.map(([label, run]) => ({
      label: label(t()),
      run: async () => {
        app.editor.settle();
        try {
          await run(app);
        } catch {
          // What it needs could not be loaded.
          workspace.say(t().sheet.load);
        }
      },
    })),
  ];
  return <MenuButton class="button" label={t().header.export} items={items()} />;
}
