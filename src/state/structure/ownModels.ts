import { observedBefore } from '../../document/boundary.ts';
import { newDocument, type Scenario, type Structure } from '../../document/document.ts';
import { ownModel } from '../../document/kept.ts';
import { only, withNeeded } from '../../document/needs.ts';
import type { OwnModel } from '../../document/schema.ts';
import { NEW_MODEL } from '../../i18n/newModel.ts';
import { freshKey } from '../../io/freshKey.ts';
import type { Line } from '../../model/line.ts';
import type { Periods } from '../../model/periods.ts';
import type { Text } from '../../model/text.ts';
import type { Workspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { selectedLines } from './lines.ts';

const both = (text: string): Text => ({ en: text, zh: text });

/** An id for a model of a person's own, as `OWN_MODEL` has it. */
export const freshModelId = (): string => `own-${freshKey().slice(0, 12)}`;

function show(workspace: Workspace, kept: OwnModel, scenarios: readonly Scenario[], parts: Structure = {}): void {
  const model = ownModel(freshModelId(), kept, scenarios);
  workspace.show(model, { ...newDocument(model), scenarios, own: model, ...parts });
}

/** What a person says of a model before its first line; `currency`: that of its amounts, or nothing. */
export interface Blank {
  readonly name: string;
  readonly periods: Periods;
  readonly currency?: string;
}

/** Opens a model of a person's own without a line, with the cursor where its first name goes. */
export function openBlank(
  { workspace, editor }: WithEditor,
  { name, periods, currency = '' }: Blank,
  today: Date,
): void {
  const base: Scenario = {
    id: 'base',
    name: { en: NEW_MODEL.en.base, zh: NEW_MODEL.zh.base },
    note: both(''),
    overrides: {},
  };
  const observedUntil = observedBefore(periods, today);
  const declared = currency === '' ? {} : { declared: { currency } };
  const kept = { name: both(name), about: both(''), periods, observedUntil, lines: [], charts: [], ...declared };
  show(workspace, kept, [base]);
  editor.select({ line: 0, column: 0 });
  editor.focus();
}

/** The lines of which a model of their own is made: those that are selected, and what their formulas need. */
export function linesToKeep(app: WithEditor & Words): {
  readonly chosen: readonly string[];
  readonly lines: readonly Line[];
} {
  const chosen = selectedLines(app);
  return { chosen, lines: withNeeded(app.workspace.openModel, chosen) };
}

/**
 * Opens a model of a person's own that has these lines alone, with what every scenario holds in them and with the
 * document's figures. What was open is left as it is.
 */
export function keepLines(app: WithEditor & Words, name: string, lines: readonly Line[]): void {
  const { workspace, editor } = app;
  const { document, model } = workspace.openModel;
  const ids = new Set(lines.map(({ id }) => id));
  const { figures, sources } = document;
  const drawn = model.charts
    .filter(({ line }) => ids.has(line))
    .map(({ beside = [], ...chart }) => {
      const there = beside.filter((id) => ids.has(id));
      return there.length > 0 ? { ...chart, beside: there } : chart;
    });
  const charts = drawn.map(({ line }) => line);
  const { about, periods, observedUntil } = model;
  const currency = model.currency === undefined ? {} : { currency: model.currency };
  const isPlain = drawn.every((chart) => Object.keys(chart).length === 1);
  const declared = { declared: { ...currency, ...(isPlain ? {} : { charts: drawn }) } };
  const kept = { name: both(name), about, periods, observedUntil, lines: [...lines], charts, ...declared } as OwnModel;
  const scenarios = document.scenarios.map((scenario) => only(scenario, ids));
  const parts = { ...(figures ? { figures } : {}), ...(sources ? { sources } : {}) };
  show(workspace, kept, scenarios, parts);
  editor.select({ line: 0, column: 0 });
  editor.focus();
  workspace.sayDone(() => NEW_MODEL[app.lang()].kept(name, lines.length));
}
