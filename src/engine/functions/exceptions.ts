import { CellError, ErrorType, HyperFormula } from 'hyperformula';
import { type Ast, bare, isError, type Result, type Scalar, type State, TOO_LARGE } from './define.ts';
import { textOfNumber } from './numberText.ts';
import { withCells } from './references.ts';

/** A function of the engine's, as its plugin holds it. */
type Method = (this: { evaluateAst(ast: Ast, state: State): Result }, ast: { args: Ast[] }, state: State) => Result;

/** Puts another method in place of a function's own, which it may call. */
function wrap(name: string, around: (own: Method) => Method): void {
  const plugin = HyperFormula.getFunctionPlugin(name);
  const method = plugin?.implementedFunctions[plugin.aliases?.[name] ?? name]?.method;
  const methods = plugin?.prototype as unknown as Record<string, Method> | undefined;
  const own = method === undefined ? undefined : methods?.[method];
  if (methods && method !== undefined && own) methods[method] = around(own);
}

/** What a function gives for one value of an argument, in place of what the engine gives. */
const where = (name: string, place: number, result: (held: Scalar) => Result | undefined): void =>
  wrap(
    name,
    (own) =>
      function (ast, state) {
        const node = ast.args[place];
        const found = node && result(bare(this.evaluateAst(node, state)));
        return found ?? own.call(this, ast, state);
      },
  );

/** Another error than the engine's. */
const errorOf = (name: string, change: (error: CellError) => CellError): void =>
  wrap(
    name,
    (own) =>
      function (ast, state) {
        const result = own.call(this, ast, state);
        return isError(result) ? change(result) : result;
      },
  );

/** Characters 128 to 159 of Windows, which CHAR numbers by; undefined ones are those of Unicode. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const NUMBER = /\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;
const COMPLEX =
  'COMPLEX,IMARGUMENT,IMCONJUGATE,IMCOS,IMCOSH,IMCOT,IMCSC,IMCSCH,IMDIV,IMEXP,IMLN,IMLOG10,IMLOG2,IMPOWER,IMPRODUCT,IMSEC,IMSECH,IMSIN,IMSINH,IMSQRT,IMSUB,IMSUM,IMTAN';

/** Where Excel documents something else than the engine gives, in a case or two. */
export function makeExceptions(): void {
  // These say of an argument that it is too large, and not of an array.
  for (const name of ['ROMAN', 'SORT'])
    errorOf(name, (error) => (error.message === TOO_LARGE ? new CellError(error.type) : error));
  // A period that the loan does not have is #NUM!.
  for (const name of ['IPMT', 'PPMT', 'CUMIPMT', 'CUMPRINC'])
    wrap(
      name,
      (own) =>
        function (ast, state) {
          const at = (place: number) => {
            const node = ast.args[place];
            return node ? Number(bare(this.evaluateAst(node, state))) : Number.NaN;
          };
          const isPart = name.startsWith('CUM');
          const [first, last, all] = isPart ? [at(3), at(4), at(1)] : [at(1), at(1), at(2)];
          return first < 1 || last > all ? new CellError(ErrorType.NUM) : own.call(this, ast, state);
        },
    );
  // What INDEX finds in a cell is of the cell.
  wrap(
    'MEDIAN',
    (own) =>
      function (ast, state) {
        return own.call(this, { ...ast, args: withCells(ast.args, (node) => this.evaluateAst(node, state)) }, state);
      },
  );
  wrap(
    'ADDRESS',
    (own) =>
      function (ast, state) {
        const result = own.call(this, ast, state);
        if (typeof result !== 'string') return result;
        // The name of a sheet that is more than a word stands in quotes.
        return result.replace(/^([^'!]*[^\w'!][^'!]*)!/, "'$1'!");
      },
  );
  errorOf('ADDRESS', (error) => (error.type === ErrorType.NUM ? new CellError(ErrorType.VALUE) : error));
  where('ROMAN', 0, (held) => (held === 0 ? '' : undefined));
  where('NETWORKDAYS.INTL', 2, (held) => (held === '1111111' ? 0 : undefined));
  where('WORKDAY.INTL', 2, (held) => (held === '1111111' ? new CellError(ErrorType.VALUE) : undefined));
  where('CHAR', 0, (held) => {
    const sign = typeof held === 'number' ? WINDOWS[Math.trunc(held) - 128] : undefined;
    return sign === ' ' ? undefined : sign;
  });
  where('CODE', 0, (held) => {
    const place = typeof held === 'string' ? WINDOWS.indexOf(held.charAt(0) || ' ') : -1;
    return place < 0 || WINDOWS[place] === ' ' ? undefined : place + 128;
  });
  // Complex numbers are texts, with 15 digits as all numbers in texts.
  for (const name of COMPLEX.split(','))
    wrap(
      name,
      (own) =>
        function (ast, state) {
          const result = own.call(this, ast, state);
          if (typeof result !== 'string') return result;
          const [node] = ast.args;
          const given = node && this.evaluateAst(node, state);
          const text = result.replace(NUMBER, (digits) => textOfNumber(Number(digits)));
          return typeof given === 'string' && given.endsWith('j') ? text.replace(/i$/, 'j') : text;
        },
    );
  const bounds: readonly (readonly [name: string, place: number])[] = [
    ['DB', 3],
    ['DDB', 3],
    ['NOMINAL', 0],
  ];
  for (const [name, place] of bounds) {
    const held = HyperFormula.getFunctionPlugin(name)?.implementedFunctions[name]?.parameters?.[place];
    if (held) held.greaterThan = 0;
  }
}
