import { CALENDAR, outsideQuotes } from '../model/notation.ts';

/**
 * What an older format wrote, as the newest has it. Kept for ever.
 *
 * Format 1 let lines be called `period`, `half`, `quarter` or `month`, which in a formula now mean the column's own: such
 * a line gets another id, everywhere. All else reads as it was written.
 */

const TAKEN: ReadonlySet<string> = new Set(CALENDAR.filter((word) => word !== 'year'));

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const idOf = (line: unknown): string => (isData(line) && typeof line.id === 'string' ? line.id : '');

/** Where a formula names a line: behind `{`, behind the scenario's `!`, and as the period of an input in `[`. */
const NAMED = /([{![])(period|half|quarter|month)(?=[}@/\]])/g;

/** Data of format 1, before anybody asked whether it is a document. The same object where nothing changes. */
export function migrated(data: unknown): unknown {
  if (!isData(data) || data.format !== 1) return data;
  const own = isData(data.own) ? data.own : undefined;
  const ids = [...listOf(own?.lines), ...listOf(data.lines)].map(idOf);
  const renamed = new Map(ids.filter((id) => TAKEN.has(id)).map((id) => [id, freeId(id, new Set(ids))]));
  if (renamed.size === 0) return data;
  const nameOf = (id: string): string => renamed.get(id) ?? id;
  const inFormula = (formula: string): string =>
    outsideQuotes(formula, (text) => text.replace(NAMED, (_, before: string, id: string) => before + nameOf(id)));
  const inContent = (content: unknown): unknown =>
    isData(content) && typeof content.formula === 'string'
      ? { ...content, formula: inFormula(content.formula) }
      : content;
  const inLine = (line: unknown): unknown => {
    if (typeof line === 'string') return nameOf(line);
    if (!isData(line)) return line;
    const formulas = Object.entries(line).filter(([key]) => key === 'formula' || key === 'first');
    const rewritten = formulas.map(([key, text]) => [key, typeof text === 'string' ? inFormula(text) : text]);
    return { ...line, ...Object.fromEntries(rewritten), id: nameOf(idOf(line)) };
  };
  const inCells = (cells: unknown): unknown =>
    isData(cells)
      ? Object.fromEntries(
          Object.entries(cells).map(([id, slots]) => [
            nameOf(id),
            isData(slots)
              ? Object.fromEntries(Object.entries(slots).map(([slot, content]) => [slot, inContent(content)]))
              : slots,
          ]),
        )
      : cells;
  const each = (value: unknown, change: (item: unknown) => unknown): unknown =>
    Array.isArray(value) ? value.map(change) : value;
  const inScenario = (scenario: unknown): unknown =>
    isData(scenario)
      ? {
          ...scenario,
          overrides: inCells(scenario.overrides),
          ...('reasons' in scenario ? { reasons: inCells(scenario.reasons) } : {}),
        }
      : scenario;
  const inChart = (line: unknown): unknown => (typeof line === 'string' ? nameOf(line) : line);
  const view = isData(data.view) ? { ...data.view, line: inChart(data.view.line) } : data.view;
  return {
    ...data,
    ...(own ? { own: { ...own, lines: each(own.lines, inLine), charts: each(own.charts, inChart) } } : {}),
    ...('lines' in data ? { lines: each(data.lines, inLine) } : {}),
    scenarios: each(data.scenarios, inScenario),
    view,
  };
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) if (!taken.has(`${id}_line_${n}`)) return `${id}_line_${n}`;
}
