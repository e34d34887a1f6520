import { EXPORTING } from '../../i18n/exporting.ts';
import { download } from '../../io/download.ts';
import { saveFile } from '../../io/files.ts';
import { ENDING } from '../../io/json.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { type CsvChoice, exportCsv, exportJson } from './exporting.ts';

/** Hands a table out as a download. @returns whether its values could be read */
export async function handOutCsv(app: WithEditor & Words, choice: CsvChoice): Promise<boolean> {
  try {
    const { text, name } = await exportCsv(app, choice);
    download(text, name, 'text/csv');
    return true;
  } catch {
    return false;
  }
}

/** Hands the document out as the file that opens it again; that it could not be written is told. */
export async function handOutJson(app: WithEditor & Words): Promise<void> {
  const { text, name } = exportJson(app);
  try {
    await saveFile(text, name, ENDING, 'application/json');
  } catch {
    app.workspace.say(() => EXPORTING[app.lang()].denied);
  }
}
