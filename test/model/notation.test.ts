import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { a1, columnIndex, columnName, parseA1 } from '../../src/model/address.ts';
import {
  type At,
  CALENDAR,
  NotationError,
  parseFormula,
  printReference,
  type Reference,
} from '../../src/model/notation.ts';
import { ordinalOf, PER_YEAR, STEPS } from '../../src/model/periods.ts';

const id = fc.constantFrom('gd_scale', 'growth', 'a_b_2');
const at: fc.Arbitrary<At> = fc.oneof(
  fc.constantFrom<At>({ kind: 'same' }, { kind: 'first' }, { kind: 'last' }, { kind: 'all' }, { kind: 'upto' }),
  fc
    .integer({ min: -99, max: 99 })
    .filter((by) => by !== 0)
    .map((by): At => ({ kind: 'lag', by })),
  fc.tuple(fc.constantFrom(...STEPS), fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 11 })).map(
    ([step, year, part]): At => ({
      kind: 'period',
      step,
      period: ordinalOf(year, (part % PER_YEAR[step]) + 1, step),
    }),
  ),
  fc.constantFrom<At>(
    { kind: 'years', by: -1 },
    { kind: 'years', by: 3 },
    { kind: 'within', part: 'year' },
    { kind: 'within', part: 'quarter' },
    { kind: 'end', by: 0 },
    { kind: 'end', by: -11 },
  ),
  id.map((input): At => ({ kind: 'input', id: input })),
);
const reference: fc.Arbitrary<Reference> = fc.oneof(
  fc.tuple(fc.constantFrom(...CALENDAR), at).map(([part, one]): Reference => ({ kind: 'calendar', part, at: one })),
  fc.constantFrom('Z99', 'D:D', "'a b'!C2").map((address): Reference => ({ kind: 'lost', address })),
  fc
    .record({ kind: fc.constantFrom('line' as const, 'children' as const), id, at })
    .chain((ref) => fc.constantFrom<Reference>(ref, { ...ref, scenario: 'levers' })),
);

describe('the notation', () => {
  it('is read back as it was printed, wherever it stands in a formula', () => {
    fc.assert(
      fc.property(fc.array(reference, { maxLength: 5 }), (refs) => {
        const formula = `=1+${refs.map(printReference).join('*2-"{not_a_ref}"&')}`;
        const found = parseFormula(formula).flatMap((part) => ('ref' in part ? [part.ref] : []));
        expect(found).toEqual(refs);
      }),
    );
  });

  it('loses no character of a formula, text and array constants included', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(reference.map(printReference), fc.constantFrom('"{x}"', '{1,2;3}', '+', '{"a"}', 'SUM(', ' ')),
        ),
        (pieces) => {
          const formula = `=${pieces.join('')}`;
          expect(
            parseFormula(formula)
              .map((part) => ('text' in part ? part.text : part.source))
              .join(''),
          ).toBe(formula);
        },
      ),
    );
  });

  it.each([
    ['={gd_scale@soon}', 1, 'unknown period "@soon"'],
    ['=1+{Not A Line}', 3, '"{Not A Line}" names no line'],
    ['={gd_scale', 1, 'a brace is not closed'],
  ])('refuses %s at its place', (formula, offset, message) => {
    expect(() => parseFormula(formula)).toThrow(new NotationError(message, offset));
  });
});

describe('addresses', () => {
  it('name every column as Excel does, both ways', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    fc.assert(fc.property(fc.nat(16_000), (n) => columnIndex(columnName(n)) === n));
  });

  it('lead to the place that they were made of', () => {
    fc.assert(
      fc.property(fc.nat(700), fc.nat(9999), (column, lineIndex) => {
        expect(parseA1(a1(column, lineIndex))).toEqual({ column, lineIndex });
      }),
    );
    expect(parseA1('nonsense')).toBeUndefined();
  });
});
