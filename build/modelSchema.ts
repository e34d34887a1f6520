import { toJsonSchema } from '@valibot/to-json-schema';
import { PIECES } from '../src/modelFile/pieces/index.ts';
import { ModelFileSchema, WrittenFileSchema } from '../src/modelFile/schema.ts';

/** What `npm run schema` writes about the file of a model, from the schema by which it is read. */

interface Json {
  readonly description?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Json[];
}

const schema = (of: typeof ModelFileSchema | typeof WrittenFileSchema): Json => ({
  ...(toJsonSchema(of, { typeMode: 'input' }) as Json),
  ...({ title: 'A model of Foresheet' } as object),
});

/** For editors that complete and check as somebody writes. */
export const schemaText = (): string => `${JSON.stringify(schema(WrittenFileSchema), null, 1)}\n`;

/** What stands under a key: a map of its own keys, or each of many. */
function within({ properties, additionalProperties, items, anyOf = [] }: Json): Json | undefined {
  if (properties) return { properties };
  if (typeof additionalProperties === 'object') return within(additionalProperties);
  return items ? within(items) : anyOf.map(within).find((one) => one?.properties?.lines !== undefined);
}

const wordsOf = ({ enum: words, description = '' }: Json): string =>
  words ? `${description} One of ${words.map((word) => `\`${word}\``).join(', ')}.` : description;

function tableOf({ properties = {} }: Json, required: readonly string[] = []): string {
  const rows = Object.entries(properties).map(
    ([key, one]) =>
      `| \`${key}\`${required.includes(key) ? ' (needed)' : ''} | ${wordsOf(one).replaceAll('|', '\\|')} |`,
  );
  return ['| key | says |', '| --- | --- |', ...rows].join('\n');
}

const needed = ({ additionalProperties, items, required }: Json): readonly string[] =>
  required ?? (typeof additionalProperties === 'object' ? needed(additionalProperties) : items ? needed(items) : []);

const head = () => `# The file of a model

A model is one text file, in YAML or as JSON of the same shape. Drop it on the page, or open it by Import; Export model hands
it out again. Opened and exported unchanged it is the same to the letter.

\`\`\`yaml
# yaml-language-server: $schema=https://your.host/model.schema.json
foresheet: 1
name: Subscriptions
time: 2026-01..2028-12
lines:
  churn:     {value: 2.1 %, range: 0.5..6 by 0.1, why: Trailing year of the billing system}
  customers: {first: 1200 customers, formula: "{customers@prev} * (1 - {churn})", rollup: last}
  few:       {check: "MIN({customers@all}) < 500", at: customers, text: Fewer than 500 customers}
scenarios:
  better:    {set: {churn: 1.5 %}}
\`\`\`

- A **quantity** is a number without grouping, a space, then its unit: \`49 EUR per customer\`. \`%\` may touch the number. A
  bare number is in the stored unit: 0.12 is 12 %, and 12 on a line of percent is refused.
- A **formula** names lines by their ids in braces and stands in quotes: \`"{cash@prev} + {revenue}"\`. Behind \`@\` stands which
  period: \`prev\`, \`-2\`, \`prev year\`, \`first\`, \`last\`, \`2026\` or \`2026-07\`, \`[id]\`, \`all\`, \`..\` (up to here), \`year\`,
  \`quarter\` (all periods of the same one).
- A **text** is one, or one a language: \`{en: Cash, zh: 现金}\`. One that holds \`{ } [ ] ,\`, \` #\` or \`: \` stands in quotes.
- An **id** has lower-case letters, digits and \`_\`, begins with a letter, and looks like no address (\`gdp2030\` does).
- An input that names a \`figure\` of the file has its value and its unit, unless it says them. All figures that are named
  stand in the file.
- The file is in UTF-8, or in UTF-16. Anchors, aliases and tags are not read.

What is wrong is told with line and column, and nothing is opened then. A changed model goes out in one form, with the comments
of its file at what is still there.

## Axes that leave periods out

A model may have some years only, in steps that change: \`time: [2015, 2020..2025, 2030, 2050]\`. The periods are of one length,
from the earliest to the latest, each once; \`2020..2025\` stands for all from one to the other. Such a model has these columns
and no others.

- \`@prev\` and \`@-2\` count columns: in 2030 \`{x@prev}\` is the 2025 before it, and in 2050 it is 2030. \`@2030\` is that
  period; one that the model does not have is refused. \`{x@prev year}\` goes by the calendar and finds nothing where that
  year is left out.
- \`{year}\` is the number of the year, so \`{year} - {year@prev}\` are the years between two columns. Growth of so much a year
  is compounded over them: \`"{x@prev} * (1 + {growth}) ^ ({year} - {year@prev})"\`.
- A flow holds what its own period holds, not what the years up to it hold together: a sum over such periods is no total.
- Pieces go by time: \`between\`, \`compound\`, \`logistic\`, \`fade\`, \`fading\`, \`ramp\` and \`shock\` give in 2030 what they give
  there in a model of all years. \`cohort\` counts who comes in the periods that are there.
- The chart is true to time. By year, a year of quarters or months is there where all of its periods are.

## Lines of longer periods

A line may have longer periods than its model: a budget by year, or a survey by quarter, among months.

\`\`\`yaml
time: 2026-01..2027-12
lines:
  budget: {value: 1200 EUR, per_period: true, step: year}
  spent:  {value: 90 EUR, per_period: true}
  left:   {formula: "{budget} - {spent}", step: year, rollup: last}
  share:  {formula: "{spent} / ({budget} / 12)", unit: percent}
scenarios:
  more:   {set: {budget: {2027: 1500 EUR}}}
\`\`\`

- \`set\`, \`values\` and \`start\` name the periods of the line: \`2027\`, not a month. In the sheet the value of a period stands
  in the column in which it ends, and nothing stands in the others. Where the model ends within it, that is the last column.
- \`{budget}\` in a month is the value of the year in which that month lies, \`{budget@prev}\` that of the year before it. A
  range, as \`{budget@all}\`, has each value once.
- A line of years looks at all lines by year: there \`{spent}\` is what its months roll up to, as \`rollup\` says, and
  \`{spent@prev}\` what those of the year before it do. What has the \`rollup\` none has no such value there, which is an error of the cell. \`{spent@year}\` are the months, and
  \`{spent@end}\` is the last of them, \`{spent@end-1}\` the one before it.
- \`{heading/*}\` takes a line of longer periods where its value stands: a sum over months counts it once.
- Years and quarters go by \`year_start\` of the model.
- The cells between hold nothing. In an exported workbook they are empty, where INDEX or a lookup that comes upon one gives 0.

## Formulas that have a name

What models need again and again has a name, and is called in any formula as a function is, in small letters:

\`\`\`yaml
  pull: {unit: points, formula: "{strength} * ramp({start}, {years}) * kept({until}, {half_life})"}
\`\`\`

Such a **piece** is written out as the file is opened. The sheet, the formula bar and Excel show a plain formula of functions
that everybody knows. Pieces may stand within pieces. What is long stands in parentheses where it must. Times are in years, so
that a piece holds in models of months too. Functions are written in capitals; a call in small letters that is no piece is an
error.

${tableOfPieces()}

The equation and its source stand with each piece in \`src/modelFile/pieces/\`. A file may have pieces of its own.
In their formula \`<name>\` is what they are called with, \`<now>\` the time in years, \`<step>\` the length of a period in
years and \`<since>\` the years since the period before. They may call those above them, and so never themselves.

\`\`\`yaml
pieces:
  margin: {takes: [price, cost], formula: "(<price> - <cost>) / <price>"}
lines:
  share: {unit: "%", formula: "margin({price}, {cost} + {fees})"}   # ({price} - ({cost} + {fees})) / {price}
\`\`\`

## Lines that are said once

A line with \`each\` stands once for each item of a list, with \`<id>\` for the item and \`<rent>\` for what the list says under
\`rent\`. Several lines stand together under \`lines\`, item by item.

\`\`\`yaml
lists:
  shops:
    north: {name: North, rent: 4000}
    south: {name: South, rent: 2500}
lines:
  rent_<id>: {each: shops, label: Rent of <name>, value: <rent> EUR}
  takings:
    each: shops
    lines:
      visits_<id>: {label: Visits to <name>, value: 900 visits, per_period: true}
      sales_<id>: {label: Sales of <name>, formula: "{visits_<id>} * {basket}"}
\`\`\`

Lines that stand in several places are a **block**. \`use\` puts them there, and what stands beside it is what the names in them
are; \`<key>\` is the key of the entry. A text that is nothing but a name is all that the name stands for, a list or a text in two
languages too; behind a \`?\` it may be missing, and its key with it.

\`\`\`yaml
blocks:
  limit:
    <key>: {label: <label>, value: <value>, range: <range>, why: Beyond it one should look twice., note: <note?>}
lines:
  limit_growth: {use: limit, label: Warn above this growth, value: 30 %, range: 10..60}
\`\`\`

The models that ship share the blocks of \`models/shared/blocks.yaml\`. A file of one's own has only its own.

A model that was changed in the app is exported with its pieces where a formula is as it was written. Its lists and blocks are
written out: each line stands by itself then, without the comments that stood within a block. Formulas that scenarios hold are
exported plain.

## What is uncertain

An input may say how it may turn out, and a model what is asked of it. Every question is computed anew where the file is
opened; no result is kept in it.

\`\`\`yaml
foresheet: 1
name: Subscriptions under uncertainty
time: 2026..2030
lines:
  growth:    {value: 12 %, range: 5..20, uncertain: pert, per_period: true, memory: 0.5}
  churn:     {value: 2.1 %, range: 0.5..6 by 0.1, uncertain: quantiles 1.2; 2; 3.5 within 0..}
  price:     {value: 49 EUR, uncertain: uniform 90..110 % of value}
  customers: {first: 1200 customers, formula: "{customers@prev} * (1 + {growth} - {churn})", rollup: last}
  revenue:   {formula: "{customers} * {price}", unit: EUR, rollup: sum}
together:  [[growth, churn, -0.3]]
draws:     {runs: 20000, seed: 7}
ask:
  futures: {cell: revenue@2030, at_least: 90000 EUR}
  tornado: revenue@2030
  table:
    inputs:  [{cell: churn, low: 1 %, high: 4 %, steps: 7}]
    results: [revenue@2030]
\`\`\`

| \`uncertain\` | the value is drawn from |
| --- | --- |
| \`pert 5..40\` | a PERT distribution between two ends, its mode in what the cell holds |
| \`triangular 5..40\` | a triangular one, its mode in what the cell holds |
| \`uniform 5..40\` | any number between two ends, each as likely |
| \`pert\`, \`triangular\`, \`uniform\` | the same over the \`range\` of the line |
| \`normal 2\` | a normal distribution around what the cell holds, by its standard deviation |
| \`lognormal 10 %\` | a lognormal one with its median there, by the standard deviation of the logarithm; bare it is 0.1 |
| \`quantiles 17; 24; 35\` | a metalog through the quantiles at 10, 50 and 90 %; \`within 0..100\`, \`within 0..\` and \`within ..100\` bound it |
| \`values 10: 1; 20: 3\` | listed values, each with its weight |
| \`samples 1; 2; 3\` | a sample, each of it as likely |

- Numbers are in the unit in which the value is written, without it, as in \`range\`. With \`% of value\` behind them they are
  shares of what the cell holds, and follow it: \`pert 80..120 % of value\`, \`values 90 %: 1; 110 %: 1 of value\`.
- A list is divided by semicolons, or by commas with a blank behind them. Within the braces of YAML a text with commas, or with
  a colon, stands in quotes: \`{value: 10, uncertain: "values 10: 1; 20: 3"}\`.
- \`futures\`, \`tornado\` and \`results\` name formulas; a line by periods names one behind \`@\`.
- What is exported leaves out what names a line or a period that is gone, and distributions that nothing can be drawn of. How many
  distributions, correlations and questions these are is told, and the document keeps them.
`;

function tableOfPieces(): string {
  const periods = { first: 24_240, last: 24_251, step: 'month' } as const;
  const rows = Object.entries(PIECES).map(([name, { called, says, of }]) => {
    const formula = of(called.split(', ').length, periods)?.formula;
    const isPlain = formula !== undefined && formula.length < 90;
    return `| \`${name}(${called})\` | ${says}${isPlain ? ` \`${formula.replaceAll('|', '\\|')}\`` : ''} |`;
  });
  return ['| piece | gives |', '| --- | --- |', ...rows].join('\n');
}
/** For who writes their first one: what makes a line what it is, and a whole model to begin from. */
const BEGINNING = `## What a line is

| it holds | is written |
| --- | --- |
| a title for the lines below it | \`h_money: {heading: Money}\` |
| one number | \`price: {value: 49 EUR}\`; with \`range\` it has a slider |
| a number for each period | \`added: {value: 90 customers, per_period: true}\` |
| a formula along the periods | \`cash: {first: 1000 EUR, formula: "{cash@prev} + {profit}"}\`; \`first\` is what it begins with |
| what is known already, then a formula | \`pupils: {values: {2024H1: 8200 pupils}, formula: "{pupils@prev} * 1.01"}\` |
| one formula in one cell | \`total: {result: "SUM({cash@all})"}\` |
| what must not be so, and warns | \`full: {check: "{rooms@last} > {have}", text: Too few rooms}\` |

- The unit of a line is that of its \`value\`, its \`first\` or its \`values\`; a line that only holds a formula names it by
  \`unit\`. All numbers of a line are in that one unit.
- Formulas have Excel's functions. \`{year}\`, \`{half}\`, \`{quarter}\` and \`{month}\` are the numbers of the column's own period,
  \`{period}\` is what heads it. \`{h_money/*}\` is all lines below a heading.
- A scenario sets a number as it is typed, \`{price: 59 EUR}\`, a formula, \`{price: "={cost} * 2"}\`, or single periods,
  \`{pupils: {2026H1: 8300 pupils}}\`. What it does not set follows the base.

## A whole one

A school district by half-years: what is known, what is assumed, what follows, a warning, two scenarios and a target. Save it
as \`school.yaml\` and drop it on the page.

\`\`\`yaml
foresheet: 1
id: enrolment
name: School district enrolment
about: Pupils of the district by half-year, and the classrooms they need.
time: 2024H1..2030H2
observed_until: 2025H1
currency: USD
lines:
  h_pupils:   {heading: Pupils}
  births:     {value: 620 pupils, range: 500..750 by 10, why: County register}
  leavers:    {value: 540 pupils, range: 400..700}
  moving_in:  {value: 1.2 %, range: 0..3 by 0.1, why: "Judgement: new housing"}
  pupils:
    values: {2024H1: 8200 pupils, 2024H2: 8260 pupils, 2025H1: 8310 pupils}
    formula: "{pupils@prev} * (1 + {moving_in} / 2) + IF({half} = 2, {births} - {leavers}, 0)"
    rollup: last
  h_rooms:    {heading: Classrooms}
  class_size: {value: 24 pupils per room, range: 18..30}
  rooms:      {formula: "ROUNDUP({pupils} / {class_size}, 0)", unit: rooms, decimals: 0}
  have:       {value: 350 rooms}
  cost_room:  {value: 0.4 mn USD per room}
  cost:       {formula: "MAX(0, {rooms} - {rooms@prev}) * {cost_room}", first: 0 mn USD, rollup: sum}
  full:       {check: "MAX({rooms@all}) > {have}", at: rooms, text: "More rooms are needed than there are"}
scenarios:
  estate:     {name: Large estate, set: {moving_in: 2.4 %, births: 680 pupils}, why: Plan of 2025}
  slow:       {set: {pupils: {2026H1: 8300 pupils}}}
targets:
  rooms_2030: {line: rooms, in: 2030H2, bound: at least, value: 380 rooms, source: District plan, date: 2025-03}
charts:
  - {lines: [pupils]}
  - {lines: [rooms], by: year}
answer:       {line: rooms, target: rooms_2030}
\`\`\`
`;

/** The reference for who writes one. */
export function referenceText(): string {
  const whole = schema(ModelFileSchema);
  const sections = Object.entries(whole.properties ?? {}).flatMap(([key, one]) => {
    const inner = within(one);
    return inner?.properties && key !== 'name' && key !== 'about'
      ? [`## \`${key}\`\n\n${one.description}\n\n${tableOf(inner, needed(one))}\n`]
      : [];
  });
  return `${head()}\n${BEGINNING}\n## The model\n\n${tableOf(whole, whole.required)}\n\n${sections.join('\n')}`;
}
