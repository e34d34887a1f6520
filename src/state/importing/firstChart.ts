import type { LiveBook } from '../../io/workbook/live.ts';
import { isDateUnit } from '../../model/dates.ts';
import { hasPeriods, type Line } from '../../model/line.ts';

/** Names of what a plan comes to, the surest first. */
const RESULTS: readonly RegExp[] = [
  /\b(net (income|profit|result|cash ?flow)|profit|earnings|surplus|ebitda?|free cash ?flow)\b|净利|利润|盈余|结余|净现金流/i,
  /\b(total|sum|balance)\b|合计|总计|总额|余额/i,
];

/** Charts that a model begins with. */
const CHARTS = 12;

/** What stands between one heading and the next. */
function blocksOf(lines: readonly Line[]): readonly Line[][] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (line.kind === 'heading') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

/**
 * The lines that a model of a workbook charts, the one that it opens with first: of the first block that computes along
 * the periods the last line that is named as a result, else as a total, else its last line. Where nothing computes, the
 * first line that has periods.
 */
export function chartsOf(lines: readonly Line[]): readonly string[] {
  const blocks = blocksOf(lines).map((block) => block.filter(({ kind }) => kind === 'series'));
  const block = blocks.find(({ length }) => length > 0) ?? [];
  const named = RESULTS.map((names) => block.findLast(({ label }) => names.test(label.en))).find(Boolean);
  const first = named ?? block.at(-1) ?? lines.find(hasPeriods);
  const series = lines.filter(({ kind }) => kind === 'series');
  const others = series.length > 0 ? series : lines.filter(hasPeriods);
  return [...new Set([...(first ? [first] : []), ...others].map(({ id }) => id))].slice(0, CHARTS);
}

/** The same of a workbook: what its file shows as texts, as yes and no, or as dates is no curve. */
export function chartsOfBook({ lines, placed }: Pick<LiveBook, 'lines' | 'placed'>): readonly string[] {
  const texts = new Set(
    placed.flatMap(({ line, stored }) => (typeof stored === 'string' && stored !== '' ? [line] : [])),
  );
  const numbers = new Set(placed.flatMap(({ line, stored }) => (typeof stored === 'number' ? [line] : [])));
  const isDate = (line: Line) => line.kind !== 'heading' && isDateUnit(line.unit);
  return chartsOf(lines.filter((line) => (numbers.has(line.id) || !texts.has(line.id)) && !isDate(line)));
}
