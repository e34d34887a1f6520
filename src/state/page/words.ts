import { DICTIONARIES, type Dictionary } from '../../i18n/index.ts';
import type { Lang, Text } from '../../model/text.ts';

/** The words of the interface, in its language. */
export interface Words {
  readonly lang: () => Lang;
  readonly t: () => Dictionary;
  /** A text of a model in the language of the interface; a person's own words as they are. */
  readonly say: (text: Text | string) => string;
}

export const createWords = (lang: () => Lang): Words => ({
  lang,
  t: () => DICTIONARIES[lang()],
  say: (text) => (typeof text === 'string' ? text : text[lang()]),
});
