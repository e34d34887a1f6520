import { type CellRef, cellKey } from '../../model/content.ts';
import type { Answers, Question } from '../port.ts';
import type { Workbook } from '../workbook.ts';
import { questionTape } from './question.ts';
import { run } from './run.ts';
import { type Tape, Unsupported } from './tape.ts';

interface Made {
  readonly workbook: Workbook;
  readonly revision: number;
  readonly key: string;
  /** What no tape can hold, in place of one. */
  readonly tape: Tape | string;
}

/** Answers questions of a workbook, each with the tape of the one before where they are of the same cells. */
export class Questions {
  #made: Made | undefined;

  /** @param revision grows whenever the workbook holds something else */
  answer(workbook: Workbook, revision: number, { inputs, results, settings, count }: Question): Answers {
    const key = [inputs, results].map((cells) => cells.map(cellKey).join('\n')).join('\n\n');
    const made = this.#made;
    const isSame = made?.workbook === workbook && made.revision === revision && made.key === key;
    const { tape } = isSame ? made : this.#make(workbook, revision, key, inputs, results);
    if (typeof tape === 'string') return { values: new Float64Array(), without: tape };
    return { values: run(tape, settings, count) };
  }

  #make(
    workbook: Workbook,
    revision: number,
    key: string,
    inputs: Question['inputs'],
    results: Question['results'],
  ): Made {
    this.#made = { workbook, revision, key, tape: tapeOf(workbook, inputs, results) };
    return this.#made;
  }
}

/** What takes inputs to results, or by its name what no tape can hold. */
export function tapeOf(workbook: Workbook, inputs: readonly CellRef[], results: readonly CellRef[]): Tape | string {
  try {
    return workbook.look((hf, address) => {
      const places = [...inputs, ...results].map((cell) => {
        const place = address(cell);
        if (!place) throw new Unsupported('a cell that is not there');
        return place;
      });
      return questionTape(hf, places.slice(0, inputs.length), places.slice(inputs.length));
    });
  } catch (error) {
    if (error instanceof Unsupported) return error.what;
    throw error;
  }
}
