import { createMemo } from 'solid-js';
import { COMPARE } from '../../i18n/compare.ts';
import type { App } from '../../state/app.ts';
import type { ScenarioName } from '../../state/document/workspace.ts';
import type { Comparison, ComparisonRow } from '../../state/insight/comparison.ts';
import { createMeasure } from '../grid/textWidth.ts';
import { differenceText, valueText } from './texts.ts';

/** px: what stands beside a text in its cell, and beside the name of a scenario in its head. */
const BESIDE = 18;
const BESIDE_NAME = 40;
/** px: the columns are no narrower, and the first one no wider by itself. */
const LEAST = { name: 132, number: 72 };
const WIDEST = { name: 240, scenario: 240 };
/** Rows of which the names are measured. */
const MEASURED = 2_000;

/** How wide a scenario's columns are, px. */
export interface ScenarioColumns {
  readonly value: number;
  readonly difference: number;
}

/**
 * Columns as wide as what they hold. Numbers are measured as they come into sight, and a column never gets narrower, so that
 * nothing moves back and forth.
 */
export function createColumns(
  app: App,
  comparison: Comparison,
  seen: {
    readonly entries: () => readonly ComparisonRow[];
    readonly drawn: () => readonly number[];
    readonly scenarios: () => readonly ScenarioName[];
  },
) {
  const { workspace, widths, say, lang } = app;
  let measuring: ((text: string) => number) | undefined;
  const measure = (text: string): number => {
    measuring ??= createMeasure(document.body, () => 0, 400);
    return measuring(text);
  };
  const fitted = createMemo(() => {
    const names = seen
      .entries()
      .slice(0, MEASURED)
      .map((row) => (row.kind === 'cells' ? measure(comparison.name(row)) : 0));
    return Math.ceil(Math.min(WIDEST.name, Math.max(LEAST.name, BESIDE + Math.max(0, ...names))));
  });
  const name = () => widths.of(workspace.shipped().id).label ?? fitted();
  const draw = (px: number | undefined, keep = true) => widths.draw(workspace.shipped().id, ['label'], px, keep);

  type Known = ReadonlyMap<string, ScenarioColumns>;
  const numbers = createMemo((before: Known): Known => {
    const t = COMPARE[lang()];
    const rows = seen.drawn().flatMap((at) => {
      const row = seen.entries()[at];
      return row?.kind === 'cells' ? [row] : [];
    });
    const widest = (texts: readonly string[]) => BESIDE + Math.max(...texts.map(measure));
    return new Map(
      seen.scenarios().map(({ id, name: own }, i) => {
        const was = before.get(id) ?? { value: LEAST.number, difference: LEAST.number };
        const value = widest([t.value, ...rows.map((row) => valueText(comparison, row, id))]);
        const difference =
          i === 0
            ? 0
            : widest([
                `${t.head[comparison.by()]} ↓`,
                ...rows.map((row) => differenceText(comparison, row, id, lang())),
              ]);
        const head = Math.min(WIDEST.scenario, measure(say(own)) + BESIDE_NAME);
        const both = { value: Math.max(was.value, value), difference: Math.max(was.difference, difference) };
        return [id, { ...both, value: Math.ceil(Math.max(both.value, head - (i === 0 ? 0 : both.difference))) }];
      }),
    );
  }, new Map());
  return { name, draw, numbers };
}
