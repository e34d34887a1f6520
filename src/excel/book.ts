import { createLayout, type Layout } from '../engine/layout.ts';
import { cutName } from '../engine/sheets.ts';
import { EXCEL } from '../i18n/excel.ts';
import type { Book, BookSheet } from '../io/xlsx/book.ts';
import { carriedSheet } from './carried.ts';
import { dataTableRows } from './dataTable.ts';
import type { ExcelJob } from './job.ts';
import { ScenarioSheets } from './scenarioSheet.ts';
import { sourcesSheet } from './sourcesSheet.ts';
import { uncertainInputs, uncertainSheet } from './uncertainSheet.ts';
import { YearSheets } from './yearSheet.ts';

/** Of the hidden sheet that carries the document. */
const CARRIED_NAME = '_foresheet';
/** Of the name of a sheet by year, so that a number can still stand behind it. */
const MOST_LETTERS = 27;

/** A name that no other sheet has, whatever its case. */
function freeName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let n = 2; lower.has(name.toLowerCase()); n++) name = `${wanted} ${n}`;
  return name;
}

/** A sheet by year for each scenario. `names`: of the sheets that are there, to which theirs are added. */
function yearSheets(job: ExcelJob, layout: Layout, names: string[]): BookSheet[] {
  const made = new YearSheets(job, layout);
  return layout.sheets.map((name, place) => {
    const end = EXCEL[job.lang].byYear;
    const own = freeName(`${cutName(name, MOST_LETTERS - end.length)}${end}`, names);
    names.push(own);
    return made.sheet(place, own);
  });
}

/** A document as a workbook: a sheet a scenario with live formulas and their values, one of what is uncertain, and one of the sources. */
export function bookOf(job: ExcelJob): Book {
  const layout = createLayout(job.lines, job.periods, job.scenarios);
  const scenarios = new ScenarioSheets(job, layout);
  const names = [...layout.sheets];
  const years = job.byYear ? yearSheets(job, layout, names) : [];
  const sources = sourcesSheet(job, freeName(EXCEL[job.lang].sources, names));
  const { table } = job;
  const sheets = job.scenarios.map(({ id }, place) => {
    const sheet = scenarios.sheet(place);
    return table?.scenario === id ? { ...sheet, rows: [...sheet.rows, ...dataTableRows(job, layout, table)] } : sheet;
  });
  const inputs = uncertainInputs(job);
  const uncertain =
    inputs.length > 0
      ? [uncertainSheet(job, layout, inputs, freeName(EXCEL[job.lang].uncertain.sheet, [...names, sources.name]))]
      : [];
  const pages = [...years, ...uncertain, sources];
  const { frozen } = scenarios;
  const carried = freeName(CARRIED_NAME, [...names, ...pages.map(({ name }) => name)]);
  return {
    title: job.title,
    about: [job.about, job.answer].filter(Boolean).join('\n'),
    sheets: [...sheets, ...pages],
    hidden: [carriedSheet(job, carried, { sheets, pages, frozen })],
  };
}
