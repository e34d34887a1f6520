/** Colours and shapes that scenarios have; each is used again after the last. */
export const LOOKS = 6;

/** How a scenario is told from the others: its colour (1 to 6), and the shape of its marker (0 to 5). */
export interface Look {
  readonly colour: number;
  readonly marker: number;
}

/** The colour of a scenario: as chosen, else that of its 0-based place. */
export const colourAt = ({ colour }: { readonly colour?: number }, place: number): number =>
  colour ?? (place % LOOKS) + 1;

/**
 * Each scenario with its look, in order. A colour comes with a shape of its own; where it is used again, the next shape
 * stands in, so that up to six scenarios of one colour stay apart.
 */
export function withLooks<T extends { readonly colour?: number }>(scenarios: readonly T[]): readonly (T & Look)[] {
  const used = new Map<number, number>();
  return scenarios.map((scenario, place) => {
    const colour = colourAt(scenario, place);
    const before = used.get(colour) ?? 0;
    used.set(colour, before + 1);
    return { ...scenario, colour, marker: (colour - 1 + before) % LOOKS };
  });
}
