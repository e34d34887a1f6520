import { HOLE } from './sourceTexts.ts';

/** A rule of words, and what breaks it. */
export interface Rule {
  readonly rule: string;
  readonly breaks: RegExp;
}

/** Formulas, addresses, syntax and quoted Latin within a sentence, which keep their own signs. */
const CODE = [
  /`[^`]*`/g,
  // “North (m3/day)”, and {a} + {b} in straight quotes.
  /“[^“”\p{Script=Han}]*”|"[^"\p{Script=Han}]*"/gu,
  // SUM(D5:O5), IF(除数=0, "", …), v(S)
  /[A-Z][A-Z0-9.]*\((?:[^()]|\([^()]*\))*\)?|[\w\u25a1]\([^()\p{Script=Han}]*\)/gu,
  /@\[?\w+\]?|\([\d,]+\)|\*?\(1[+-][^)]*\)|https?:\/\/|\[[\d,. ]+\]|\{[^}]*\}|\.[a-z]{2,}\b/g,
];

/** A Chinese text without what is no Chinese in it. */
export const prose = (text: string): string => CODE.reduce((rest, code) => rest.replace(code, HOLE), text);

const HAN = '[\\p{Script=Han}，。；：！？、（）“”《》]';

/** A space in a sentence; beside a piece of a file it sets that piece off. */
export const SPACES: Rule = {
  rule: 'no space beside a Chinese character or its punctuation',
  breaks: new RegExp(`${HAN}[ \u00a0]|[ \u00a0]${HAN}`, 'u'),
};

/** How official statistics and analysts write Chinese. */
export const CHINESE: readonly Rule[] = [
  {
    rule: 'full-width punctuation',
    breaks: /[\p{Script=Han}\u25a1”）》][,;:!?]|[,;:!?][\p{Script=Han}“（《]|[()]|\p{Script=Han}\./u,
  },
  { rule: '“ ” for quotes', breaks: /["']/ },
  { rule: 'no mark twice', breaks: /[，。；：、]{2}/ },
  { rule: 'an ellipsis of one sign', breaks: /\.\.\.|……/ },
  { rule: 'a full dash in a span', breaks: /\d[–~～]\d|年[-–~～]/ },
  { rule: 'money in 亿 and 万', breaks: /十亿|10亿/ },
  { rule: 'a polite address', breaks: /你/ },
];

/** Words that were given up, each with the one that has its place. */
export const GIVEN_UP: readonly (readonly [word: RegExp, instead: string])[] = [
  [/有效增速/, '综合增速'],
  [/图示指标/, '图表指标'],
  [/反推/, '目标倒推'],
  [/文字公式/, '公式含义'],
  [/引用关系/, '引用箭头'],
  [/在表中标示/, '在表中显示'],
  [/键盘操作/, '键盘快捷键'],
  [/脱钩/, '外部冲击'],
  [/第[一二三四]季度/, '一季度'],
  [/年均增长率|复合增长率/, '年均增速'],
  [/预估值/, '预测值'],
  [/实绩|观测值/, '实际值'],
  [/场景(?!应用)(?<!应用场景)/, '情景'],
  [/备注/, '说明'],
  [/缺省/, '默认'],
  [/约 /, '约'],
];

/** The same in English. */
export const ENGLISH: readonly Rule[] = [
  { rule: '“ ” and ’ for quotes', breaks: /(?:^|[a-z.] )"\w|\w'(?:s|t|re|ll|ve)\b/ },
  { rule: 'an ellipsis of one sign', breaks: /\.\.\./ },
  { rule: 'one space', breaks: /[a-z.,;:] {2}\S/ },
  { rule: 'no space before a mark', breaks: /[a-z] [,;:!?](?: |$)/ },
  {
    rule: 'no word of a programmer',
    breaks: /\b(?:null|undefined|payload|boolean|regex|workers?|DOM|API|callback|parse|parser|parsed)\b/,
  },
];

/** Latin words that Chinese keeps: names, keys, formats and currencies. */
export const KEPT_IN_CHINESE: ReadonlySet<string> = new Set(
  `Foresheet Excel OpenDocument GNU IAMC CSV JSON YAML PNG UTF GB Big JIS Shift Windows Chrome Edge Firefox Safari
  Enter Tab Esc Ctrl Home EUR CNY USD GDP MB REF https XLOOKUP OFFSET INDEX INDIRECT SUM MIN MAX NPV MRR xoshiro EFLOPS PERT
  metalog SIPmath HDR`.split(/\s+/),
);
