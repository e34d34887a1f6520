import type { Lang } from '../model/text.ts';
import { type Dictionary, en } from './en.ts';
import { zh } from './zh.ts';

export type { Dictionary };
export const DICTIONARIES: Readonly<Record<Lang, Dictionary>> = { en, zh };
