import type { Model, Overrides } from '../model/model.ts';
import type { Document } from './document.ts';
import { save } from './kept.ts';

/** What a line holds is another object once it is changed, so that its text is made once. */
const texts = new WeakMap<object, string>();

function textOfLine(slots: Overrides[string]): string {
  let text = texts.get(slots);
  if (text === undefined) {
    text = JSON.stringify(slots);
    texts.set(slots, text);
  }
  return text;
}

const textOf = (overrides: Overrides): string =>
  `{${Object.entries(overrides)
    .map(([line, slots]) => `${JSON.stringify(line)}:${textOfLine(slots)}`)
    .join(',')}}`;

/** Makes the texts of a document's lines ahead, in steps: those of 400,000 cells take 100 ms together. */
export function* textsAhead({ scenarios }: Document): Generator<undefined, void> {
  for (const { overrides } of scenarios) {
    for (const slots of Object.values(overrides)) {
      textOfLine(slots);
      yield;
    }
  }
}

/** The text of a document as it is kept: `save` of it as JSON. */
export function savedText(document: Document, shipped: Model): string {
  // A string in the place of the overrides: no other can follow this key, and within strings its quotes are escaped.
  const scenarios = document.scenarios.map((scenario, i) => ({ ...scenario, overrides: `${i}` as never }));
  const whole = JSON.stringify(save({ ...document, scenarios }, shipped));
  return whole.replace(/"overrides":"(\d+)"/g, (found, i) => {
    const scenario = document.scenarios[Number(i)];
    return scenario ? `"overrides":${textOf(scenario.overrides)}` : found;
  });
}
