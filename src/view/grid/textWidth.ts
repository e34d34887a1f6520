/** What numbers are written with. Their digits are all of one width, so that a text is as wide as its characters. */
const SIGNS = '0123456789.,%\u2212\u2013+-E#';
/** px of the widest digit in any font, and what a percent sign is wider; what is surely narrow enough is not measured. */
const DIGIT = 9;
const PERCENT = 4;
/** px of any other character: as wide as it is high. */
const OTHER = 13;
/** How often a character is set beside itself to be measured. */
const TIMES = 20;

/** Widths of texts in the font of the sheet, without drawing them. */
export interface TextWidth {
  /** px; too much rather than too little for what is no number. */
  readonly of: (text: string) => number;
  readonly fits: (text: string, room: number) => boolean;
}

/** `host`: where the characters are measured, once and when the first text needs it; `scale`: of the size of text. */
export function createTextWidth(host: () => HTMLElement, scale: number): TextWidth {
  let widths: Map<string, number> | undefined;
  const measured = () => {
    const probe = document.createElement('div');
    probe.className = 'text-probe';
    const spans = [...SIGNS].map((sign) => {
      const span = document.createElement('span');
      span.textContent = sign.repeat(TIMES);
      probe.append(span);
      return span;
    });
    host().append(probe);
    const found = new Map(spans.map((span, i) => [SIGNS[i] ?? '', span.getBoundingClientRect().width / TIMES]));
    probe.remove();
    return found;
  };
  const of = (text: string): number => {
    widths ??= measured();
    let sum = 0;
    for (const character of text) sum += widths.get(character) ?? OTHER * scale;
    return sum;
  };
  return { of, fits: (text, room) => (text.length * DIGIT + PERCENT) * scale <= room || of(text) <= room };
}

const isNumber = (text: string): boolean => /^[\d.,%\u2212\u2013-]+$/.test(text);

/** Measures any text as a sheet draws it, px. `ofNumber`: the width of a number; `weight`: 600 for headings. */
export function createMeasure(sheet: Element, ofNumber: (text: string) => number, weight: 400 | 600) {
  const context = document.createElement('canvas').getContext('2d');
  const { fontFamily, fontSize } = getComputedStyle(sheet.querySelector('[role="gridcell"].col-value') ?? sheet);
  if (context) context.font = `${weight} ${fontSize} ${fontFamily}`;
  return (text: string): number => Math.max(context?.measureText(text).width ?? 0, isNumber(text) ? ofNumber(text) : 0);
}
