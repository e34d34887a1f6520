import { type Accessor, createEffect, createSignal } from 'solid-js';
import * as v from 'valibot';
import type { Money } from '../../i18n/money.ts';
import type { ChartSpan } from '../../model/model.ts';
import type { Lang } from '../../model/text.ts';
import { readStored, writeStored } from './stored.ts';

/** What a person chose about the interface; it outlives the page and belongs to no document. */
export interface Preferences {
  readonly lang: Accessor<Lang>;
  readonly setLang: (lang: Lang) => void;
  /** The money of chart and answer: as chosen, else the one of the language. */
  readonly money: Accessor<Money>;
  readonly setMoney: (money: Money) => void;
  /** Up to where charts are looked at, once it was chosen. */
  readonly span: Accessor<ChartSpan | undefined>;
  readonly setSpan: (span: ChartSpan) => void;
  /**
   * How the maker of a link reads it; nothing of it is kept. The reader's language wins: the one that they chose, or
   * their browser's, so a link's is taken only where they have neither. Money is the link's until they choose another,
   * so that they see the figures that its maker saw.
   */
  readonly lend: (reading: { readonly lang?: Lang; readonly money?: Money }) => void;
}

export interface WithPreferences {
  readonly preferences: Preferences;
}

const KEY = 'foresheet.preferences';
const Stored = v.object({
  lang: v.optional(v.picklist(['en', 'zh'])),
  money: v.optional(v.picklist(['bn yuan', 'yi yuan', 'bn US$'])),
  span: v.optional(v.picklist(['targets', 'round', 'all'])),
});

const LANGS: readonly Lang[] = ['zh', 'en'];

export function createPreferences(): Preferences {
  const stored = readStored(KEY, Stored) ?? {};
  const spoken = LANGS.find((lang) => navigator.language.startsWith(lang));
  const [lang, setLang] = createSignal<Lang>(stored.lang ?? spoken ?? 'en');
  const [chosen, setChosen] = createSignal<Money | undefined>(stored.money);
  const [span, setSpan] = createSignal(stored.span);
  const [lent, setLent] = createSignal<Money | undefined>();
  createEffect(() => {
    document.documentElement.lang = lang() === 'zh' ? 'zh-CN' : 'en';
  });
  const keep = () =>
    writeStored(KEY, { lang: lang(), ...(span() ? { span: span() } : {}), ...(chosen() ? { money: chosen() } : {}) });
  return {
    lang,
    setLang: (value) => {
      setLang(value);
      keep();
    },
    money: () => {
      const money = lent() ?? chosen() ?? 'bn yuan';
      // In Chinese nothing is counted in billions of yuan.
      return money === 'bn yuan' && lang() === 'zh' ? 'yi yuan' : money;
    },
    lend: (reading) => {
      setLent(reading.money);
      if (reading.lang && !stored.lang && !spoken) setLang(reading.lang);
    },
    setMoney: (value) => {
      setLent(undefined);
      setChosen(value);
      keep();
    },
    span,
    setSpan: (value) => {
      setSpan(value);
      keep();
    },
  };
}
