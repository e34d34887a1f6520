import type { Row } from '../../engine/rowValues.ts';
import { hasPeriods, isScalar, type MeasuredLine } from '../../model/line.ts';
import { periodsOf } from '../../model/periods.ts';
import { watchValues } from '../document/values.ts';
import { cellText } from '../insight/cells.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from './editor.ts';
import { BESIDE } from './fit.ts';
import type { Widths } from './widths.ts';

/** What columns have without being drawn, and what they are drawn to at most, px. */
const ROOM = { label: [240, 380], value: [84, 200], period: [88, 150] } as const;

/** Widths of texts in the font of the sheet, px. */
export interface Measure {
  readonly label: (text: string) => number;
  readonly number: (text: string) => number;
}

/** Where the numbers of a row stand that are widest: all of them have the same decimals. */
function extremes({ values }: Row): number[] {
  let [low, high] = [1, 1];
  for (let i = 2; i < values.length; i++) {
    if (!((values[i] ?? 0) <= (values[high] ?? Number.NaN))) high = i;
    if (!((values[i] ?? 0) >= (values[low] ?? Number.NaN))) low = i;
  }
  return [low, high];
}

/**
 * Draws the columns of a model that has just come in so wide that its names and numbers have room at the first look; all
 * periods alike. Nothing is drawn where another document is open by then.
 */
export async function fitNew(app: WithEditor & Words & { readonly widths: Widths }, measure: Measure): Promise<void> {
  const { workspace, widths } = app;
  const { opened } = workspace;
  const { lines, periods, id } = workspace.model();
  const measured = lines.filter((line): line is MeasuredLine => line.kind !== 'heading');
  const rows = await watchValues(
    workspace,
    workspace.scenarioId,
    measured.map((line) => line.id),
  ).catch(() => undefined);
  if (!rows || opened !== workspace.opened) return;
  const needed = { label: 0, value: 0, period: 0 };
  for (const { label } of lines) needed.label = Math.max(needed.label, measure.label(app.say(label)) + BESIDE.label);
  for (const [i, line] of measured.entries()) {
    const row = rows[i];
    if (!row) continue;
    const of = (place: number) => measure.number(cellText(app, line, row, place)) + BESIDE.text;
    if (isScalar(line)) needed.value = Math.max(needed.value, of(0));
    if (hasPeriods(line)) needed.period = Math.max(needed.period, ...extremes(row).map(of));
  }
  const draw = (names: Parameters<Widths['draw']>[1], of: keyof typeof ROOM) => {
    const [usual, most] = ROOM[of];
    if (needed[of] > usual) widths.draw(id, names, Math.ceil(Math.min(most, needed[of])));
  };
  draw(['label'], 'label');
  draw(['value'], 'value');
  draw(periodsOf(periods), 'period');
}
