import type { App } from '../../../state/app.ts';
import { fitNew } from '../../../state/sheet/fitNew.ts';
import { createMeasure, createTextWidth } from '../../grid/textWidth.ts';
import { textScale } from '../../media.ts';

/** Fits the columns of what was just opened to what stands in them, once that is computed. */
export function fitSheet(app: App): void {
  const sheet = document.querySelector<HTMLElement>('[role="grid"]');
  if (!sheet) return;
  const { of } = createTextWidth(() => sheet, textScale());
  void fitNew(app, { label: createMeasure(sheet, of, 600), number: createMeasure(sheet, of, 400) });
}
