import { sameData } from '../../document/difference.ts';
import type { Line } from '../../model/line.ts';
import { type ByteReader, Damaged, type Writer } from './bytes.ts';
import { signed, whole } from './codec.ts';
import type { Ids } from './ids.ts';
import { type LineBody, lineBody } from './records.ts';

/** Lines as they are kept: shipped ones that did not change by their id. */
export type KeptLine = string | Line;

/** What follows in the list: shipped lines in a row, a shipped line that was changed, one of the person's own. */
const RUN = 0;
const CHANGED = 1;
const OWN = 2;
const KINDS = 3;
/** A run of no lines. */
const END = RUN;

const withoutId = ({ id: _, ...body }: Line): LineBody => body;

/** All lines of a document in their order. */
export class Lines {
  readonly #body;
  readonly #places: ReadonlyMap<string, number>;

  /**
   * @param shipped the lines of the model, which begin the table of ids
   * @param ids in which the person's own follow, in the order of the document's lines
   */
  constructor(
    readonly shipped: readonly Line[],
    readonly ids: Ids,
  ) {
    this.#body = lineBody(ids);
    this.#places = new Map(shipped.map(({ id }, i) => [id, i]));
  }

  write(to: Writer, lines: readonly Line[]): void {
    let expected = 0;
    for (let i = 0; i < lines.length; ) {
      const line = lines[i] as Line;
      const place = this.#places.get(line.id);
      if (place === undefined) {
        whole.write(to, OWN);
        this.#body.write(to, withoutId(line));
        i++;
        continue;
      }
      const run = this.#runLength(lines, i, place);
      whole.write(to, run > 0 ? RUN + KINDS * run : CHANGED);
      signed.write(to, place - expected);
      if (run === 0) this.#body.write(to, withoutId(line), withoutId(this.shipped[place] as Line));
      const length = Math.max(1, run);
      expected = place + length;
      i += length;
    }
    whole.write(to, END);
  }

  /** How many of the lines from `start` on are the shipped ones from `place` on. */
  #runLength(lines: readonly Line[], start: number, place: number): number {
    let length = 0;
    while (start + length < lines.length && sameData(lines[start + length], this.shipped[place + length])) length++;
    return length;
  }

  /** @throws Damaged for a line that the model does not have, or that stands twice */
  read(from: ByteReader): readonly KeptLine[] {
    const kept: KeptLine[] = [];
    const taken = new Set<number>();
    let expected = 0;
    let own = this.shipped.length;
    const take = (): Line => {
      const line = this.shipped[expected];
      if (!line || taken.has(expected)) throw new Damaged('a line is unknown or stands twice');
      taken.add(expected++);
      return line;
    };
    for (let head = whole.read(from); head !== END; head = whole.read(from)) {
      const kind = head % KINDS;
      if (kind === OWN) {
        kept.push({ id: this.ids.at(own++), ...this.#body.read(from) } as Line);
        continue;
      }
      expected += signed.read(from);
      if (kind === CHANGED) {
        const like = take();
        kept.push({ id: like.id, ...this.#body.read(from, withoutId(like)) } as Line);
      } else {
        for (let left = Math.floor(head / KINDS); left > 0; left--) kept.push(take().id);
      }
    }
    return kept;
  }
}
