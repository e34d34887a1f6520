import type { Line } from '../../model/line.ts';
import type { Lang, Text } from '../../model/text.ts';
import { plainText } from '../reading/numbers.ts';

/** A scenario as tables name it. */
export interface NamedScenario {
  readonly id: string;
  readonly name: Text | string;
}

/** A text as two people may have typed it alike: case, spaces and full width do not count. */
export const folded = (text: string): string => plainText(text).toLowerCase().replace(/\s+/g, ' ');

/** One of a kind: a name that stands twice bears the id behind it. */
function distinct(named: readonly (readonly [id: string, name: string])[], join: (name: string, id: string) => string) {
  const seen = new Map<string, number>();
  for (const [, name] of named) seen.set(folded(name), (seen.get(folded(name)) ?? 0) + 1);
  return new Map(
    named.map(([id, name]) => [id, name === '' || (seen.get(folded(name)) ?? 0) > 1 ? join(name, id) : name]),
  );
}

/**
 * The variable of each line, as the IAMC's tables name them: heading and label with a bar between. Each stands once; the
 * bar within a label is a slash.
 */
export function variablesOf(lines: readonly Line[], lang: Lang): ReadonlyMap<string, string> {
  const level = (line: Line) => line.label[lang].replaceAll('|', '/').replace(/\s+/g, ' ').trim();
  let heading = '';
  const named: (readonly [string, string])[] = [];
  for (const line of lines) {
    if (line.kind === 'heading') heading = level(line);
    else named.push([line.id, [heading, level(line)].filter((part) => part !== '').join('|')]);
  }
  return distinct(named, (name, id) => [name, id].filter((part) => part !== '').join('|'));
}

/** The name of each scenario; each stands once. */
export function scenarioNames(scenarios: readonly NamedScenario[], lang: Lang): ReadonlyMap<string, string> {
  const named = scenarios.map(({ id, name }) => [id, (typeof name === 'string' ? name : name[lang]).trim()] as const);
  return distinct(named, (name, id) => (name === '' ? id : `${name} (${id})`));
}
