import { plainText } from './numbers.ts';

/** Stands where a table has no number: a dash, dots, n/a, an error of a spreadsheet. */
const NOTHING =
  /^(?:|-+|[–—－…⋯]+|:(?: ?[a-z]{1,2})?|\.{2,}|n\/?a\.?|n\.a\.|null|nan|#(?:N\/A|DIV\/0!|NAME\?|NUM!|REF!|VALUE!|NULL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA|CYCLE!|ERROR!|SPILL!|LIMIT!))$/i;

export const isNothing = (text: string): boolean => NOTHING.test(plainText(text));

const MONTH = [
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?',
  'aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?',
].join('|');
const TIME = '(?:[ T]?\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]m)?)';
const DAYS = [
  // 2024-01-31, 2024/1/31, 2024-01
  '\\d{4}([-/.])\\d{1,2}(?:\\1\\d{1,2})?',
  // 2022/23, 2022-2023, 2024E, FY2024
  '\\d{4} ?[/\\-–] ?(?:\\d{4}|\\d{2})',
  '\\d{4} ?[aefp]',
  "fy ?'?\\d{2,4}",
  // 31.01.2024, 1/31/24
  '\\d{1,2}([-/.])\\d{1,2}\\2(?:\\d{4}|\\d{2})',
  // 2024年1月31日, 2024年1月, 1月31日, 2024年, 2024年第一季度
  '\\d{4} ?年(?: ?\\d{1,2} ?月(?: ?\\d{1,2} ?[日号])?)?',
  '\\d{1,2} ?月(?: ?\\d{1,2} ?[日号])?',
  '\\d{4} ?年?第?[一二三四1-4] ?季度?',
  // 31 Jan 2024, 31-Jan-24, January 2024, Jan 31, 2024
  `\\d{1,2}(?:st|nd|rd|th)?[ -]${MONTH}(?:[-, ]+\\d{2,4})?`,
  `${MONTH}[ -]?(?:\\d{1,2}(?:st|nd|rd|th)?,? )?'?\\d{2,4}`,
  // Q1 2024, 2024Q1
  `[qh][1-4][ -/]?'?\\d{2,4}`,
  `\\d{4}[ -/]?[qh][1-4]`,
];
const DATE = new RegExp(`^(?:(?:${DAYS.join('|')})${TIME}?|${TIME})$`, 'i');

/** Whether a text is a day, a month, a quarter, a year in words or a time. */
export const isDate = (text: string): boolean => DATE.test(plainText(text));

/** What stands at a number that is more than its digits: signs, currencies, units, and words such as 约 and over. */
const AROUND =
  /[\d.,:;'’/ ()[\]+\-–—±~<>=≈≥≤%‰*×^$€£¥]|US\$|RMB|CNY|USD|EUR|GBP|HKD|JPY|CR|DR|bps?|[kmbt]n?\b|thousand|million|billion|trillion|about|approx\.?|ca\.|over|under|nearly|up to|more than|less than|at least|at most|[一二三四五六七八九十百千万亿元美约近超逾余多达至到左右上下以不足家户条倍位年个点分之]/gi;

/** Whether a text that is no number was meant for one: it has digits, and hardly anything beside what stands at numbers. */
export const isFailedNumber = (text: string): boolean => {
  const plain = plainText(text);
  return plain.length <= 60 && /\d/.test(plain) && plain.replace(AROUND, '') === '';
};
