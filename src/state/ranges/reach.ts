import { boxes } from '../../document/selection.ts';
import { tsvRows } from '../../io/tsv.ts';
import type { Editor } from '../sheet/editor.ts';

/** Whether a text would land in years, which are computed; that is told then, and nothing of it is taken. */
export function reachesYears(editor: Editor, text: string): boolean {
  const fold = editor.fold();
  if (!fold) return false;
  let width = 1;
  for (const row of tsvRows(text)) width = Math.max(width, row.length);
  const into = boxes(editor.selection());
  return fold.refuses(into.map((box) => ({ ...box, right: Math.max(box.right, box.left + width - 1) })));
}
