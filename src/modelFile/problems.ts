import type { FileProblem } from '../model/fileFault.ts';

export type { Fault, FileProblem, SyntaxFault, ValueKind } from '../model/fileFault.ts';

/** What is told of a long text. */
export const brief = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > 60 ? `${flat.slice(0, 59)}…` : flat;
};

/** A file that is no model, with all that was found wrong in it, at most `MOST_PROBLEMS`. */
export class NotAModel extends Error {
  constructor(readonly problems: readonly FileProblem[]) {
    super(problems.map(({ line, column, kind }) => `${line}:${column} ${kind}`).join(', '));
    this.name = 'NotAModel';
  }
}

/** More at once help nobody. */
export const MOST_PROBLEMS = 20;
