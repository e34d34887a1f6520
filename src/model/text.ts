/** The two languages of the interface; every text that a person reads exists in both. */
export type Lang = 'en' | 'zh';

/** A text in both languages. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}
