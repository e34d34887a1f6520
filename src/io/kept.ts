import * as v from 'valibot';
import type { Text } from '../model/text.ts';

/** A document's place in the list: all that is known of it without reading it. Times are ms since 1970. */
export interface Info {
  readonly id: string;
  /** As a person named it; empty where nobody did. */
  readonly name: string;
  /** The id of its model, and the model's name where it is the person's own. */
  readonly model: string;
  readonly modelName?: Text;
  /** How it is called until a person names it. */
  readonly called?: Text | string;
  readonly createdAt: number;
  readonly changedAt: number;
  /** Grows by one with each save: who knows an older one must not overwrite. */
  readonly revision: number;
  /** The last saves, each by the id of the state that it kept, the newest last: by it a page knows its own again. */
  readonly saves?: readonly string[];
  /** When it was deleted; it can be brought back for `TRASH_DAYS`. */
  readonly trashedAt?: number;
}

/** Days for which a deleted document can be brought back. */
export const TRASH_DAYS = 30;

/** Saves of a document that are known by their id. */
export const KNOWN_SAVES = 20;

/** Ceiling of a name that a person gives, in characters. */
export const NAME_LENGTH = 120;

/** A text that could not be read as a document, set aside as it was. */
export interface SetAside {
  readonly id: string;
  readonly at: number;
  readonly name: string;
  /** What is wrong with it, and where. */
  readonly why: string;
  readonly data: unknown;
}

/** The keys of the store. A document is a text (JSON of its saved form) beside its place in the list. */
export const KEYS = {
  infos: 'info/',
  info: (id: string) => `info/${id}`,
  text: (id: string) => `document/${id}`,
  versions: (id: string) => `version/${id}/`,
  version: (id: string, at: number) => `version/${id}/${String(at).padStart(15, '0')}`,
  allSetAside: 'aside/',
  setAside: (id: string) => `aside/${id}`,
} as const;

/** The last part of a key. */
export const idIn = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const name = v.pipe(v.string(), v.maxLength(1_000));

const InfoSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,40}$/)),
  name,
  model: name,
  modelName: v.exactOptional(v.object({ en: name, zh: name })),
  called: v.exactOptional(v.union([name, v.object({ en: name, zh: name })])),
  createdAt: time,
  changedAt: time,
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  saves: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(KNOWN_SAVES))),
  trashedAt: v.exactOptional(time),
});

const SetAsideSchema = v.object({ id: name, at: time, name, why: v.string(), data: v.unknown() });

/** A place in the list; undefined where it is none. */
export function parseInfo(data: unknown): Info | undefined {
  const result = v.safeParse(InfoSchema, data);
  return result.success ? result.output : undefined;
}

/** A place in the list as it was read; one that can't be read still stands for its document. */
export function infoFrom(id: string, data: unknown): Info {
  const info = parseInfo(data);
  return info?.id === id ? info : { id, name: '', model: '', createdAt: 0, changedAt: 0, revision: 0 };
}

export const setAsideFrom = (data: unknown): SetAside | undefined => {
  const result = v.safeParse(SetAsideSchema, data);
  return result.success ? { ...result.output, data: result.output.data } : undefined;
};
