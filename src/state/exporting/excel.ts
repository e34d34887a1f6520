import { dataTable } from '../../analysis/dataTable.ts';
import { Trials } from '../../analysis/trial.ts';
import { sameDocument } from '../../document/document.ts';
import { savedText } from '../../document/savedText.ts';
import { inWorker } from '../../engine/transports.ts';
import type { ExcelJob, ExcelTable } from '../../excel/job.ts';
import { fileName } from '../../io/download.ts';
import type { DataTable } from '../../model/whatIf.ts';
import { WorkerClient } from '../../rpc/client.ts';
import { readScenarios } from '../document/everyScenario.ts';
import { answerText, citedFigures, knownText } from '../insight/summary.ts';
import type { WithPreferences } from '../page/preferences.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { specNow } from '../whatIf/live.ts';
import { axisOf, inputThere, inView, isResultThere } from '../whatIf/places.ts';

/** What Excel's files are to a browser. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook that is ready to be handed over. */
export interface ExcelFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The document with the values that the engine has for it. @throws EngineStopped */
async function jobOf(app: WithEditor & WithPreferences & Words, asked?: DataTable): Promise<ExcelJob> {
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
  const table = await tableOf(app, asked);
  // Contents and values are of one document: an edit that was made meanwhile counts as well.
  if (!sameDocument(document, workspace.document())) return jobOf(app, asked);
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
    ...(table ? { table } : {}),
    ...(document.whatIf ? { whatIf: document.whatIf } : {}),
    saved: savedText(document, workspace.shipped()),
  };
}

/** What a table comes to in the scenario in view; undefined where none is asked for, or a line of it is gone. */
async function tableOf({ workspace }: WithEditor, asked: DataTable | undefined): Promise<ExcelTable | undefined> {
  if (!asked) return undefined;
  const { inputs, results } = asked;
  if (!inputs.every((cell) => inputThere(workspace, cell)) || !results.every((cell) => isResultThere(workspace, cell)))
    return undefined;
  const trials = new Trials(inWorker, undefined, workspace.engine);
  try {
    const axes = inputs.map((input) => axisOf(workspace, input));
    const cells = results.map((cell) => inView(workspace, cell));
    const means = { trials, signal: new AbortController().signal, onProgress: () => {} };
    const { values } = await dataTable(specNow(workspace), axes, cells, means);
    return {
      scenario: workspace.scenarioId,
      axes: axes.map(({ cell, values: given }) => ({ line: cell.line, slot: cell.slot, values: given })),
      results,
      values,
    };
  } finally {
    trials.dispose();
  }
}

/** Makes the file in a worker of its own: neither page nor engine waits for it. */
function write(job: ExcelJob): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new WorkerClient<ExcelJob, Uint8Array<ArrayBuffer>>(
    () => new Worker(new URL('../../excel/worker.ts', import.meta.url), { type: 'module', name: 'excel' }),
    (why) => new Error(`the writer of workbooks: ${why}`),
  );
  return worker.ask(job, { transfer: [job.values.buffer] }).finally(() => worker.stop(undefined));
}

/** The document as a workbook for Excel, with a table in the sheet of the scenario in view where one is asked for. @throws EngineStopped, Error where the worker can't be loaded */
export async function exportExcel(
  app: WithEditor & WithPreferences & Words,
  asked: DataTable | undefined = app.workspace.document().whatIf?.table,
): Promise<ExcelFile> {
  const job = await jobOf(app, asked);
  return { name: `${fileName(job.title)}.xlsx`, bytes: await write(job) };
}
