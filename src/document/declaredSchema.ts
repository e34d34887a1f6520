import * as v from 'valibot';
import { CHART_KINDS, CHART_SPLITS } from '../model/model.ts';
import { hyphenated, id, label, name, note } from './texts.ts';

/**
 * What a model of a person's own declares beside its lines: charts of more than a line, answer, warnings. All of it may be
 * left out, as documents do that were written before.
 */

const MANY = 20_000;
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(MANY));
const optional = v.exactOptional;

export const chartId = v.pipe(v.string(), v.regex(/^chart-[1-9]\d{0,5}$/, 'the id of a chart reads chart-2'));

export const ChartSchema = v.strictObject({
  id: optional(chartId),
  line: id,
  figures: optional(v.strictObject({ region: name, variable: name, definition: name })),
  beside: optional(list(id)),
  as: optional(v.picklist(CHART_KINDS)),
  by: optional(v.picklist(['year', 'period'])),
  show: optional(v.picklist(['index', 'change'])),
  log: optional(v.literal(true)),
  split: optional(v.picklist(CHART_SPLITS)),
  span: optional(v.picklist(['targets', 'round', 'all'])),
  title: optional(label),
  note: optional(note),
});

const cell = v.pipe(v.string(), v.maxLength(120));
const format = v.picklist(['amount', 'short', 'share', 'count', 'year', 'times']);
const AnswerSchema = v.strictObject({
  line: v.union([v.literal(''), id]),
  target: optional(hyphenated),
  terms: v.record(
    v.pipe(v.string(), v.regex(/^\w{1,80}$/)),
    v.union([
      v.strictObject({ cell, format, abs: optional(v.boolean()) }),
      v.strictObject({ figure: hyphenated, format }),
    ]),
  ),
  clauses: list(
    v.strictObject({
      when: optional(
        list(
          v.strictObject({
            cell: optional(cell),
            is: optional(v.picklist(['<0', '>=0', '>0', 'number', 'none'])),
            figure: optional(hyphenated),
            reported: optional(v.picklist(['later', 'known'])),
          }),
        ),
      ),
      text: note,
    }),
  ),
});

const WarningSchema = v.strictObject({
  check: id,
  at: id,
  severity: v.picklist(['warning', 'error']),
  text: note,
});

export const DeclaredSchema = v.strictObject({
  charts: optional(list(ChartSchema)),
  answer: optional(AnswerSchema),
  warnings: optional(list(WarningSchema)),
  known: optional(v.pipe(list(v.pipe(v.string(), v.regex(/^(latest|\d{4}-(0[1-9]|1[0-2]))$/))), v.minLength(1))),
  exchange: optional(id),
  currency: optional(name),
  slug: optional(hyphenated),
  source: optional(v.pipe(v.string(), v.maxLength(4_000_000))),
});

export type Declared = v.InferOutput<typeof DeclaredSchema>;
