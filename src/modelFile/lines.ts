import { NO_UNIT } from '../document/undecided.ts';
import { isLineId } from '../model/check.ts';
import { MAX_CELL_LENGTH } from '../model/content.ts';
import type { Input, InputRange, Line, Series } from '../model/line.ts';
import type { Warning } from '../model/model.ts';
import { tryParse } from '../model/notation.ts';
import { type LongerStep, PER_YEAR, stepOf } from '../model/periods.ts';
import type { Text } from '../model/text.ts';
import { isUnit, type Unit } from '../model/units.ts';
import type { Path } from './comments.ts';
import { both, type Context, readCell, readQuantity, readUnit, report, slotKey, stored, toFormula } from './context.ts';
import { brief } from './problems.ts';
import {
  isGrouped,
  isPlainQuantity,
  parseQuantity,
  parseRange,
  powerIn,
  type Quantity,
  roundStep,
  shifted,
} from './quantity.ts';
import type { LineFile, TextFile } from './schema.ts';
import { inWords } from './words.ts';

type Key = keyof LineFile;

const LABEL: readonly Key[] = ['label', 'en', 'zh'];
const MEASURED: readonly Key[] = [...LABEL, 'unit', 'decimals', 'rollup', 'note'];
const ASSUMED: readonly Key[] = ['range', 'why', 'judged', 'basis', 'uncertain', 'memory'];
const WARNS: readonly Key[] = ['at', 'text', 'severity'];
/** What a line of each kind may say, the key that makes it one first. */
const KEYS: Readonly<Record<'heading' | 'check' | 'result' | 'formula' | 'value', readonly Key[]>> = {
  heading: ['heading', 'note'],
  check: ['check', ...WARNS, ...LABEL, 'decimals', 'rollup', 'note'],
  result: ['result', ...WARNS, ...MEASURED],
  formula: ['formula', 'first', 'values', 'exceptions', 'start', 'step', ...MEASURED],
  value: ['value', ...ASSUMED, 'figure', 'take', 'per_period', 'step', ...MEASURED],
};
type Kind = keyof typeof KEYS;

/** What all lines have that hold values. */
type Common = Pick<Input, 'id' | 'label' | 'note' | 'unit' | 'decimals' | 'rollup' | 'step'>;

/** Words of the language that would reach what is no data. */
const RESERVED = new Set(['constructor', 'prototype', 'tostring', 'valueof']);
export const isFreeId = (id: string): boolean => id.length <= 80 && isLineId(id) && !RESERVED.has(id);

const SERIES: readonly Key[] = ['formula', 'first', 'values', 'exceptions', 'start'];
const kindOf = (file: LineFile): Kind =>
  file.heading !== undefined
    ? 'heading'
    : file.check !== undefined
      ? 'check'
      : file.result !== undefined
        ? 'result'
        : SERIES.some((key) => file[key] !== undefined)
          ? 'formula'
          : 'value';

/** What a line is called, as its file says it. */
const labelOf = (id: string, { label, en, zh }: LineFile): TextFile =>
  label ??
  (en === undefined && zh === undefined
    ? inWords(id)
    : { ...(en === undefined ? {} : { en }), ...(zh === undefined ? {} : { zh }) });

/** What an assumption rests on that nothing is cited for. */
function judgement(text: TextFile): Text {
  const { en, zh } = both(text);
  return { en: `Judgement: ${en}`, zh: `判断：${zh}` };
}

/** The lines of a file, with the warnings that stand at them. */
export class LineReader {
  readonly lines: Line[] = [];
  readonly warnings: Warning[] = [];
  readonly #units = new Map<string, Unit>();

  constructor(
    readonly context: Context,
    readonly files: Readonly<Record<string, LineFile>>,
  ) {
    for (const [id, file] of Object.entries(files)) {
      const path = ['lines', id];
      if (!isFreeId(id)) report(context, path, { kind: 'id', id: brief(id) }, 'key');
      const line = this.#line(id, file, path);
      if (line) this.lines.push(line);
    }
  }

  #line(id: string, file: LineFile, path: Path): Line | undefined {
    const kind = kindOf(file);
    const wrong = (Object.keys(file) as Key[]).find((key) => !KEYS[kind].includes(key));
    if (wrong) {
      report(this.context, [...path, wrong], { kind: 'mixed', key: wrong, other: kind }, 'key');
      return undefined;
    }
    for (const [key, other] of [
      ['en', 'label'],
      ['zh', 'label'],
      ['judged', 'why'],
    ] as const)
      if (file[key] !== undefined && file[other] !== undefined)
        report(this.context, [...path, key], { kind: 'mixed', key, other }, 'key');
    const named = {
      id,
      label: both(file.heading ?? labelOf(id, file)),
      ...(file.note === undefined ? {} : { note: both(file.note) }),
    };
    if (kind === 'heading') return { ...named, kind: 'heading' };
    const decimals = file.decimals === undefined ? {} : { decimals: file.decimals };
    const rollup = file.rollup === undefined ? {} : { rollup: file.rollup };
    const { unit, quantity } = this.#measure(id, file, path);
    if (unit === undefined) return undefined;
    const common = { ...named, unit, ...decimals, ...rollup, ...this.#step(file, path) };
    if (kind === 'value') return this.#input(file, path, common, quantity);
    if (kind === 'formula') return this.#series(file, path, common, quantity);
    this.#warn(id, file, path);
    const formula =
      kind === 'check'
        ? `=IF(${this.context.formulas.plain([...path, 'check'], String(file.check))},1,0)`
        : toFormula(this.context, [...path, 'result'], file.result ?? '');
    this.#short([...path, kind], formula);
    return { ...common, kind: 'result', formula };
  }

  /** The step of a line's own periods. */
  #step({ step, formula, per_period }: LineFile, path: Path): { readonly step?: LongerStep } {
    if (step === undefined) return {};
    const own = stepOf(this.context.periods);
    if (formula === undefined && per_period !== true)
      report(this.context, [...path, 'step'], { kind: 'needs', key: 'step', other: 'per_period: true' }, 'key');
    else if (PER_YEAR[step] > PER_YEAR[own]) report(this.context, [...path, 'step'], { kind: 'shorter', step, own });
    return { step };
  }

  /** The unit of a line, and the quantity in which it is named: its value, or its first period. */
  #measure(id: string, file: LineFile, path: Path): { unit: Unit | undefined; quantity?: Quantity | undefined } {
    if (file.check !== undefined) return { unit: 'check' };
    const key = file.value !== undefined ? 'value' : 'first';
    const text = file[key];
    const isQuantity = text !== undefined && (key === 'value' || isPlainQuantity(text) || isGrouped(text));
    const quantity = isQuantity ? readQuantity(this.context, [...path, key], text) : undefined;
    if (isQuantity && !quantity) return { unit: undefined };
    const typed = quantity?.unit ?? (quantity ? undefined : typedUnit(file));
    const named =
      file.unit === undefined
        ? typed === undefined
          ? (this.#copied(file) ?? this.#cited(file) ?? NO_UNIT)
          : readUnit(this.context, [...path, quantity ? key : 'values'], typed)
        : readUnit(this.context, [...path, 'unit'], file.unit);
    if (named) this.#units.set(id, named);
    return { unit: named, quantity };
  }

  /** A line that holds another one has its unit. */
  #copied({ first, formula, result }: LineFile): Unit | undefined {
    for (const text of [first, formula, result]) {
      const parts = text === undefined ? undefined : tryParse(String(text).replace(/^=/, '').trim());
      const [part, ...more] = parts ?? [];
      if (part && 'ref' in part && part.ref.kind === 'line' && more.length === 0) return this.#units.get(part.ref.id);
    }
    return undefined;
  }

  /** A line that takes a figure has its unit. */
  #cited({ figure, take }: LineFile): Unit | undefined {
    if (take === 'year') return 'year';
    const unit = figure === undefined ? undefined : this.context.unitOf(figure)?.trim();
    return unit !== undefined && unit !== '' && isUnit(unit) ? unit : undefined;
  }

  #input(file: LineFile, path: Path, common: Common, quantity: Quantity | undefined): Line | undefined {
    if (file.value === undefined && file.figure === undefined && file.unit === undefined) {
      report(this.context, path, { kind: 'empty' });
      return undefined;
    }
    const value = quantity && stored(this.context, [...path, 'value'], quantity, common.unit);
    if (quantity && value === undefined) return undefined;
    for (const key of ['why', 'judged', 'basis'] as const)
      if (file[key] !== undefined && file.range === undefined)
        report(this.context, [...path, key], { kind: 'needs', key, other: 'range' }, 'key');
    if (file.take !== undefined && file.figure === undefined)
      report(this.context, [...path, 'take'], { kind: 'needs', key: 'take', other: 'figure' }, 'key');
    const range = file.range === undefined ? undefined : this.#range(file, path, common.unit, quantity, value);
    return {
      ...common,
      kind: 'input',
      ...(value === undefined ? {} : { value }),
      ...(file.figure === undefined ? {} : { figure: file.figure }),
      ...(file.take === undefined ? {} : { take: file.take }),
      ...(range === undefined ? {} : { range }),
      ...(file.per_period === undefined ? {} : { perPeriod: file.per_period }),
    };
  }

  /** A range stands in the unit in which the value is written: that of a bare fraction in fractions. */
  #range(
    file: LineFile,
    path: Path,
    unit: Unit,
    quantity: Quantity | undefined,
    value: number | undefined,
  ): InputRange | undefined {
    const place = [...path, 'range'];
    const found = parseRange(String(file.range));
    if (!found) {
      report(this.context, place, { kind: 'range', text: brief(String(file.range)) });
      return undefined;
    }
    const power = powerIn(unit, quantity);
    const [low, high] = [shifted(found.low, power), shifted(found.high, power)];
    const step =
      found.step === undefined
        ? shifted(String(roundStep(Number(found.low), Number(found.high))), power)
        : shifted(found.step, power);
    if (!(low < high && step > 0)) {
      report(this.context, place, { kind: 'step', text: brief(String(file.range)) });
      return undefined;
    }
    if (value !== undefined && (value < low || value > high))
      report(this.context, [...path, 'value'], { kind: 'outside', low: found.low, high: found.high });
    return {
      low,
      high,
      step,
      rationale: file.judged === undefined ? both(file.why ?? '') : judgement(file.judged),
      ...(file.basis === undefined ? {} : { basis: file.basis }),
    };
  }

  #series(file: LineFile, path: Path, common: Common, quantity: Quantity | undefined): Line | undefined {
    if (file.formula === undefined) {
      report(this.context, path, { kind: 'missing', key: 'formula' }, 'key');
      return undefined;
    }
    const start = file.start === undefined ? undefined : readCell(this.context, [...path, 'start'], file.start, common);
    const number = quantity && stored(this.context, [...path, 'first'], quantity, common.unit);
    if (quantity && number === undefined) return undefined;
    const first =
      number === undefined ? file.first && toFormula(this.context, [...path, 'first'], file.first) : `=${number}`;
    const formula = toFormula(this.context, [...path, 'formula'], file.formula);
    this.#short([...path, 'first'], String(first));
    this.#short([...path, 'formula'], formula);
    return {
      ...common,
      kind: 'series',
      ...(first === undefined ? {} : { first: String(first) }),
      formula,
      ...(file.values === undefined ? {} : { values: this.#values(file.values, [...path, 'values'], common) }),
      ...(start === undefined ? {} : { start }),
      ...(file.exceptions === undefined
        ? {}
        : { exceptions: this.#periods(file.exceptions, [...path, 'exceptions'], common) }),
    };
  }

  /** A formula with what it may do without in a file is as long as one may be. */
  #short(path: Path, formula: string): void {
    if (formula.length > MAX_CELL_LENGTH) report(this.context, path, { kind: 'long', most: MAX_CELL_LENGTH });
  }

  #periods(file: NonNullable<LineFile['exceptions']>, path: Path, common: Common): number[] {
    return file.flatMap((period, i) => readCell(this.context, [...path, i], period, common) ?? []);
  }

  #values(file: NonNullable<LineFile['values']>, path: Path, common: Common): NonNullable<Series['values']> {
    const values: Record<string, number | { readonly text: string }> = {};
    for (const [period, held] of Object.entries(file)) {
      const place = [...path, period];
      const ordinal = readCell(this.context, place, period, common, 'key');
      const quantity = typeof held === 'object' ? undefined : readQuantity(this.context, place, held);
      const value = typeof held === 'object' ? held : quantity && stored(this.context, place, quantity, common.unit);
      if (ordinal !== undefined && value !== undefined) values[slotKey(ordinal)] = value;
    }
    return values;
  }

  #warn(id: string, file: LineFile, path: Path): void {
    if (file.text === undefined) {
      for (const key of ['at', 'severity'] as const)
        if (file[key] !== undefined) report(this.context, [...path, key], { kind: 'needs', key, other: 'text' }, 'key');
      if (file.check === undefined) return;
    }
    const label = both(labelOf(id, file));
    const text = file.text === undefined ? label : both(file.text);
    this.warnings.push({ check: id, at: file.at ?? id, severity: file.severity ?? 'warning', text });
  }
}

/** The unit in which the first value of a series is typed that names one. */
const typedUnit = ({ values = {} }: LineFile): string | undefined =>
  Object.values(values)
    .map((held) => (typeof held === 'object' ? undefined : parseQuantity(held)?.unit))
    .find((unit) => unit !== undefined);
