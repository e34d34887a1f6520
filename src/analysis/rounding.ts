/** Digits beyond which a number of double precision says nothing. */
const MOST_DIGITS = 15;

/**
 * The neighbours of a number with few digits, from whole numbers on, each digit more bringing the one below and the one
 * above, the nearer first. `places`: how far the point is moved to the right before digits are counted (2: percent).
 */
export function* rounded(value: number, places: number): Generator<number> {
  for (let digits = 0; digits <= MOST_DIGITS; digits++) {
    const scale = places + digits;
    const scaled = value * 10 ** scale;
    if (Math.abs(scaled) >= 10 ** MOST_DIGITS) return;
    const [below, above] = [Math.floor(scaled), Math.ceil(scaled)];
    const nearer = Math.round(scaled);
    const all = new Set([nearer, below, above]);
    // As a decimal is read, so that 26 hundredths are 0.26 and not a neighbour of it.
    for (const whole of all) yield Number(`${whole}e${-scale}`);
    if (scaled === nearer) return;
  }
}
