import fc from 'fast-check';
import { HyperFormula } from 'hyperformula';
import { describe, expect, it } from 'vitest';
import { CONFIG } from '../../src/engine/hyperformula.ts';
import { type LexerTokenKind, tokenize } from '../../src/engine/lexer.ts';

interface Lexer {
  readonly _parser: {
    readonly lexer: {
      tokenizeFormula(text: string): {
        readonly tokens: readonly {
          readonly image: string;
          readonly startOffset: number;
          readonly tokenType: { readonly name: string };
        }[];
        readonly errors: readonly unknown[];
      };
    };
  };
}
const engine = HyperFormula.buildEmpty(CONFIG) as unknown as Lexer;

const KINDS: Readonly<Record<string, LexerTokenKind>> = {
  CellReference: 'cell',
  ColumnRange: 'columns',
  RowRange: 'rows',
  NamedExpression: 'name',
};

/** What names cells or lines, by the engine's own lexer; undefined where that can't read it. */
function byEngine(text: string) {
  const { tokens, errors } = engine._parser.lexer.tokenizeFormula(text);
  if (errors.length > 0) return undefined;
  return tokens.flatMap(({ image, startOffset, tokenType }) => {
    const kind = KINDS[tokenType.name];
    return kind ? [{ kind, image, offset: startOffset }] : [];
  });
}
const byUs = (text: string) => tokenize(text)?.filter(({ kind }) => kind !== 'other');

/** Pieces of formulas, whole and broken; OFFSET and names of the R1C1 kind the engine reads in a way of its own. */
const piece = fc.oneof(
  fc.constantFrom(
    'A1',
    '$B$12',
    'c3',
    'Base!D4',
    "'Fast lane'!$E5",
    "'it''s'!F6",
    'D:F',
    '$A:$B',
    '3:4',
    'x!2:3',
    'AA100',
  ),
  fc.constantFrom(
    'SUM(',
    'IF(',
    'NORM.DIST(',
    ')',
    ',',
    ';',
    ':',
    '{',
    '}',
    '=',
    '<>',
    '>=',
    '&',
    '%',
    '^',
    ' ',
    '\n',
    '\t',
  ),
  fc.constantFrom(
    'gd_growth',
    '_x',
    'a.b',
    'été',
    'x1_',
    'TRUE',
    '1',
    '1.5',
    '.5',
    '2e-3',
    '2E3',
    '"D7 {x}"',
    '"a""b"',
    '#REF!',
  ),
  fc.constantFrom('"', "'", '!', '.', '$', '#', '@', '基准', '（', '?', '\u00a0'),
  fc.stringMatching(/^[A-Za-z0-9_.$:!"' ]{0,6}$/),
);
const isOwnWay = (text: string) => /offset|r\d*c\d*/i.test(text);

describe('the lexer', () => {
  it('finds the same addresses and names as the engine, which reads what comes of it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        fc.pre(!isOwnWay(text));
        expect(byUs(text)).toEqual(byEngine(text));
      }),
      { numRuns: process.env.FORESHEET_VOLUME ? 200_000 : 3_000 },
    );
  });

  it('covers all of what it splits', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const tokens = tokenize(text);
        if (tokens) expect(tokens.map(({ image }) => image).join('')).toBe(text);
      }),
    );
  });

  it('reads a line called offset_rate as a name, which the engine would not', () => {
    expect(byUs('offset_rate*2')).toEqual([{ kind: 'name', image: 'offset_rate', offset: 0 }]);
  });
});
