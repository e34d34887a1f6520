import { sameDocument } from '../../document/document.ts';
import { savedText } from '../../document/savedText.ts';
import type { ExcelJob } from '../../excel/job.ts';
import { fileName } from '../../io/download.ts';
import { WorkerClient } from '../../rpc/client.ts';
import { readScenarios } from '../document/everyScenario.ts';
import { answerText, citedFigures, knownText } from '../insight/summary.ts';
import type { WithPreferences } from '../page/preferences.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';

/** What Excel's files are to a browser. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook that is ready to be handed over. */
export interface ExcelFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The document with the values that the engine has for it. @throws EngineStopped */
async function jobOf(app: WithEditor & WithPreferences & Words): Promise<ExcelJob> {
  const { workspace, lang, say } = app;
  // What was edited last may still be on its way to the engine.
  await workspace.engine.apply([]);
  const { lines, periods, observedUntil, name, about } = workspace.model();
  const document = workspace.document();
  const { scenarios } = document;
  const { values, notes } = await readScenarios(
    workspace,
    scenarios.map(({ id }) => id),
    lines.map(({ id }) => id),
  );
  // Contents and values are of one document: an edit that was made meanwhile counts as well.
  if (!sameDocument(document, workspace.document())) return jobOf(app);
  return {
    lang: lang(),
    title: say(name),
    about: say(about),
    answer: answerText(app),
    known: knownText(app),
    lines,
    periods,
    observedUntil,
    byYear: app.editor.fold() !== undefined,
    scenarios,
    values,
    notes,
    figures: citedFigures(app),
    saved: savedText(document, workspace.shipped()),
  };
}

/** Makes the file in a worker of its own: neither page nor engine waits for it. */
function write(job: ExcelJob): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new WorkerClient<ExcelJob, Uint8Array<ArrayBuffer>>(
    () => new Worker(new URL('../../excel/worker.ts', import.meta.url), { type: 'module', name: 'excel' }),
    (why) => new Error(`the writer of workbooks: ${why}`),
  );
  return worker.ask(job, { transfer: [job.values.buffer] }).finally(() => worker.stop(undefined));
}

/** The document as a workbook for Excel. @throws EngineStopped, Error where the worker can't be loaded */
export async function exportExcel(app: WithEditor & WithPreferences & Words): Promise<ExcelFile> {
  const job = await jobOf(app);
  return { name: `${fileName(job.title)}.xlsx`, bytes: await write(job) };
}
