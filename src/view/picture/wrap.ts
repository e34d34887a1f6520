/** Ideographs, kana and full-width signs: between two of them a line may end. */
const WIDE = /[\u2e80-\u303f\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
/** What no line begins with: it belongs to what stands before it. */
const CLOSES = /[,.;:!?%)\]}’”…、。，．；：！？％）】》〉」』〕·—]/u;
/** What no line ends with. */
const OPENS = /[([{‘“（【《〈「『〔]/u;
const DIGIT = /[\d.]/;

/** Whether a line may end between two characters. */
function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || CLOSES.test(after) || OPENS.test(before)) return false;
  // An address goes on after its parts.
  if (before === ' ' || before === '/' || before === '&') return true;
  // A number keeps its unit: 3000亿元.
  return !DIGIT.test(before) && (WIDE.test(before) || WIDE.test(after));
}

/** A text in its smallest parts that stand in one line. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let before = '';
  for (const char of text) {
    if (before !== '' && mayBreak(before, char)) {
      parts.push(part);
      part = '';
    }
    part += char;
    before = char;
  }
  return part === '' ? parts : [...parts, part];
}

/** A part that is wider than a line, in pieces that are not. */
function cut(part: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const char of part) {
    if (piece !== '' && measure(piece + char) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += char;
  }
  return [...pieces, piece];
}

/**
 * A text in lines no wider than `width`, as both languages break them: English between words, Chinese between any two
 * characters but before a closing sign and after an opening one. Line breaks of the text are kept.
 * @param measure the width of a text, in the unit of `width`
 */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const part of partsOf(paragraph)) {
      if (measure((line + part).trimEnd()) <= width) {
        line += part;
        continue;
      }
      if (line.trim() !== '') lines.push(line.trimEnd());
      const pieces = measure(part.trimEnd()) > width ? cut(part, width, measure) : [part];
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
    }
    return [...lines, line.trimEnd()];
  });
}
