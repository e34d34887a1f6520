/** A link that was cut, changed on its way, or never was one. */
export class Damaged extends Error {
  constructor(what: string) {
    super(`the link is damaged: ${what}`);
    this.name = 'Damaged';
  }
}

/** More was written than its reader has room for. */
export class Full extends Error {
  constructor(readonly most: number) {
    super(`more than ${most} bytes`);
    this.name = 'Full';
  }
}

/** Collects bytes, and stops whoever writes where they are too many: of a large document only its beginning is looked at. */
export class Writer {
  readonly #bytes: number[] = [];

  constructor(readonly most = Number.POSITIVE_INFINITY) {}

  /** @throws Full */
  byte(value: number): void {
    if (this.#bytes.length >= this.most) throw new Full(this.most);
    this.#bytes.push(value);
  }

  /** @throws Full */
  bytes(values: Iterable<number>): void {
    for (const value of values) this.byte(value);
  }

  /** A whole number from 0 to 2^53 - 1, seven bits a byte, the lowest first. */
  whole(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.byte((rest % 128) + 128);
    this.byte(rest);
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads bytes of any origin. @throws Damaged where they end too early or hold what no writer writes. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) throw new Damaged('it ends too early');
    return value;
  }

  /** The next byte, which stays to be read; NaN behind the end. */
  peek(): number {
    return this.#bytes[this.#at] ?? Number.NaN;
  }

  bytes(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new Damaged('it ends too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  whole(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new Damaged('a number is too large');
      if (byte < 128) return value;
    }
  }

  /** Nothing may follow. */
  end(): void {
    if (this.#at < this.#bytes.length) throw new Damaged('it goes on behind its end');
  }
}
