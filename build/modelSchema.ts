import { toJsonSchema } from '@valibot/to-json-schema';
import { ModelFileSchema } from '../src/modelFile/schema.ts';

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

const schema = (): Json => ({
  ...(toJsonSchema(ModelFileSchema, { typeMode: 'input' }) as Json),
  ...({ title: 'A model of Foresheet' } as object),
});

/** For editors that complete and check as somebody writes. */
export const schemaText = (): string => `${JSON.stringify(schema(), null, 1)}\n`;

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

const HEAD = `# The file of a model

A model is one text file, in YAML or as JSON of the same shape. Drop it on the page, or open it by Import; Export model hands
it out again. Opened and exported unchanged it is the same to the letter.

\`\`\`yaml
# yaml-language-server: $schema=https://your.host/model.schema.json
foresheet: 1
name: Subscriptions
time: 2026-01..2028-12
lines:
  churn:     {value: 2.1 %, range: 0.5..6 by 0.1, why: Trailing year of the billing system}
  customers: {first: 1200 firms, formula: "{customers@prev} * (1 - {churn})", rollup: last}
  few:       {check: "MIN({customers@all}) < 500", at: customers, text: Fewer than 500 customers}
scenarios:
  better:    {set: {churn: 1.5 %}}
\`\`\`

- A **quantity** is a number without grouping, a space, then its unit: \`49 EUR per customer\`. \`%\` may touch the number. A
  bare number is in the stored unit: 0.12 is 12 %, and 12 on a line of percent is refused.
- A **formula** names lines by their ids in braces and stands in quotes: \`"{cash@prev} + {revenue}"\`. Behind \`@\` stands which
  period: \`prev\`, \`-2\`, \`prev year\`, \`first\`, \`last\`, \`2026\` or \`2026-07\`, \`[id]\`, \`all\`, \`..\` (up to here), \`year\`.
- A **text** is one, or one a language: \`{en: Cash, zh: 现金}\`. One that holds \`{ } [ ] ,\`, \` #\` or \`: \` stands in quotes.
- An **id** has lower-case letters, digits and \`_\`, begins with a letter, and looks like no address (\`gdp2030\` does).

- An input that names a \`figure\` of the file has its value and its unit, unless it says them. All figures that are named
  stand in the file.
- The file is in UTF-8, or in UTF-16. Anchors, aliases and tags are not read.

What is wrong is told with line and column, and nothing is opened then. A changed model goes out in one form, with the comments
of its file at what is still there.
`;

/** The reference for who writes one. */
export function referenceText(): string {
  const whole = schema();
  const sections = Object.entries(whole.properties ?? {}).flatMap(([key, one]) => {
    const inner = within(one);
    return inner?.properties && key !== 'name' && key !== 'about'
      ? [`## \`${key}\`\n\n${one.description}\n\n${tableOf(inner, needed(one))}\n`]
      : [];
  });
  return `${HEAD}\n## The model\n\n${tableOf(whole, whole.required)}\n\n${sections.join('\n')}`;
}
