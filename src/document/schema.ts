import * as v from 'valibot';
import { MAX_CELL_LENGTH } from '../model/content.ts';
import { ROLLUPS } from '../model/line.ts';
import { LONGER, type Periods, stepOfOrdinal } from '../model/periods.ts';
import { isUnit, MAX_UNIT_LENGTH } from '../model/units.ts';
import { ChartSchema, chartId, DeclaredSchema } from './declaredSchema.ts';
import { number, ordinalIn, period } from './periodSchema.ts';
import { arePeriods, MOST_PERIODS } from './periods.ts';
import { hyphenated, id, label, name, note, prose, scenarioId } from './texts.ts';
import { WhatIfSchema } from './whatIfSchema.ts';

/**
 * What a document that comes from a link, a file or a store must look like. Nothing outside of it is read: unknown keys,
 * numbers that are none, and names that JavaScript gives a meaning of its own are refused, each with its path.
 */

/** The most of anything in a list. Generous for people, small for a machine. */
const MANY = 20_000;

const version = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
const unit = v.pipe(
  v.string(),
  v.check(isUnit, `a unit is a text of at most ${MAX_UNIT_LENGTH} characters on one line, with no space around it`),
);
const formula = v.pipe(v.string(), v.maxLength(MAX_CELL_LENGTH), v.startsWith('=', 'a formula begins with ='));
/** A line of a person's own may have no formula yet. */
const lineFormula = v.union([v.literal(''), formula]);
const decimals = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(12)));

const text = v.strictObject({ text: v.pipe(v.string(), v.maxLength(MAX_CELL_LENGTH)) });
const content = v.union([number, text, v.strictObject({ formula }), v.literal('model')]);
/** A slot is kept by its period's text, and looked up by its ordinal. Years are both. */
const slot = v.pipe(
  v.string(),
  v.regex(/^(value|[12]\d{3}(H[12]|Q[1-4]|-(0[1-9]|1[0-2]))?)$/, 'a slot is "value" or a period'),
  v.transform((text) => (text.length === 4 || text === 'value' ? text : `${ordinalIn(text) ?? text}`)),
);

const overrides = v.record(id, v.record(slot, content));
const reasons = v.record(id, v.record(slot, prose));

const range = v.pipe(
  v.strictObject({
    low: number,
    high: number,
    step: number,
    rationale: note,
    basis: v.exactOptional(v.array(hyphenated)),
  }),
  v.check(({ low, high, step }) => low < high && step > 0, 'low must lie below high, and step above 0'),
);
const common = { id, label, note: v.exactOptional(note) };
const rollup = v.exactOptional(v.picklist(ROLLUPS));
const step = v.exactOptional(v.picklist(LONGER));
const measured = { ...common, unit, decimals, rollup, step };

const typed = v.exactOptional(v.record(slot, v.union([number, text])));

export const LineSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), ...common }),
  v.strictObject({
    kind: v.literal('input'),
    ...measured,
    value: v.exactOptional(number),
    figure: v.exactOptional(hyphenated),
    take: v.exactOptional(v.picklist(['value', 'year'])),
    range: v.exactOptional(range),
    perPeriod: v.exactOptional(v.boolean()),
  }),
  v.strictObject({
    kind: v.literal('series'),
    ...measured,
    first: v.exactOptional(lineFormula),
    formula: lineFormula,
    start: v.exactOptional(period),
    values: typed,
    later: typed,
    exceptions: v.exactOptional(v.pipe(v.array(period), v.maxLength(MOST_PERIODS), v.readonly())),
  }),
  v.strictObject({ kind: v.literal('result'), ...measured, formula: lineFormula }),
]);

export const PeriodsSchema = v.pipe(
  v.strictObject({
    first: period,
    last: period,
    list: v.exactOptional(v.pipe(v.array(period), v.maxLength(MOST_PERIODS))),
    yearStart: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(12))),
  }),
  v.check(({ first, last }) => stepOfOrdinal(first) === stepOfOrdinal(last), 'the first and the last are of one step'),
  v.transform(({ list, ...ends }): Periods => {
    const step = stepOfOrdinal(ends.first) ?? 'year';
    return { ...ends, ...(list ? { list } : {}), ...(step === 'year' ? {} : { step }) };
  }),
  v.check(arePeriods, `the first period comes before the last, at most ${MOST_PERIODS}, each of them once`),
  // A list that leaves none out says no more than its ends.
  v.transform((periods): Periods => {
    const { list, ...ends } = periods;
    return list && list.length > ends.last - ends.first ? ends : periods;
  }),
);

const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date reads 2023, 2023-11 or 2023-11-13'),
);

export const SourceSchema = v.strictObject({
  id: hyphenated,
  publisher: v.pipe(name, v.nonEmpty('the publisher is missing')),
  publisherZh: v.exactOptional(name),
  date,
  grade: v.picklist(['A', 'B', 'C']),
  url: v.pipe(
    v.string(),
    v.maxLength(2_000),
    v.regex(/^$|^https?:\/\/[^\s/]\S*$/, 'an address is http or https, or empty'),
  ),
  about: prose,
});

export const FigureSchema = v.strictObject({
  id: hyphenated,
  region: name,
  variable: name,
  period: v.pipe(v.string(), v.maxLength(40), v.regex(/^\d{4}\b/, 'a period begins with its year')),
  value: number,
  unit,
  bound: v.picklist(['reach', 'at least', 'about', 'nearly', 'exact']),
  kind: v.picklist(['target', 'observed', 'estimate', 'projection']),
  definition: name,
  reported: date,
  source: hyphenated,
  note: prose,
});

export const ScenarioSchema = v.strictObject({
  id: scenarioId,
  name: v.union([name, label]),
  note: v.union([prose, note]),
  overrides,
  colour: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))),
  reasons: v.exactOptional(reasons),
});

const known = v.pipe(
  v.string(),
  v.regex(/^(latest|\d{4}-(0[1-9]|1[0-2]))$/, 'a date of knowledge is a month, or latest'),
);

export const ViewSchema = v.strictObject({
  scenario: scenarioId,
  line: v.union([v.literal(''), id]),
  chart: v.exactOptional(chartId),
  known,
});

/** A model of a person's own: lines and periods, and what it declares beside them. Its scenarios are the document's. */
export const OwnModelSchema = v.strictObject({
  name: label,
  about: note,
  periods: PeriodsSchema,
  observedUntil: period,
  lines: v.pipe(v.array(LineSchema), v.maxLength(MANY)),
  charts: v.pipe(v.array(id), v.maxLength(MANY)),
  declared: v.exactOptional(DeclaredSchema),
});

/** A line by its id alone, or whole: what is wrong with either is told at its own place, not at that of the two. */
const keptLine = v.lazy((line) => (typeof line === 'string' ? id : LineSchema));

/** The document as it is kept: shipped lines by their id alone, the person's own and changed ones whole. */
export const SavedSchema = v.strictObject({
  format: v.picklist([1, 2]),
  model: v.strictObject({ id: hyphenated, version }),
  own: v.exactOptional(OwnModelSchema),
  lines: v.exactOptional(v.pipe(v.array(keptLine), v.maxLength(MANY))),
  periods: v.exactOptional(PeriodsSchema),
  observedUntil: v.exactOptional(period),
  figures: v.exactOptional(v.pipe(v.array(FigureSchema), v.maxLength(MANY))),
  sources: v.exactOptional(v.pipe(v.array(SourceSchema), v.maxLength(MANY))),
  charts: v.exactOptional(v.pipe(v.array(ChartSchema), v.maxLength(MANY))),
  whatIf: v.exactOptional(WhatIfSchema),
  scenarios: v.pipe(v.array(ScenarioSchema), v.minLength(1), v.maxLength(200)),
  view: ViewSchema,
});

/** What was kept, once it is read: periods and slots by their ordinals. */
export type Saved = v.InferOutput<typeof SavedSchema>;
/** The same as it is kept. */
export type Kept = v.InferInput<typeof SavedSchema>;
export type OwnModel = v.InferOutput<typeof OwnModelSchema>;
