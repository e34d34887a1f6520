import { define, fail, number } from './define.ts';

/** Numbers of up to 48 bits, as Excel takes them: JavaScript's own operators stop at 32. */
const MOST = 2 ** 48;
const isBits = (x: number): boolean => x >= 0 && x < MOST && Number.isInteger(x);

const joined = (name: string, id: string, summary: string, of: (a: bigint, b: bigint) => bigint) =>
  define({
    name,
    summary,
    source: `https://support.microsoft.com/office/${name.toLowerCase()}-function-${id}`,
    parameters: [number('number1'), number('number2')],
    calculate: (a: number, b: number) => (isBits(a) && isBits(b) ? Number(of(BigInt(a), BigInt(b))) : fail.num()),
  });

const shifted = (name: string, id: string, summary: string, sign: 1 | -1) =>
  define({
    name,
    summary,
    source: `https://support.microsoft.com/office/${name.toLowerCase()}-function-${id}`,
    parameters: [number('number'), number('shift_amount')],
    calculate: (x: number, places: number) => {
      const shift = Math.trunc(places) * sign;
      if (!isBits(x) || Math.abs(shift) > 53) return fail.num();
      const result = Math.floor(x * 2 ** shift);
      return result < MOST ? result : fail.num();
    },
  });

export const BITS = [
  joined('BITAND', '8a2be3d7-91c3-4b48-9517-64548008563a', 'The bits that both numbers have.', (a, b) => a & b),
  joined('BITOR', 'f6ead5c8-5b98-4c9e-9053-8ad5234919b2', 'The bits that either number has.', (a, b) => a | b),
  joined('BITXOR', 'c81306a1-03f9-4e89-85ac-b86c3cba10e4', 'The bits that one of both has.', (a, b) => a ^ b),
  shifted('BITLSHIFT', 'c55bb27e-cacd-4c7c-b258-d80861a03c9c', 'A number with its bits moved to the left.', 1),
  shifted('BITRSHIFT', '274d6996-f42c-4743-abdb-4ff95351222c', 'A number with its bits moved to the right.', -1),
];
