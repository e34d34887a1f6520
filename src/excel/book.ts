import { createLayout } from '../engine/layout.ts';
import { EXCEL } from '../i18n/excel.ts';
import type { Book } from '../io/xlsx/book.ts';
import type { ExcelJob } from './job.ts';
import { ScenarioSheets } from './scenarioSheet.ts';
import { sourcesSheet } from './sourcesSheet.ts';

/** A name that no other sheet has, whatever its case. */
function freeName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let n = 2; lower.has(name.toLowerCase()); n++) name = `${wanted} ${n}`;
  return name;
}

/** A document as a workbook: a sheet a scenario with live formulas and their values, and one of the sources. */
export function bookOf(job: ExcelJob): Book {
  const layout = createLayout(job.lines, job.periods, job.scenarios);
  const scenarios = new ScenarioSheets(job, layout);
  const sources = sourcesSheet(job, freeName(EXCEL[job.lang].sources, layout.sheets));
  return {
    title: job.title,
    about: [job.about, job.answer].filter(Boolean).join('\n'),
    sheets: [...job.scenarios.map((_, place) => scenarios.sheet(place)), sources],
  };
}
