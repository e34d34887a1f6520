import { toldUnit } from '../../../i18n/amounts.ts';
import type { Line } from '../../../model/line.ts';
import type { App } from '../../../state/app.ts';
import { amountToType } from '../../../state/structure/typedAmounts.ts';

type Kind = 'input' | 'inputs' | 'series' | 'result' | 'heading';

const kindOf = (line: Line): Kind => (line.kind === 'input' ? (line.perPeriod ? 'inputs' : 'input') : line.kind);

/** What a person typed of a line, not yet one. */
export interface Form {
  readonly name: string;
  readonly kind: Kind;
  /** As it is shown and typed. */
  readonly unit: string;
  readonly decimals: string;
  readonly value: string;
  readonly rests: 'range' | 'figure';
  readonly figure: string;
  readonly low: string;
  readonly high: string;
  readonly step: string;
  readonly rationale: string;
  readonly note: string;
  /** The step of the line's own periods; empty for those of the model. */
  readonly ownStep: string;
  /** How its periods make a year; empty where the line does not say. */
  readonly rollup: string;
}
/** Whether nothing is said of a default: the line holds what is typed in its periods. */
export const isFilled = ({ rests, value, low, high, step }: Form): boolean =>
  rests === 'range' && [value, low, high, step].every((text) => text.trim() === '');

/** Whether a value alone is said, and no range around it. */
export const isBare = ({ low, high, step }: Form): boolean => [low, high, step].every((text) => text.trim() === '');

/** What a dialog begins with: a line as it is typed, or a new one. */
export function formOf(line: Line | undefined, lines: readonly Line[], { say, lang }: Pick<App, 'say' | 'lang'>): Form {
  const isInYuan = lines.some((one) => one.kind !== 'heading' && one.unit === 'bn yuan');
  const empty: Form = {
    name: '',
    kind: 'input',
    unit: isInYuan ? toldUnit('bn yuan', lang()).label : '',
    decimals: '',
    value: '',
    rests: 'range',
    figure: '',
    low: '',
    high: '',
    step: '',
    rationale: '',
    note: '',
    ownStep: '',
    rollup: '',
  };
  if (!line) return empty;
  const named = { ...empty, name: say(line.label), kind: kindOf(line), note: line.note ? say(line.note) : '' };
  if (line.kind === 'heading') return named;
  const measured = {
    ...named,
    unit: toldUnit(line.unit, lang()).label,
    decimals: line.decimals === undefined ? '' : String(line.decimals),
    ownStep: line.step ?? '',
    rollup: line.rollup ?? '',
  };
  if (line.kind !== 'input') return measured;
  const shown = (value: number | undefined) => (value === undefined ? '' : amountToType(value, line.unit, lang()));
  const { range } = line;
  // What is typed in its periods is all that it holds.
  if (!range && line.perPeriod && !line.figure && line.value === undefined) return measured;
  const value = shown(line.value);
  if (!range)
    return line.figure ? { ...measured, value, rests: 'figure', figure: line.figure } : { ...measured, value };
  return {
    ...measured,
    value,
    low: shown(range.low),
    high: shown(range.high),
    step: shown(range.step),
    rationale: say(range.rationale),
  };
}
