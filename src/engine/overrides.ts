import type { Scenario } from '../document/document.ts';
import type { Content, Slot } from '../model/content.ts';

/** What the scenarios hold: by scenario, line and slot. */
export class OverrideTable {
  readonly #scenarios = new Map<string, Map<string, Map<Slot, Content>>>();

  constructor(scenarios: readonly Scenario[]) {
    for (const { id, overrides } of scenarios)
      for (const [line, slots] of Object.entries(overrides))
        for (const [slot, content] of Object.entries(slots))
          this.set(id, line, slot === 'value' ? slot : Number(slot), content);
  }

  readonly lookUp = (scenario: string, line: string, slot: Slot): Content | undefined =>
    this.#scenarios.get(scenario)?.get(line)?.get(slot);

  /** Whether a scenario overrides any cell of a line. */
  readonly touches = (scenario: string, line: string): boolean =>
    (this.#scenarios.get(scenario)?.get(line)?.size ?? 0) > 0;

  set(scenario: string, line: string, slot: Slot, content: Content | undefined): void {
    const lines = this.#scenarios.get(scenario) ?? new Map<string, Map<Slot, Content>>();
    const slots = lines.get(line) ?? new Map<Slot, Content>();
    if (content === undefined) slots.delete(slot);
    else slots.set(slot, content);
    this.#scenarios.set(scenario, lines.set(line, slots));
  }

  /** The same as records, by scenario. */
  records(): Map<string, Record<string, Record<string, Content>>> {
    const records = new Map<string, Record<string, Record<string, Content>>>();
    for (const [scenario, line, slot, content] of this) {
      const lines = records.get(scenario) ?? {};
      lines[line] ??= {};
      lines[line][slot] = content;
      records.set(scenario, lines);
    }
    return records;
  }

  *[Symbol.iterator](): Generator<readonly [scenario: string, line: string, slot: Slot, content: Content]> {
    for (const [scenario, lines] of this.#scenarios)
      for (const [line, slots] of lines) for (const [slot, content] of slots) yield [scenario, line, slot, content];
  }
}
