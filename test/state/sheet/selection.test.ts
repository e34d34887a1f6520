import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  boxOf,
  disjoint,
  inBox,
  placesOf,
  rangeOf,
  type Selection,
  selectedColumns,
  stepWithin,
} from '../../../src/document/selection.ts';
import { copyShape, landingCount, landings } from '../../../src/state/ranges/clip.ts';

const box: fc.Arbitrary<Box> = fc
  .tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6))
  .map(([a, b, c, d]) => boxOf({ from: { line: a, column: c }, to: { line: b, column: d } }));
const selectionOf = (boxes: readonly Box[]): Selection => {
  const ranges = boxes.map(rangeOf);
  const range = ranges.at(-1) ?? rangeOf({ top: 0, bottom: 0, left: 0, right: 0 });
  return { active: range.from, range, others: ranges.slice(0, -1) };
};
const key = ({ line, column }: { line: number; column: number }) => `${line},${column}`;

describe('selected ranges', () => {
  it('are counted once where they overlap', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 5 }), (boxes) => {
        const places = disjoint(boxes).flatMap(placesOf).map(key);
        expect(places.length).toBe(new Set(places).size);
        expect(new Set(places)).toEqual(new Set(boxes.flatMap(placesOf).map(key)));
      }),
    );
  });

  it('tell each line which of its columns they hold', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 4 }), fc.nat(7), fc.nat(7), (boxes, line, column) => {
        const stretches = selectedColumns(selectionOf(boxes), line) ?? [];
        const pairs = Array.from({ length: stretches.length / 2 }, (_, i) => stretches.slice(2 * i, 2 * i + 2));
        const held = pairs.some(([first = 0, last = -1]) => column >= first && column <= last);
        expect(held).toBe(boxes.some((b) => inBox({ line, column }, b)));
      }),
    );
  });

  it('are walked through by Enter and by Tab, each place once, and come round', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean(), (boxes, down, forward) => {
        fc.pre(disjoint(boxes).length === boxes.length && boxes.every((b, i) => disjoint(boxes)[i] === b));
        const start = selectionOf(boxes);
        const step = forward ? 1 : -1;
        let selection = start;
        const seen = new Set<string>();
        for (let i = 0; i < boxes.flatMap(placesOf).length; i++) {
          seen.add(key(selection.active));
          selection = { ...selection, active: down ? stepWithin(selection, step, 0) : stepWithin(selection, 0, step) };
        }
        expect(seen.size).toBe(boxes.flatMap(placesOf).length);
        expect(selection.active).toEqual(start.active);
      }),
    );
  });
});

describe('a copy of several ranges', () => {
  const at = (top: number, bottom: number, left: number, right: number): Box => ({ top, bottom, left, right });
  it('is put together where they share lines or columns, and none otherwise', () => {
    expect(copyShape(selectionOf([at(1, 2, 5, 5), at(1, 2, 3, 3)]))).toEqual({ lines: [1, 2], columns: [3, 5] });
    expect(copyShape(selectionOf([at(1, 1, 3, 4), at(4, 4, 3, 4)]))).toEqual({ lines: [1, 4], columns: [3, 4] });
    expect(copyShape(selectionOf([at(1, 1, 3, 4), at(4, 4, 3, 5)]))).toBeUndefined();
  });
});

describe('a paste', () => {
  it('fills all selected places with one value, repeats what fits evenly, and else lands once', () => {
    const selected = (top: number, bottom: number, left: number, right: number) => [{ top, bottom, left, right }];
    const places = (height: number, width: number, boxes: readonly Box[]) => {
      const all = [...landings(height, width, boxes)].map(({ to }) => key(to));
      expect(landingCount(height, width, boxes)).toBe(all.length);
      return all;
    };
    expect(places(1, 1, [...selected(0, 1, 0, 1), ...selected(5, 5, 5, 5)])).toHaveLength(5);
    expect(places(1, 2, selected(0, 2, 0, 3))).toHaveLength(12);
    expect(places(2, 2, selected(4, 4, 3, 5))).toEqual(['4,3', '4,4', '5,3', '5,4']);
    expect(places(0, 0, selected(0, 0, 0, 0))).toEqual([]);
  });
});
