import type { Lang } from '../model/text.ts';

/** Definitions, regions and units of figures as the seeds name them, in Chinese. */
const TERMS: Readonly<Record<string, string>> = {
  'core industry': '核心产业',
  'core industry (CAICT)': '核心产业（中国信通院口径）',
  'core industry revenue': '核心产业营业收入',
  'core sector (NDRC)': '核心产业（国家发展改革委口径）',
  'core revenue above designated size': '规模以上核心产业营业收入',
  'AI enterprises': '人工智能企业',
  'AI industry output value': '人工智能产业产值',
  'AI-related industries': '人工智能相关产业',
  'AI-related output': '人工智能相关产值',
  'core enterprises': '核心企业',
  'core enterprises (white paper)': '核心企业（白皮书口径）',
  enterprises: '企业',
  'enterprises (CAICT)': '企业（中国信通院口径）',
  'enterprises above designated size': '规模以上企业',
  industry: '产业',
  'industry (CAICT)': '产业（中国信通院口径）',
  'industry (CCID)': '产业（赛迪口径）',
  'industry output': '产业产值',
  'industry scale (association estimate)': '产业规模（协会测算）',
  'overall AI industry output': '人工智能产业总产值',
  unclear: '口径不明',
};

/** A definition in the language of the interface; one that has no translation is shown as the seeds have it. */
export const term = (name: string, lang: Lang): string => (lang === 'zh' ? (TERMS[name] ?? name) : name);
