import type { CellRef, Content } from '../model/content.ts';
import type { Overrides } from '../model/model.ts';
import type { Change } from './change.ts';
import type { Document, Scenario } from './document.ts';
import { colourAt } from './looks.ts';

/** The most scenarios that a document may have. */
export const MOST_SCENARIOS = 200;

export const structure = (scenarios: readonly Scenario[]): Change => ({ kind: 'structure', parts: { scenarios } });
export const find = ({ scenarios }: Document, id: string) => scenarios.find((scenario) => scenario.id === id);
export const isBase = ({ scenarios }: Document, id: string): boolean => scenarios[0]?.id === id;

/** A change of one scenario in its place; none where it stays as it is or there is no such scenario. */
export function edited(document: Document, id: string, edit: (scenario: Scenario) => Scenario): Change | undefined {
  const old = find(document, id);
  const now = old && edit(old);
  return old === now || !now ? undefined : structure(document.scenarios.map((one) => (one === old ? now : one)));
}

export const without = (scenarios: readonly Scenario[], id: string): readonly Scenario[] =>
  scenarios.filter((scenario) => scenario.id !== id);

/** Scenarios in another order or number, each in the colour that it had: it is known by it. */
export function inTheirColours(before: readonly Scenario[], after: readonly Scenario[]): readonly Scenario[] {
  const colours = new Map(before.map((scenario, place) => [scenario.id, colourAt(scenario, place)]));
  return after.map((scenario, place) => {
    const colour = colours.get(scenario.id);
    return colour === undefined || colour === colourAt(scenario, place) ? scenario : { ...scenario, colour };
  });
}

/** The cells of overrides, in the order in which they are held. */
export function* cellsOf(overrides: Overrides): Generator<[line: string, slot: string, content: Content]> {
  for (const [line, slots] of Object.entries(overrides))
    for (const [slot, content] of Object.entries(slots)) yield [line, slot, content];
}
export const slotOf = (slot: string): CellRef['slot'] => (slot === 'value' ? slot : Number(slot));

/** Ceiling of a text, in UTF-16 units, as the schema of documents has it. */
export const PROSE = 5_000;

/** The start of a text, of at most so many UTF-16 units, with no character cut in two. */
export const start = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
