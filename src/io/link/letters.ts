/** What a program has put in percent signs, also twice over. */
const ENCODED = /%(?:25)*([\da-f]{2})/gi;

/** What is no letter of a link: white space, what can't be seen, brackets, stops, words in other scripts. */
const STRAY = /[^\w.-]+/g;

/** Version, code, payload and the five letters of the checksum: nothing of a link stands behind them. */
const WHOLE = /^\d+\.\w*\.[\w-]*\.[\w-]{5}/;

/**
 * The letters of a link as chat and mail hand it on, without its `#`: they wrap it, set it in brackets, put words behind
 * it and tell who has opened it. Whatever is dropped here, the checksum says whether the letters are those that were sent.
 */
export function lettersOf(hash: string): string {
  const letters = hash
    .replace(ENCODED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(STRAY, '');
  return WHOLE.exec(letters)?.[0] ?? letters;
}
