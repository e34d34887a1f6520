import { type Accessor, createEffect, createSignal, on, untrack } from 'solid-js';
import type { WithWorkspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import type { ClashText, UnitCheck } from './unitCheck.ts';

/** Where units clash in the open document, as far as it has been looked at. */
export interface UnitChecks {
  /** The lines that clash in the scenario in view. */
  readonly lines: Accessor<ReadonlySet<string>>;
  /** What is said of a line that does. */
  readonly ofLine: (id: string) => ClashText | undefined;
  readonly part: Accessor<UnitCheck | undefined>;
}

const NONE: ReadonlySet<string> = new Set();

/** ms without a change after which units are looked at: nobody waits for it. */
const REST = 400;

/** `isWanted`: the answer stands, and a person works with the page. A part that does not come is only advice less. */
export function createUnitChecks(app: WithWorkspace & Words, isWanted: Accessor<boolean>): UnitChecks {
  const { workspace } = app;
  const [part, setPart] = createSignal<UnitCheck>();
  const [lines, setLines] = createSignal(NONE, {
    equals: (a, b) => a.size === b.size && [...a].every((line) => b.has(line)),
  });
  createEffect(() => {
    if (!isWanted() || untrack(part)) return;
    import('./unitCheck.ts').then(({ UnitCheck }) => setPart(new UnitCheck(app)), Boolean);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => [part(), workspace.model(), workspace.scenario.overrides] as const;
  createEffect(
    on(changed, ([check]) => {
      clearTimeout(timer);
      if (check) timer = setTimeout(() => check.sweep().then((found) => found && setLines(found)), REST);
    }),
  );
  return { lines, part, ofLine: (id) => (lines().has(id) ? part()?.ofLine(id) : undefined) };
}
