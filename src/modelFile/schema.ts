import * as v from 'valibot';
import { MAX_CELL_LENGTH } from '../model/content.ts';
import { ROLLUPS } from '../model/line.ts';
import { CHART_KINDS, CHART_SPLITS } from '../model/model.ts';
import { LONGER } from '../model/periods.ts';
import {
  cell,
  date,
  described,
  formula,
  grade,
  id,
  list,
  NAME,
  name,
  optional,
  PROSE,
  period,
  prose,
  quantity,
  url,
  whole,
  word,
  year,
} from './schemaParts.ts';
import { AskFileSchema, DrawsFileSchema, memory, TogetherFileSchema, uncertain } from './whatIfSchema.ts';

/**
 * What a model file may say, in the order in which it is printed. `public/model.schema.json` and `docs/model-file.md` are
 * made from it (`build/modelSchema.ts`). It says the form; what the words mean is seen to in `read.ts`.
 */

/** The newest form of the file that is read. */
export const FILE_FORMAT = 1;

export const BOUNDS = ['reach', 'at least', 'about', 'nearly', 'exact'] as const;
export const FIGURE_KINDS = ['target', 'observed', 'estimate', 'projection'] as const;

export const LineFileSchema = v.strictObject({
  heading: optional(name, 'Makes the line a heading; its text.'),
  label: optional(name, 'What the sheet calls the line. Left out, it is the id in words.'),
  en: optional(word, 'The label in English, beside `zh`: in place of `label`.'),
  zh: optional(word, 'The label in Chinese.'),
  value: optional(quantity, 'Makes the line an input: a number and its unit, `49 EUR per customer`, `2.1 %`.'),
  range: optional(
    v.union([v.number(), v.pipe(v.string(), v.maxLength(100))], 'text'),
    'Makes an input an assumption with a slider: `low..high by step`, in the unit in which the value is written.',
  ),
  why: optional(prose, 'On what an assumption rests.'),
  judged: optional(prose, 'The same of a judgement: it is told as one, “Judgement: …”.'),
  basis: optional(list(id), 'Figures on which an assumption rests.'),
  figure: optional(id, 'The figure from which an input takes its value.'),
  take: optional(v.picklist(['value', 'year']), 'What of the figure: its value, or the year of its period.'),
  per_period: optional(
    v.boolean(),
    'Whether an input has a value for each period, all of them `value` at first; scenarios set single ones.',
  ),
  uncertain: optional(
    uncertain,
    'How an input may turn out, in the unit in which its value is written: `pert 5..40`, `normal 2`, `quantiles 17; 24; 35`; see “What is uncertain”.',
  ),
  memory: optional(
    memory,
    'How much of a deviation stays in the next period, where an input has a value for each: `once` (1: one draw for all), `anew` (0: a draw for each), or a number between.',
  ),
  first: optional(formula, 'What a series holds in its first period: a quantity or a formula.'),
  formula: optional(formula, 'Makes the line a series: one formula for all its periods, by ids in braces, in quotes.'),
  values: optional(
    v.record(
      v.string(),
      v.union([quantity, v.strictObject({ text: v.pipe(v.string(), v.maxLength(MAX_CELL_LENGTH)) })], 'quantity'),
      'map',
    ),
    'What is typed in single periods of a series in place of its formula: what is known already. It counts up to `observed_until`; before its formula can begin it always does.',
  ),
  exceptions: optional(
    v.array(period),
    'Periods in which what the first scenario holds is the content of a series itself, as a workbook brought it, and no change of it.',
  ),
  start: optional(period, 'The period in which a series begins, where the model reaches further back.'),
  result: optional(formula, 'Makes the line a result: one formula in one cell.'),
  check: optional(formula, 'Makes the line a check of the model: what must not be so, `MIN({cash@all}) < 0`.'),
  at: optional(id, 'The line beside which the warning of a check stands; the check itself if left out.'),
  text: optional(prose, 'What the warning of a check says.'),
  severity: optional(v.picklist(['warning', 'error']), 'How grave the warning of a check is; `warning` if left out.'),
  unit: optional(word, 'The unit of a line whose numbers name none.'),
  decimals: optional(whole(0, 12), 'Decimals that are shown.'),
  rollup: optional(
    v.picklist(ROLLUPS),
    'What a year holds of its periods: their sum, the last, their mean, growth compounded, or nothing.',
  ),
  step: optional(
    v.picklist(LONGER),
    'The step of the periods of the line itself, where they are longer than those of the model: a budget by `year` among months. What is typed in them and what scenarios set is named by them.',
  ),
  note: optional(prose, 'What a reader should know of the line.'),
});

const anything = v.record(v.string(), v.unknown(), 'map');
const named = v.record(v.string(), anything, 'map');

const each = optional(
  v.union([id, anything], 'map'),
  'The list of `lists`, or a list right here, for each of whose items the line or the lines stand; `<id>` is the item.',
);

/** An entry among the lines that stands for the lines of a block. Beside these keys stands what the names in it are here. */
export const UseFileSchema = v.objectWithRest(
  { use: described(id, 'The block of `blocks` whose lines stand here.'), each },
  v.unknown(),
);

/** One that stands for several lines, once for each item of a list. */
export const EachFileSchema = v.strictObject({ each, lines: described(named, 'Its lines.') });

const PieceFileSchema = v.strictObject({
  takes: described(
    v.pipe(v.array(id, 'list'), v.maxLength(20)),
    'The names of what it is called with, in their order.',
  ),
  formula: described(formula, 'What it stands for; `<name>` is what it is called with.'),
});

const content = v.union(
  [
    quantity,
    v.strictObject({ text: v.pipe(v.string(), v.maxLength(MAX_CELL_LENGTH)) }),
    v.strictObject({ declared: v.literal(true) }),
  ],
  'quantity',
);
const held = v.union([content, v.record(v.string(), content)], 'quantity');

export const ScenarioFileSchema = v.strictObject({
  name: optional(name, 'What the tab of the scenario is called. Left out, it is the id in words.'),
  base: optional(v.boolean(), 'Whether the others inherit from it; it is the first one then.'),
  set: optional(
    v.record(v.string(), held, 'map'),
    'What it sets, by line: a quantity, a formula that begins with =, or either by period.',
  ),
  why: optional(prose, 'What it supposes.'),
  colour: optional(whole(1, 6), 'Its colour, by number.'),
  reasons: optional(
    v.record(
      v.string(),
      v.union(
        [v.pipe(v.string(), v.maxLength(PROSE)), v.record(v.string(), v.pipe(v.string(), v.maxLength(PROSE)))],
        'text',
      ),
      'map',
    ),
    'Why a cell is set, by line, and by period where the line has periods.',
  ),
});

export const TargetFileSchema = v.strictObject({
  line: described(id, 'The line that is to reach it.'),
  in: described(period, 'By when: a period or a year.'),
  bound: optional(v.picklist(BOUNDS), 'How it was put; `reach` if left out.'),
  value: described(quantity, 'What is to be reached.'),
  source: described(word, 'Who set it.'),
  date: described(date, 'When it was set: `2026`, `2026-01` or `2026-01-31`.'),
  grade: optional(grade, 'A official or primary, B press that cites it, C all else; A if left out.'),
  url: optional(url, 'Where it is published: http or https.'),
  note: optional(v.pipe(v.string('text'), v.maxLength(PROSE)), 'What a reader should know of it.'),
});

const figures = v.strictObject({
  region: described(word, 'Of where.'),
  variable: described(word, 'Of what.'),
  definition: described(word, 'By which definition.'),
});

export const ChartFileSchema = v.strictObject({
  lines: described(
    v.pipe(v.array(id, 'list'), v.minLength(1), v.maxLength(100)),
    'The lines that are drawn; the first one leads.',
  ),
  title: optional(name, 'In place of the names of its lines.'),
  as: optional(
    v.picklist(CHART_KINDS),
    'How they are drawn: the first with the others thin beside it (`lines`, if left out), each by itself (`curves`), bars beside each other (`grouped`), or stacked (`bars`, `areas`, `share` of their sum).',
  ),
  show: optional(
    v.picklist(['index', 'change']),
    'Draws an index of 100 in the first period, or the change on the year before in percent, in place of the values.',
  ),
  log: optional(v.literal(true), 'Makes the axis of values logarithmic.'),
  split: optional(
    v.picklist(CHART_SPLITS),
    'Small charts with the same axes in place of one: for each scenario, or for each line.',
  ),
  span: optional(
    v.picklist(['targets', 'round', 'all']),
    'The periods that it opens on: to the last target and a little further, to a round year, or all.',
  ),
  by: optional(v.picklist(['year', 'period']), 'Whether each year or each period is drawn.'),
  figures: optional(
    v.union([id, figures], 'map'),
    'Which figures are drawn beside them: those that are like one of them, which is named.',
  ),
  note: optional(prose, 'What is said below it.'),
});

export const ANSWER_FORMATS = ['amount', 'short', 'share', 'count', 'year', 'times'] as const;
const short = v.pipe(v.string('text'), v.maxLength(NAME));
const term = v.union(
  [
    short,
    v.strictObject({ cell, format: v.picklist(ANSWER_FORMATS), abs: v.exactOptional(v.boolean()) }),
    v.strictObject({ figure: id, format: v.picklist(ANSWER_FORMATS) }),
  ],
  'map',
);
const condition = v.union(
  [
    short,
    v.strictObject({
      cell: v.exactOptional(cell),
      is: v.exactOptional(v.picklist(['<0', '>=0', '>0', 'number', 'none'])),
      figure: v.exactOptional(id),
      reported: v.exactOptional(v.picklist(['later', 'known'])),
    }),
  ],
  'map',
);

export const AnswerFileSchema = v.strictObject({
  line: described(id, 'The line of which the answer speaks.'),
  target: optional(id, 'The target, or the figure, that it is held against.'),
  terms: optional(
    v.record(v.string(), term, 'map'),
    'Values that clauses of the model’s own name, by their names: a cell or a figure and how it is told, `cash@2026 as amount`, `abs gap as short`.',
  ),
  clauses: optional(
    list(v.strictObject({ when: v.exactOptional(v.union([short, list(condition)], 'list')), text: prose })),
    'Clauses of the model’s own in place of the standard answer; each is said when its conditions hold: `gap@2026 > 0`, `gap is number`, `my-figure later` (than what is known).',
  ),
});

export const WarningFileSchema = v.strictObject({
  check: described(id, 'The line that is not 0 where the warning applies.'),
  at: described(id, 'The line beside which it stands.'),
  severity: described(v.picklist(['warning', 'error']), 'How grave it is.'),
  text: described(prose, 'What it says.'),
});

export const SourceFileSchema = v.strictObject({
  publisher: described(word, 'Who published it.'),
  publisher_zh: optional(word, 'The same in Chinese.'),
  date: described(date, 'When: `2026`, `2026-01` or `2026-01-31`.'),
  grade: described(grade, 'A official or primary, B press that cites it, C all else.'),
  url: optional(url, 'Where it is found: http or https.'),
  about: optional(v.pipe(v.string('text'), v.maxLength(PROSE)), 'What it is.'),
});

export const FigureFileSchema = v.strictObject({
  region: optional(word, 'Of where.'),
  variable: described(word, 'Of what; the id of a line to stand beside that.'),
  period: described(
    v.union([year, v.pipe(v.string(), v.maxLength(40), v.regex(/^\d{4}\b/))], 'period'),
    'Of when: begins with the year.',
  ),
  value: described(v.number('number'), 'As the source gives it: percent as 15.3.'),
  unit: described(word, 'In which unit.'),
  bound: optional(v.picklist(BOUNDS), 'How the source put it; `exact` if left out.'),
  kind: described(v.picklist(FIGURE_KINDS), 'What kind of number it is.'),
  definition: optional(word, 'What was counted, where there is more than one definition.'),
  reported: described(date, 'When it became known.'),
  source: described(id, 'The id of its source.'),
  note: optional(v.pipe(v.string('text'), v.maxLength(PROSE)), 'What a reader should know of it.'),
});

const LINES = 'The lines by their ids, in the order of the sheet; or a block, which stands for several of them.';

/** A model file, its blocks filled in. */
export const ModelFileSchema = v.strictObject({
  foresheet: described(whole(1, 1_000_000), 'The form of the file: 1.'),
  id: optional(id, 'What the model is called in addresses: lower-case letters, digits and hyphens.'),
  version: optional(whole(1, 1_000_000), 'Of a model that ships: raised where its lines change; 1 if left out.'),
  name: described(name, 'What the model is called: one text, or one a language (`{en: …, zh: …}`), as all texts here.'),
  about: optional(prose, 'What is counted and how, in a sentence.'),
  time: described(
    v.union([v.number(), v.string(), v.array(v.union([v.number(), v.string()]))], 'text'),
    'Its periods, from the first to the last: `2022..2035`, `2026H1..2028H2`, `2026Q1..2030Q4`, `2026-01..2028-12`. Or one by one where it leaves some out: `[2015, 2020..2025, 2030, 2050]`; see “Axes that leave periods out”.',
  ),
  year_start: optional(whole(1, 12), 'The month in which the year begins; January if left out.'),
  observed_until: optional(
    period,
    'The last actual period. Up to it the `values` of a line count, behind it its formula. The period before the first one: all is forecast. If left out: the last of all `values`, else the first period.',
  ),
  currency: optional(word, 'The currency of its amounts.'),
  known: optional(list(v.union([v.number(), v.string()])), 'Dates of knowledge to choose from (`2023-11`, `latest`).'),
  exchange: optional(id, 'The input that converts yuan to dollars.'),
  pieces: optional(
    v.record(v.string(), PieceFileSchema, 'map'),
    'Pieces of its own, by the names by which formulas call them.',
  ),
  lists: optional(named, 'Lists of which blocks take each item, with what its names stand for.'),
  blocks: optional(v.record(v.string(), named, 'map'), 'Blocks of lines that stand in several places, by their names.'),
  lines: described(v.record(v.string(), LineFileSchema, 'map'), LINES),
  scenarios: optional(
    v.record(v.string(), ScenarioFileSchema, 'map'),
    'The scenarios by their ids; a base stands before them.',
  ),
  targets: optional(v.record(v.string(), TargetFileSchema, 'map'), 'What is aimed for, by id.'),
  figures: optional(v.record(v.string(), FigureFileSchema, 'map'), 'Cited numbers, by id.'),
  sources: optional(v.record(v.string(), SourceFileSchema, 'map'), 'Where figures were found, by id.'),
  charts: optional(list(ChartFileSchema), 'What is charted; the first series if left out.'),
  answer: optional(AnswerFileSchema, 'Of what the sentence above the chart speaks.'),
  together: optional(
    TogetherFileSchema,
    'Uncertain inputs that go together, by pairs with their rank correlation: `[[growth, churn, -0.5]]`.',
  ),
  draws: optional(DrawsFileSchema, 'How many futures are drawn, and which.'),
  ask: optional(AskFileSchema, 'What is asked of the model: of which cells futures, a tornado and a table are shown.'),
  warnings: optional(list(WarningFileSchema), 'Warnings, where a check does not say all of it.'),
});

/** A model file as it is written. */
export const WrittenFileSchema = v.strictObject({
  ...ModelFileSchema.entries,
  lines: described(
    v.record(
      v.string(),
      v.union([v.strictObject({ each, ...LineFileSchema.entries }), EachFileSchema, UseFileSchema]),
      'map',
    ),
    LINES,
  ),
});

export type ModelFile = v.InferOutput<typeof ModelFileSchema>;
export type LineFile = v.InferOutput<typeof LineFileSchema>;
export type TextFile = v.InferOutput<typeof name>;
export type HeldFile = v.InferOutput<typeof held>;
