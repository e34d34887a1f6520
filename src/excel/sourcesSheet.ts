import { EXCEL } from '../i18n/excel.ts';
import { figurePeriod, publisherOf } from '../i18n/figureWords.ts';
import { formatDate } from '../i18n/format.ts';
import { term } from '../i18n/terms.ts';
import type { BookCell, BookSheet } from '../io/xlsx/book.ts';
import type { Cited } from '../model/figure.ts';
import { periodName, stepOf } from '../model/periods.ts';
import { unitSpec } from '../model/units.ts';
import type { ExcelJob } from './job.ts';
import { LOOKS } from './looks.ts';

/** An address that a reader may be led to, as Excel takes it; undefined for all but http and https. */
function linkOf(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

/** A figure as its source put it. */
function figureRow({ figure, source }: Cited, lang: ExcelJob['lang']): BookCell[] {
  const texts = EXCEL[lang];
  const text = (value: string): BookCell => ({ value, look: LOOKS.label });
  const url = source?.url ?? '';
  const link = linkOf(url);
  return [
    text(figure.region),
    text(figure.variable),
    text(figurePeriod(figure.period, lang)),
    { value: figure.value, look: LOOKS.number },
    { value: unitSpec(figure.unit).label[lang], look: LOOKS.besideNumber },
    text(texts.bounds[figure.bound]),
    text(texts.kinds[figure.kind]),
    text(term(figure.definition, lang)),
    text(formatDate(figure.reported, lang)),
    text(source?.grade ?? ''),
    text(source ? publisherOf(source, lang) : ''),
    link ? { value: url, look: LOOKS.link, link } : text(url),
    text(figure.note),
  ];
}

/** Until when periods are actual; empty where none of the sheet's are. */
function actualText({ lang, observedUntil, periods }: ExcelJob): string {
  const isInside = observedUntil >= periods.first && observedUntil <= periods.last;
  return isInside ? EXCEL[lang].actual(periodName(observedUntil, stepOf(periods), lang)) : '';
}

/** What the model says, and below it every figure on which it rests. */
export function sourcesSheet(job: ExcelJob, name: string): BookSheet {
  const texts = EXCEL[job.lang];
  const told: BookCell[][] = [
    [{ value: job.title, look: LOOKS.title }],
    [{ value: job.about, look: LOOKS.label }],
    [{ value: job.answer, look: LOOKS.label }],
    [{ value: texts.known(job.known), look: LOOKS.note }],
    [{ value: texts.madeWith, look: LOOKS.note }],
    [{ value: actualText(job), look: LOOKS.note }],
  ].filter(([cell]) => cell?.value !== '');
  const header = Object.values(texts.figures).map((value): BookCell => ({ value, look: LOOKS.head }));
  return {
    name,
    widths: [14, 24, 11, 16, 12, 10, 12, 30, 18, 8, 40, 60, 60],
    frozen: { rows: told.length + 2, columns: 0 },
    rows: [...told, [], header, ...job.figures.map((cited) => figureRow(cited, job.lang))],
    names: [],
  };
}
