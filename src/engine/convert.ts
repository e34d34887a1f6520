import { isBetween } from '../document/contents.ts';
import { columnSlot, HEADER_ROWS, parseA1 } from '../model/address.ts';
import type { CellRef, Slot } from '../model/content.ts';
import { hasPeriods, type Line } from '../model/line.ts';
import { countedAt, fixedAt } from '../model/model.ts';
import { type At, outsideQuotes, printReference, tryParse } from '../model/notation.ts';
import { hasSlot, headPart, type Layout } from './layout.ts';
import { type LexerToken, tokenize } from './lexer.ts';
import { markNames, unmarkNames } from './names.ts';

/**
 * Asked of a place that its line does not have, as one that holds nothing yet: whether a formula may refer to it all the
 * same. The line is to be given it then.
 */
export type Claim = (line: Line, slot: Slot) => boolean;

const SHEET_ADDRESS = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(.+)$/;

/** Turns the addresses of one cell's formula into line ids. */
class Namer {
  constructor(
    readonly layout: Layout,
    readonly cell: CellRef,
    readonly claim: Claim,
  ) {}

  /** `$F$12`, `Base!F12`: the line, its period relative to the cell unless the column is fixed, its scenario if another. */
  address(image: string, inRange = false): string {
    const lost = printReference({ kind: 'lost', address: image });
    const [, quoted, bare, address = ''] = SHEET_ADDRESS.exec(image) ?? [];
    const scenario = this.#scenario(quoted ?? bare);
    const place = parseA1(address);
    if (scenario === undefined || !place) return lost;
    const slot = columnSlot(place.column, this.layout.periods);
    if (slot === undefined) return lost;
    const fixed = address.startsWith('$');
    if (place.lineIndex === -HEADER_ROWS)
      return slot === 'value'
        ? lost
        : printReference({
            kind: 'calendar',
            part: headPart(this.layout.periods),
            at: this.#at(slot, fixed, undefined, inRange),
          });
    const line = this.layout.lines[place.lineIndex];
    if (
      !line ||
      !(
        hasSlot(line, slot, this.layout.periods) ||
        isBetween(line, slot, this.layout.periods) ||
        this.claim(line, slot)
      )
    )
      return lost;
    return printReference({
      kind: 'line',
      ...(scenario === '' ? {} : { scenario }),
      id: line.id,
      // A column that is fixed beside a row that is not: a copy in another line names the scalar of another.
      at: slot === 'value' && /^\$[A-Z]+\d/i.test(address) ? { kind: 'row' } : this.#at(slot, fixed, line, inRange),
    });
  }

  /** `2:2`, `2:4`: the periods of lines, from the first to the last; of a line with one value that. */
  rows(image: string): string {
    const [, quoted, bare, rows = ''] = SHEET_ADDRESS.exec(image) ?? [];
    const scenario = this.#scenario(quoted ?? bare);
    const [first = 0, last = 0] = rows.replaceAll('$', '').split(':').map(Number);
    const [from, to] = [first, last].map((row) => this.layout.lines[row - 1 - HEADER_ROWS]);
    if (scenario === undefined || !from || !to || from.kind === 'heading')
      return printReference({ kind: 'lost', address: image });
    const place = ({ id }: Line, at: At) =>
      printReference({ kind: 'line', ...(scenario === '' ? {} : { scenario }), id, at });
    if (from === to) return place(from, { kind: hasPeriods(from) ? 'all' : 'same' });
    return hasPeriods(from) && hasPeriods(to)
      ? `${place(from, { kind: 'first' })}:${place(to, { kind: 'last' })}`
      : printReference({ kind: 'lost', address: image });
  }

  /** A name: a scalar's or a series' own id, whatever its case; other names stay as they are. */
  name(image: string): string {
    const line = this.layout.lines[this.layout.indexOf(image.toLowerCase()) ?? -1];
    if (!line || line.kind === 'heading') return image;
    if (hasPeriods(line) && this.cell.slot === 'value') return image;
    return printReference({ kind: 'line', id: line.id, at: { kind: 'same' } });
  }

  /** Empty: the cell's own scenario; undefined: no such sheet. */
  #scenario(sheet: string | undefined): string | undefined {
    if (sheet === undefined) return '';
    const wanted = unmarkNames(sheet.replaceAll("''", "'")).toLowerCase();
    const id = this.layout.scenarioIds[this.layout.sheets.findIndex((name) => name.toLowerCase() === wanted)];
    return id === this.cell.scenario ? '' : id;
  }

  /** The ends of a range count columns, whatever stands in their lines. */
  #at(slot: Slot, fixed: boolean, line: Line | undefined, inRange: boolean): At {
    if (slot === 'value') return { kind: 'same' };
    const { periods } = this.layout;
    const here = this.cell.slot;
    if (fixed || here === 'value') return fixedAt(inRange ? undefined : line, slot, periods);
    const from = this.layout.lines[this.layout.indexOf(this.cell.line) ?? -1];
    return countedAt(inRange ? {} : { line, from }, here, slot, periods);
  }
}

/** Signs that are written on paper, and by Chinese keyboards, and those of a formula that they stand for. */
const WIDE = /[“”−×÷≤≥≠\u3000\uff01-\uff5e￥]/;
const PAPER = '“”−×÷≤≥≠';
const SIGNS = ['"', '"', '-', '*', '/', '<=', '>=', '<>'];

/** A formula with its full-width signs, digits and letters as the keyboard's own; texts and names of sheets stay. */
export function halfWidth(formula: string): string {
  if (!WIDE.test(formula)) return formula;
  let quote = '';
  return [...formula]
    .map((sign) => {
      const own = SIGNS[PAPER.indexOf(sign)] ?? sign.normalize('NFKC');
      if (quote === '' || own === quote) {
        if (quote !== '' || own === '"' || own === "'") quote = quote === '' ? own : '';
        return own;
      }
      return sign;
    })
    .join('');
}

/** `1.5E3` does not parse in the engine: a number with an exponent is written out. */
const EXPONENT = /(?<![\p{L}\w.$])(\d+\.?\d*|\.\d+)[eE][-+]?\d{1,3}(?![\p{L}\w.])/gu;
const plainNumbers = (stretch: string): string => stretch.replace(EXPONENT, writtenOut);
const writtenOut = (number: string): string =>
  Number(number).toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 17 });

/** `@` before what is one cell, or a call: Excel shows it in formulas of before its results could spill. */
const OWN_CELL = /@(?=\$?[A-Z]{1,3}\$?\d+(?!\d|\s*:)|[A-Z_][A-Z0-9_.]*\()/gi;

/** Where it does not matter that a row of a spreadsheet begins with a name and a unit. */
const OF_NUMBERS = /\b(?:AVERAGE|COUNT|MAX|MEDIAN|MIN|PRODUCT|SUM)\(\s*$/i;

/** Blanks between the name of a function and its bracket, which the engine does not take. */
const isBeforeBracket = (tokens: readonly LexerToken[], i: number): boolean =>
  /^\s+$/.test(tokens[i]?.image ?? '') && tokens[i - 1]?.kind === 'name' && tokens[i + 1]?.image === '(';

/** Whether a token begins a range. */
function isBeforeColon(tokens: readonly LexerToken[], i: number): boolean {
  const [next, after] = [tokens[i + 1]?.image ?? '', tokens[i + 2]?.image ?? ''];
  return next.startsWith(':') || (/^\s+$/.test(next) && after.startsWith(':'));
}

function convertText(text: string, tokens: readonly LexerToken[], namer: Namer): string {
  let result = '';
  let read = 0;
  for (const [i, { kind, image, offset }] of tokens.entries()) {
    result += text.slice(read, offset);
    read = offset + image.length;
    if (isBeforeBracket(tokens, i)) continue;
    if (kind === 'cell') result += namer.address(image, /:\s*$/.test(result) || isBeforeColon(tokens, i));
    else if (kind === 'rows' && OF_NUMBERS.test(result)) result += namer.rows(image);
    else if (kind === 'columns' || kind === 'rows') result += printReference({ kind: 'lost', address: image });
    else if (kind === 'name') result += isBeforeBracket(tokens, i + 1) ? image : namer.name(image);
    else result += image;
  }
  return result + text.slice(read);
}

/**
 * What a person typed (`=D12*(1+gd_growth)`, `=Levers!F12-Base!F12`, or the notation itself) as a formula by line ids.
 * Addresses that belong to no line are kept as `{?Z99}`; what no formula holds is kept as typed: both are errors of
 * the cell, and nothing is lost.
 */
export function toNotation(layout: Layout, typed: string, cell: CellRef, claim: Claim = () => false): string {
  const formula = halfWidth(typed);
  const namer = new Namer(layout, cell, claim);
  const parts = tryParse(formula)?.map((part) => {
    if ('ref' in part) return part.source;
    const text = outsideQuotes(markNames(part.text), (stretch) => plainNumbers(stretch.replace(OWN_CELL, '')));
    const tokens = tokenize(text);
    return tokens && convertText(text, tokens, namer);
  });
  return parts && !parts.includes(undefined) ? unmarkNames(parts.join('')) : formula;
}
