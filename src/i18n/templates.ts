import type { Lang } from '../model/text.ts';

/** What is said of templates. */
export const TEMPLATE_TEXTS = {
  en: {
    title: 'New model',
    about:
      'A template opens as a document of your own: numbers are examples, units are in the language of now, and all can be changed.',
    blank: 'Blank',
    blankAbout: 'An empty sheet, by years, half-years, quarters or months, to type into.',
    file: 'From a file',
    fileAbout: 'A table as CSV or Excel, the file of a model, or a document.',
    examples: 'All numbers are examples: put your own in their place.',
    opened: (name: string) =>
      `“${name}” is a document of your own. Its numbers are examples; the notes of its lines say why they are made as they are.`,
  },
  zh: {
    title: '新建模型',
    about: '选用模板即新建一份自有文档：数值均为示例，单位按当前语言写入，各处均可修改。',
    blank: '空白模型',
    blankAbout: '空表，可按年、半年、季度或月，直接输入。',
    file: '从文件导入',
    fileAbout: 'CSV或Excel表格、模型文件，或文档。',
    examples: '全部数值均为示例，请替换为自己的数据。',
    opened: (name: string) => `已新建文档“${name}”。其中数值均为示例；各行说明中写有为何如此设置。`,
  },
};

/** Units of the templates in a Chinese document, which has its own words for what is counted. */
const UNITS_IN_CHINESE: Readonly<Record<string, string>> = {
  EUR: '元',
  'mn EUR': '百万元',
  customers: '户',
  'EUR per customer': '元/户',
  units: '台',
  'EUR per unit': '元/台',
  people: '人',
  'EUR per person': '元/人',
  t: '吨',
  'EUR per t': '元/吨',
  months: '个月',
  month: '月份',
};

/** A unit of a template in a document that is begun in a language; one that has names in both stays. */
export const templateUnit = (unit: string, lang: Lang): string =>
  lang === 'zh' && Object.hasOwn(UNITS_IN_CHINESE, unit) ? (UNITS_IN_CHINESE[unit] as string) : unit;

/** The same of its currency, and of who published its examples. */
export const templateCurrency = (currency: string, lang: Lang): string => (lang === 'zh' ? 'CNY' : currency);
export const templatePublisher = (publisher: string, lang: Lang): string =>
  lang === 'zh' && publisher === 'Example' ? '示例' : publisher;
