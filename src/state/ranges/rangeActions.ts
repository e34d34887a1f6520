import { type Box, boxes } from '../../document/selection.ts';
import { JOBS } from '../../i18n/jobs.ts';
import { readTyped } from '../../io/reading/amounts.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { takeReader } from '../sheet/entry.ts';
import { areNames, clearedCells, namesSteps } from '../structure/typing.ts';
import { dispatchMany } from './bulk.ts';
import { Clipboard } from './clipboard.ts';
import { fillDraft, fillSelection, fillTo } from './fill.ts';
import { gestureOf } from './gesture.ts';
import { type Job, Jobs } from './jobs.ts';

/** What hands do with whole ranges. It is loaded after the answer, since nobody begins with it. */
export class RangeActions {
  readonly jobs: Jobs;
  readonly clipboard: Clipboard;

  constructor(readonly app: WithEditor & Words) {
    const { workspace, lang } = app;
    this.jobs = new Jobs((kind) => workspace.say(() => JOBS[lang()].overtaken[kind]));
    this.clipboard = new Clipboard(app, this.jobs);
    takeReader(readTyped);
  }

  /** Escape: what is under way is called off, and so is a copy. @returns whether there was either */
  forget(): boolean {
    const [wasRunning, wasCopied] = [this.jobs.cancel(), this.clipboard.forget()];
    return wasRunning || wasCopied;
  }

  fillDraft(): void {
    if (!this.#refuses(boxes(this.app.editor.selection()))) void fillDraft(this.app.editor, this.jobs);
  }

  /** `found`: what was selected as it was asked for, which may be before this part of the app was there. */
  fillSelection(way: 'down' | 'right', found = gestureOf(this.app.editor)): void {
    if (!this.#refuses(found.boxes)) fillSelection(this.app.editor, this.jobs, way, found);
  }

  fillTo(source: Box, target: Box): void {
    if (!this.#refuses([target])) fillTo(this.app.editor, this.jobs, source, target);
  }

  /** Whether boxes hold years that are computed: then nothing is written there, which is told. */
  #refuses(into: readonly Box[]): boolean {
    return this.app.editor.fold()?.refuses(into) ?? false;
  }

  /** Empties what is selected as Delete does, where it is too much to do it at once. */
  resetMany(found = gestureOf(this.app.editor)): void {
    const { editor, workspace } = this.app;
    const { layout, scenario, selection, boxes, stands } = found;
    if (this.#refuses(boxes)) return;
    const work = async (job: Job) => {
      if (areNames(boxes)) {
        const { change, why } = await job.steps(namesSteps(workspace, boxes));
        if (change) workspace.dispatch(change);
        if (why) editor.refuse({ kind: 'said', text: why });
        return;
      }
      const from = workspace.document();
      const overridden = editor.overridden(scenario, selection);
      const edits = await job.steps(clearedCells(workspace, { scenario, overridden, boxes }));
      const clears = scenario === workspace.base.id;
      if (edits.length > 0) await dispatchMany(workspace, edits, job, from, { layout }, { clears });
    };
    void this.jobs.run('reset', work, stands);
  }
}
