import { createEffect, createMemo, createRoot } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { derived, Picture } from '../../../src/state/document/picture.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A picture with a value, what is drawn of it and of its double, and how often. */
function paint() {
  return createRoot((dispose) => {
    onTestFinished(dispose);
    const picture = new Picture();
    const [value, set] = picture.value(1);
    const double = derived(
      createMemo(() => 2 * value()),
      () => 2 * value(),
    );
    const drawn: (readonly [number, number])[] = [];
    createEffect(() => drawn.push([value(), double()]));
    return { picture, value, double, set, drawn };
  });
}

describe('the picture', () => {
  it('follows at once what is set', () => {
    const { set, drawn } = paint();
    set(2);
    expect(drawn).toEqual([
      [1, 2],
      [2, 4],
    ]);
  });

  it('waits while it is held, but who asks is told what stands: the next key works on that', () => {
    const { picture, value, double, set, drawn } = paint();
    picture.hold();
    set(2);
    set(3);
    expect(drawn).toEqual([[1, 2]]);
    expect([value(), double()]).toEqual([3, 6]);
    picture.show();
    expect(drawn).toEqual([
      [1, 2],
      [3, 6],
    ]);
  });

  it('waits no longer than a frame for what does not come', () => {
    const { picture, set, drawn } = paint();
    picture.hold();
    set(2);
    vi.advanceTimersByTime(15);
    expect(drawn).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(drawn.at(-1)).toEqual([2, 4]);
    set(3);
    expect(drawn.at(-1)).toEqual([3, 6]);
  });

  it('does not wait where the values before took longer than a frame: what was typed is shown while they are computed', () => {
    const { picture, set, drawn } = paint();
    picture.hold(40);
    set(2);
    expect(drawn).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(drawn.at(-1)).toEqual([2, 4]);
  });

  it('is not kept waiting by a hand that does not stop', () => {
    const { picture, set, drawn } = paint();
    for (let value = 2; value < 12; value++) {
      picture.hold();
      set(value);
      vi.advanceTimersByTime(8);
    }
    expect(drawn.length).toBeGreaterThan(4);
  });

  it('has what need not be seen done after the frame, and before the next thing that is done', () => {
    const { picture, set, drawn } = paint();
    const done: string[] = [];
    picture.hold();
    set(2);
    picture.after(() => done.push(`first, of ${drawn.length}`));
    picture.show();
    expect(done).toEqual([]);
    picture.after(() => done.push('second'));
    expect(done).toEqual(['first, of 2', 'second']);
    picture.hold();
    picture.after(() => done.push('third'));
    vi.advanceTimersByTime(100);
    expect(done).toEqual(['first, of 2', 'second', 'third']);
  });
});
