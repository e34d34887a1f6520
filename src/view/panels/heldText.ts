import { effective } from '../../document/contents.ts';
import type { OpenModel } from '../../document/document.ts';
import { overrideAt } from '../../document/document.ts';
import { editableNumber } from '../../document/entry.ts';
import { createLayout, layOut } from '../../engine/layout.ts';
import { MISSING } from '../../i18n/format.ts';
import type { LinkTexts } from '../../i18n/link.ts';
import { type CellRef, type Content, isFormula, type Slot } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Text } from '../../model/text.ts';
import type { App } from '../../state/app.ts';

/** The words of a reader. `say`: a text of somebody else's, which turns nothing beside it. */
export interface LinkWords {
  readonly t: LinkTexts;
  readonly say: App['say'];
  readonly lang: App['lang'];
}

/** Characters that are shown of a text or a formula in a cell, and of a note or a reason. */
const SHOWN = 80;
const PROSE_SHOWN = 300;

const shortened = (text: string, most = SHOWN): string =>
  text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…` : text;

/** A note or a reason as its maker put it. */
export function proseText(text: Text | string | undefined, { t, say }: LinkWords): string {
  const short = (all: string) => shortened(all, PROSE_SHOWN);
  const said = say(typeof text === 'object' ? { en: short(text.en), zh: short(text.zh) } : short(text ?? ''));
  return said.trim() === '' ? MISSING : t.list.text(said);
}

/** A content as it would be typed: a number with all its digits, a formula in the addresses of its sheet. */
export function contentText(
  sheet: OpenModel,
  cell: CellRef,
  line: Line,
  content: Content | undefined,
  { t, say }: LinkWords,
): string {
  if (content === undefined || content === 'model' || line.kind === 'heading') return MISSING;
  if (typeof content === 'number') return editableNumber(content, line.unit);
  if (!isFormula(content)) return t.list.text(say(shortened(content.text)));
  const { model, document } = sheet;
  const layout = createLayout(model.lines, model.periods, document.scenarios);
  return say(shortened(layOut(layout, content.formula, cell, true)));
}

/** What a cell of a sheet comes to hold: its override, the base's, or what its line has. */
export function heldText({ document, model }: OpenModel, cell: CellRef, words: LinkWords): string {
  const line = model.lines.find(({ id }) => id === cell.line);
  if (!line) return MISSING;
  const lookUp = (scenario: string, id: string, slot: Slot) => overrideAt(document, { scenario, line: id, slot });
  const { content } = effective(lookUp, document.scenarios[0]?.id ?? '', line, cell, model.periods);
  return contentText({ document, model }, cell, line, content, words);
}
