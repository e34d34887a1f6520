import type { Line } from '../model/line.ts';
import type { AnswerCondition, AnswerSpec, AnswerTerm } from '../model/model.ts';
import type { Path } from './comments.ts';
import { both, report } from './context.ts';
import { checkCell, checkFigure } from './named.ts';
import { brief } from './problems.ts';
import { ANSWER_FORMATS, type ModelFile } from './schema.ts';
import { checkLine, type Whole } from './whole.ts';

type AnswerFile = NonNullable<ModelFile['answer']>;
type ConditionFile = Exclude<NonNullable<NonNullable<AnswerFile['clauses']>[number]['when']>, string>[number];

/** The first line that grows over the periods, where nothing says of which the answer is. */
const firstSeries = (lines: Iterable<Line>): string => [...lines].find(({ kind }) => kind === 'series')?.id ?? '';

export function readAnswer(whole: Whole): AnswerSpec {
  const { file, lines } = whole;
  if (!file.answer) {
    const [target] = Object.entries(file.targets ?? {});
    return target
      ? { line: target[1].line, target: target[0], terms: {}, clauses: [] }
      : { line: file.charts?.[0]?.lines[0] ?? firstSeries(lines.values()), terms: {}, clauses: [] };
  }
  const { line, target, terms = {}, clauses = [] } = file.answer;
  checkLine(whole, ['answer', 'line'], line);
  if (target !== undefined) checkFigure(whole, ['answer', 'target'], target);
  const found = Object.entries(terms).flatMap(([name, file]): [string, AnswerTerm][] => {
    const path = ['answer', 'terms', name];
    const term = typeof file === 'string' ? readTerm(whole, path, file) : (file as AnswerTerm);
    if (!term) return [];
    const place = (key: string) => (typeof file === 'string' ? path : [...path, key]);
    if ('cell' in term) checkCell(whole, place('cell'), term.cell);
    else checkFigure(whole, place('figure'), term.figure);
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
  if (typeof file !== 'string') {
    checkCondition(whole, path, file as AnswerCondition);
    return [file as AnswerCondition];
  }
  const [, cell, sign, kind] = OF_CELL.exec(file) ?? [];
  if (cell !== undefined) {
    checkCell(whole, path, cell);
    return [{ cell, is: (sign === undefined ? kind : `${sign}0`) as NonNullable<AnswerCondition['is']> }];
  }
  const [, figure, reported] = OF_FIGURE.exec(file) ?? [];
  if (figure !== undefined) {
    checkFigure(whole, path, figure);
    return [{ figure, reported: reported as NonNullable<AnswerCondition['reported']> }];
  }
  report(whole.context, path, { kind: 'condition', text: brief(file) });
  return [];
}

/** A condition in its longer form. */
function checkCondition(whole: Whole, path: Path, { cell, is, figure, reported }: AnswerCondition): void {
  const { context } = whole;
  if (cell !== undefined) checkCell(whole, [...path, 'cell'], cell);
  else if (is !== undefined) report(context, [...path, 'is'], { kind: 'needs', key: 'is', other: 'cell' }, 'key');
  if (figure !== undefined) checkFigure(whole, [...path, 'figure'], figure);
  if ((figure === undefined) === (reported === undefined)) return;
  const [key, other] = figure === undefined ? ['reported', 'figure'] : ['figure', 'reported'];
  report(context, [...path, key], { kind: 'needs', key, other }, 'key');
}
