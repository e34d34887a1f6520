import { periodsFrom } from '../model/axis.ts';
import { type Content, isFormula } from '../model/content.ts';
import { hasPeriods, type Line, type MeasuredLine, type Rollup, type Series } from '../model/line.ts';
import type { Overrides } from '../model/model.ts';
import { printReference, tryParse } from '../model/notation.ts';
import { boundaryIn, inOtherStep, PER_YEAR, type Periods, periodsOf, type Step, stepOf } from '../model/periods.ts';
import { rollupOf } from '../model/rollup.ts';
import { TAKE } from '../model/years.ts';
import { dividedAt, type TypedValues, typedIn } from './boundary.ts';
import type { Change } from './change.ts';
import type { OpenModel, Scenario } from './document.ts';
import { atOnce, type Steps } from './steps.ts';

/** What becomes of the cells that are typed in single periods, by their number before. */
export interface Restepped {
  readonly change: Change;
  /** Into as many cells as a period has parts: a sum is divided by them, all else is repeated. */
  readonly spread: number;
  /** Into one cell with their neighbours, by the line's roll-up. */
  readonly joined: number;
  /** Not all parts of the longer period were numbers, or the line has no roll-up. */
  readonly dropped: number;
}

type Slots = Readonly<Record<string, Content>>;

/** A number of a period in each of its parts; less than one part: that of the longer period that it becomes. */
function partOf(value: number, by: Rollup, parts: number): number {
  if (by === 'sum') return value / parts;
  return by === 'compound' ? (1 + value) ** (1 / parts) - 1 : value;
}

const stepIn = (line: Line): Step | undefined => ('step' in line ? line.step : undefined);

class Restep {
  spread = 0;
  joined = 0;
  dropped = 0;
  readonly #from: Step;
  /** How many periods of the new step make one of the old; less than 1 where they are longer. */
  readonly #parts: number;

  constructor(
    readonly sheet: OpenModel,
    readonly step: Step,
  ) {
    this.#from = stepOf(sheet.model.periods);
    this.#parts = PER_YEAR[step] / PER_YEAR[this.#from];
  }

  /** How many periods of the new step make one of a line's own; less than 1 where they are longer. */
  #partsOf(line: Line): number {
    return PER_YEAR[this.step] / PER_YEAR[stepIn(line) ?? this.#from];
  }

  /** The period in which a period ends. */
  into = (period: number): number => inOtherStep(period, this.sheet.model.periods, this.step);

  /** The last period that is actual throughout; `line`: and of what is typed in it and counts. */
  until(line?: Line): number {
    const { observedUntil, periods } = this.sheet.model;
    const typed = line?.kind === 'series' ? Object.keys(line.values ?? {}).map(Number) : [];
    return boundaryIn(Math.max(observedUntil, ...typed), periods, this.step);
  }

  /** The parts of a period, or the one into which it goes. */
  all = (period: number): number[] => {
    const last = this.into(period);
    const length = Math.max(1, this.#parts);
    return Array.from({ length }, (_, i) => last - length + 1 + i);
  };

  /** The periods that cover the same time. */
  get periods(): Periods {
    const { periods } = this.sheet.model;
    return periodsFrom([...new Set(periodsOf(periods).flatMap(this.all))], { ...periods, step: this.step });
  }

  /** Periods that a formula names are those in which the ones before end. */
  formula(formula: string): string {
    const parts = tryParse(formula);
    if (!parts) return formula;
    return parts
      .map((part) => {
        if ('text' in part) return part.text;
        const { ref } = part;
        if (!('at' in ref) || ref.at.kind !== 'period') return part.source;
        // A period of a line of longer ones stays that as long as it is one.
        const isOwn = ref.at.step === this.#from;
        if (!isOwn && PER_YEAR[ref.at.step] <= PER_YEAR[this.step]) return part.source;
        const { periods } = this.sheet.model;
        const period = inOtherStep(ref.at.period, { ...periods, step: ref.at.step }, this.step);
        return printReference({ ...ref, at: { kind: 'period', period, step: this.step } });
      })
      .join('');
  }

  content = (content: Content): Content => (isFormula(content) ? { formula: this.formula(content.formula) } : content);

  slots(slots: Slots, line: MeasuredLine): Slots {
    const { by } = rollupOf(line);
    const { value, ...held } = slots;
    const found: Record<string, Content> = value === undefined ? {} : { value: this.content(value) };
    const typed = Object.entries(held).map(([slot, content]) => [Number(slot), content] as const);
    if (line.step && this.#partsOf(line) >= 1)
      for (const [period, content] of typed) found[this.into(period)] = this.content(content);
    else if (this.#parts > 1)
      for (const [period, content] of typed) {
        this.spread++;
        const now = typeof content === 'number' ? partOf(content, by, this.#parts) : this.content(content);
        for (const part of this.all(period)) found[part] = now;
      }
    else {
      const groups = new Map<number, Map<number, Content>>();
      for (const [period, content] of typed) {
        const into = this.into(period);
        groups.set(into, (groups.get(into) ?? new Map()).set(period, content));
      }
      for (const [into, group] of groups) {
        const content = this.#join(into, group, by, line);
        if (content === undefined) this.dropped += group.size;
        else {
          this.joined += group.size;
          found[into] = content;
        }
      }
    }
    return found;
  }

  #join(into: number, group: ReadonlyMap<number, Content>, by: Rollup, line: Line): Content | undefined {
    const { periods } = this.sheet.model;
    const step = stepIn(line) ?? this.#from;
    const last = inOtherStep(into, { ...periods, step: this.step }, step);
    const parts = 1 / this.#partsOf(line);
    const own = new Map([...group].map(([period, content]) => [inOtherStep(period, periods, step), content]));
    const content = own.get(last);
    if (by === 'last') return content === undefined ? undefined : this.content(content);
    const numbers = Array.from({ length: parts }, (_, i) => own.get(last - parts + 1 + i));
    if (by === 'none' || !numbers.every((one): one is number => typeof one === 'number')) return undefined;
    return TAKE[by](numbers);
  }

  line = (line: Line): Line => {
    if (line.kind === 'result') return { ...line, formula: this.formula(line.formula) };
    if (line.kind === 'input' && line.perPeriod && line.value !== undefined)
      return this.#stepped(line, {
        value:
          line.step && this.#partsOf(line) >= 1
            ? line.value
            : partOf(line.value, rollupOf(line).by, this.#partsOf(line)),
      });
    if (line.kind !== 'series') return this.#stepped(line);
    const { first, start, exceptions } = line;
    const typed = typedIn(line);
    const starts = start === undefined ? undefined : line.step ? this.into(start) : this.all(start)[0];
    const { values: _, later: __, ...rest } = this.#stepped(line);
    const now: Series = {
      ...rest,
      formula: this.formula(line.formula),
      ...(first === undefined ? {} : { first: this.formula(first) }),
      ...(starts === undefined ? {} : { start: starts }),
      ...(exceptions ? { exceptions: [...new Set(exceptions.flatMap((period) => this.all(period)))] } : {}),
    };
    return typed === undefined
      ? now
      : dividedAt(now, this.slots(typed, line) as TypedValues, this.until(line), this.periods);
  };

  /** A line whose own periods would be shorter than those of the new step has these. */
  #stepped<T extends Line>(line: T, changed: Partial<T> = {}): T {
    const other = Object.keys(changed).length > 0 ? { ...line, ...changed } : line;
    if (!('step' in other) || this.#partsOf(line) >= 1) return other;
    const { step: _, ...rest } = other;
    return rest as T;
  }

  *overrides(overrides: Overrides): Steps<Overrides> {
    const lines = new Map(this.sheet.model.lines.map((line) => [line.id, line]));
    const held: [string, Slots][] = [];
    for (const [id, slots] of Object.entries(overrides)) {
      const line = lines.get(id);
      if (!line || line.kind === 'heading') held.push([id, slots]);
      else if (hasPeriods(line)) held.push([id, this.slots(slots, line)]);
      else
        held.push([
          id,
          Object.fromEntries(Object.entries(slots).map(([slot, content]) => [slot, this.content(content)])),
        ]);
      yield;
    }
    return Object.fromEntries(held);
  }

  /** A reason goes with the cell in which the period ends that it was given for. */
  reasons(reasons: Readonly<Record<string, Readonly<Record<string, string>>>>) {
    const at = (slot: string) => (slot === 'value' ? slot : `${this.into(Number(slot))}`);
    return Object.fromEntries(
      Object.entries(reasons).map(([line, slots]) => [
        line,
        Object.fromEntries(Object.entries(slots).map(([slot, why]) => [at(slot), why])),
      ]),
    );
  }
}

/**
 * The same model in periods of another length, over the same time. Formulas stay as they are: a lag is one of the new
 * periods. What is typed in single periods is spread over their parts or joined into longer ones.
 */
export const restep = (sheet: OpenModel, step: Step): Restepped => atOnce(restepSteps(sheet, step));

/** The periods of a sheet in another length, over the same time. */
export const resteppedPeriods = (sheet: OpenModel, step: Step): Periods => new Restep(sheet, step).periods;

/** The same in steps of a line: 200,000 typed values take longer than a frame. */
export function* restepSteps(sheet: OpenModel, step: Step): Steps<Restepped> {
  const { document, model } = sheet;
  const one = new Restep(sheet, step);
  const lines: Line[] = [];
  for (const line of model.lines) {
    lines.push(one.line(line));
    yield;
  }
  const scenarios: Scenario[] = [];
  for (const scenario of document.scenarios)
    scenarios.push({
      ...scenario,
      overrides: yield* one.overrides(scenario.overrides),
      ...(scenario.reasons === undefined ? {} : { reasons: one.reasons(scenario.reasons) }),
    });
  const { periods, spread, joined, dropped } = one;
  const moved = document.observedUntil === undefined ? {} : { observedUntil: one.until() };
  return { change: { kind: 'structure', parts: { periods, ...moved, lines, scenarios } }, spread, joined, dropped };
}
