/** Characters up to which a number below 1 is written without an exponent, and the power of ten from which a large one is. */
const LONGEST = 21;
const LARGE = 20;

/** A number at 15 significant digits, which is what Excel keeps of it: 0.1+0.2 is 0.3, and 1.005 is no less. */
export const at15 = (x: number): number => (Number.isFinite(x) ? Number(x.toPrecision(15)) : x);

/** A number as it becomes text in a formula: 15 significant digits, and an exponent where it would be too long. */
export function textOfNumber(x: number): string {
  const short = at15(x);
  const [mantissa = '', exponent = '0'] = short.toExponential().split('e');
  const power = Number(exponent);
  const digits = mantissa.replace(/[-.]/g, '').length;
  if (power < 0 ? 1 - power + digits <= LONGEST : power < LARGE) {
    if (power >= -6) return String(short);
    const sign = short < 0 ? '-' : '';
    return `${sign}0.${'0'.repeat(-power - 1)}${mantissa.replace(/[-.]/g, '')}`;
  }
  const size = String(Math.abs(power)).padStart(2, '0');
  return `${mantissa}E${power < 0 ? '-' : '+'}${size}`;
}
