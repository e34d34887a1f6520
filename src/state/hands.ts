import type { App } from './app.ts';
import { Clipboard } from './clipboard.ts';
import { fillDraft, fillSelection } from './fill.ts';

/** What hands do with whole ranges. It is loaded after the answer, since nobody begins with it. */
export class Hands {
  readonly clipboard: Clipboard;

  constructor(readonly app: Pick<App, 'workspace' | 'editor' | 't' | 'lang' | 'say'>) {
    this.clipboard = new Clipboard(app);
  }

  fillDraft(): void {
    fillDraft(this.app.editor);
  }

  fillSelection(way: 'down' | 'right'): void {
    fillSelection(this.app.editor, way);
  }
}
