import { ownText } from '../model/coarse.ts';
import type { Figure } from '../model/figure.ts';
import { hasPeriods, type Line, type MeasuredLine } from '../model/line.ts';
import { taken } from '../model/taken.ts';
import type { Asked } from '../model/whatIf.ts';
import type { Path } from './comments.ts';
import { type Context, readPeriod, report } from './context.ts';
import { brief } from './problems.ts';
import { checkLine, type Whole } from './whole.ts';

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

export function checkFigure({ context, figures, file }: Whole, path: Path, id: string): void {
  if (!figures.has(id) && !Object.hasOwn(file.targets ?? {}, id) && !Object.hasOwn(file.figures ?? {}, id))
    report(context, path, { kind: 'noTarget', id: brief(id) });
}

/** Looks at the names of the terms of an answer, and at what its clauses name. */
function checkAnswer({ context, file }: Whole): void {
  const { terms = {}, clauses = [] } = file.answer ?? {};
  for (const name of Object.keys(terms))
    if (!/^\w{1,80}$/.test(name)) report(context, ['answer', 'terms', name], { kind: 'slug', id: brief(name) }, 'key');
  clauses.forEach(({ text }, i) => {
    const path = ['answer', 'clauses', i, 'text'];
    for (const [lang, words] of typeof text === 'object' ? Object.entries(text) : ([['', text]] as const))
      for (const [, name = ''] of String(words).matchAll(/\{(\w+)\}/g))
        if (!WORDS.has(name) && !Object.hasOwn(terms, name))
          report(context, [...path, ...(lang === '' ? [] : [lang])], { kind: 'noTerm', id: brief(name) });
  });
}

/** A cell of which a sentence speaks: `revenue@2028`, `price`. */
export function checkCell(whole: Whole, path: Path, cell: string): void {
  namedCell(whole, path, cell, (_, period) => readPeriod(whole.context, path, period));
}

/** A cell by its name; undefined where there is none, which is told. `read`: the ordinal of a period of its line. */
export function namedCell(
  whole: Whole,
  path: Path,
  cell: string,
  read: (line: MeasuredLine, period: string) => number | undefined,
): Asked | undefined {
  const { context } = whole;
  const [id = '', period, ...more] = cell.split('@');
  if (more.length > 0) {
    report(context, path, { kind: 'noLine', id: brief(cell) });
    return undefined;
  }
  const line = checkLine(whole, path, id);
  if (!line || line.kind === 'heading') return undefined;
  if (!hasPeriods(line)) {
    if (period === undefined) return { line: id, slot: 'value' };
    report(context, path, { kind: 'noSlot', id, wants: 'value' });
    return undefined;
  }
  const slot = period === undefined ? undefined : read(line, period.toUpperCase());
  if (slot !== undefined) return { line: id, slot };
  const { periods } = context;
  if (period === undefined)
    report(context, path, { kind: 'noPeriod', id, example: `${id}@${ownText(line, periods.last, periods)}` });
  return undefined;
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
