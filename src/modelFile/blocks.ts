import * as v from 'valibot';
import type { Path } from './comments.ts';
import { tellIssues } from './issues.ts';
import { NAME } from './pieces/expand.ts';
import { brief } from './problems.ts';
import { EachFileSchema, UseFileSchema } from './schema.ts';
import type { Data, Parsed } from './yaml.ts';

type DataMap = { readonly [key: string]: Data };
type Add = (id: string, line: Data, place: Path) => void;

/** Blocks of lines by their names, as a file or the app gives them. */
export type Blocks = Readonly<Record<string, DataMap>>;

/** Letters that blocks may make of a file. */
const MOST_MADE = 4_000_000;

const NOT_A_MAP = { kind: 'wrongKind', expected: 'map' } as const;
const isMap = (data: unknown): data is DataMap => typeof data === 'object' && data !== null && !Array.isArray(data);

/** Whether an entry among the lines stands for several of them. */
const isBlock = (entry: Data): entry is DataMap => isMap(entry) && ['use', 'lines', 'each'].some((key) => key in entry);

/** Fills in blocks: what stands for several lines becomes those lines, each of them plain. */
export class BlockReader {
  readonly #blocks: Blocks;
  readonly #lists: DataMap;
  #made = 0;

  constructor(
    readonly parsed: Parsed,
    data: DataMap,
    shipped: Blocks = {},
  ) {
    const own = isMap(data.blocks) ? data.blocks : {};
    this.#blocks = {
      ...shipped,
      ...(Object.fromEntries(Object.entries(own).filter(([, one]) => isMap(one))) as Blocks),
    };
    this.#lists = isMap(data.lists) ? data.lists : {};
  }

  /** Lines that are plain, and those that entries stand for, at most so many. */
  lines(entries: DataMap, most: number): Readonly<Record<string, Data>> {
    const lines: Record<string, Data> = {};
    const places = new Map<string, Path>();
    const add: Add = (id, line, place) => {
      // Filled in it may be what JavaScript reaches no data by.
      if (id === '__proto__') this.parsed.at(place, { kind: 'id', id }, 'key');
      else if (Object.hasOwn(lines, id)) this.parsed.at(place, { kind: 'twice', key: brief(id) }, 'key');
      else if (places.size >= most) this.parsed.at(['lines'], { kind: 'many', most }, 'key');
      else {
        lines[id] = line;
        places.set(id, place);
      }
    };
    for (const [key, entry] of Object.entries(entries)) {
      const path = ['lines', key];
      if (isBlock(entry)) this.#unfold(key, entry, add);
      else add(key, entry, path);
      if (this.#made > MOST_MADE) {
        this.parsed.at(path, { kind: 'pieceLong', most: MOST_MADE }, 'key');
        break;
      }
    }
    this.parsed.moved(places);
    return lines;
  }

  #unfold(key: string, entry: DataMap, add: Add): void {
    const path = ['lines', key];
    const schema = 'use' in entry ? UseFileSchema : 'lines' in entry ? EachFileSchema : undefined;
    const parsed = schema && v.safeParse(schema, entry);
    if (parsed && !parsed.success) {
      tellIssues(this.parsed, parsed.issues, path);
      return;
    }
    const { use, each, ...rest } = entry;
    const found = this.#block(key, path, entry);
    const items = this.#items(each, path);
    if (!found || !items) return;
    const given: DataMap = use === undefined ? {} : rest;
    const names = new Set([...JSON.stringify(found.lines).matchAll(NAME)].map(([, name]) => name));
    for (const name of Object.keys(given))
      if (!names.has(name)) this.parsed.at([...path, name], { kind: 'notAsked', key: brief(name) }, 'key');
    for (const item of items) {
      const values = { key, ...given, ...item };
      for (const [name, line] of Object.entries(found.lines)) {
        const place = found.isAtUse ? path : [...found.place, name];
        const id = this.#text(name, values, place);
        const made = this.#filled(line, values, place);
        if (typeof id === 'string' && made !== undefined) add(id, made, place);
        if (this.#made > MOST_MADE) return;
      }
    }
  }

  /** The lines of a block, and where they stand: those of the app where they are used. */
  #block(
    key: string,
    path: Path,
    { use, lines, each: _, ...line }: DataMap,
  ): { readonly lines: DataMap; readonly place: Path; readonly isAtUse?: boolean } | undefined {
    if (use === undefined)
      return isMap(lines) ? { lines, place: [...path, 'lines'] } : { lines: { [key]: line }, place: ['lines'] };
    const name = String(use);
    const found = Object.hasOwn(this.#blocks, name) ? this.#blocks[name] : undefined;
    const place = ['blocks', name];
    if (found) return this.parsed.has(place) ? { lines: found, place } : { lines: found, place: path, isAtUse: true };
    this.parsed.at([...path, 'use'], { kind: 'noBlock', id: brief(name) });
    return undefined;
  }

  /** What is filled in, for each time that the lines stand. */
  #items(each: Data | undefined, path: Path): readonly DataMap[] | undefined {
    if (each === undefined) return [{}];
    const list = typeof each === 'string' && Object.hasOwn(this.#lists, each) ? this.#lists[each] : each;
    if (isMap(list)) {
      const wrong = Object.entries(list).find(([, values]) => !isMap(values));
      const place = typeof each === 'string' ? ['lists', each] : [...path, 'each'];
      if (wrong) this.parsed.at([...place, wrong[0]], NOT_A_MAP);
      return Object.entries(list).map(([id, values]) => ({ ...(isMap(values) ? values : {}), id }));
    }
    const isName = typeof each === 'string' || typeof each === 'number';
    const fault = isName ? { kind: 'noList' as const, id: brief(String(each)) } : NOT_A_MAP;
    this.parsed.at([...path, 'each'], fault);
    return undefined;
  }

  /** Data with its names filled in; undefined where that leaves nothing. */
  #filled(data: Data, values: DataMap, place: Path): Data | undefined {
    if (typeof data === 'string') return this.#text(data, values, place);
    if (Array.isArray(data)) return data.map((one: Data) => this.#filled(one, values, place) ?? '');
    if (!isMap(data)) return data;
    const entries = Object.entries(data).flatMap(([key, one]): [string, Data][] => {
      const filled = this.#filled(one, values, [...place, key]);
      return filled === undefined ? [] : [[key, filled]];
    });
    return Object.fromEntries(entries);
  }

  /** A text that is nothing but a name is what the name stands for, whatever that is; with `?` it may be left out. */
  #text(text: string, values: DataMap, place: Path): Data | undefined {
    const [whole, alone = '', mark] = /^<([a-z][a-z0-9_]*)(\?)?>$/.exec(text) ?? [];
    if (whole !== undefined && Object.hasOwn(values, alone)) {
      this.#made += JSON.stringify(values[alone]).length;
      return values[alone];
    }
    if (mark === '?') return undefined;
    const filled = text.replace(NAME, (all, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (typeof value === 'string' || typeof value === 'number') return String(value);
      this.parsed.at(place, { kind: 'notGiven', key: name });
      return all;
    });
    this.#made += filled.length;
    return filled;
  }
}
