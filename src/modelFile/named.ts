import type { Figure } from '../model/figure.ts';
import { hasPeriods, type Line } from '../model/line.ts';
import { periodText, stepOf } from '../model/periods.ts';
import { fromFigureUnit, unitSpec } from '../model/units.ts';
import type { Path } from './comments.ts';
import { type Context, readPeriod, report, tellNoLine } from './context.ts';
import { brief } from './problems.ts';
import type { ModelFile } from './schema.ts';

/** All that parts of a file may name. */
interface Whole {
  readonly context: Context;
  readonly file: ModelFile;
  readonly lines: ReadonlyMap<string, Line>;
  /** The ids of figures. */
  readonly figures: ReadonlySet<string>;
}

const KNOWN = /^(latest|\d{4}-(0[1-9]|1[0-2]))$/;
/** What a sentence may name beside its terms. */
const WORDS = new Set(['known', 'scenario']);

/** Looks at what a file names beside lines: figures, cells and terms of its answer, dates of knowledge. */
export function checkNamed(whole: Whole): void {
  const { context, file } = whole;
  for (const [id, { figure, basis = [] }] of Object.entries(file.lines)) {
    const path = ['lines', id];
    if (figure !== undefined) checkFigure(whole, [...path, 'figure'], figure);
    for (const [i, one] of basis.entries()) checkFigure(whole, [...path, 'basis', i], one);
  }
  const known = (file.known ?? []).map(String);
  known.forEach((one, i) => {
    if (!KNOWN.test(one)) report(context, ['known', i], { kind: 'wrongKind', expected: 'knowledge' });
    else if (known.indexOf(one) < i) report(context, ['known', i], { kind: 'twice', key: one });
  });
  if (file.exchange !== undefined && whole.lines.get(file.exchange)?.kind !== 'input' && file.exchange !== '')
    report(context, ['exchange'], { kind: 'noLine', id: brief(file.exchange) });
  checkAnswer(whole);
}

function checkFigure({ context, figures, file }: Whole, path: Path, id: string): void {
  if (!figures.has(id) && !Object.hasOwn(file.targets ?? {}, id) && !Object.hasOwn(file.figures ?? {}, id))
    report(context, path, { kind: 'noTarget', id: brief(id) });
}

function checkAnswer(whole: Whole): void {
  const { context } = whole;
  const { terms = {}, clauses = [] } = whole.file.answer ?? {};
  for (const [name, term] of Object.entries(terms)) {
    const path = ['answer', 'terms', name];
    if (!/^\w{1,80}$/.test(name)) report(context, path, { kind: 'slug', id: brief(name) }, 'key');
    if ('cell' in term) checkCell(whole, [...path, 'cell'], term.cell);
  }
  clauses.forEach(({ when = [], text }, i) => {
    const path = ['answer', 'clauses', i];
    when.forEach((condition, j) => {
      const place = [...path, 'when', j];
      const { cell, figure, is, reported } = condition;
      if (cell !== undefined) checkCell(whole, [...place, 'cell'], cell, true);
      else if (is !== undefined) report(context, [...place, 'is'], { kind: 'needs', key: 'is', other: 'cell' }, 'key');
      if (figure !== undefined) checkFigure(whole, [...place, 'figure'], figure);
      if ((figure === undefined) === (reported === undefined)) return;
      const [key, other] = figure === undefined ? ['reported', 'figure'] : ['figure', 'reported'];
      report(context, [...place, key], { kind: 'needs', key, other }, 'key');
    });
    for (const [lang, words] of typeof text === 'object' ? Object.entries(text) : ([['', text]] as const))
      for (const [, name = ''] of String(words).matchAll(/\{(\w+)\}/g))
        if (!WORDS.has(name) && !Object.hasOwn(terms, name))
          report(context, [...path, 'text', ...(lang === '' ? [] : [lang])], { kind: 'noTerm', id: brief(name) });
  });
}

/** A cell of which a sentence speaks: `revenue@2028`, `price`. `names`: its line is to be looked at too. */
function checkCell({ context, lines }: Whole, path: Path, cell: string, names = false): void {
  const [id = '', period, ...more] = cell.split('@');
  const line = lines.get(id);
  if (more.length > 0) {
    report(context, path, { kind: 'noLine', id: brief(cell) });
    return;
  }
  if (!line || line.kind === 'heading') {
    if (names) tellNoLine(context, path, id, line);
    return;
  }
  if (!hasPeriods(line)) {
    if (period !== undefined) report(context, path, { kind: 'noSlot', id, wants: 'value' });
    return;
  }
  const { last } = context.periods;
  if (period !== undefined) readPeriod(context, path, period.toUpperCase());
  else report(context, path, { kind: 'noPeriod', id, example: `${id}@${periodText(last, stepOf(context.periods))}` });
}

/** The number that an input takes of a figure, in its own unit; undefined where the figure is in another. */
function taken({ unit, take }: Line & { readonly kind: 'input' }, figure: Figure): number | undefined {
  if (take === 'year') return Number(figure.period.slice(-4));
  const [of, from] = [unitSpec(unit).form, unitSpec(figure.unit).form];
  return (of === 'plain' ? figure.unit === unit : of === from) ? fromFigureUnit(figure.value, figure.unit) : undefined;
}

/** Lines with the values of the figures that they name, where they say none of their own. */
export function withFigures(context: Context, lines: readonly Line[], figures: readonly Figure[]): readonly Line[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return lines.map((line) => {
    const figure = line.kind === 'input' && line.figure !== undefined ? byId.get(line.figure) : undefined;
    if (line.kind !== 'input' || !figure || line.value !== undefined) return line;
    const value = taken(line, figure);
    if (value !== undefined && Number.isFinite(value)) return { ...line, value };
    report(context, ['lines', line.id, 'figure'], { kind: 'units', text: brief(figure.unit), other: line.unit });
    return line;
  });
}
