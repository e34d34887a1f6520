/** What a formula gives, as the files of values write it. */
export interface Value {
  readonly type: 'number' | 'text' | 'truth' | 'error';
  readonly value: string;
}

/** Both are near one number, relative to the larger one. */
const near = (a: number, b: number, tolerance: number): boolean =>
  a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));

/** Excel has no code for an argument that LibreOffice calls invalid: which it says goes by the function. */
const INVALID = 'Err:502';
const OF_INVALID = ['#NUM!', '#VALUE!', '#N/A', '#DIV/0!', '#REF!'];

/** No convergence, and a number out of range. */
const OF_NUMBER = ['Err:523', 'Err:503'];

/** A formula that Excel would not let be entered: LibreOffice names what is wrong with it, as we do in words of ours. */
const MALFORMED = /^Err:5(0[1-9]|1[0-3]|20)$/;

function sameError(ours: string, theirs: string): boolean {
  if (theirs === INVALID) return OF_INVALID.includes(ours);
  if (OF_NUMBER.includes(theirs)) return ours === '#NUM!';
  return ours === theirs || MALFORMED.test(theirs);
}

const PARTS = /[-+]?\d[\d.]*(?:E[-+]\d+)?/gi;
const DIGITS = 15;

/** Complex numbers are texts: alike but for their numbers, which are near, and have no more digits than Excel shows. */
function sameComplex(ours: string, theirs: string, tolerance: number): boolean {
  const a = ours.match(PARTS) ?? [];
  const b = theirs.match(PARTS) ?? [];
  const digits = (part: string) => part.replace(/E.*$/i, '').replace(/^[-+0.]+|\D/g, '').length;
  return (
    ours.replace(PARTS, '#') === theirs.replace(PARTS, '#') &&
    a.every((part, i) => near(Number(part), Number(b[i]), tolerance) && digits(part) <= DIGITS)
  );
}

/** Whether ours and another opinion say the same. In a cell of ours a truth stands as its word. */
export function agree(ours: Value, theirs: Value, tolerance: number): boolean {
  if (theirs.type === 'error') return ours.type === 'error' && sameError(ours.value, theirs.value);
  if (theirs.type === 'truth') return ours.type === 'text' && ours.value === theirs.value;
  if (theirs.type === 'number')
    return ours.type === 'number' && near(Number(ours.value), Number(theirs.value), tolerance);
  if (ours.type !== 'text') return false;
  return (
    ours.value === theirs.value ||
    (/^[-+\d.]+.*[ij]$/.test(theirs.value) && sameComplex(ours.value, theirs.value, tolerance))
  );
}

/** Whether ours is what was worked out by hand: a number, a word of truth, a code, or a text; `'` says that it is one. */
export function isRight(ours: Value, right: string): boolean {
  if (right.startsWith("'")) return ours.type === 'text' && ours.value === right.slice(1);
  return ours.type === 'number' ? near(Number(ours.value), Number(right), 1e-12) : ours.value === right;
}
