import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstModelText } from '../../build/firstModel.ts';
import { referenceText, schemaText } from '../../build/modelSchema.ts';
import { readAsSaved } from '../../src/modelFile/saved.ts';

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('what is written about the file of a model', () => {
  it.each([
    ['public/model.schema.json', schemaText],
    ['docs/model-file.md', referenceText],
    ['docs/first-model.md', firstModelText],
  ])('says what the app reads: %s (npm run schema)', (path, text) => {
    expect(textOf(path)).toBe(text());
  });

  it('has examples that open, each of them', () => {
    const examples = [...textOf('docs/model-file.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
      ([, text]) => text ?? '',
    );
    const whole = examples.filter((text) => /^foresheet: 1$/m.test(text));
    expect(whole.length).toBeGreaterThanOrEqual(2);
    for (const text of whole) expect(readAsSaved(text, 'own-example')).not.toHaveProperty('problems');
  });

  it('has a sentence for each key that an editor completes', () => {
    const { properties } = JSON.parse(schemaText());
    const { lines, scenarios, targets } = properties;
    for (const keys of [properties, ...[lines, scenarios, targets].map((one) => one.additionalProperties.properties)])
      for (const [key, one] of Object.entries(keys)) expect(one, key).toHaveProperty('description');
  });
});
