import type { CellRef } from '../model/content.ts';
import type { App } from '../state/app.ts';

/** Shows the cell of a number that stands elsewhere: selected in the sheet, and told of in the inspector. */
export function showCell({ editor, viewMode }: Pick<App, 'editor' | 'viewMode'>, cell: CellRef): void {
  editor.show(cell);
  viewMode.inspect.ask();
}
