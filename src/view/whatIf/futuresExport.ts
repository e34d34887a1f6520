import { Draws } from '../../chance/draws.ts';
import { quantileOf } from '../../chance/shapes.ts';
import { FAN_PARTS, type FuturesQuestion } from '../../engine/port.ts';
import { shareInWords } from '../../i18n/format.ts';
import { FUTURES } from '../../i18n/futures.ts';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import { BYTE_ORDER_MARK, writeRecord } from '../../io/csv/escape.ts';
import { download, fileName } from '../../io/download.ts';
import type { CellRef } from '../../model/content.ts';
import type { MeasuredLine } from '../../model/line.ts';
import { slotInText } from '../../model/periods.ts';
import { unitSpec } from '../../model/units.ts';
import type { App } from '../../state/app.ts';
import { cellName } from '../../state/insight/cells.ts';
import type { FuturesState } from '../../state/whatIf/futures.ts';
import { inUnit } from './drawing.ts';

/** Rows of samples at most: what a spreadsheet takes, with its header. */
const MOST_ROWS = 1_000_000;
/** Runs that are drawn at once for a file. */
const STRETCH = 10_000;

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
async function samplesCsv(app: App, { question }: Found['drawn'], runs: number): Promise<string> {
  const result = question.results[question.focus] as CellRef;
  const cells = question.drawn.map(({ cell }) => cell);
  const head = [FUTURES[app.lang()].run, ...cells.map((cell) => nameOf(app, cell)), nameOf(app, result)];
  const texts = [writeRecord(head)];
  for (let from = 0; from < runs; from += STRETCH) {
    const count = Math.min(STRETCH, runs - from);
    const inputs = valuesOf(question, from, count);
    const settings = new Float64Array(inputs.length * count);
    for (const [i, own] of inputs.entries()) settings.set(own, i * count);
    const { values } = await app.workspace.engine.evaluate({ inputs: cells, results: [result], settings, count });
    for (let i = 0; i < count; i++) {
      const drawn = inputs.map((own, at) => inUnit(own[i] as number, unitOf(app, cells[at] as CellRef)));
      texts.push(writeRecord([String(from + i + 1), ...drawn, inUnit(values[i] as number, unitOf(app, result))]));
    }
  }
  return texts.join('');
}

/** By cell, what it holds in some runs. */
function valuesOf({ plan, drawn }: FuturesQuestion, from: number, count: number): Float64Array[] {
  const draws = new Draws(plan, from + 1, count);
  return drawn.map(({ uncertainty, held, variable, at }) => {
    const quantile = quantileOf(uncertainty, held);
    if (typeof quantile === 'string') throw new Error(`nothing can be drawn: ${quantile}`);
    return (quantile.of === 'part' ? draws.parts(variable, at) : draws.scores(variable, at)).map(quantile.at);
  });
}

/** Hands futures out as a table: of their quantiles, or of every run. */
export async function exportFutures(app: App, form: 'quantiles' | 'samples', found: Found): Promise<void> {
  const { workspace, say, lang } = app;
  const t = FUTURES[lang()];
  const result = found.drawn.question.results[found.drawn.question.focus] as CellRef;
  const parts = [say(workspace.model().name), WHAT_IF[lang()].tabs.futures, cellName(app, result), t.forms[form]];
  const text =
    form === 'quantiles'
      ? quantilesCsv(app, found)
      : await samplesCsv(app, found.drawn, Math.min(found.futures.runs, MOST_ROWS));
  download(`${BYTE_ORDER_MARK}${text}`, `${fileName(parts.join(' - '))}.csv`, 'text/csv');
}
