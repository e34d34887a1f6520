import { type Content, isFormula, sameContent } from '../model/content.ts';
import type { Line } from '../model/line.ts';
import type { Model, Overrides, ShippedScenario } from '../model/model.ts';
import { sameData } from './difference.ts';
import type { Document, Scenario } from './document.ts';
import { rangesAfter, withLine, withScenario } from './ranges.ts';

const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));

/** What a person left as it was goes with the model, what they changed stays theirs. */
const merged = <T>(mine: T, old: T, today: T): T => (sameData(mine, old) ? today : mine);

/** Lines that today's model has and the old one had not come behind the line that they follow in it. */
function withNew(lines: readonly Line[], old: Model, today: Model): readonly Line[] {
  const [known, mine] = [byId(old.lines), byId(lines)];
  const isNew = ({ id }: Line) => !known.has(id) && !mine.has(id);
  const followers = new Map<string | undefined, Line>();
  today.lines.forEach((line, i) => {
    if (isNew(line)) followers.set(today.lines[i - 1]?.id, line);
  });
  const placed = new Set<string>();
  const withFollowers = (line: Line): Line[] => {
    const all: Line[] = [];
    for (let one: Line | undefined = line; one; one = followers.get(one.id)) all.push(one);
    for (const { id } of all) placed.add(id);
    return all;
  };
  const first = followers.get(undefined);
  const all = [...(first ? withFollowers(first) : []), ...lines.flatMap(withFollowers)];
  // What they follow was taken out.
  const left = today.lines.filter((line) => isNew(line) && !placed.has(line.id));
  return [...all, ...left];
}

/** The fewest lines of which it can be said that they were moved: the others stand in the order that they had. */
function movedLines(before: readonly Line[], after: readonly Line[]): ReadonlySet<string> {
  const places = new Map(after.map(({ id }, i) => [id, i]));
  const kept = before.flatMap(({ id }) => (places.has(id) ? [id] : []));
  const placeOf = (id: string | undefined) => places.get(id ?? '') ?? -1;
  /** By its length less one, the end of a row of lines in order that stands earliest; and what comes before each line. */
  const ends: string[] = [];
  const earlier = new Map<string, string | undefined>();
  for (const id of kept) {
    const found = ends.findIndex((end) => placeOf(end) > placeOf(id));
    const length = found < 0 ? ends.length : found;
    earlier.set(id, ends[length - 1]);
    ends[length] = id;
  }
  const moved = new Set(kept);
  for (let id = ends.at(-1); id !== undefined; id = earlier.get(id)) moved.delete(id);
  return moved;
}

type Rewrite = (formula: string) => string;

function rebaseLines(lines: readonly Line[], old: Model, today: Model): readonly Line[] {
  const [then, now] = [byId(old.lines), byId(today.lines)];
  const kept = lines.flatMap((line): readonly Line[] => {
    const shipped = then.get(line.id);
    if (!shipped || !sameData(line, shipped)) return [line];
    const current = now.get(line.id);
    return current ? [current] : [];
  });
  return withNew(kept, old, today);
}

const rewritten = (content: Content | undefined, rewrite: Rewrite): Content | undefined =>
  isFormula(content) ? { formula: rewrite(content.formula) } : content;

/** Cell by cell: one that holds what the old scenario shipped holds what today's ships. */
function rebaseOverrides(mine: Overrides, old: Overrides, today: Overrides, rewrite: Rewrite): Overrides {
  const lines = [...new Set([...Object.keys(mine), ...Object.keys(today)])];
  const entries = lines.flatMap((line): [string, Record<string, Content>][] => {
    const [own, then, now] = [mine[line] ?? {}, old[line] ?? {}, today[line] ?? {}];
    const slots = Object.keys({ ...own, ...now }).flatMap((slot): [string, Content][] => {
      const content = sameContent(own[slot], then[slot]) ? now[slot] : rewritten(own[slot], rewrite);
      return content === undefined ? [] : [[slot, content]];
    });
    return slots.length > 0 ? [[line, Object.fromEntries(slots)]] : [];
  });
  return Object.fromEntries(entries);
}

const rebaseScenario = (mine: Scenario, old: ShippedScenario, today: ShippedScenario, rewrite: Rewrite): Scenario => ({
  ...mine,
  name: merged(mine.name, old.name, today.name),
  note: merged(mine.note, old.note, today.note),
  overrides: rebaseOverrides(mine.overrides, old.overrides, today.overrides, rewrite),
});

/** A document of an older version of its model as one of today's: what its maker did not touch is as today's ships it. */
export function rebase(document: Document, old: Model, today: Model): Document {
  const [then, now] = [byId(old.scenarios), byId(today.scenarios)];
  const before = document.lines ?? old.lines;
  const after = document.lines ? rebaseLines(document.lines, old, today) : today.lines;
  const rewrite = rangesAfter(before, after, movedLines(before, after));
  const scenarios = document.scenarios.map((mine): Scenario => {
    const [shipped, current] = [then.get(mine.id), now.get(mine.id)];
    return shipped && current ? rebaseScenario(mine, shipped, current, rewrite) : withScenario(mine, rewrite);
  });
  const fresh = today.scenarios.filter(({ id }) => !then.has(id) && !scenarios.some((mine) => mine.id === id));
  const { lines, view } = document;
  const shipped = new Set(today.lines);
  return {
    ...document,
    model: { id: today.id, version: today.version },
    ...(lines ? { lines: after.map((line) => (shipped.has(line) ? line : withLine(line, rewrite))) } : {}),
    scenarios: [...scenarios, ...fresh],
    view: { ...view, known: today.known.includes(view.known) ? view.known : (today.known[0] ?? 'latest') },
  };
}
