import type { Slot } from '../../model/content.ts';
import type { Text } from '../../model/text.ts';
import type { Axis } from './axes.ts';
import type { Source } from './types.ts';

/** A line that is to be: a heading, one value, or one a period. */
export interface Draft {
  readonly kind: 'heading' | 'scalar' | 'periods';
  readonly sheet: number;
  /** Where its label stands, or its first cell. */
  readonly from: Source;
  label: Text;
  /** The title of its block, which tells it from another of the same label. */
  title: string;
  readonly unit: string;
  readonly note: string;
  /** Of periods: the axis along which it runs. */
  readonly axis?: Axis;
  /** Whether its positions are columns of the sheet. */
  readonly isAcross: boolean;
  /** Whether its cells are heads of periods. */
  readonly isHead?: true;
  /** Where each of its places stands in the sheet, by position along the axis, empty ones too; `value` of a scalar. */
  readonly cells: ReadonlyMap<number | 'value', readonly [row: number, column: number]>;
  id: string;
  /** Its place among the lines. */
  index: number;
}

/** Where a cell of the file stands: in which line, at which position of its axis. */
export interface Place {
  readonly draft: Draft;
  readonly at: number | 'value';
}

/** The periods of the model at which the positions of each axis stand. */
export type AxisSlots = ReadonlyMap<Axis, ReadonlyMap<number, number>>;

/** The slot of a place; undefined where its period is none of the model. */
export const slotOf = ({ draft, at }: Place, slots: AxisSlots): Slot | undefined =>
  at === 'value' ? at : draft.axis && slots.get(draft.axis)?.get(at);

/** Cells to which formulas refer. */
export interface Needs {
  /** Whether one is referred to by itself, or where texts and empty cells count. */
  single(sheet: number, row: number, column: number): boolean;
  /** Whether it is in any range. */
  covered(sheet: number, row: number, column: number): boolean;
  /** Whether a range goes down over it and others. */
  vertical(sheet: number, row: number, column: number): boolean;
  /** Those that are referred to by themselves. */
  singles(sheet: number): Iterable<readonly [row: number, column: number]>;
}

export const both = (text: string): Text => ({ en: text, zh: text });
export const joined = (...parts: readonly (Text | string)[]): Text => {
  const of = (lang: 'en' | 'zh') =>
    parts
      .map((part) => (typeof part === 'string' ? part : part[lang]))
      .filter((part) => part !== '')
      .join(' – ');
  return { en: of('en'), zh: of('zh') };
};

/** A line to be, which has no id and no place yet. */
export const draftOf = (own: Pick<Draft, 'kind' | 'from' | 'label'> & Partial<Draft>): Draft => ({
  sheet: own.from.sheet,
  title: '',
  unit: '',
  note: '',
  isAcross: true,
  cells: new Map(),
  id: '',
  index: -1,
  ...own,
});

export const headingOf = (from: Source, label: Text): Draft => draftOf({ kind: 'heading', from, label });
