import { FunctionArgumentType, HyperFormula } from 'hyperformula';
import {
  type Ast,
  any,
  define,
  EmptyValue,
  fail,
  isError,
  isRange,
  isTooLong,
  number,
  optional,
  page,
  type Range,
  type Result,
  range,
  text,
  whole,
} from './define.ts';
import { numbersIn, pairsIn } from './numbersIn.ts';
import { at15 } from './numberText.ts';

/** Pearson's correlation of two ranges, over the pairs of numbers. */
function correlation(a: Range, b: Range): Result {
  const points = pairsIn(a, b);
  if (isError(points)) return points;
  const n = points.length;
  const [meanX, meanY] = [0, 1].map((part) => points.reduce((sum, point) => sum + (point[part] as number), 0) / n) as [
    number,
    number,
  ];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx === 0 || yy === 0 || n === 0 ? fail.div0() : xy / Math.sqrt(xx * yy);
}

const correlated = (name: string, aliases: readonly string[], id: string, summary: string, power: number) =>
  define({
    name,
    aliases,
    summary,
    source: page(name, id),
    parameters: [range('array1'), range('array2')],
    calculate: (a: Range, b: Range) => {
      const r = correlation(a, b);
      return typeof r === 'number' ? r ** power : r;
    },
  });

/** Functions of the engine's that Excel documents otherwise. */
export const CORRECTED = [
  correlated('CORREL', ['PEARSON'], '995dcef7-0c0a-4bed-a3fb-239d7b68ca92', 'The correlation of two ranges.', 1),
  correlated('RSQ', [], 'd7161715-250d-4a01-b80d-a8364f2be08f', 'The square of the correlation of two ranges.', 2),
  define({
    name: 'PRODUCT',
    summary: 'The product of numbers; 0 where there are none.',
    source: page('product', '8e6b5b24-90ee-4650-aeec-80982a0512ce'),
    parameters: [any('number1')],
    repeats: 1,
    evaluate: (args, state, plugin) => {
      const factors = numbersIn(args, state, plugin);
      if (isError(factors)) return factors;
      return factors.length === 0 ? 0 : factors.reduce((a, b) => a * b, 1);
    },
  }),
  define({
    name: 'MOD',
    summary: 'What is left of a division; it has the sign of the divisor.',
    source: page('mod', '9b6cd169-b6ee-406a-a97b-edf2a9dc24f3'),
    parameters: [number('number'), number('divisor')],
    calculate: (x: number, divisor: number) => {
      if (divisor === 0) return fail.div0();
      const cut = x % divisor;
      const rest = cut !== 0 && cut < 0 !== divisor < 0 ? cut + divisor : cut;
      // A rest that is but the binary noise of the number is none: MOD(0.3,0.1) is 0.
      const noise = Math.abs(x) * 2 ** -51;
      return Math.abs(rest) < noise || Math.abs(divisor - rest) < noise ? 0 : rest;
    },
  }),
  define({
    name: 'QUOTIENT',
    summary: 'The whole part of a division.',
    source: page('quotient', '9f7bf099-2a18-4282-8fa4-65290cc99dee'),
    parameters: [number('numerator'), number('denominator')],
    calculate: (x: number, divisor: number) => (divisor === 0 ? fail.div0() : Math.trunc(at15(x / divisor)) + 0),
  }),
  define({
    name: 'ACOT',
    summary: 'The arccotangent, between 0 and π.',
    source: page('acot', 'dc7e5008-fe6b-402e-bdd6-2eea8383d905'),
    parameters: [number('number')],
    calculate: (x: number) => Math.PI / 2 - Math.atan(x),
  }),
  define({
    name: 'DECIMAL',
    summary: 'A number that is written in another base.',
    source: page('decimal', 'ee554665-6176-46ef-82de-0a283658da2e'),
    parameters: [text('text'), whole('radix', { minValue: 2, maxValue: 36 })],
    calculate: (written: string, radix: number) => {
      let result = 0;
      for (const sign of written.trim().toLowerCase()) {
        const digit = Number.parseInt(sign, 36);
        if (!(digit < radix)) return fail.num();
        result = result * radix + digit;
      }
      return result;
    },
  }),
  define({
    name: 'SUBSTITUTE',
    summary: 'A text with one text in place of another.',
    source: page('substitute', '6434944e-a904-4336-a9b0-1e58df3bc332'),
    parameters: [text('text'), text('old_text'), text('new_text'), whole('instance_num', optional)],
    calculate: (whole: string, old: string, replacement: string, instance: number | undefined) => {
      if (instance !== undefined && instance < 1) return fail.value();
      if (old === '') return whole;
      const pieces = whole.split(old);
      const count = instance === undefined ? pieces.length - 1 : 1;
      if (isTooLong(whole.length + count * (replacement.length - old.length))) return fail.long();
      if (instance === undefined) return pieces.join(replacement);
      if (instance >= pieces.length) return whole;
      return pieces.slice(0, instance).join(old) + replacement + pieces.slice(instance).join(old);
    },
  }),
  define({
    name: 'REPT',
    summary: 'A text as often as is said.',
    source: page('rept', '04c4d778-e712-43b4-9c15-d656582bb061'),
    parameters: [text('text'), whole('number_times')],
    // The engine's own makes texts of a hundred million characters, which takes seconds.
    calculate: (part: string, times: number) => {
      if (times < 0) return fail.value();
      return isTooLong(part.length * times) ? fail.long() : part.repeat(times);
    },
  }),
  define({
    name: 'IFS',
    summary: 'The value behind the first condition that holds.',
    source: page('ifs', '36329a26-37b2-467c-972b-4a39bd951d45'),
    parameters: [any('logical_test1'), any('value_if_true1')],
    repeats: 2,
    // An error behind a condition that is not reached is none.
    evaluate: (args, state, plugin) => {
      if (args.length === 0 || args.length % 2 === 1) return fail.arguments();
      for (let i = 0; i < args.length; i += 2) {
        const test = plugin.evaluate(args[i] as Ast, state);
        if (isError(test)) return test;
        if (isRange(test) || typeof test === 'string') return fail.value();
        if (test !== EmptyValue && test) return plugin.evaluate(args[i + 1] as Ast, state);
      }
      return fail.na();
    },
  }),
];

/** Arguments of the engine's functions of which Excel cuts the fraction off, by their place. */
const WHOLE: Readonly<Record<string, readonly number[]>> = {
  BASE: [0, 1, 2],
  CHAR: [0],
  COMBIN: [0, 1],
  COMBINA: [0, 1],
  DEC2BIN: [0, 1],
  DEC2HEX: [0, 1],
  DEC2OCT: [0, 1],
  FACT: [0],
  FACTDOUBLE: [0],
  FIND: [2],
  LEFT: [1],
  MID: [1, 2],
  REPLACE: [1, 2],
  RIGHT: [1],
  ROMAN: [0],
  SEARCH: [2],
};

export function cutFractions(): void {
  for (const [name, places] of Object.entries(WHOLE)) {
    const { parameters } = HyperFormula.getFunctionPlugin(name)?.implementedFunctions[name] ?? {};
    for (const place of places) {
      const held = parameters?.[place];
      if (held) held.argumentType = FunctionArgumentType.INTEGER;
    }
  }
}
