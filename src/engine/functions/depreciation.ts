import { define, fail, logical, number } from './define.ts';

/** What is written off up to a time, a period in proportion; `keeps`: the rate is kept where a straight line gives more. */
function writtenOff(
  cost: number,
  salvage: number,
  life: number,
  until: number,
  factor: number,
  keeps: boolean,
): number {
  let sum = 0;
  for (let period = 1; period <= Math.ceil(until); period++) {
    const left = cost - sum;
    const declining = left * Math.min(1, factor / life);
    const straight = (left - salvage) / (life - period + 1);
    const most = Math.max(0, left - salvage);
    const own = Math.min(most, keeps ? declining : Math.max(declining, straight));
    sum += own * Math.min(1, until - period + 1);
  }
  return sum;
}

export const DEPRECIATION = [
  define({
    name: 'VDB',
    summary: 'What is written off between two times, by a declining balance and then a straight line.',
    source: 'https://support.microsoft.com/office/vdb-function-dde4e207-f3fa-488d-91d2-66d55e861d73',
    parameters: [
      number('cost', { minValue: 0 }),
      number('salvage', { minValue: 0 }),
      number('life', { greaterThan: 0 }),
      number('start_period', { minValue: 0 }),
      number('end_period', { minValue: 0 }),
      number('factor', { defaultValue: 2, emptyAsDefault: true, greaterThan: 0 }),
      logical('no_switch', { defaultValue: false }),
    ],
    calculate: (
      cost: number,
      salvage: number,
      life: number,
      start: number,
      end: number,
      factor: number,
      keeps: boolean,
    ) => {
      if (end < start || end > life) return fail.num();
      const until = (time: number) => writtenOff(cost, salvage, life, time, factor, keeps);
      return until(end) - until(start);
    },
  }),
];
