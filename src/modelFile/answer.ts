import type { Line } from '../model/line.ts';
import type { AnswerCondition, AnswerSpec, AnswerTerm } from '../model/model.ts';
import type { Path } from './comments.ts';
import { both, report } from './context.ts';
import { brief } from './problems.ts';
import { ANSWER_FORMATS, type ModelFile } from './schema.ts';
import { checkLine, type Whole } from './whole.ts';

type AnswerFile = NonNullable<ModelFile['answer']>;
type ConditionFile = Exclude<NonNullable<NonNullable<AnswerFile['clauses']>[number]['when']>, string>[number];

/** The first line that grows over the periods, where nothing says of which the answer is. */
const firstSeries = (lines: Iterable<Line>): string => [...lines].find(({ kind }) => kind === 'series')?.id ?? '';

const isFigure = ({ figures, file }: Whole, id: string): boolean =>
  figures.has(id) || Object.hasOwn(file.targets ?? {}, id);

export function readAnswer(whole: Whole): AnswerSpec {
  const { context, file, lines } = whole;
  if (!file.answer) {
    const [target] = Object.entries(file.targets ?? {});
    return target
      ? { line: target[1].line, target: target[0], terms: {}, clauses: [] }
      : { line: file.charts?.[0]?.lines[0] ?? firstSeries(lines.values()), terms: {}, clauses: [] };
  }
  const { line, target, terms = {}, clauses = [] } = file.answer;
  checkLine(whole, ['answer', 'line'], line);
  const isThere = (id: string) => isFigure(whole, id);
  if (target !== undefined && !isThere(target))
    report(context, ['answer', 'target'], { kind: 'noTarget', id: brief(target) });
  const found = Object.entries(terms).flatMap(([name, file]): [string, AnswerTerm][] => {
    const path = ['answer', 'terms', name];
    const term = typeof file === 'string' ? readTerm(whole, path, file) : (file as AnswerTerm);
    if (!term) return [];
    const place = (key: string) => (typeof file === 'string' ? path : [...path, key]);
    if ('cell' in term) checkLine(whole, place('cell'), term.cell.split('@')[0] ?? '');
    else if (!isThere(term.figure)) report(context, place('figure'), { kind: 'noTarget', id: brief(term.figure) });
    return [[name, term]];
  });
  return {
    line,
    ...(target === undefined ? {} : { target }),
    terms: Object.fromEntries(found),
    clauses: clauses.map(({ when, text }, i) => {
      const path = ['answer', 'clauses', i, 'when'];
      const list = typeof when === 'string' ? [when] : when;
      const conditions = list?.flatMap((one, j) =>
        readCondition(whole, typeof when === 'string' ? path : [...path, j], one),
      );
      return { ...(conditions ? { when: conditions } : {}), text: both(text) };
    }),
  };
}

const TERM = new RegExp(`^(abs )?(\\S+) as (${ANSWER_FORMATS.join('|')})$`);

/** `cash@2026 as short`, `abs gap as share`, `gd-scale-2025 as amount`: a cell of a line, or a figure. */
function readTerm({ context }: Whole, path: Path, text: string): AnswerTerm | undefined {
  const [, abs, named = '', format] = TERM.exec(text) ?? [];
  if (format === undefined) {
    report(context, path, { kind: 'term', text: brief(text), words: ANSWER_FORMATS });
    return undefined;
  }
  const shown = { format: format as AnswerTerm['format'] };
  const isCell = abs !== undefined || context.isDeclared(named.split('@')[0] ?? '');
  return isCell ? { cell: named, ...shown, ...(abs ? { abs: true } : {}) } : { figure: named, ...shown };
}

const OF_CELL = /^([a-z]\S*?) (?:(<|>=|>) ?0|is (number|none))$/;
const OF_FIGURE = /^([a-z]\S*) (later|known)$/;

/** `gap@2025 > 0`, `gap is number`, `gd-scale-2025 later`. */
function readCondition(whole: Whole, path: Path, file: ConditionFile): AnswerCondition[] {
  if (typeof file !== 'string') return [file as AnswerCondition];
  const [, cell, sign, kind] = OF_CELL.exec(file) ?? [];
  if (cell !== undefined) {
    checkLine(whole, path, cell.split('@')[0] ?? '');
    return [{ cell, is: (sign === undefined ? kind : `${sign}0`) as NonNullable<AnswerCondition['is']> }];
  }
  const [, figure, reported] = OF_FIGURE.exec(file) ?? [];
  if (figure !== undefined && !isFigure(whole, figure)) {
    report(whole.context, path, { kind: 'noTarget', id: brief(figure) });
    return [];
  }
  if (figure !== undefined) return [{ figure, reported: reported as NonNullable<AnswerCondition['reported']> }];
  report(whole.context, path, { kind: 'condition', text: brief(file) });
  return [];
}
