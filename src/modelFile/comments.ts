/** Keys and positions from the root. */
export type Path = readonly (string | number)[];

/** Comments above, behind and below what stands at a path, without their `#`. */
export interface CommentsAt {
  readonly above: readonly string[];
  readonly behind: string | undefined;
  readonly below: readonly string[];
}

const keyOf = (path: Path): string => JSON.stringify(path.map(String));
const linesOf = (text: string | null | undefined): readonly string[] => (text ? text.split('\n') : []);

/** The comments of a file, by the keys and positions at which they stand. */
export class Comments {
  head: string | undefined;
  foot: string | undefined;
  readonly #at = new Map<string, CommentsAt>();
  readonly #around = new Set<string>();

  add(path: Path, texts: { readonly [key in keyof CommentsAt]?: string | null | undefined }): void {
    const { above, behind, below } = texts;
    this.put(path, { above: linesOf(above), behind: behind?.replace(/\n/g, ' '), below: linesOf(below) });
  }

  put(path: Path, { above, behind, below }: CommentsAt): void {
    if (above.length === 0 && !behind && below.length === 0) return;
    const before = this.at(path);
    this.#at.set(keyOf(path), {
      above: [...(before?.above ?? []), ...above],
      behind: behind ?? before?.behind,
      below: [...(before?.below ?? []), ...below],
    });
    for (let end = 0; end < path.length; end++) this.#around.add(keyOf(path.slice(0, end)));
  }

  /** Each place with its comments, in the order of the file. */
  *all(): Iterable<readonly [Path, CommentsAt]> {
    for (const [key, texts] of this.#at) yield [JSON.parse(key), texts];
  }

  at(path: Path): CommentsAt | undefined {
    return this.#at.get(keyOf(path));
  }

  /** Whether anything within a path has a comment, and can't stand in one line with the rest. */
  isWithin(path: Path): boolean {
    return this.#around.has(keyOf(path));
  }
}
