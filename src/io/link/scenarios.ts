import type { Scenario } from '../../document/document.ts';
import { type Content, isFormula, sameContent } from '../../model/content.ts';
import type { ShippedScenario } from '../../model/model.ts';
import { Damaged } from './bytes.ts';
import { type Codec, list, NUMBER_TAGS, numberAfter, optional, record, said, text, whole } from './codec.ts';
import type { Ids } from './ids.ts';
import { readSlots, writeSlots } from './slots.ts';

/** What each line holds in its slots, `value` or a period. */
type Cells<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

/** The first byte of a content that is no number. */
const NONE = 0;
const MODEL = 1;
const TEXT = 2;
const FORMULA = 3;
const TAGS = 4;
const contentNumber = numberAfter(TAGS);

/** undefined: an override of the shipped scenario that was reset. */
const contentCodec = ({ formula }: Ids): Codec<Content | undefined> => ({
  write: (to, content) => {
    if (typeof content === 'number') contentNumber.write(to, content);
    else if (content === undefined) to.byte(NONE);
    else if (content === 'model') to.byte(MODEL);
    else if (isFormula(content)) {
      to.byte(FORMULA);
      formula.write(to, content.formula);
    } else {
      to.byte(TEXT);
      text.write(to, content.text);
    }
  },
  read: (from) => {
    const tag = from.peek();
    if (tag >= TAGS && tag < TAGS + NUMBER_TAGS) return contentNumber.read(from);
    from.byte();
    switch (tag) {
      case NONE:
        return undefined;
      case MODEL:
        return 'model';
      case TEXT:
        return { text: text.read(from) };
      case FORMULA:
        return { formula: formula.read(from) };
      default:
        throw new Damaged('a content is of no kind');
    }
  },
});

/**
 * Cells that differ from `like`, by line in the order of the table and then by slot: so none can stand twice.
 * A line that holds nothing is not written.
 */
function cells<T>(ids: Ids, item: Codec<T | undefined>, isSame: (a?: T, b?: T) => boolean): Codec<Cells<T>> {
  /** The slots of a line that differ. JavaScript puts keys that are numbers first and in their order, so years need no sorting. */
  const slotsOf = (now: Cells<T>[string] = {}, before: Cells<T>[string] | undefined): string[] =>
    before ? Object.keys({ ...now, ...before }).filter((slot) => !isSame(now[slot], before[slot])) : Object.keys(now);
  /** Told by the first slot that differs: of a large document each line is asked, and nobody collects its slots. */
  const isOther = (now: Cells<T>[string] = {}, before: Cells<T>[string] = {}): boolean => {
    if (now === before) return false;
    for (const slot in now) if (!isSame(now[slot], before[slot])) return true;
    for (const slot in before) if (!(slot in now)) return true;
    return false;
  };
  return {
    write: (to, value, like = {}) => {
      const lines = [...new Set([...Object.keys(value), ...Object.keys(like)])]
        .filter((line) => isOther(value[line], like[line]))
        .map((line) => ({ line, place: ids.place(line) }))
        .sort((a, b) => a.place - b.place);
      whole.write(to, lines.length);
      let expected = 0;
      for (const { line, place } of lines) {
        const slots = slotsOf(value[line], like[line]);
        whole.write(to, place - expected);
        expected = place + 1;
        writeSlots(to, slots);
        for (const slot of slots) item.write(to, value[line]?.[slot]);
      }
    },
    read: (from, like = {}) => {
      const held = new Map<string, Readonly<Record<string, T>>>(Object.entries(like));
      let expected = 0;
      for (let left = whole.read(from); left > 0; left--) {
        const place = expected + whole.read(from);
        const line = ids.at(place);
        expected = place + 1;
        const slots = new Map(Object.entries(held.get(line) ?? {}));
        for (const slot of readSlots(from)) {
          const content = item.read(from);
          if (content === undefined) slots.delete(slot);
          else slots.set(slot, content);
        }
        if (slots.size > 0) held.set(line, Object.fromEntries(slots));
        else held.delete(line);
      }
      return Object.fromEntries(held);
    },
  };
}

/** As many as the schema of documents takes. */
const MOST_SCENARIOS = 200;

type Body = Omit<Scenario, 'id'>;
/** A scenario that the model does not ship begins with nothing. */
const EMPTY: Body = { name: '', note: '', overrides: {} };
const withoutId = ({ id: _, ...body }: Scenario): Body => body;

/** The scenarios of a document in their order, each as what differs from the shipped one of its id. */
export function scenariosCodec(shipped: readonly ShippedScenario[], ids: Ids): Codec<readonly Scenario[]> {
  const body = record<Body>({
    name: said,
    note: said,
    overrides: cells(ids, contentCodec(ids), sameContent),
    colour: optional(whole),
    reasons: optional(cells(ids, text as Codec<string | undefined>, Object.is)),
  });
  const scenario: Codec<Scenario> = {
    write: (to, scenario) => {
      const place = shipped.findIndex(({ id }) => id === scenario.id);
      whole.write(to, place + 1);
      if (place < 0) text.write(to, scenario.id);
      body.write(to, withoutId(scenario), place < 0 ? EMPTY : withoutId(shipped[place] as Scenario));
    },
    read: (from) => {
      const place = whole.read(from) - 1;
      const like = shipped[place];
      if (place >= 0 && !like) throw new Damaged('a scenario is unknown');
      const id = like ? like.id : text.read(from);
      return { id, ...body.read(from, like ? withoutId(like) : EMPTY) };
    },
  };
  return list(scenario, MOST_SCENARIOS);
}
