import { s } from './counted.ts';

/** What is told of a text that was pasted: what could not be read as a number, and what was assumed of the rest. */
export const PASTING = {
  en: {
    region: 'What was pasted',
    unread: (unread: number, all: number) =>
      `${unread.toLocaleString('en')} of ${s(all, 'value')} could not be read as ${
        unread === 1 ? 'a number and stays text' : 'numbers and stay text'
      }.`,
    dates: 'Dates stay text: the sheet calculates with none.',
    first: 'Show the first',
    next: 'Show the next',
    fractions: (text: string, value: string) =>
      `A guess: numbers without % were read as fractions, so that ${text} is ${value}.`,
    percent: (text: string, value: string) =>
      `A guess: numbers without % were read as percent, so that ${text} is ${value}.`,
    point: (text: string, value: string) =>
      `A guess: decimals were read behind the point, so that ${text} is ${value}.`,
    comma: (text: string, value: string) =>
      `A guess: decimals were read behind the comma, so that ${text} is ${value}.`,
    ones: (text: string, value: string) =>
      `A guess: amounts were read to the yuan or dollar, so that ${text} is ${value}.`,
    noOnes: (text: string, value: string) =>
      `A guess: the word behind amounts was read as their currency alone, so that ${text} is ${value}.`,
    foreign: (text: string, value: string) =>
      `Another currency: ${text} was taken as ${value}, and nothing was converted.`,
    noForeign: (text: string) => `Another currency: ${text} stays text.`,
    readAs: (value: string) => `Read as ${value}`,
    asText: 'Keep as text',
    withUnit: (value: string, unit: string) => `${value} ${unit}`,
  },
  zh: {
    region: '粘贴结果',
    unread: (unread: number, all: number) =>
      `${all.toLocaleString('en')}个值中有${unread.toLocaleString('en')}个未能识别为数字，仍为文本。`,
    dates: '日期保留为文本，不参与计算。',
    first: '查看第一处',
    next: '查看下一处',
    fractions: (text: string, value: string) => `推测：未带%的数按小数读取，${text}即${value}。`,
    percent: (text: string, value: string) => `推测：未带%的数按百分数读取，${text}即${value}。`,
    point: (text: string, value: string) => `推测：以“.”为小数点，${text}即${value}。`,
    comma: (text: string, value: string) => `推测：以“,”为小数点，${text}即${value}。`,
    ones: (text: string, value: string) => `推测：金额以元或美元为单位，已换算，${text}即${value}。`,
    noOnes: (text: string, value: string) => `推测：数字后的“元”等字样仅表示币种，未换算，${text}即${value}。`,
    foreign: (text: string, value: string) => `币种不同：${text}按${value}录入，未作汇率换算。`,
    noForeign: (text: string) => `币种不同：${text}保留为文本。`,
    readAs: (value: string) => `改读为${value}`,
    asText: '保留为文本',
    withUnit: (value: string, unit: string) => `${value}（${unit}）`,
  },
};
