import { ErrorType } from 'hyperformula';
import { CellError, EmptyValue, isError, type Scalar } from './define.ts';
import { at15 } from './numberText.ts';
import { numberOfText } from './textNumber.ts';

/** Whether a cell meets what was asked for. */
export type Criterion = (held: Scalar) => boolean;

const collator = new Intl.Collator('en', { sensitivity: 'accent' });
/** Texts in the order of the alphabet, whatever their case. */
export const compareTexts = (a: string, b: string): number => collator.compare(a, b);

/** `*` any characters, `?` one, `~` before them takes them as they are; undefined where there is none of them. */
export function wildcards(pattern: string): RegExp | undefined {
  if (!/[*?~]/.test(pattern)) return undefined;
  const body = pattern.replace(/~([*?~])|([*?])|([.+^${}()|[\]\\])/g, (_, kept, wild, special) => {
    if (kept) return kept === '~' ? '~' : `\\${kept}`;
    return wild ? (wild === '*' ? '[\\s\\S]*' : '[\\s\\S]') : `\\${special}`;
  });
  return new RegExp(`^${body}$`, 'iu');
}

/** Whether a text is another, or of its pattern, whatever the case. */
export function textMatcher(pattern: string): (text: string) => boolean {
  const wild = wildcards(pattern);
  const wanted = pattern.toLowerCase();
  return wild ? (text) => wild.test(text) : (text) => text.toLowerCase() === wanted;
}

const isBlank = (held: Scalar): boolean => held === EmptyValue;

function equals(wanted: Scalar): Criterion {
  if (typeof wanted === 'boolean') return (held) => held === wanted;
  if (isError(wanted)) return (held) => isError(held) && held.type === wanted.type;
  if (typeof wanted === 'number') {
    const number = at15(wanted);
    return (held) => {
      const own = typeof held === 'string' ? numberOfText(held) : held;
      return typeof own === 'number' && at15(own) === number;
    };
  }
  if (typeof wanted !== 'string') return isBlank;
  const matches = textMatcher(wanted);
  return (held) => typeof held === 'string' && matches(held);
}

type Ordered = (order: number) => boolean;
const ORDERS: Readonly<Record<string, Ordered>> = {
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
};

const ERRORS: Readonly<Record<string, ErrorType>> = {
  '#DIV/0!': ErrorType.DIV_BY_ZERO,
  '#N/A': ErrorType.NA,
  '#NAME?': ErrorType.NAME,
  '#NUM!': ErrorType.NUM,
  '#REF!': ErrorType.REF,
  '#VALUE!': ErrorType.VALUE,
};

/** What is written after the sign of a criterion, or without one. */
function read(text: string): Scalar {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  const error = ERRORS[text.toUpperCase()];
  if (error) return new CellError(error);
  return numberOfText(text) ?? text;
}

/**
 * A criterion as COUNTIF and its kin take it: a value, or a text such as `>5`, `<>a*`, `=`.
 * https://support.microsoft.com/office/countif-function-e0de10c6-f885-4e71-abb4-1f464816df34
 */
export function criterionOf(asked: Scalar): Criterion {
  if (typeof asked !== 'string') return equals(asked === EmptyValue ? 0 : asked);
  const [, sign = '', rest = ''] = /^(<>|<=|>=|<|>|=)?([\s\S]*)$/.exec(asked) ?? [];
  const ordered = ORDERS[sign];
  if (!ordered) {
    if (sign === '' && rest === '') return (held) => isBlank(held) || held === '';
    const meets = rest === '' ? isBlank : equals(read(rest));
    return sign === '<>' ? (held) => !meets(held) : meets;
  }
  const wanted = read(rest);
  if (typeof wanted === 'number') return (held) => typeof held === 'number' && ordered(at15(held) - at15(wanted));
  if (typeof wanted === 'boolean') return (held) => typeof held === 'boolean' && ordered(Number(held) - Number(wanted));
  return (held) => typeof held === 'string' && ordered(compareTexts(held, String(wanted)));
}
