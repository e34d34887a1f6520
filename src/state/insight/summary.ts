import { createRoot } from 'solid-js';
import { calendarText, inWords } from '../../analysis/words.ts';
import type { Scenario } from '../../document/document.ts';
import { formatDate, MISSING } from '../../i18n/format.ts';
import { type CellRef, type Content, isFormula, type Slot } from '../../model/content.ts';
import type { Cited } from '../../model/figure.ts';
import type { MeasuredLine } from '../../model/line.ts';
import { periodsOf, shifted, slotText, spanName, stepOf } from '../../model/periods.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { WithPreferences } from '../page/preferences.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { createAnswer, createExchange } from './answer.ts';
import { inheritedIn } from './differences.ts';
import { laterAssumptions } from './later.ts';
import { rangeName } from './rangeName.ts';
import { type HeldText, heldNumber } from './told.ts';
import { tracedSheet } from './trace.ts';
import { allWarnings } from './warnings.ts';

/** The answer of the scenario in view as it stands on the screen; empty where there is none. */
export const answerText = (app: WithEditor & WithPreferences & Words): string =>
  createRoot((dispose) => {
    const pieces = createAnswer(app, createExchange(app)).pieces() ?? [];
    dispose();
    if (pieces.length === 0) return '';
    return [pieces.map(({ text }) => text).join(''), ...laterAssumptions(app)].join(app.lang() === 'zh' ? '' : ' ');
  });

/** The warnings that apply in the scenario in view. */
export const warningTexts = (app: WithEditor & WithPreferences & Words): string[] =>
  createRoot((dispose) => {
    const texts = allWarnings(app)().map(({ text }) => app.say(text));
    dispose();
    return texts;
  });

/** The date of knowledge in words. */
export function knownText({ workspace, lang, t }: WithWorkspace & Words): string {
  const { known } = workspace.view;
  return known === 'latest' ? t().header.latest : formatDate(known, lang());
}

/** The figures that the model rests on, in the order in which its lines, its charts and its answer name them. */
export function citedFigures({ workspace }: WithWorkspace): Cited[] {
  const { lines, charts, answer } = workspace.model();
  const figures = workspace.figures();
  const inLines = lines.flatMap((line) =>
    line.kind === 'input' ? [...(line.figure ? [line.figure] : []), ...(line.range?.basis ?? [])] : [],
  );
  const beside = charts.flatMap(({ figures: wanted }) =>
    [...figures.values()].flatMap(({ id, region, variable }) =>
      wanted?.region === region && wanted.variable === variable ? [id] : [],
    ),
  );
  const inAnswer = Object.values(answer.terms).flatMap((term) => ('figure' in term ? [term.figure] : []));
  return [...new Set([...inLines, ...beside, ...inAnswer])].flatMap((id) => {
    const figure = figures.get(id);
    return figure ? [{ figure, source: workspace.sources().get(figure.source) }] : [];
  });
}

/** What a scenario sets in one line, in words. */
export interface Setting {
  readonly line: string;
  /** `2024`, `2024–2027`, or empty for a scalar. */
  readonly periods: string;
  readonly value: HeldText;
  /** What stands there otherwise: the base's value, or in the base the model's. Undefined: what its formula gives. */
  readonly instead: HeldText | undefined;
  /** Why, as the person put it; empty where nothing was said. */
  readonly why: string;
}

/** A longer formula is no sentence. */
const MOST_WORDS = 60;

/** A formula by the names of what it refers to, where that is short; else undefined. */
function formulaWords(app: WithWorkspace & Words, cell: CellRef): string | undefined {
  const { workspace, say } = app;
  const words = inWords(tracedSheet(workspace), cell)?.map((word) => {
    if (word.kind === 'range') return rangeName(app, word);
    if (word.kind !== 'cells') return word.kind === 'sign' ? word.text : calendarText(word, workspace.model().periods);
    const [first] = word.cells;
    const line = workspace.line(word.line);
    if (!first || !line) return word.line;
    const named = [first.slot, word.cells.at(-1)?.slot ?? 'value'].filter(
      (slot) => slot !== 'value' && slot !== cell.slot,
    );
    const texts = named.map((slot) => slotText(slot));
    return [say(line.label), [...new Set(texts)].join('–')].filter(Boolean).join(' ');
  });
  const text = words?.join('') ?? '';
  return text === '' || text.length > MOST_WORDS ? undefined : text;
}

/** What a cell holds, in words; undefined for a formula that is too long for that. */
export function inputText(
  content: Content | undefined,
  line: MeasuredLine,
  cell: CellRef,
  app: WithWorkspace & Words,
): HeldText | undefined {
  if (typeof content === 'number') return heldNumber(content, line, app.lang());
  if (content === undefined || content === 'model') return { text: MISSING, unit: '' };
  if (!isFormula(content)) return { text: `“${content.text}”`, unit: '' };
  const words = formulaWords(app, cell);
  return words === undefined ? undefined : { text: app.lang() === 'zh' ? words : `= ${words}`, unit: '' };
}

/** What would stand in a cell if its scenario set nothing there; undefined where a formula would. */
export function insteadOf(app: WithWorkspace & Words, line: MeasuredLine, cell: CellRef): HeldText | undefined {
  const content = inheritedIn(app.workspace.openModel, cell);
  return isFormula(content) ? undefined : inputText(content, line, cell, app);
}

const sameHeld = (a: HeldText | undefined, b: HeldText | undefined): boolean =>
  a?.text === b?.text && a?.unit === b?.unit;

/**
 * What a scenario sets, in the order of the sheet and as far as it is asked for; years of one value together.
 * @param byFormula what stands for a formula that is too long to be told
 */
export function* settingsOf(
  app: WithWorkspace & Words,
  { id: scenario, overrides, reasons }: Scenario,
  byFormula: string,
): Generator<Setting, void> {
  const { workspace, say } = app;
  const { lines, periods } = workspace.model();
  const inSheet: ReadonlySet<Slot> = new Set<Slot>(['value', ...periodsOf(periods)]);
  for (const line of lines) {
    const held = overrides[line.id];
    if (line.kind === 'heading' || !held) continue;
    const slots = Object.keys(held)
      .map((slot): Slot => (slot === 'value' ? slot : Number(slot)))
      .filter((slot) => inSheet.has(slot));
    const runs: (Setting & { readonly first: Slot; last: Slot })[] = [];
    for (const slot of slots.sort((a, b) => Number(a) - Number(b))) {
      const cell: CellRef = { scenario, line: line.id, slot };
      const value = inputText(workspace.effective(cell).content, line, cell, app) ?? { text: byFormula, unit: '' };
      const instead = insteadOf(app, line, cell);
      const why = reasons?.[line.id]?.[slot] ?? '';
      const run = runs.at(-1);
      const goesOn =
        run && shifted(Number(run.last), 1, periods) === slot && sameHeld(run.value, value) && run.why === why;
      if (goesOn && sameHeld(run.instead, instead)) run.last = slot;
      else runs.push({ line: say(line.label), periods: '', value, instead, why, first: slot, last: slot });
    }
    for (const { first, last, ...setting } of runs)
      yield {
        ...setting,
        periods: first === 'value' ? '' : spanName(first, Number(last), stepOf(periods), app.lang()),
      };
  }
}
