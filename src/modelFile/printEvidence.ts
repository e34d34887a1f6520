import type { Figure, Source } from '../model/figure.ts';
import type { Model } from '../model/model.ts';
import { filePeriod } from '../model/periodNames.ts';
import { isAmong } from './figures.ts';
import { unitInFile } from './quantity.ts';
import { asYear, given, hasUnit } from './said.ts';
import type { Tree } from './writer.ts';

/** Targets, figures and sources, as a file says them. */

/** A figure as a target, where it is one that a file would make. */
export function targetOf(figure: Figure, sources: readonly Source[], { lines, periods }: Model): Tree | undefined {
  const { id, region, variable, period, value, unit, bound, kind, definition, reported, note } = figure;
  const line = lines.find((one) => one.id === variable);
  const source = sources.find((one) => one.id === figure.source);
  const isOne =
    kind === 'target' &&
    region === '' &&
    definition === '' &&
    line !== undefined &&
    line.kind !== 'heading' &&
    line.unit === unit &&
    /^\d{4}( [HQ]\d|-\d\d)?$/.test(period) &&
    isAmong(filePeriod(period), periods) &&
    source?.id === id &&
    source.about === '' &&
    source.publisherZh === undefined &&
    source.date === reported;
  if (!isOne) return undefined;
  return given({
    line: variable,
    in: asYear(filePeriod(period)),
    bound: bound === 'reach' ? undefined : bound,
    value: hasUnit(unit) ? `${value} ${unitInFile(unit)}` : value,
    source: source.publisher,
    date: asYear(source.date),
    grade: source.grade === 'A' ? undefined : source.grade,
    url: source.url || undefined,
    note: note || undefined,
  });
}

export const figureOf = ({ id: _, region, definition, note, reported, period, unit, ...rest }: Figure): Tree =>
  given({
    region: region || undefined,
    variable: rest.variable,
    period: asYear(period),
    value: rest.value,
    unit: unitInFile(unit),
    bound: rest.bound === 'exact' ? undefined : rest.bound,
    kind: rest.kind,
    definition: definition || undefined,
    reported: asYear(reported),
    source: rest.source,
    note: note || undefined,
  });

export const sourceOf = ({ publisher, publisherZh, date, grade, url, about }: Source): Tree =>
  given({
    publisher,
    publisher_zh: publisherZh,
    date: asYear(date),
    grade,
    url: url || undefined,
    about: about || undefined,
  });
