import { type Accessor, createEffect, createSignal } from 'solid-js';
import * as v from 'valibot';
import type { Money } from '../i18n/money.ts';
import type { Lang } from '../model/text.ts';

/** What a person chose about the interface; it outlives the page and belongs to no document. */
export interface Preferences {
  readonly lang: Accessor<Lang>;
  readonly setLang: (lang: Lang) => void;
  /** The money of chart and answer: as chosen, else the one of the language. */
  readonly money: Accessor<Money>;
  readonly setMoney: (money: Money) => void;
}

const KEY = 'foresheet.preferences';
const Stored = v.object({
  lang: v.optional(v.picklist(['en', 'zh'])),
  money: v.optional(v.picklist(['bn yuan', 'yi yuan', 'bn US$'])),
});

/** What was kept; nothing where storage is closed, empty or holds something else. */
function read(): v.InferOutput<typeof Stored> {
  try {
    const parsed = v.safeParse(Stored, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

/** Keeps the choice; a browser that refuses storage only forgets it. */
function write(stored: v.InferOutput<typeof Stored>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(stored));
  } catch {
    // Private windows and full disks: the choice holds for this page.
  }
}

export function createPreferences(): Preferences {
  const stored = read();
  const [lang, setLang] = createSignal<Lang>(stored.lang ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'));
  const [chosen, setChosen] = createSignal<Money | undefined>(stored.money);
  createEffect(() => {
    document.documentElement.lang = lang() === 'zh' ? 'zh-CN' : 'en';
  });
  const keep = () => write({ lang: lang(), ...(chosen() ? { money: chosen() } : {}) });
  return {
    lang,
    setLang: (value) => {
      setLang(value);
      keep();
    },
    money: () => chosen() ?? (lang() === 'zh' ? 'yi yuan' : 'bn yuan'),
    setMoney: (value) => {
      setChosen(value);
      keep();
    },
  };
}
