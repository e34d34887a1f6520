import { runsOf } from '../../analysis/futureRuns.ts';
import type { Means } from '../../analysis/settings.ts';
import { type SipCell, sipLibrary } from '../../analysis/sipmath.ts';
import { Trials } from '../../analysis/trial.ts';
import { FAN_PARTS } from '../../engine/port.ts';
import { inWorker } from '../../engine/transports.ts';
import { shareInWords } from '../../i18n/format.ts';
import { FUTURES, runsText } from '../../i18n/futures.ts';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import { BYTE_ORDER_MARK, writeRecord } from '../../io/csv/escape.ts';
import { download, fileName } from '../../io/download.ts';
import type { CellRef } from '../../model/content.ts';
import type { MeasuredLine } from '../../model/line.ts';
import { slotInText } from '../../model/periods.ts';
import { unitSpec } from '../../model/units.ts';
import type { App } from '../../state/app.ts';
import { cellName, scenarioName } from '../../state/insight/cells.ts';
import type { FuturesState } from '../../state/whatIf/futures.ts';
import { inUnit } from './drawing.ts';

/** Rows of samples at most: what a spreadsheet takes, with its header. */
const MOST_ROWS = 1_000_000;
/** Numbers of a library of SIPs at most: a file of some hundred megabytes. */
const MOST_NUMBERS = 5_000_000;

export type FuturesForm = keyof (typeof FUTURES)['en']['forms'];

type Found = NonNullable<ReturnType<FuturesState['found']>>;

const unitOf = ({ workspace }: App, { line }: CellRef): string =>
  (workspace.line(line) as MeasuredLine | undefined)?.unit ?? '';

/** With its unit behind, in which its numbers are. */
function nameOf(app: App, cell: CellRef): string {
  const label = unitSpec(unitOf(app, cell)).label[app.lang()];
  return label === '' ? cellName(app, cell) : `${cellName(app, cell)} (${label})`;
}

/** The quantiles of the line that is asked about, a row a period. */
function quantilesCsv(app: App, { drawn, futures }: Found): string {
  const { asked, question } = drawn;
  const lang = app.lang();
  const rows = asked.slots.map((slot, i) => {
    const cell = question.results[asked.begin + i] as CellRef;
    const values = FAN_PARTS.map((_, part) =>
      inUnit(futures.quantiles[(asked.begin + i) * FAN_PARTS.length + part] as number, unitOf(app, cell)),
    );
    return [slot === 'value' ? FUTURES[lang].value : slotInText(slot, lang), ...values];
  });
  const [first] = question.results;
  const { label } = unitSpec(first ? unitOf(app, first) : '');
  const head = [label[lang], ...FAN_PARTS.map((part) => shareInWords(part, lang, (100 * part) % 1 === 0 ? 0 : 1))];
  return [head, ...rows].map(writeRecord).join('');
}

/** What was drawn in each run, and what the result came to: the same futures, run by run. */
async function samplesCsv(app: App, { spec, question }: Found['drawn'], runs: number, means: Means): Promise<string> {
  const result = question.results[question.focus] as CellRef;
  const cells = question.drawn.map(({ cell }) => cell);
  const head = [FUTURES[app.lang()].run, ...cells.map((cell) => nameOf(app, cell)), nameOf(app, result)];
  const texts = [writeRecord(head)];
  const units = [...cells, result].map((cell) => unitOf(app, cell));
  const asked = { ...question, results: [result], focus: 0 };
  for await (const { from, count, inputs, results } of runsOf(spec, asked, runs, means)) {
    const columns = [...inputs, ...results];
    for (let i = 0; i < count; i++) {
      const row = columns.map((own, at) => inUnit(own[i] as number, units[at] ?? ''));
      texts.push(writeRecord([String(from + i + 1), ...row]));
    }
  }
  return texts.join('');
}

/** The same as a library of the SIPmath standard, of the line that is asked about in all its periods. */
async function sipmathJson(app: App, { drawn, futures }: Found, name: string, means: Means) {
  const { asked } = drawn;
  const { lang, say, workspace } = app;
  const results = drawn.question.results.slice(asked.begin, asked.begin + asked.slots.length);
  const question = { ...drawn.question, results, focus: 0 };
  const cells = [...question.drawn.map(({ cell }) => cell), ...results];
  const runs = Math.min(futures.runs, Math.max(1, Math.floor(MOST_NUMBERS / cells.length)));
  const values = cells.map(() => new Float64Array(runs));
  for await (const one of runsOf(drawn.spec, question, runs, means))
    for (const [i, own] of [...one.inputs, ...one.results].entries()) values[i]?.set(own, one.from);
  const sips = cells.map((cell, i): SipCell => {
    const spec = unitSpec(unitOf(app, cell));
    const label = spec.label[lang()];
    return {
      cell,
      label: cellName(app, cell),
      unit: spec.form === 'plain' ? label : FUTURES[lang()].fraction(label),
      values: values[i] as Float64Array,
    };
  });
  const library = sipLibrary({
    name,
    provenance: ['Foresheet', say(workspace.model().name), scenarioName(app, drawn.scenario)].join(', '),
    date: new Date().toISOString().slice(0, 10),
    question,
    inputs: sips.slice(0, question.drawn.length),
    results: sips.slice(question.drawn.length),
  });
  return { text: JSON.stringify(library), runs };
}

/** Hands futures out: their quantiles or every run as a table, or as a library of SIPs. @throws EngineStopped */
export async function exportFutures(app: App, form: FuturesForm, found: Found): Promise<void> {
  // What no tape holds is asked of a workbook of its own, as it was when they were drawn.
  const trials = new Trials(inWorker, undefined, app.workspace.engine);
  try {
    await handOut(app, form, found, { trials, signal: new AbortController().signal, onProgress: () => {} });
  } finally {
    trials.dispose();
  }
}

async function handOut(app: App, form: FuturesForm, found: Found, means: Means): Promise<void> {
  const { workspace, say, lang } = app;
  const t = FUTURES[lang()];
  const { question } = found.drawn;
  const result = question.results[question.focus] as CellRef;
  const parts = [say(workspace.model().name), WHAT_IF[lang()].tabs.futures, cellName(app, result)];
  const named = (more: readonly string[]) => fileName([...parts, ...more].join(' - '));
  if (form === 'sipmath') {
    const { text, runs } = await sipmathJson(app, found, named([]), means);
    download(text, `${named([])}.SIPmath.json`, 'application/json');
    const counted = (count: number) => runsText(count, lang());
    if (runs < found.futures.runs)
      workspace.say(() => FUTURES[lang()].fewer(counted(runs), counted(found.futures.runs)));
    return;
  }
  const text =
    form === 'quantiles'
      ? quantilesCsv(app, found)
      : await samplesCsv(app, found.drawn, Math.min(found.futures.runs, MOST_ROWS), means);
  download(`${BYTE_ORDER_MARK}${text}`, `${named([t.forms[form]])}.csv`, 'text/csv');
}
