import type { Lang } from '../model/text.ts';

const en = {
  /** What was done. `waiting`: typed values behind the boundary; `back`: those that count again. */
  moved: (period: string | undefined, waiting: number, back: number) =>
    [
      period ? `Actual until ${period}.` : 'All periods are forecast.',
      back > 0 && `${back} typed ${back === 1 ? 'value counts' : 'values count'} again.`,
      waiting > 0 &&
        `${waiting} typed ${waiting === 1 ? 'value' : 'values'} after it ${waiting === 1 ? 'is' : 'are'} kept; formulas count there.`,
    ]
      .filter(Boolean)
      .join(' '),
  actual: 'Actual value',
  typed: 'Typed for this period in place of the formula, in every scenario.',
  back: 'Back to the formula',
  later: 'Kept actual value',
  waits: (value: string, until: string) =>
    `${value}. This period comes after ${until}, the last actual one: the formula counts.`,
  until: 'Actual until',
  untilHint: 'Up to it what is typed counts, after it the formula. Empty: all is forecast.',
  noBoundary: 'One of the periods of the sheet, or nothing.',
};

const zh: typeof en = {
  moved: (period, waiting, back) =>
    [
      period ? `实际值截至${period}。` : '全部期间均为预测。',
      back > 0 && `${back}个输入值重新生效。`,
      waiting > 0 && `其后${waiting}个输入值予以保留，暂按公式计算。`,
    ]
      .filter(Boolean)
      .join(''),
  actual: '实际值',
  typed: '本期为输入值，替代公式，各情景通用。',
  back: '改用公式',
  later: '保留的实际值',
  waits: (value, until) => `${value}。本期晚于实际值截至期${until}，按公式计算。`,
  until: '实际值截至',
  untilHint: '截至该期采用输入值，其后按公式计算；留空则全部为预测。',
  noBoundary: '请填写表中的一个期间，或留空。',
};

/** What is said of the boundary between the actual part and the forecast. */
export const BOUNDARY: Readonly<Record<Lang, typeof en>> = { en, zh };
