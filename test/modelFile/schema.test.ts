import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { referenceText, schemaText } from '../../build/modelSchema.ts';

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('what is written about the file of a model', () => {
  it.each([
    ['public/model.schema.json', schemaText],
    ['docs/model-file.md', referenceText],
  ])('says what the app reads: %s (npm run schema)', (path, text) => {
    expect(textOf(path)).toBe(text());
  });

  it('has a sentence for each key that an editor completes', () => {
    const { properties } = JSON.parse(schemaText());
    const { lines, scenarios, targets } = properties;
    const inner = [lines, scenarios, targets].flatMap(({ additionalProperties: one }) => one.anyOf ?? [one]);
    for (const keys of [properties, ...inner.map((one) => one.properties)])
      for (const [key, one] of Object.entries(keys)) expect(one, key).toHaveProperty('description');
  });
});
