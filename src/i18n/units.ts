/** A line, or a part of a formula, with the unit that it has; the unit is empty where it has no name. */
export interface SaidSide {
  readonly name: string;
  readonly unit: string;
}

const en = ({ name, unit }: SaidSide): string => (unit === '' ? name : `${name} (${unit})`);
const zh = ({ name, unit }: SaidSide): string => (unit === '' ? name : `${name}（${unit}）`);
const COMPARES: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=']);

/** What is said of units that clash in a formula. */
export const UNITS_SAID = {
  en: {
    title: 'Units',
    quoted: (name: string) => `“${name}”`,
    aPart: 'a part of the formula',
    number: 'a number without a unit',
    date: 'a year',
    span: 'a span of time',
    sides: (by: string, left: SaidSide, right: SaidSide) => {
      if (COMPARES.has(by)) return `${en(left)} is compared with ${en(right)}.`;
      if (by === '+' || by === '-')
        return `${en(left)} ${by === '+' ? 'plus' : 'minus'} ${en(right)}: their units differ.`;
      return `${by} takes ${en(left)} together with ${en(right)}.`;
    },
    exponent: (by: string, side: SaidSide) =>
      by === '^'
        ? `An exponent is a number, and ${en(side)} is none.`
        : `${by} takes a number, and ${en(side)} is none.`,
    result: (given: string, unit: string) => `The formula gives ${given}, and its line is in ${unit}.`,
    whole: 'the result',
    factor: (what: string, by: string, divides: boolean) => `${divides ? 'Divide' : 'Multiply'} ${what} by ${by}.`,
    line: (what: string, by: SaidSide, divides: boolean) => `${divides ? 'Divide' : 'Multiply'} ${what} by ${en(by)}.`,
    rate: (of: string, rate: string) => `Multiply instead: ${of} * (1 + ${rate}).`,
    set: (unit: string) => `Set the unit to ${unit}`,
    setOf: (line: string, unit: string) => `Set the unit of ${line} to ${unit}`,
    lines: (count: number) =>
      `Units clash in ${count === 1 ? 'one line' : `${count} lines`}: see the marks in column B.`,
  },
  zh: {
    title: '单位',
    quoted: (name: string) => `“${name}”`,
    aPart: '公式的一部分',
    number: '无单位的纯数',
    date: '年份',
    span: '时长',
    sides: (by: string, left: SaidSide, right: SaidSide) => {
      if (COMPARES.has(by)) return `${zh(left)}与${zh(right)}单位不同，不宜比较。`;
      if (by === '+' || by === '-') return `${zh(left)}与${zh(right)}单位不同，不宜${by === '+' ? '相加' : '相减'}。`;
      return `${by}同时用到${zh(left)}与${zh(right)}，单位不同。`;
    },
    exponent: (by: string, side: SaidSide) =>
      by === '^' ? `指数应为纯数，而${zh(side)}带有单位。` : `${by}的参数应为纯数，而${zh(side)}带有单位。`,
    result: (given: string, unit: string) => `公式结果的单位为${given}，该行的单位为${unit}。`,
    whole: '结果',
    factor: (what: string, by: string, divides: boolean) => `可将${what}${divides ? '除以' : '乘以'}${by}。`,
    line: (what: string, by: SaidSide, divides: boolean) => `可将${what}${divides ? '除以' : '乘以'}${zh(by)}。`,
    rate: (of: string, rate: string) => `可改为相乘：${of}*(1+${rate})。`,
    set: (unit: string) => `单位改为${unit}`,
    setOf: (line: string, unit: string) => `将${line}的单位改为${unit}`,
    lines: (count: number) => `有${count}行的单位前后不一致，见B列标记。`,
  },
} as const;
