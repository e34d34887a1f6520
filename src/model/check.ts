import { cellOf, cellPeriods, coarseStep, hasCell } from './coarse.ts';
import { isFormula } from './content.ts';
import { hasPeriods, type Line } from './line.ts';
import { leadsTo, type Model, periodsAt, stepBetween } from './model.ts';
import { type At, CALENDAR, NotationError, parseFormula, type Reference } from './notation.ts';
import { calendarNumber, PER_YEAR, periodText, stepOf } from './periods.ts';
import { rollupOf } from './rollup.ts';

/** What is wrong with a model: in which line, at which character of which formula. */
export interface ModelProblem {
  readonly model: string;
  readonly line: string;
  /** 0-based offset in the formula; undefined where the line itself is at fault. */
  readonly offset?: number;
  readonly message: string;
}

export const problemText = (p: ModelProblem): string =>
  `models/${p.model}.yaml, line "${p.line}"${p.offset === undefined ? '' : `, character ${p.offset + 1}`}: ${p.message}`;

/** Names that the engine would take for an address or a number: `r1c1`, `gdp2030`, `a1`. */
const LOOKS_LIKE_ADDRESS = /^([a-z]{1,3}\d+|r\d*c\d*)$/;
const VALID_ID = /^[a-z][a-z0-9_]*$/;
/** What `{year}` and its like mean in a formula, no line can be called. */
const CALENDAR_IDS: ReadonlySet<string> = new Set(CALENDAR);
export const isLineId = (id: string): boolean =>
  VALID_ID.test(id) && !LOOKS_LIKE_ADDRESS.test(id) && !CALENDAR_IDS.has(id);

/** The lines under a heading, up to the next heading; undefined where `id` is no heading. */
export function childrenOf(lines: readonly Line[], id: string): Line[] | undefined {
  const start = lines.findIndex((line) => line.id === id && line.kind === 'heading');
  if (start < 0) return undefined;
  const end = lines.findIndex((line, i) => i > start && line.kind === 'heading');
  return lines.slice(start + 1, end < 0 ? undefined : end).filter((line) => line.kind !== 'heading');
}

/** Whether a reference is counted from the period of the cell in which it stands. */
const needsPeriod = (at: At): boolean => ['same', 'row', 'lag', 'years', 'upto', 'within', 'end'].includes(at.kind);

/** Whether it names one period by its distance: of a line that is looked at by a longer step, a value that it rolls up to. */
const isCounted = (at: At): boolean => ['same', 'row', 'lag', 'years'].includes(at.kind);

interface CheckPlace {
  readonly line: string;
  /** undefined: the scalar. */
  readonly period: number | undefined;
}
const key = (place: CheckPlace) => `${place.line}@${place.period ?? ''}`;

/** Reads a model's formulas for checking: what each cell refers to, and what is wrong with the reference. */
class Checker {
  readonly problems: ModelProblem[] = [];
  readonly #byId: Map<string, Line>;
  readonly #edges = new Map<string, { to: string; offset: number }[]>();

  constructor(readonly model: Model) {
    this.#byId = new Map(model.lines.map((line) => [line.id, line]));
  }

  report(line: string, message: string, offset?: number): void {
    if (this.problems.some((p) => p.line === line && p.message === message && p.offset === offset)) return;
    this.problems.push({ model: this.model.id, line, message, ...(offset === undefined ? {} : { offset }) });
  }

  run(): void {
    const seen = new Set<string>();
    for (const line of this.model.lines) {
      if (seen.has(line.id)) this.report(line.id, 'the id stands twice');
      seen.add(line.id);
      if (!isLineId(line.id))
        this.report(
          line.id,
          'an id is lower-case ASCII, starts with a letter, must not look like an address and is not “year” or another word of the calendar',
        );
      this.#checkLine(line);
    }
    for (const scenario of this.model.scenarios) this.#checkOverrides(scenario.id, scenario.overrides);
    this.#findCycle();
  }

  #checkLine(line: Line): void {
    if (line.kind === 'input') {
      if (line.value === undefined && line.figure === undefined)
        this.report(line.id, 'an input needs a value or a figure');
      const { range, value } = line;
      if (!line.figure && !range)
        this.report(line.id, 'an input that cites no figure is an assumption and needs a range');
      if (range && !(range.low < range.high && range.step > 0))
        this.report(line.id, 'low must lie below high, and step above 0');
      if (range && value !== undefined && (value < range.low || value > range.high))
        this.report(line.id, 'the default lies outside its range');
    } else if (line.kind === 'result') {
      this.#read(line.formula, { line: line.id, period: undefined });
    } else if (line.kind === 'series') {
      for (const [i, period] of cellPeriods(line, this.model.periods).entries()) {
        const formula = i === 0 ? (line.first ?? line.formula) : line.formula;
        this.#read(formula, { line: line.id, period });
      }
    }
  }

  #checkOverrides(scenario: string, overrides: Model['scenarios'][number]['overrides']): void {
    for (const [id, slots] of Object.entries(overrides)) {
      const line = this.#byId.get(id);
      if (!line || line.kind === 'heading') {
        this.report(id, `the scenario "${scenario}" overrides a line that does not exist`);
        continue;
      }
      for (const [slot, content] of Object.entries(slots)) {
        const period = slot === 'value' ? undefined : Number(slot);
        const exists =
          period === undefined ? !hasPeriods(line) : hasPeriods(line) && hasCell(line, period, this.model.periods);
        if (!exists) this.report(id, `the scenario "${scenario}" overrides "${slot}", which the line does not have`);
        else if (isFormula(content)) this.#read(content.formula, { line: id, period }, false);
      }
    }
  }

  /** Follows each reference of a formula; `record`: as an edge of the base's graph. */
  #read(formula: string, from: CheckPlace, record = true): void {
    let parts: ReturnType<typeof parseFormula>;
    try {
      parts = parseFormula(formula);
    } catch (error) {
      if (!(error instanceof NotationError)) throw error;
      this.report(from.line, error.message, error.offset);
      return;
    }
    for (const part of parts) {
      if (!('ref' in part)) continue;
      const edges = this.#targets(part.ref, from, part.offset).map((to) => ({ to: key(to), offset: part.offset }));
      if (record) this.#edges.set(key(from), [...(this.#edges.get(key(from)) ?? []), ...edges]);
    }
  }

  #targets(ref: Reference, from: CheckPlace, offset: number): CheckPlace[] {
    if (ref.kind === 'calendar') {
      if (needsPeriod(ref.at) && from.period === undefined)
        this.report(from.line, `{${ref.part}} has no meaning in a scalar cell`, offset);
      else if (
        ref.part !== 'period' &&
        calendarNumber(ref.part, this.model.periods.first, this.model.periods) === undefined
      )
        this.report(from.line, `periods of a ${stepOf(this.model.periods)} have no ${ref.part}`, offset);
      return [];
    }
    if (ref.kind === 'lost') {
      this.report(from.line, `${ref.address} belongs to no line`, offset);
      return [];
    }
    const lines = ref.kind === 'children' ? childrenOf(this.model.lines, ref.id) : this.#lookUp(ref.id);
    if (!lines) {
      this.report(from.line, `unknown ${ref.kind === 'children' ? 'heading' : 'line'} "${ref.id}"`, offset);
      return [];
    }
    if (ref.scenario !== undefined && !this.model.scenarios.some((s) => s.id === ref.scenario))
      this.report(from.line, `unknown scenario "${ref.scenario}"`, offset);
    return lines.flatMap((line) => this.#periodsOf(line, ref, from, offset));
  }

  #lookUp(id: string): Line[] | undefined {
    const line = this.#byId.get(id);
    return line && line.kind !== 'heading' ? [line] : undefined;
  }

  #periodsOf(
    line: Line,
    ref: Exclude<Reference, { kind: 'calendar' | 'lost' }>,
    from: CheckPlace,
    offset: number,
  ): CheckPlace[] {
    const { at } = ref;
    if (!hasPeriods(line)) {
      if (at.kind !== 'same' && at.kind !== 'row')
        this.report(from.line, `"${line.id}" is a scalar and has no periods`, offset);
      return [{ line: line.id, period: undefined }];
    }
    if (needsPeriod(at) && from.period === undefined) {
      this.report(from.line, `"${line.id}" has many periods: say which`, offset);
      return [];
    }
    const { periods } = this.model;
    const own = coarseStep(line, periods);
    if (at.kind === 'period' && at.step !== stepOf(periods) && at.step !== own) {
      const said = `${periodText(at.period, at.step)} is a ${at.step}, and the periods are of a ${stepOf(periods)}`;
      this.report(from.line, said, offset);
      return [];
    }
    if (at.kind === 'within' && PER_YEAR[at.part] > PER_YEAR[stepOf(periods)]) {
      this.report(from.line, `periods of a ${stepOf(periods)} have no ${at.part}`, offset);
      return [];
    }
    const between = { line, from: this.#byId.get(from.line) };
    const step = stepBetween(between, periods);
    if (isCounted(at) && step !== own && line.kind !== 'heading' && rollupOf(line).by === 'none') {
      this.report(
        from.line,
        `"${line.id}" does not roll up, so that it has no value by ${step}: name its periods`,
        offset,
      );
      return [];
    }
    // The first of all: a series may begin later in a document, and not in a model as it ships.
    const found =
      at.kind === 'first'
        ? [cellOf(line, periods.first, periods) ?? periods.first]
        : periodsAt(at, from.period ?? 'value', periods, between);
    const places = found.map((period): CheckPlace => ({ line: line.id, period }));
    if (places.length === 0) {
      const wanted = at.kind === 'period' ? at.period : leadsTo(at, from.period ?? 0, periods, step);
      const text = periodText(wanted, stepOf(periods));
      const said =
        at.kind === 'period'
          ? `${text} lies outside the periods`
          : `"${line.id}" has no period ${text}: a lag needs a "first"`;
      this.report(from.line, said, offset);
    }
    if (at.kind !== 'input') return places;
    const input = this.#byId.get(at.id);
    if (!input || hasPeriods(input) || input.kind === 'heading') {
      this.report(from.line, `"${at.id}" is no scalar that could hold a period`, offset);
      return [];
    }
    return [{ line: at.id, period: undefined }, ...places];
  }

  /** Depth-first; a back edge is a cycle, told at the cell that closes it. */
  #findCycle(): void {
    const state = new Map<string, 'open' | 'done'>();
    const visit = (node: string): boolean => {
      state.set(node, 'open');
      for (const { to, offset } of this.#edges.get(node) ?? []) {
        const seen = state.get(to);
        if (seen === 'open') {
          const name = (n: string) => n.replace(/@$/, '');
          this.report(node.split('@')[0] ?? node, `a cycle: ${name(node)} needs ${name(to)}, which needs it`, offset);
          return true;
        }
        if (!seen && visit(to)) return true;
      }
      state.set(node, 'done');
      return false;
    };
    for (const node of this.#edges.keys()) if (!state.has(node) && visit(node)) return;
  }
}

/** Everything that is wrong with a model's lines, formulas and scenarios; an empty list where nothing is. */
export function checkModel(model: Model): ModelProblem[] {
  const checker = new Checker(model);
  checker.run();
  return checker.problems;
}
