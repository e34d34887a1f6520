import type { Parts } from '../../document/change.ts';
import { decimalsOf } from '../../document/entry.ts';
import { valueFromFigure } from '../../evidence/resolve.ts';
import { amountInUnit, moved, toldUnit } from '../../i18n/amounts.ts';
import { bounded, figurePeriod, publisherOf } from '../../i18n/figureWords.ts';
import { formatCell, formatNumber } from '../../i18n/format.ts';
import type { Figure, Source } from '../../model/figure.ts';
import { fromFigureUnit, type Unit, unitSpec } from '../../model/units.ts';
import type { WithWorkspace, Workspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';

/** A figure's number as its source put it, with the decimals that it gave: "at least 2,000 firms", 超过2000家. `isNamed`: a target is called one. */
export function figureNumber({ lang }: Pick<Words, 'lang'>, figure: Figure, isNamed = true): string {
  const { value, unit } = figure;
  const decimals = decimalsOf(value, '');
  const words =
    unitSpec(unit).form === 'share'
      ? formatCell(fromFigureUnit(value, unit), unit, lang(), decimals)
      : amountInUnit(value, unit, lang(), { decimals, exactly: true });
  return bounded(words, figure, lang(), isNamed);
}

/** The same in a column that says what it is, and whose head has the unit. */
export function figureInColumn({ lang }: Pick<Words, 'lang'>, figure: Figure): string {
  const { value, unit } = figure;
  const { places } = toldUnit(unit, lang());
  const decimals = Math.max(0, decimalsOf(value, '') - places);
  return bounded(formatNumber(moved(value, places), lang(), decimals, unitSpec(unit).grouping), figure, lang(), false);
}

/** A figure in one line: number, period, who published it. */
export function figureInWords(app: WithWorkspace & Words, figure: Figure): string {
  const source = app.workspace.sources().get(figure.source);
  const lang = app.lang();
  const parts = [figureNumber(app, figure), figurePeriod(figure.period, lang), source && publisherOf(source, lang)];
  return parts.filter(Boolean).join(lang === 'zh' ? '，' : ', ');
}

/** A line that figures can stand beside, with the region, variable and definition that they have there. */
export interface Beside {
  readonly line: string;
  readonly unit: Unit;
  readonly region: string;
  readonly variable: string;
  readonly definition: string;
}

/** The lines beside which figures are drawn: those that can be charted, and `also`. */
export function besideLines(workspace: Workspace, also?: string): Beside[] {
  const { charts } = workspace.model();
  return [...new Set([...workspace.charted(), ...(also === undefined ? [] : [also])])].flatMap((line): Beside[] => {
    const found = workspace.line(line);
    if (!found || found.kind === 'heading') return [];
    const where = charts.find((chart) => chart.line === line)?.figures ?? {
      region: '',
      variable: line,
      definition: '',
    };
    return [{ line, unit: found.unit, ...where }];
  });
}

/** An id for a figure of the person's own and its source. */
export function freshFigureId({ figures, sources }: Workspace): string {
  for (let n = 1; ; n++) if (!figures().has(`own-${n}`) && !sources().has(`own-${n}`)) return `own-${n}`;
}

/** Puts a figure in, or in place of the one with its id, with its source; lines that take it follow. One step of undo. */
export function putFigure(workspace: Workspace, figure: Figure, source: Source): void {
  const { figures = [], sources = [] } = workspace.document();
  const put = <T extends { readonly id: string }>(list: readonly T[], one: T): readonly T[] =>
    list.some(({ id }) => id === one.id) ? list.map((old) => (old.id === one.id ? one : old)) : [...list, one];
  const takes = workspace.model().lines.some((line) => line.kind === 'input' && line.figure === figure.id);
  const lines = workspace
    .model()
    .lines.map((line) =>
      line.kind === 'input' && line.figure === figure.id && !line.range
        ? { ...line, value: valueFromFigure(line, figure) }
        : line,
    );
  const parts: Parts = {
    figures: put(figures, figure),
    sources: put(sources, source),
    ...(takes ? { lines } : {}),
  };
  workspace.dispatch({ kind: 'structure', parts });
}

/** The labels of the lines that take a figure as their value: it can't be deleted as long as there are any. */
export const takers = ({ workspace, say }: WithWorkspace & Words, id: string): string[] =>
  workspace.model().lines.flatMap((line) => (line.kind === 'input' && line.figure === id ? [say(line.label)] : []));

/** Takes a figure of the person's own out, with its source where no other figure has it. */
export function removeFigure(workspace: Workspace, id: string): void {
  const { figures = [], sources = [] } = workspace.document();
  const source = figures.find((figure) => figure.id === id)?.source;
  const left = figures.filter((figure) => figure.id !== id);
  const kept = sources.filter((one) => one.id !== source || left.some((figure) => figure.source === one.id));
  workspace.dispatch({
    kind: 'structure',
    parts: { figures: left.length > 0 ? left : undefined, sources: kept.length > 0 ? kept : undefined },
  });
}
