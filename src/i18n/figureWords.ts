import type { Bound, Figure, Source } from '../model/figure.ts';
import type { Lang } from '../model/text.ts';
import { formatDate } from './format.ts';

/** How a source put a number, before it. */
const BOUNDS: Readonly<Record<Bound, { readonly en: string; readonly zh: string }>> = {
  reach: { en: '', zh: '达到' },
  exact: { en: 'exactly', zh: '' },
  'at least': { en: 'at least', zh: '超过' },
  about: { en: 'about', zh: '约' },
  nearly: { en: 'nearly', zh: '近' },
};

/** A number with its unit as its source put it: "at least 2,000 firms", 超过3000亿元; a target in Chinese is 1500亿元以上. `isNamed`: it is called a target. */
export function bounded(
  words: string,
  { bound, kind }: Pick<Figure, 'bound' | 'kind'>,
  lang: Lang,
  isNamed = true,
): string {
  if (lang === 'en') return [BOUNDS[bound].en, words].filter(Boolean).join(' ');
  if (kind !== 'target') return BOUNDS[bound].zh + words;
  const said = bound === 'at least' ? `${words}以上` : bound === 'reach' ? words : BOUNDS[bound].zh + words;
  return isNamed ? `目标：${said}` : said;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const QUARTERS = ['一', '二', '三', '四'];

/** What is said in Chinese of a part of a year. */
const PARTS: readonly (readonly [RegExp, (first: string, last: string) => string])[] = [
  [/^$/, () => ''],
  [/^H([12])$/, (half) => (half === '1' ? '上半年' : '下半年')],
  [/^Q1-Q([234])$/, (last) => (last === '4' ? '全年' : `前${last === '2' ? '两' : QUARTERS[Number(last) - 1]}季度`)],
  [/^Q([1-4])$/, (quarter) => `${QUARTERS[Number(quarter) - 1]}季度`],
  [/^-?(0[1-9]|1[0-2])$/, (month) => `${Number(month)}月`],
  [/^([A-Z][a-z]{2})-([A-Z][a-z]{2})$/, (a, b) => `${MONTHS.indexOf(a) + 1}—${MONTHS.indexOf(b) + 1}月`],
];

/** The period of a figure: in English as its source has it, in Chinese 2025年1—10月, 2025年上半年, 2022—2026年. */
export function figurePeriod(period: string, lang: Lang): string {
  const [, year, part = ''] = /^(\d{4})\s*(.*)$/.exec(period) ?? [];
  if (lang === 'en' || !year) return period;
  if (/^-\d{4}$/.test(part)) return `${year}—${part.slice(1)}年`;
  for (const [form, say] of PARTS) {
    const found = form.exec(part);
    if (found) return `${year}年${say(found[1] ?? '', found[2] ?? '')}`;
  }
  return period;
}

/** Who published a source, in Chinese by its Chinese name where it has one. */
export const publisherOf = ({ publisher, publisherZh }: Source, lang: Lang): string =>
  (lang === 'zh' && publisherZh) || publisher;

/** Who published a figure and when: "Securities Times, 25 November 2025", 证券时报，2025年11月25日. */
export const citation = (source: Source, reported: string, lang: Lang): string =>
  [publisherOf(source, lang), formatDate(reported, lang)].join(lang === 'zh' ? '，' : ', ');
