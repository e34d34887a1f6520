/** What is said of a large workbook while its scenarios are computed one after another, and where it has no room. */
export const GROWING = {
  en: {
    calculating: (scenario: string) => `Calculating “${scenario}”`,
    part: (percent: string) => `${percent}%`,
    awaited: (scenarios: readonly string[]) => `Not drawn yet, being calculated: ${quoted(scenarios)}.`,
    left: (scenarios: readonly string[], ceiling: string) =>
      `Not drawn: ${quoted(scenarios)}. With them more than ${ceiling} formulas would be calculated at a time. Choose a tab to see its scenario.`,
    notCompared: (formulas: string, ceiling: string) =>
      `Not compared: all scenarios together have ${formulas} formulas, and ${ceiling} can be calculated at a time.`,
    has: (parts: readonly (readonly [scenario: string, formulas: string])[]) =>
      `${parts.map(([scenario, formulas]) => `“${scenario}” has ${formulas} formulas`).join(', ')}.`,
    pair: 'A scenario is calculated beside the base.',
    takeAway: (rows: string, periods: string, fewerRows: string, fewerPeriods: string) =>
      `${rows} lines have a formula in each of ${periods} periods: ${fewerRows} lines or ${fewerPeriods} periods fewer would do.`,
    fewer: (scenarios: string) => `So would ${scenarios === '1' ? 'one scenario' : `${scenarios} scenarios`} fewer.`,
  },
  zh: {
    calculating: (scenario: string) => `正在计算“${scenario}”`,
    part: (percent: string) => `${percent}%`,
    awaited: (scenarios: readonly string[]) => `正在计算，尚未绘出：${quotedZh(scenarios)}。`,
    left: (scenarios: readonly string[], ceiling: string) =>
      `未绘出：${quotedZh(scenarios)}。加上它们，同时计算的公式将超过${ceiling}个；点选标签可查看该情景。`,
    notCompared: (formulas: string, ceiling: string) =>
      `无法比较：全部情景共有${formulas}个公式，最多只能同时计算${ceiling}个。`,
    has: (parts: readonly (readonly [scenario: string, formulas: string])[]) =>
      `${parts.map(([scenario, formulas]) => `“${scenario}”有${formulas}个公式`).join('，')}。`,
    pair: '每个情景须与基准一同计算。',
    takeAway: (rows: string, periods: string, fewerRows: string, fewerPeriods: string) =>
      `共有${rows}行公式，各${periods}期：减少${fewerRows}行或${fewerPeriods}期即可。`,
    fewer: (scenarios: string) => `减少${scenarios}个情景亦可。`,
  },
};

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
const quotedZh = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');
