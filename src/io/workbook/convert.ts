import type { Slot } from '../../model/content.ts';
import { PER_YEAR } from '../../model/periods.ts';
import { ARRAY, calledAs, VALUE, type Wanted, wantedBy } from './arguments.ts';
import { parse, type Scope } from './formula.ts';
import type { Ground, Spot } from './ground.ts';
import { beside, type Formula } from './needs.ts';
import { type Fixed, isCell, type Node, nodesOf, type Reference, Unmapped } from './node.ts';
import { quoted, Ranges } from './ranges.ts';

/** A formula by the lines of the model, and the cells that it names. */
export interface Converted {
  /** With `=`. */
  readonly text: string;
  readonly spots: readonly Spot[];
}

/** Functions that ask where a cell stands, or what the file says of it: here it stands elsewhere. */
const OF_PLACES = new Set([
  'ADDRESS',
  'CELL',
  'INFO',
  'FORMULATEXT',
  'ISFORMULA',
  'SHEET',
  'SHEETS',
  'HYPERLINK',
  'GETPIVOTDATA',
]);
/** Functions that make 0 of nothing. */
const COMES_TO_0 = new Set(['SUM', 'COUNT', 'COUNTA', 'MAX', 'MIN', 'PRODUCT', 'NPV', 'SUMSQ', 'MAXA', 'MINA']);
const COUNTING = new Set(['ROW', 'COLUMN', 'ROWS', 'COLUMNS']);
const OF_BLANKS = new Set(['ISBLANK', 'COUNTBLANK', 'ISTEXT', 'ISNUMBER', 'ISNONTEXT', 'TYPE']);
const NOTHING: Fixed = { row: false, column: false };

/** Turns formulas of the file into formulas of the model. */
export class Converter {
  readonly ranges: Ranges;
  readonly #arrays = new Map<Node, Converted>();

  constructor(
    readonly ground: Ground,
    /** Whether the engine has a function. */
    readonly known: (name: string) => boolean,
    readonly scope: (sheet: number, row: number, column: number) => Scope,
  ) {
    this.ranges = new Ranges(ground);
  }

  /** @throws Unmapped saying why it can't be */
  convert(formula: Formula, own: Spot): Converted {
    if (formula.node instanceof Unmapped) throw formula.node;
    // All cells of an array share what it comes to.
    const isShared = formula.array && !formula.array.isOne && own.slot === 'value';
    const known = isShared ? this.#arrays.get(formula.node) : undefined;
    if (known && formula.array)
      return { ...known, text: `=INDEX(${known.text},${formula.array.row},${formula.array.column})` };
    const writer = new Writer(this, formula, own);
    const text = writer.write(formula.node, formula.array ? ARRAY : VALUE);
    const { array } = formula;
    if (isShared) this.#arrays.set(formula.node, { text, spots: writer.spots });
    const whole = array && !array.isOne ? `INDEX(${text},${array.row},${array.column})` : text;
    return { text: `=${whole}`, spots: writer.spots };
  }
}

class Writer {
  readonly spots: Spot[] = [];

  constructor(
    readonly of: Converter,
    readonly formula: Formula,
    readonly at: Spot,
  ) {}

  get own(): Slot {
    return this.at.slot;
  }

  get isAcross(): boolean {
    return this.at.draft.isAcross;
  }

  write(node: Node, wanted: Wanted): string {
    switch (node.kind) {
      case 'literal':
      case 'variable':
        return node.kind === 'literal' ? literal(node.text) : node.name;
      case 'missing':
        return '';
      case 'area':
        return this.#area(node, wanted);
      case 'binary':
        return this.#binary(node, wanted);
      case 'unary':
        return `${node.sign}${this.write(node.of, within(wanted))}`;
      case 'percent':
        return `${this.write(node.of, within(wanted))}%`;
      case 'single':
        return this.write(node.of, VALUE);
      case 'group':
        return this.#group(node.of, wanted);
      case 'span':
        return this.#span(node.from, node.to, wanted);
      case 'call':
        return this.#call(node.name, node.given, wanted);
    }
  }

  #binary({ sign, left, right }: Extract<Node, { kind: 'binary' }>, wanted: Wanted): string {
    const isText = (node: Node) => node.kind === 'literal' && node.text.startsWith('"');
    const isWords = sign === '&' || isText(left) || isText(right);
    const how: Wanted = { ...within(wanted), blank: isWords ? '""' : '0' };
    return `${this.write(left, how)}${sign}${this.write(right, how)}`;
  }

  #group(of: readonly Node[], wanted: Wanted): string {
    const [only] = of;
    if (of.length === 1 && only) return `(${this.write(only, wanted)})`;
    if (wanted.as === 'list')
      return of
        .map((one) => this.write(one, wanted))
        .filter((text) => text !== '')
        .join(',');
    throw new Unmapped('shape', 'union');
  }

  #area(node: Reference, wanted: Wanted): string {
    const { sheet, area } = node;
    if (isCell(area)) return this.#cell(sheet, area.row, area.column, node.from, wanted);
    if (wanted.as === 'value' && !wanted.isArray) {
      const { row, column } = this.formula;
      const one = beside(area, row, column);
      if (!one) throw new Unmapped('shape', this.of.ground.address(sheet, area.row, area.column));
      // The cell beside moves along, in the direction in which it is one of several.
      const isRow = area.row === area.lastRow;
      return this.#cell(sheet, ...one, isRow ? { ...node.from, column: false } : { ...node.from, row: false }, wanted);
    }
    const { text, spots } = this.of.ranges.write(node, this.at, wanted);
    this.spots.push(...spots);
    return text;
  }

  #cell(sheet: number, row: number, column: number, fixed: Fixed, wanted: Wanted): string {
    const { ground } = this.of;
    const spot = ground.spot(sheet, row, column);
    if (spot) {
      this.spots.push(spot);
      return ground.reference(spot, this.at, spot.draft.isAcross ? fixed.column : fixed.row);
    }
    const cell = ground.cell(sheet, row, column);
    if (!cell) return wanted.as === 'list' ? '' : wanted.blank;
    if (typeof cell.value === 'string' && cell.formula === undefined) return quoted(cell.value);
    throw new Unmapped('leftOut', ground.address(sheet, row, column));
  }

  /** A range with an end that is computed: the engine takes it where that is INDEX of a range. */
  #span(from: Node, to: Node, wanted: Wanted): string {
    const end = (node: Node): string => {
      const isFound = node.kind === 'call' && (node.name === 'INDEX' || node.name === 'XLOOKUP');
      if (!isFound && !(node.kind === 'area' && isCell(node.area))) throw new Unmapped('offset', this.#nameOf(node));
      const text = this.write(node, { ...wanted, as: 'array', isShapeless: true });
      if (/\b(?:[HV]STACK|TRANSPOSE)\(/.test(text)) throw new Unmapped('shape', this.#nameOf(node));
      return text;
    };
    return `${end(from)}:${end(to)}`;
  }

  #nameOf = (node: Node): string => (node.kind === 'call' ? node.name : node.kind);

  #call(name: string, given: readonly Node[], wanted: Wanted): string {
    if (COUNTING.has(name)) return this.#counted(name, given[0]);
    if (name === 'ANCHORARRAY' && given[0]?.kind === 'area') return this.#spilled(given[0], wanted);
    if (OF_PLACES.has(name) || !this.of.known(name)) throw new Unmapped('function', name);
    if (name === 'OFFSET') throw new Unmapped('offset', name);
    if (name === 'INDIRECT') return this.#indirect(given, wanted);
    const areas = given.flatMap((one) => [...areasIn(one)]);
    const isTurned = areas.map((area) => this.of.ranges.isTurned(area, { ...ARRAY, isTolerant: false }));
    const isMixed = new Set(isTurned).size > 1;
    const called = calledAs(name, given);
    const args = given.map((one, i) => {
      const how = wantedBy(called, i, given.length, wanted);
      if (OF_BLANKS.has(name) && one.kind === 'area' && isCell(one.area)) this.#mustBe(one);
      return this.write(one, isMixed && how.as === 'array' ? { ...how, isShapeless: false } : how);
    });
    // What stands nowhere is left out of a list, and an argument that was left out stays one.
    const texts = args.filter((text, i) => text !== '' || given[i]?.kind === 'missing');
    const isEmpty =
      given.some((_, i) => wantedBy(called, i, given.length, wanted).as === 'list') &&
      !given.some((_, i) => args[i] !== '' && wantedBy(called, i, given.length, wanted).as === 'list');
    if (isEmpty) return this.#ofNothing(name, args[0]);
    // Of cells that are put together, those that were empty are told no more from those that hold a text.
    if (name === 'COUNTBLANK' && /(?:STACK|EXPAND)\(/.test(texts[0] ?? '')) throw new Unmapped('shape', name);
    return `${name}(${texts.join(',')})`;
  }

  /** What a function makes of cells that are all empty and in no line. */
  #ofNothing(name: string, first = ''): string {
    const isSum = name === 'SUBTOTAL' ? /^(?:10)?[2-69]$/.test(first) : COMES_TO_0.has(name);
    if (!isSum) throw new Unmapped('shape', name);
    return '0';
  }

  /** A cell of which is asked whether it is empty has to be one of the model. */
  #mustBe({ sheet, area }: Reference): void {
    if (!this.of.ground.spot(sheet, area.row, area.column))
      throw new Unmapped('leftOut', this.of.ground.address(sheet, area.row, area.column));
  }

  /** The range over which the array that begins in a cell was spilled. */
  #spilled({ sheet, area, from }: Reference, wanted: Wanted): string {
    const array = this.of.ground.cell(sheet, area.row, area.column)?.array;
    if (!array) throw new Unmapped('array', '#');
    return this.#area(
      { kind: 'area', sheet, area: array, from, to: from },
      { ...wanted, as: wanted.as === 'value' ? 'array' : wanted.as },
    );
  }

  #indirect([text]: readonly Node[], wanted: Wanted): string {
    const said = text?.kind === 'literal' && text.text.startsWith('"') ? text.text.slice(1, -1) : undefined;
    if (said === undefined) throw new Unmapped('offset', 'INDIRECT');
    const { sheet, row, column } = this.formula;
    const node = parse(said, this.of.scope(sheet, row, column));
    if (node.kind !== 'area') throw new Unmapped('offset', 'INDIRECT');
    const fixed = { row: true, column: true };
    return this.#area({ ...node, from: fixed, to: fixed }, wanted);
  }

  /** ROW, COLUMN and how many there are: where a cell stood is a number; along the periods it is counted by them. */
  #counted(name: string, of: Node | undefined): string {
    const { row, column } = this.formula;
    if (of && of.kind !== 'area') throw new Unmapped('function', name);
    const area = of?.area ?? { row, column, lastRow: row, lastColumn: column };
    const [from, to] = [of?.from ?? NOTHING, of?.to ?? NOTHING];
    const isColumn = name.startsWith('COLUMN');
    const [first, last] = isColumn ? [area.column, area.lastColumn] : [area.row, area.lastRow];
    const isFixed = (fixed: Fixed) => (isColumn ? fixed.column : fixed.row);
    if (name === 'ROW' || name === 'COLUMN') {
      if (first !== last) throw new Unmapped('array', name);
      return this.#moving(first + 1, !isFixed(from), isColumn);
    }
    return this.#moving(last - first + 1, isFixed(from) !== isFixed(to) && !isFixed(to), isColumn);
  }

  /** A number that grows by one from period to period where it moves along with them. */
  #moving(value: number, moves: boolean, isColumn: boolean): string {
    const { step = 'year' } = this.of.ground.periods;
    if (!moves || this.own === 'value' || isColumn !== this.isAcross) return `${value}`;
    const by = this.own - value;
    const place = step === 'year' ? '{year}' : `{year}*${PER_YEAR[step]}+{${step}}`;
    const left = step === 'year' ? by : by + 1;
    return left < 0 ? `(${place}+${-left})` : `(${place}-${left})`;
  }
}

/** What operators want of what stands beside them. */
const within = (wanted: Wanted): Wanted => (wanted.isArray ? { ...wanted, as: 'array', isTolerant: false } : VALUE);

/** Ranges of several cells in an argument. */
function* areasIn(node: Node): Iterable<Reference> {
  for (const one of nodesOf(node)) if (one.kind === 'area' && !isCell(one.area)) yield one;
}

/** What an error is written as, where a formula names one. */
const ERRORS: Readonly<Record<string, string>> = {
  '#N/A': 'NA()',
  '#DIV/0!': '(1/0)',
  '#NUM!': 'SQRT(-1)',
  '#VALUE!': '(1+"-")',
};

/** An array constant begins with a blank where it could be taken for the name of a line. */
const literal = (text: string): string => {
  if (text.startsWith('#')) return ERRORS[text.toUpperCase()] ?? '#REF!';
  return /^\{\s*[a-z]/i.test(text) ? `{ ${text.slice(1, -1).trim()}}` : text;
};
