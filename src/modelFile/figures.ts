import type { Figure, Source } from '../model/figure.ts';
import type { Line } from '../model/line.ts';
import { figurePeriod } from '../model/periodNames.ts';
import { isOneOf, type Periods, parsePeriod, periodsOfYear, stepOf } from '../model/periods.ts';
import { type Context, readPeriod, readQuantity, readUnit, report, stored, tellNoLine } from './context.ts';
import { brief } from './problems.ts';
import { isFraction, shifted } from './quantity.ts';
import type { ModelFile } from './schema.ts';

type TargetFile = NonNullable<ModelFile['targets']>[string];

const ID = /^[a-z][a-z0-9_-]{0,79}$/;

/** Whether a period is one of a model, or a year of its periods. */
export function isAmong(text: string, periods: Periods): boolean {
  const found = parsePeriod(text);
  if (found?.step === 'year' && stepOf(periods) !== 'year') return periodsOfYear(found.ordinal, periods) !== undefined;
  return found?.step === stepOf(periods) && isOneOf(found.ordinal, periods);
}

/** The figures and sources of a file, its targets among them. */
export function readFigures(
  context: Context,
  lines: ReadonlyMap<string, Line>,
  { targets = {}, figures = {}, sources = {} }: ModelFile,
): { readonly figures: readonly Figure[]; readonly sources: readonly Source[] } {
  const found: Figure[] = [];
  const from: Source[] = [];
  for (const [id, { publisher, publisher_zh, date, grade, url = '', about = '' }] of Object.entries(sources)) {
    if (!ID.test(id)) report(context, ['sources', id], { kind: 'slug', id: brief(id) }, 'key');
    if (publisher === '') report(context, ['sources', id, 'publisher'], { kind: 'missing', key: 'publisher' });
    const publisherZh = publisher_zh ? { publisherZh: String(publisher_zh) } : {};
    from.push({ id, publisher: String(publisher), ...publisherZh, date: String(date), grade, url, about });
  }
  for (const [id, file] of Object.entries(figures)) {
    const path = ['figures', id];
    if (!ID.test(id)) report(context, path, { kind: 'slug', id: brief(id) }, 'key');
    const unit = readUnit(context, [...path, 'unit'], file.unit);
    if (!Object.hasOwn(sources, file.source))
      report(context, [...path, 'source'], { kind: 'noSource', id: brief(file.source) });
    if (unit === undefined) continue;
    const {
      region = '',
      variable,
      period,
      value,
      bound = 'exact',
      kind,
      definition = '',
      reported,
      source,
      note = '',
    } = file;
    found.push({
      id,
      region: String(region),
      variable: String(variable),
      period: String(period),
      value,
      unit,
      bound,
      kind,
      definition: String(definition),
      reported: String(reported),
      source,
      note,
    });
  }
  for (const [id, file] of Object.entries(targets)) {
    const path = ['targets', id];
    if (!ID.test(id)) report(context, path, { kind: 'slug', id: brief(id) }, 'key');
    else if (Object.hasOwn(figures, id) || Object.hasOwn(sources, id))
      report(context, path, { kind: 'twice', key: id }, 'key');
    const figure = readTarget(context, lines, id, file);
    if (!figure) continue;
    const { source, date, grade = 'A', url = '' } = file;
    if (source === '') report(context, [...path, 'source'], { kind: 'missing', key: 'source' });
    found.push(figure);
    from.push({ id, publisher: String(source), date: String(date), grade, url, about: '' });
  }
  return { figures: found, sources: from };
}

function readTarget(
  context: Context,
  lines: ReadonlyMap<string, Line>,
  id: string,
  file: TargetFile,
): Figure | undefined {
  const path = ['targets', id];
  const line = lines.get(file.line);
  if (!line || line.kind === 'heading') {
    tellNoLine(context, [...path, 'line'], file.line, line);
    return undefined;
  }
  const period = String(file.in);
  if (!isAmong(period, context.periods) && readPeriod(context, [...path, 'in'], period) === undefined) return undefined;
  const place = [...path, 'value'];
  const quantity = readQuantity(context, place, file.value);
  if (!quantity || stored(context, place, quantity, line.unit) === undefined) return undefined;
  // Figures give percent as 15.3.
  const bare = isFraction(line.unit) && quantity.unit === undefined;
  return {
    id,
    region: '',
    variable: line.id,
    period: figurePeriod(period),
    value: bare ? shifted(quantity.digits, 2) : Number(quantity.digits),
    unit: line.unit,
    bound: file.bound ?? 'reach',
    kind: 'target',
    definition: '',
    reported: String(file.date),
    source: id,
    note: file.note ?? '',
  };
}
