import type { CellLook } from './book.ts';
import { attribute } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** The first number that a workbook may give a format of its own. */
const FIRST_FORMAT = 164;

/** Distinct parts in the order in which they are first asked for. */
class Pool {
  readonly parts: string[];
  readonly #places: Map<string, number>;

  constructor(...parts: string[]) {
    this.parts = parts;
    this.#places = new Map(parts.map((part, i) => [part, i]));
  }

  place(part: string): number {
    const known = this.#places.get(part);
    if (known !== undefined) return known;
    this.#places.set(part, this.parts.length);
    return this.parts.push(part) - 1;
  }

  as(tag: string): string {
    return `<${tag} count="${this.parts.length}">${this.parts.join('')}</${tag}>`;
  }
}

const fontOf = ({ bold, underlined, colour }: CellLook): string =>
  `<font>${bold ? '<b/>' : ''}${underlined ? '<u/>' : ''}<sz val="11"/><color rgb="FF${colour ?? '14181F'}"/><name val="Calibri"/><family val="2"/></font>`;
const fillOf = ({ fill }: CellLook): string =>
  fill
    ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`
    : '<fill><patternFill patternType="none"/></fill>';
const ruleOf = (side: 'right' | 'bottom', isThere: boolean | undefined): string =>
  isThere ? `<${side} style="thin"><color rgb="FF7C8798"/></${side}>` : `<${side}/>`;
const borderOf = ({ ruled, ruledBehind }: CellLook): string =>
  `<border><left/>${ruleOf('right', ruledBehind)}<top/>${ruleOf('bottom', ruled)}<diagonal/></border>`;

function alignmentOf({ right, indented, wrap }: CellLook): string {
  const horizontal = right ? ' horizontal="right"' : indented ? ' horizontal="left" indent="1"' : '';
  return horizontal || wrap ? `<alignment${horizontal}${wrap ? ' vertical="top" wrapText="1"' : ''}/>` : '';
}

/** The styles of a workbook: each look is one style, numbered in the order in which it first comes. */
export class Styles {
  readonly #byLook = new Map<CellLook, number>();
  readonly #formats = new Pool();
  readonly #fonts = new Pool(fontOf({}));
  /** Excel keeps the first two for itself. */
  readonly #fills = new Pool(fillOf({}), '<fill><patternFill patternType="gray125"/></fill>');
  readonly #borders = new Pool(borderOf({}));
  readonly #cells = new Pool('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');

  /** The number of a look; the same object is looked up once. */
  of(look: CellLook): number {
    const known = this.#byLook.get(look);
    if (known !== undefined) return known;
    const format = look.format === undefined ? 0 : FIRST_FORMAT + this.#formats.place(attribute(look.format));
    const alignment = alignmentOf(look);
    const number = this.#cells.place(
      `<xf numFmtId="${format}" fontId="${this.#fonts.place(fontOf(look))}" fillId="${this.#fills.place(fillOf(look))}" borderId="${this.#borders.place(borderOf(look))}" xfId="0"${look.quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment ? ` applyAlignment="1">${alignment}</xf>` : '/>'}`,
    );
    this.#byLook.set(look, number);
    return number;
  }

  xml(): string {
    const formats = this.#formats.parts.map(
      (code, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${code}"/>`,
    );
    return `<styleSheet xmlns="${MAIN}">${
      formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : ''
    }${this.#fonts.as('fonts')}${this.#fills.as('fills')}${this.#borders.as('borders')}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${this.#cells.as('cellXfs')}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}
