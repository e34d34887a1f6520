import type { Line } from '../model/line.ts';
import type { Model, Overrides } from '../model/model.ts';
import { declaredOf } from './declared.ts';
import type { Document } from './document.ts';
import { formatOf, save } from './kept.ts';
import { keptLine, keptSlots } from './keptPeriods.ts';
import { atOnce, type Steps } from './steps.ts';

/** Lines, and what scenarios hold in them, are other objects once they are changed, so that each has its text made once. */
const texts = new WeakMap<object, string>();

function textOf<T extends object>(part: T, kept: (part: T) => object): string {
  let text = texts.get(part);
  if (text === undefined) {
    text = JSON.stringify(kept(part));
    texts.set(part, text);
  }
  return text;
}

/** Lines that are joined at a time. */
const PIECE = 256;

/** The text of all that a scenario holds, in steps. */
function* textSteps(overrides: Overrides): Steps<string> {
  const pieces: string[] = [];
  let piece: string[] = [];
  for (const [line, slots] of Object.entries(overrides)) {
    piece.push(`${JSON.stringify(line)}:${textOf(slots, keptSlots)}`);
    if (piece.length === PIECE) {
      pieces.push(piece.join(','));
      piece = [];
    }
    yield;
  }
  if (piece.length > 0) pieces.push(piece.join(','));
  return `{${pieces.join(',')}}`;
}

/** The texts of the scenarios of the document that was asked for last: of others they would only take room. */
let made: ReadonlyMap<Overrides, string> = new Map();

/** Makes the text of a document ahead, in steps: that of 400,000 cells takes a quarter of a second. */
export function* textsAhead({ own, lines, scenarios }: Document): Steps<void> {
  const declared = own && declaredOf(own);
  if (declared) textOf(declared, (one) => one);
  yield;
  for (const line of [...(own?.lines ?? []), ...(lines ?? [])]) {
    textOf(line, keptLine);
    yield;
  }
  const known = made;
  const now = new Map<Overrides, string>();
  for (const { overrides } of scenarios) now.set(overrides, known.get(overrides) ?? (yield* textSteps(overrides)));
  made = now;
}

const textOfOverrides = (overrides: Overrides): string => made.get(overrides) ?? atOnce(textSteps(overrides));

/** Lines as they are kept: those of the model by id. */
function textOfLines(lines: readonly Line[], shipped?: Model): string {
  const known = new Set(shipped?.lines);
  return `[${lines.map((line) => (known.has(line) ? JSON.stringify(line.id) : textOf(line, keptLine))).join(',')}]`;
}

/** A model without its lines, which are put into words by themselves. */
const bare = new WeakMap<Model, Model>();
function bareOf(own: Model): Model {
  const found = bare.get(own) ?? { ...own, lines: [] };
  bare.set(own, found);
  return found;
}

/**
 * The text of a document as it is kept: `save` of it as JSON. After `textsAhead` of the same document it is a matter of
 * milliseconds, however large that is.
 */
export function savedText(document: Document, shipped: Model): string {
  const parts: (() => string)[] = [];
  // A string in the place of what is large: no other can follow these keys, and within strings its quotes are escaped.
  const later = (text: () => string): never => `${parts.push(text) - 1}` as never;
  const { own, lines, scenarios } = document;
  const none = scenarios.map((scenario) => ({ ...scenario, overrides: {} }));
  const small = { ...document, scenarios: none, ...(own ? { own: bareOf(own) } : {}), ...(lines ? { lines: [] } : {}) };
  const saved = save(small, shipped);
  const declared = own && declaredOf(own);
  const whole = JSON.stringify({
    ...saved,
    format: formatOf(document),
    ...(own
      ? {
          own: {
            ...saved.own,
            lines: later(() => textOfLines(own.lines)),
            // The text of the model's file is among it.
            ...(declared ? { declared: later(() => textOf(declared, (one) => one)) } : {}),
          },
        }
      : {}),
    ...(lines ? { lines: later(() => textOfLines(lines, shipped)) } : {}),
    scenarios: saved.scenarios.map((scenario, i) => ({
      ...scenario,
      overrides: later(() => textOfOverrides(scenarios[i]?.overrides ?? {})),
    })),
  });
  // Put together without a copy of what is large, as `replace` would make one.
  const [begin = '', ...pieces] = whole.split(/("(?:overrides|lines|declared)":)"(\d+)"/);
  let text = begin;
  for (let i = 0; i < pieces.length; i += 3) {
    const [key = '', place = '', behind = ''] = pieces.slice(i, i + 3);
    text += key + (parts[Number(place)]?.() ?? `"${place}"`) + behind;
  }
  return text;
}
