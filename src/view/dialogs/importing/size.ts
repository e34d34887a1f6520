import { formatNumber } from '../../../i18n/format.ts';
import type { Lang } from '../../../model/text.ts';

/** Bytes in words: 150 MB, 12 kB. */
export function sizeInWords(bytes: number, lang: Lang): string {
  const mega = bytes / 1024 / 1024;
  return mega >= 1 ? `${formatNumber(mega, lang, mega < 10 ? 1 : 0)} MB` : `${formatNumber(bytes / 1024, lang, 0)} kB`;
}
